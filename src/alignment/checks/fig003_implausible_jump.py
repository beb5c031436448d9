"""FIG003: a figure that is ten times, or a tenth of, all others of its row: most often a digit too many or too few."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from statistics import median

from alignment.checks.base import Review, Verdict, finding, named
from alignment.checks.figures import amounts, as_printed, years
from alignment.checks.series import Series, series
from alignment.checks.spec import CheckSpec
from alignment.models import Finding, Program
from alignment.text import says

_FEWEST = 4
"""Figures it takes to say which one is out of line."""


def implausible_jump(review: Review, spec: CheckSpec) -> Verdict:
    """Judges rows of at least four yearly figures, budgets and targets, that are steady but for one."""
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        for program in draft.extraction.programs:
            if len(program.budget) >= _FEWEST:
                judged += 1
                found.extend(_budget(spec, program))
        for one in series(draft):
            if not one.whole or len(one.figures) < _FEWEST or _is_of_change(one, spec):
                continue
            judged += 1
            year = _odd_one({at: figure.number for at, figure in one.figures.items()}, spec)
            if year is not None:
                found.append(
                    finding(
                        spec,
                        "target",
                        subject=one.subject,
                        evidence=one.evidence,
                        keys=(str(year),),
                        program=one.program,
                        name=named(one.program),
                        indicator=one.indicator.name,
                        year=years([year]),
                        figures=as_printed(one.indicator.targets),
                    )
                )
    return Verdict(judged, tuple(found))


def _is_of_change(one: Series, spec: CheckSpec) -> bool:
    """Whether it measures how much something changes: that leaps from year to year."""
    return says(one.indicator.name, spec.words["change"])


def _budget(spec: CheckSpec, program: Program) -> list[Finding]:
    year = _odd_one(program.budget, spec)
    if year is None:
        return []
    return [
        finding(
            spec,
            "budget",
            subject=(program.code or program.name, program.unit or program.agency or ""),
            evidence=program.evidence,
            keys=(str(year),),
            program=program,
            name=named(program),
            year=years([year]),
            figures=amounts(program.budget),
        )
    ]


def _odd_one(figures: Mapping[int, Decimal], spec: CheckSpec) -> int | None:
    """The one year that is out of line by `factor` while the others stay within `steady` of each other."""
    odd = [year for year in figures if _is_odd(year, figures, spec)]
    return odd[0] if len(odd) == 1 else None


def _is_odd(year: int, figures: Mapping[int, Decimal], spec: CheckSpec) -> bool:
    others = [figure for at, figure in figures.items() if at != year]
    if min(others) <= 0 or figures[year] <= 0 or max(others) > min(others) * Decimal(str(spec.threshold("steady"))):
        return False
    ratio = figures[year] / median(others)
    factor = Decimal(str(spec.threshold("factor")))
    most = Decimal(str(spec.threshold("most")))  # beyond it the figure is of another column
    return factor <= ratio <= most or 1 / most <= ratio <= 1 / factor
