"""FIG001: budgets that do not add up: of the rows below to the row above, of a row's years to its own sum."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple, get_args

from alignment import i18n
from alignment.checks.base import Reading, Review, Verdict, finding, named, not_judged
from alignment.checks.figures import by_year, rounding, rupiah
from alignment.checks.spec import CheckSpec
from alignment.checks.totals import WrongTotal, wrong_totals
from alignment.models import Evidence, Finding, Level, NotJudged, Program, Text

_YEARS_SHOWN = 5
_LEVELS = get_args(Level)


class _Gap(NamedTuple):
    year: int
    stated: Decimal
    summed: Decimal

    def is_above_by(self, row: Program) -> bool:
        """Whether the sum is too large by just what the row spends."""
        return self.summed - self.stated == row.budget.get(self.year)


class _Mismatch(NamedTuple):
    parent: Program
    children: tuple[Program, ...]
    gaps: tuple[_Gap, ...]

    @property
    def differences(self) -> dict[int, Decimal]:
        """Year to what the row states beyond the rows below it."""
        return {gap.year: gap.stated - gap.summed for gap in self.gaps}

    @property
    def extra(self) -> Program | None:
        """The one row without which everything adds up: printed twice, under a wrong code, or left out of the sum."""
        if len(self.children) < 2:
            return None
        return next((child for child in self.children if all(gap.is_above_by(child) for gap in self.gaps)), None)


def wrong_sum(review: Review, spec: CheckSpec) -> Verdict:
    """Judges every row with a budget whose rows below all have one, year by year, and rows that print a sum of years.

    Where most rows of a document do not add up, its tables are not additive or were not read as printed: then the
    question stays open instead of raining findings.
    """
    judged, found, open_ = 0, list[Finding](), list[NotJudged]()
    for draft in review.drafts:
        found.extend(_wrong_total(spec, one) for one in wrong_totals(draft, spec))
        families = _families(draft)
        wrong = [
            _Mismatch(parent, children, gaps)
            for parent, below in families
            for children in _printed_together(parent, below)
            if (gaps := _gaps(parent, children))
        ]
        if len(wrong) >= spec.threshold("doubt_from") and len(wrong) > len(families) * spec.threshold("doubt_share"):
            open_.append(
                not_judged(
                    spec, "doubtful", [one.parent for one in wrong], document=draft.document.name, count=len(wrong)
                )
            )
            continue
        judged += len(families)
        found.extend(_found(spec, one, wrong, draft) for one in wrong)
    return Verdict(judged, tuple(found), tuple(open_))


def _families(draft: Reading) -> list[tuple[Program, tuple[Program, ...]]]:
    children: dict[str, list[Program]] = defaultdict(list)
    for program in draft.extraction.programs:
        if program.parent:
            children[program.parent].append(program)
    return [
        (program, tuple(below))
        for program in (*draft.extraction.groups, *draft.extraction.programs)
        if program.budget
        and (below := children.get(program.id))
        and all(child.budget and _LEVELS.index(child.level) > _LEVELS.index(program.level) for child in below)
    ]


def _printed_together(parent: Program, children: Sequence[Program]) -> list[tuple[Program, ...]]:
    """The rows below a row: all of them, or table by table where a plan prints the same family in several (what a
    yearly plan proposes, and what was agreed), so that a row that only one of them has is added up there alone.

    Tables that print less than the longest of them (a cascade) are left out.
    """
    starts = sorted({place for row in parent.evidence if (place := _place(row)) is not None})
    tables = [
        tuple(child for child in children if any(_is_between(row, start, end) for row in child.evidence))
        for start, end in pairwise([*starts, None])
        if start is not None
    ]
    longest = max(map(len, tables), default=0)
    whole = [table for table in tables if len(table) == longest]
    if len(whole) < 2 or {child.id for table in whole for child in table} != {child.id for child in children}:
        return [tuple(children)]
    return list({tuple(child.id for child in table): table for table in whole}.values())


def _place(row: Evidence) -> tuple[int, float] | None:
    """Page and top of a print; None where the document has no pages."""
    return (row.page, row.box[1]) if row.page is not None and row.box is not None else None


def _is_between(row: Evidence, start: tuple[int, float], end: tuple[int, float] | None) -> bool:
    place = _place(row)
    return place is not None and start <= place and (end is None or place < end)


def _gaps(parent: Program, children: Sequence[Program]) -> tuple[_Gap, ...]:
    gaps = []
    for year, stated in sorted(parent.budget.items()):
        figures = [child.budget[year] for child in children if year in child.budget]
        summed = sum(figures, Decimal(0))
        if figures and abs(stated - summed) > rounding([stated, *figures]) * len(figures) / 2:
            gaps.append(_Gap(year, stated, summed))
    return tuple(gaps)


def _may_be_misread(wrong: _Mismatch, draft: Reading) -> bool:
    """Whether a row of the same pages was not read, or the gap is just what one row spends: was it put right?"""
    pages = {place.page for row in (wrong.parent, *wrong.children) for place in row.evidence}
    if any(row.evidence.page in pages for row in draft.extraction.unread):
        return True
    return any(
        all(program.budget.get(gap.year) == abs(gap.stated - gap.summed) for gap in wrong.gaps)
        for program in draft.extraction.programs
        if program.id != wrong.parent.id
    )


def _passed_on(wrong: _Mismatch, others: Sequence[_Mismatch]) -> Program | None:
    """The row below whose own sum is wrong by the same: put right there, everything adds up here."""
    below = {child.id for child in wrong.children}
    same = (one.parent for one in others if one.parent.id in below and _is_opposite(one, wrong))
    return next(same, None)


def _is_opposite(below: _Mismatch, above: _Mismatch) -> bool:
    return below.differences == {year: -difference for year, difference in above.differences.items()}


def _found(spec: CheckSpec, wrong: _Mismatch, others: Sequence[_Mismatch], draft: Reading) -> Finding:
    extra, below = wrong.extra, _passed_on(wrong, others)
    named_row = below or extra
    if all(abs(difference) < spec.threshold("slight") for difference in wrong.differences.values()):
        variant = "slight"
    else:
        variant = "passed_on" if below else "extra" if extra else "unsure" if _may_be_misread(wrong, draft) else "wrong"
    rows = (named_row, *(child for child in wrong.children if child is not named_row)) if named_row else wrong.children
    return finding(
        spec,
        variant,
        subject=(wrong.parent.code or wrong.parent.name, wrong.parent.unit or wrong.parent.agency or ""),
        evidence=wrong.parent.evidence,
        keys=tuple(str(gap.year) for gap in wrong.gaps),
        program=wrong.parent,
        related=[place for row in rows for place in row.evidence[:1]],
        name=named(wrong.parent),
        count=len(wrong.children),
        row=named(named_row) if named_row else "",
        years=_years(wrong.gaps),
    )


def _wrong_total(spec: CheckSpec, wrong: WrongTotal) -> Finding:
    stated, summed, difference = map(rupiah, (wrong.stated, wrong.summed, wrong.stated - wrong.summed))
    return finding(
        spec,
        "total",
        subject=(wrong.program.code or wrong.program.name, wrong.program.unit or wrong.program.agency or ""),
        evidence=wrong.program.evidence,
        keys=("total",),
        program=wrong.program,
        name=named(wrong.program),
        count=len(wrong.program.budget),
        stated=stated,
        summed=summed,
        difference=difference,
    )


def _years(gaps: tuple[_Gap, ...]) -> Text:
    return by_year({gap.year: _told(gap) for gap in gaps[:_YEARS_SHOWN]})


def _told(gap: _Gap) -> Text:
    stated, summed, difference = map(rupiah, (gap.stated, gap.summed, gap.stated - gap.summed))
    return i18n.both("checks.sum_differs", stated=stated, summed=summed, difference=difference)
