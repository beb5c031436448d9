"""CMP008: a plan that counts on the region's own budget alone."""

from __future__ import annotations

from alignment.checks.base import Review, Verdict, finding
from alignment.checks.kinds import smart_city_plans
from alignment.checks.scope import items
from alignment.checks.spec import CheckSpec
from alignment.models import Evidence, Finding
from alignment.text import normal


def one_source_of_funding(review: Review, spec: CheckSpec) -> Verdict:
    """Judges smart-city plans in which several programs name their source; one remark where all name the APBD alone."""
    judged, found = 0, list[Finding]()
    for draft in smart_city_plans(review):
        told = [item for item in items(review, draft) if any(row.funding for row in item.rows)]
        if len(told) < spec.threshold("programs"):
            continue
        judged += 1
        rows = (row for item in told for row in item.rows)
        if all(_is_own(source, spec) for row in rows for source in row.funding):
            place = Evidence(document=draft.document.id)
            found.append(finding(spec, "own_alone", subject=(), evidence=(place,), count=len(told)))
    return Verdict(judged, tuple(found))


def _is_own(source: str, spec: CheckSpec) -> bool:
    """Whether every word of a source speaks of the region's own budget."""
    return all(word in spec.words["own"] or word.isdigit() for word in normal(source).split())
