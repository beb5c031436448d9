"""SUP005: a program that the plan carries with another budget, other targets, other indicators or in other years."""

from __future__ import annotations

from decimal import Decimal

from alignment.checks.absence import listed
from alignment.checks.base import Review, Verdict, finding, named
from alignment.checks.carrying import Carried, carried
from alignment.checks.figures import rupiah, years
from alignment.checks.spec import CheckSpec
from alignment.grammar import quantities
from alignment.models import Finding, Indicator, Program, Text
from alignment.text import normal


def other_figures(review: Review, spec: CheckSpec) -> Verdict:
    """Judges carried programs against the same row of the plans, at the same level: figures of the same year, measures,
    and the years that are paid for.

    A plan prints a program once for every unit that spends on it: the draft agrees where it agrees with any of them,
    or with their sum.
    """
    judged, found = 0, list[Finding]()
    for one in carried(review):
        ours = one.item.program
        rows = tuple(row for row in one.rows if row.level in (ours.level, "program") and _same_matter(ours, row))
        if not rows:
            continue
        judged += 1
        year = _budget_differs(ours, rows)
        if year is not None:
            found.append(_budget(spec, one, rows, year))
        for mine, theirs, at in _targets_differ(ours, rows):
            found.append(_target(spec, one, rows[0], mine, theirs, at))
        if _indicators_differ(ours, rows, spec):
            found.append(_said(spec, "indicator", one, rows[0], _measures(ours), _measures(rows[0])))
        unfunded = _unfunded_years(ours, rows)
        if unfunded:
            found.append(_said(spec, "year", one, rows[0], years(unfunded), years(_funded(rows))))
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


def _indicators_differ(ours: Program, rows: tuple[Program, ...], spec: CheckSpec) -> bool:
    """Whether both name indicators and none of the one is like one of the other."""
    from rapidfuzz import fuzz

    mine = _indicator_names((ours,))
    theirs = _indicator_names(rows)
    alike = spec.threshold("alike")
    near = (fuzz.token_set_ratio(one, other, score_cutoff=alike) > 0 for one in mine for other in theirs)
    return bool(mine) and bool(theirs) and not any(near)


def _indicator_names(rows: tuple[Program, ...]) -> list[str]:
    """Without what only repeats the program's name."""
    named_ = ((normal(one.name), normal(row.name)) for row in rows for one in row.indicators)
    return [name for name, program in named_ if name not in program and program not in name]


def _measures(row: Program) -> Text:
    return listed([one.name for one in row.indicators])


def _unfunded_years(ours: Program, rows: tuple[Program, ...]) -> list[int]:
    """The years the draft spends or works in and the plan, among years of its own, has no money for."""
    funded = _funded(rows)
    mine = [year for year, amount in ours.budget.items() if amount] or list(ours.years)
    return [year for year in sorted(mine) if funded and funded[0] < year < funded[-1] and year not in funded]


def _funded(rows: tuple[Program, ...]) -> list[int]:
    return sorted({year for row in rows for year, amount in row.budget.items() if amount})


def _said(spec: CheckSpec, variant: str, one: Carried, row: Program, ours: Text, theirs: Text) -> Finding:
    return finding(
        spec,
        variant,
        subject=one.item.subject,
        evidence=one.item.evidence,
        program=one.item.program,
        related=row.evidence[:1],
        name=named(one.item.program),
        row=named(row),
        ours=ours,
        theirs=theirs,
    )


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
        ours=rupiah(ours.budget[year]),
        theirs=rupiah(row.budget[year]),
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
