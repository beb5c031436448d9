"""PIL008: sub-dimensions that no program serves, by declaration or by content."""

from __future__ import annotations

from alignment import corpora
from alignment.checks.absence import can_be_asked
from alignment.checks.base import Review, Verdict, finding, quoted
from alignment.checks.kinds import smart_city_plans
from alignment.checks.pointing import matches, root
from alignment.checks.scope import Item, items
from alignment.checks.spec import CheckSpec
from alignment.models import Evidence, Finding, Text


def subdimension_without_programs(review: Review, spec: CheckSpec) -> Verdict:
    """Judges smart-city plans of several programs: one remark that names every sub-dimension left out.

    A pillar without any program is PIL003's; its sub-dimensions are not named again.
    """
    judged, found = 0, list[Finding]()
    for draft in smart_city_plans(review):
        programs = items(review, draft)
        if len(programs) < spec.threshold("programs"):
            continue
        judged += 1
        served = {part for item in programs for part in _served(review, item)}
        pillars = {part.partition(".")[0] for part in served}
        asked = [
            entry
            for entry in corpora.load("pillars").entries
            if "." in entry.id and entry.id.partition(".")[0] in pillars
        ]
        left = [entry.label for entry in asked if entry.id not in served]
        if left and can_be_asked(spec, len(left), len(asked), len(programs)):
            found.append(_found(spec, draft.document.id, left))
    return Verdict(judged, tuple(found))


def _served(review: Review, item: Item) -> set[str]:
    """What it declares, what its content supports, and the first that its content points to at all: of the pillar that
    the plan gives it, where it says none of that pillar more surely."""
    declared = {line.declared_subdimension for line in item.lines if line.declared_subdimension}
    pillars = {line.declared_pillar for line in item.lines if line.declared_pillar}
    pointed = [match for match in matches(review, item, "pillars") if "." in match.entry_id]
    sure = [match for match in pointed if match.status == "supported"]
    inside = [match for match in pointed if root(match) in pillars]
    return declared | pillars | {match.entry_id for match in (*pointed[:1], *sure, *inside[:1])}


def _found(spec: CheckSpec, document: str, left: list[Text]) -> Finding:
    names = Text(id=quoted([label.id for label in left], ", ").id, en=quoted([label.en for label in left], ", ").en)
    return finding(spec, "left_out", subject=(), evidence=(Evidence(document=document),), count=len(left), names=names)
