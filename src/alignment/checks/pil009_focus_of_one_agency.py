"""PIL009: a pillar that one agency alone carries."""

from __future__ import annotations

from alignment import corpora
from alignment.checks.base import Review, Verdict, finding
from alignment.checks.kinds import is_smart_city_plan
from alignment.checks.scope import Item, items
from alignment.checks.spec import CheckSpec
from alignment.models import PILLARS, Finding, Pillar
from alignment.text import normal


def focus_of_one_agency(review: Review, spec: CheckSpec) -> Verdict:
    """Judges the pillars of smart-city plans that hold several programs, all with their agency.

    A program that names other agencies (its own lines, rows below, links) is not one agency's alone.
    """
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        programs = items(draft) if is_smart_city_plan(draft) else ()
        for pillar in PILLARS:
            those = [item for item in programs if item.program.declared_pillar == pillar]
            if len(those) < spec.threshold("programs") or not all(item.program.agency for item in those):
                continue
            judged += 1
            if len({agency for item in those for agency in _agencies(item)}) == 1:
                found.append(_found(spec, pillar, those))
    return Verdict(judged, tuple(found))


def _agencies(item: Item) -> set[str]:
    rows = (*item.lines, *item.below)
    return {normal(name) for row in rows for name in (row.agency or "", *row.links)} - {""}


def _found(spec: CheckSpec, pillar: Pillar, those: list[Item]) -> Finding:
    entry = corpora.load("pillars").get(pillar)
    return finding(
        spec,
        "alone",
        subject=(),
        evidence=[item.evidence[0] for item in those if item.evidence],
        keys=(pillar,),
        pillar=entry.label if entry else pillar,
        agency=those[0].program.agency or "",
        count=len(those),
    )
