"""SUP005: a program that the plan carries with another budget or other targets."""

from __future__ import annotations

from decimal import Decimal

from alignment.checks.base import Review, Verdict, finding, named
from alignment.checks.carrying import Carried, carried
from alignment.checks.series import money, years
from alignment.checks.spec import CheckSpec
from alignment.grammar import quantities
from alignment.models import Finding, Indicator, Program, Text
from alignment.text import normal


def other_figures(review: Review, spec: CheckSpec) -> Verdict:
    """Judges carried programs with figures for the same year in both, at the same level.

    A plan prints a program once for every unit that spends on it: the draft agrees where it agrees with any of them,
    or with their sum.
    """
    judged, found = 0, list[Finding]()
    for one in carried(review):
        ours = one.item.program
        rows = tuple(row for row in one.rows if row.level in (ours.level, "program") and _same_matter(ours, row))
        if not rows:
            continue
        year = _budget_differs(ours, rows)
        if ours.budget and any(row.budget for row in rows):
            judged += 1
        if year is not None:
            found.append(_budget(spec, one, rows, year))
        for mine, theirs, at in _targets_differ(ours, rows):
            found.append(_target(spec, one, rows[0], mine, theirs, at))
    return Verdict(judged, tuple(found))


def _same_matter(ours: Program, row: Program) -> bool:
    return (ours.code is not None and ours.code == row.code) or normal(ours.name) == normal(row.name)


def _budget_differs(ours: Program, rows: tuple[Program, ...]) -> int | None:
    for year, amount in sorted(ours.budget.items()):
        theirs = [row.budget[year] for row in rows if year in row.budget]
        if theirs and amount not in theirs and amount != sum(theirs, Decimal(0)):
            return year
    return None


def _targets_differ(ours: Program, rows: tuple[Program, ...]) -> list[tuple[Indicator, Indicator, int]]:
    """Indicators of one name whose targets of one year are two numbers, each at its first such year."""
    found = []
    for mine in ours.indicators:
        same = [one for row in rows for one in row.indicators if normal(one.name) == normal(mine.name)]
        for year, target in sorted(mine.targets.items()):
            numbers = [quantities.parse(one.targets[year]) for one in same if year in one.targets]
            own = quantities.parse(target)
            if own and numbers and all(number and number.number != own.number for number in numbers):
                found.append((mine, same[0], year))
                break
    return found


def _budget(spec: CheckSpec, one: Carried, rows: tuple[Program, ...], year: int) -> Finding:
    ours, row = one.item.program, next(row for row in rows if year in row.budget)
    return finding(
        spec,
        "budget",
        subject=one.item.subject,
        evidence=one.item.evidence,
        keys=(str(year),),
        program=ours,
        related=row.evidence[:1],
        name=named(ours),
        row=named(row),
        year=years([year]),
        ours=_rupiah(ours.budget[year]),
        theirs=_rupiah(row.budget[year]),
    )


def _target(spec: CheckSpec, one: Carried, row: Program, mine: Indicator, theirs: Indicator, year: int) -> Finding:
    return finding(
        spec,
        "target",
        subject=(*one.item.subject, mine.name),
        evidence=mine.evidence or one.item.evidence,
        program=one.item.program,
        related=theirs.evidence[:1] or row.evidence[:1],
        name=named(one.item.program),
        indicator=mine.name,
        year=years([year]),
        ours=mine.targets[year],
        theirs=theirs.targets[year],
    )


def _rupiah(amount: Decimal) -> Text:
    return Text(id=money(amount, "."), en=money(amount, ","))
