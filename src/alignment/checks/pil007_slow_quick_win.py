"""PIL007: a quick win that is not quick, or that nobody pays for."""

from __future__ import annotations

from collections.abc import Container

from alignment.checks.absence import lacking
from alignment.checks.base import Reading, Review, Verdict, finding, named
from alignment.checks.figures import years
from alignment.checks.scope import Item, items
from alignment.checks.spec import CheckSpec
from alignment.checks.undated import with_amount
from alignment.models import Finding


def slow_quick_win(review: Review, spec: CheckSpec) -> Verdict:
    """Judges programs marked as quick wins: they begin in the first year that the plan does, and name their funding.
    Those of a draft that nobody pays for are one remark."""
    judged, found = 0, list[Finding]()
    amounts = with_amount(review)
    for draft in review.drafts:
        quick = [item for item in items(review, draft) if any(row.quick_win for row in item.rows)]
        judged += len(quick)
        begin = _first_year(review, draft)
        late = {item.program.id: first for item in quick if (first := _starts(item)) and begin and first > begin}
        found.extend(_late(spec, item, late[item.program.id], begin or 0) for item in quick if item.program.id in late)
        unpaid = [item for item in quick if item.program.id not in late and not _is_funded(item, amounts)]
        found.extend(lacking(spec, quick, unpaid, "unfunded", "many_unfunded"))
    return Verdict(judged, tuple(found))


def _first_year(review: Review, draft: Reading) -> int | None:
    """Of the plan's period; the second where nothing begins in the first, in which the plan was made."""
    period = draft.document.period
    if period is None:
        return None
    starts = (_starts(item) for item in items(review, draft))
    return period.start if any(first is not None and first <= period.start for first in starts) else period.start + 1


def _starts(item: Item) -> int | None:
    return min((year for row in item.rows for year in (*row.years, *row.budget)), default=None)


def _is_funded(item: Item, amounts: Container[str]) -> bool:
    return any(row.budget or row.funding or row.id in amounts for row in item.rows)


def _late(spec: CheckSpec, item: Item, first: int, begin: int) -> Finding:
    return finding(
        spec,
        "late",
        subject=item.subject,
        evidence=item.evidence,
        program=item.program,
        name=named(item.program),
        year=years([first]),
        begin=years([begin]),
    )
