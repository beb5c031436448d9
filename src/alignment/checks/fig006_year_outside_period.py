"""FIG006: years that lie outside the plan's own period."""

from __future__ import annotations

from alignment.checks.base import Reading, Review, Verdict, finding, named
from alignment.checks.figures import years
from alignment.checks.kinds import is_regional_plan
from alignment.checks.spec import CheckSpec
from alignment.models import Finding, Period, Program


def year_outside_period(review: Review, spec: CheckSpec) -> Verdict:
    """Judges the years of budgets and schedules of plans that print their period.

    A regional plan looks one year on, to the yearly plan between two periods; targets of the year before it begins are
    a starting point and not in question.
    """
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        period = draft.document.period
        if period is None:
            continue
        for program in draft.extraction.programs:
            named_years = {*program.budget, *program.years}
            if not named_years:
                continue
            judged += 1
            outside = sorted(year for year in named_years if not _inside(year, period, draft))
            if outside:
                found.append(_found(spec, program, outside, period))
    return Verdict(judged, tuple(found))


def _inside(year: int, period: Period, draft: Reading) -> bool:
    on = 1 if is_regional_plan(draft) else 0
    return period.start <= year <= period.end + on


def _found(spec: CheckSpec, program: Program, outside: list[int], period: Period) -> Finding:
    return finding(
        spec,
        "outside",
        subject=(program.code or program.name,),
        evidence=program.evidence,
        keys=tuple(map(str, outside)),
        program=program,
        name=named(program),
        years=years(outside),
        start=period.start,
        end=period.end,
    )
