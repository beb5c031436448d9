"""FIG004: years with money and no target, or with a target and no money."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from alignment.checks.absence import listed
from alignment.checks.base import Reading, Review, Verdict, finding, named
from alignment.checks.figures import years
from alignment.checks.spec import CheckSpec
from alignment.grammar import quantities
from alignment.models import Finding, Program


class _Gap(NamedTuple):
    program: Program
    variant: str
    at: tuple[int, ...]


def one_sided_year(review: Review, spec: CheckSpec) -> Verdict:
    """Judges rows that print both, year by year; a row without any target, or without any money, is not in question.

    Lines of one program for several units count as one finding.
    """
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        rows = [row for row in draft.extraction.programs if any(row.budget.values()) and _targets(row)]
        judged += len(rows)
        units: dict[str, set[str | None]] = defaultdict(set)
        for row in draft.extraction.programs:
            units[_name(row)].add(row.unit)
        same: dict[tuple[str, ...], list[_Gap]] = defaultdict(list)
        for gap in _gaps(draft, rows):
            same[(gap.variant, _name(gap.program), *map(str, gap.at))].append(gap)
        found.extend(_found(spec, gaps, by_unit=len(units[name]) > 1) for (_, name, *_), gaps in same.items())
    return Verdict(judged, tuple(found))


def _gaps(draft: Reading, rows: list[Program]) -> Iterator[_Gap]:
    """Only in years that have money, or a target, elsewhere in the plan, and none before its period, which are where it
    starts from; some tables have a single target for all their years."""
    begin = draft.document.period.start if draft.document.period else 0
    funded = {
        year for row in draft.extraction.programs for year, amount in row.budget.items() if amount and year >= begin
    }
    aimed = _aimed(rows)
    below: dict[str, list[Program]] = defaultdict(list)
    for row in draft.extraction.programs:
        below[row.parent or ""].append(row)
    for row in rows:
        targets = _targets(row)
        bare = tuple(
            year for year, amount in sorted(row.budget.items()) if amount > 0 and year in aimed and year not in targets
        )
        if bare:
            yield _Gap(row, "no_target", bare)
        unpaid = tuple(
            year
            for year, has in sorted(targets.items())
            if has and year in funded and not row.budget.get(year) and _is_planned(row, year, below)
        )
        if unpaid:
            yield _Gap(row, "no_money", unpaid)


def _aimed(rows: Sequence[Program]) -> frozenset[int]:
    """The years for which the tables have a target: of a single row, all that it has money for."""
    if len(rows) == 1:
        return frozenset(rows[0].budget)
    return frozenset(year for row in rows for year in _targets(row))


def _targets(row: Program) -> dict[int, bool]:
    """Year to whether any target of the year is more than nothing; a target of 0 needs no money."""
    found: dict[int, bool] = {}
    for indicator in row.indicators:
        for year, target in indicator.targets.items():
            figure = quantities.parse(target)
            found[year] = found.get(year, False) or figure is None or figure.number != 0
    return found


def _is_planned(row: Program, year: int, below: Mapping[str, Sequence[Program]]) -> bool:
    """Whether a year without money of its own is one in which something is to be done: none of the rows below has
    money, and where there are any, one is planned itself. A program whose activities rest keeps its level."""
    rows = below.get(row.id, ())
    if any(one.budget.get(year) for one in rows):
        return False
    return not rows or any(_targets(one).get(year) and _is_planned(one, year, below) for one in rows)


def _name(program: Program) -> str:
    return program.code or program.name


def _found(spec: CheckSpec, gaps: list[_Gap], *, by_unit: bool) -> Finding:
    first = gaps[0]
    units = [gap.program.unit for gap in gaps if gap.program.unit]
    return finding(
        spec,
        f"{first.variant}_units" if by_unit and units else first.variant,
        subject=(_name(first.program),),
        evidence=[place for gap in gaps for place in gap.program.evidence[:1]],
        keys=tuple(map(str, first.at)),
        program=first.program,
        name=named(first.program),
        years=years(first.at),
        count=len(gaps),
        units=listed(units),
    )
