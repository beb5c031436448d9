"""PIL009: a pillar, or a declared focus, that one agency alone carries."""

from __future__ import annotations

from collections.abc import Iterator

from alignment import corpora
from alignment.checks import focus
from alignment.checks.base import Reading, Review, Verdict, finding
from alignment.checks.focus import Focus
from alignment.checks.kinds import smart_city_plans
from alignment.checks.scope import Item, first_places, items
from alignment.checks.spec import CheckSpec
from alignment.models import PILLARS, Finding, Pillar
from alignment.text import normal


def focus_of_one_agency(review: Review, spec: CheckSpec) -> Verdict:
    """Judges the pillars of smart-city plans that hold several programs, and what a plan's text declares as its focus.

    A program that names other agencies (its own lines, rows below, links) is not one agency's alone; where one names
    none, nothing is said.
    """
    judged, found = 0, list[Finding]()
    for draft in smart_city_plans(review):
        programs = items(review, draft)
        for pillar in PILLARS:
            those = [item for item in programs if item.program.declared_pillar == pillar]
            if len(those) >= spec.threshold("programs") and _told(those):
                judged += 1
                if len(_agencies(those)) == 1:
                    found.append(_of_pillar(spec, pillar, those))
        for one, those in _foci(review, draft, programs, spec):
            judged += 1
            if len(_agencies(those)) == 1:
                found.append(_of_focus(spec, one, those))
    return Verdict(judged, tuple(found))


def _told(those: list[Item]) -> bool:
    return all(item.program.agency for item in those)


def _agencies(those: list[Item]) -> set[str]:
    rows = (row for item in those for row in item.rows)
    return {normal(name) for row in rows for name in (row.agency or "", *row.links)} - {""}


def _foci(
    review: Review, draft: Reading, programs: tuple[Item, ...], spec: CheckSpec
) -> Iterator[tuple[Focus, list[Item]]]:
    """Each declared focus with the programs that speak of it, where they are several and name their agencies."""
    about = [(item, focus.telling(_words(item), ())) for item in programs]
    for one in focus.declared(review, draft, spec.words["says_nothing"]):
        those = [item for item, stems in about if one.stems <= stems]
        if len(those) >= spec.threshold("focus_programs") and _told(those):
            yield one, those


def _words(item: Item) -> str:
    return " ".join(
        part for row in item.rows for part in (row.name, row.description, row.output, row.outcome, row.benefit) if part
    )


def _of_pillar(spec: CheckSpec, pillar: Pillar, those: list[Item]) -> Finding:
    entry = corpora.load("pillars").get(pillar)
    return finding(
        spec,
        "alone",
        subject=(),
        evidence=first_places(those),
        keys=(pillar,),
        pillar=entry.label if entry else pillar,
        agency=those[0].program.agency or "",
        count=len(those),
    )


def _of_focus(spec: CheckSpec, one: Focus, those: list[Item]) -> Finding:
    return finding(
        spec,
        "focus",
        subject=(one.words,),
        evidence=(one.evidence,),
        related=first_places(those),
        focus=one.words,
        agency=those[0].program.agency or "",
        count=len(those),
    )
