"""SDG004: goals that a regency can serve and no program of the plan does, and targets of basic services."""

from __future__ import annotations

from alignment import corpora
from alignment.checks.absence import can_be_asked
from alignment.checks.base import Review, Verdict, finding
from alignment.checks.kinds import smart_city_plans
from alignment.checks.pointing import declared_goals, label, matches
from alignment.checks.scope import Item, items
from alignment.checks.spec import CheckSpec
from alignment.matching import sdg_mentions
from alignment.models import Evidence, Finding, Text
from alignment.models.corpus import SdgEntry


def goal_without_programs(review: Review, spec: CheckSpec) -> Verdict:
    """Judges smart-city plans of several programs, against the goals in a regency's hands (`goals` of the YAML) and the
    targets of the services it owes (`targets`)."""
    judged, found = 0, list[Finding]()
    for draft in smart_city_plans(review):
        programs = items(review, draft)
        if len(programs) < spec.threshold("programs"):
            continue
        judged += 1
        served = {entry for item in programs for entry in _served(review, item)}
        goals = {entry.partition(".")[0] for entry in served}
        asked = spec.words["goals"]
        left = [goal for goal in asked if goal not in goals]
        if left and can_be_asked(spec, len(left), len(asked), len(programs)):
            found.append(_found(spec, "left_out", draft.document.id, left))
        targets = [target for target in spec.words["targets"] if target.partition(".")[0] in goals]
        missed = [target for target in targets if not served & _serving(target)]
        if missed and len(programs) >= spec.threshold("many_programs"):  # a short plan cannot serve them all
            found.append(_found(spec, "targets", draft.document.id, missed))
    return Verdict(judged, tuple(found))


def _served(review: Review, item: Item) -> set[str]:
    """The goals and targets that a program declares or points to; an indicator stands for its target."""
    cells = (cell for line in item.lines for cell in line.declared_sdg)
    declared = {one.mention.target for cell in cells for one in sdg_mentions.of_cell(cell) if one.mention.target}
    pointed = (match.entry_id for match in matches(review, item, "sdg"))
    goals = {goal for goal in declared_goals(item) if not any(one.startswith(f"{goal}.") for one in declared)}
    return {".".join(entry.split(".")[:2]) for entry in (*declared, *pointed)} | goals


def _serving(target: str) -> set[str]:
    """What a program that serves a target is found under: it, its goal at large, targets that share its measure."""
    entry = corpora.load("sdg").get(target)
    links = entry.links if isinstance(entry, SdgEntry) else ()
    return {target, target.partition(".")[0], *links}


def _found(spec: CheckSpec, variant: str, document: str, left: list[str]) -> Finding:
    labels = [(entry, label("sdg", entry)) for entry in left]
    return finding(
        spec,
        variant,
        subject=(),
        evidence=(Evidence(document=document),),
        count=len(left),
        entries=Text(
            id="; ".join(f"{entry} ({name.id})" for entry, name in labels),
            en="; ".join(f"{entry} ({name.en})" for entry, name in labels),
        ),
    )
