"""PIL007: a quick win that is not quick, or that nobody pays for."""

from __future__ import annotations

from alignment.checks.base import Reading, Review, Verdict, finding, named
from alignment.checks.scope import Item, items
from alignment.checks.series import years
from alignment.checks.spec import CheckSpec
from alignment.models import Finding


def slow_quick_win(review: Review, spec: CheckSpec) -> Verdict:
    """Judges programs marked as quick wins: they begin in the plan's first year and name their funding."""
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        for item in items(review, draft):
            if not any(row.quick_win for row in item.rows):
                continue
            judged += 1
            first = min((year for row in item.rows for year in (*row.years, *row.budget)), default=None)
            begin = _first_year(draft)
            if first is not None and begin is not None and first > begin:
                found.append(_found(spec, "late", item, first, begin))
            elif not any(row.budget or row.funding for row in item.rows):
                found.append(_found(spec, "unfunded", item))
    return Verdict(judged, tuple(found))


def _first_year(draft: Reading) -> int | None:
    return draft.document.period.start if draft.document.period else None


def _found(spec: CheckSpec, variant: str, item: Item, first: int = 0, begin: int = 0) -> Finding:
    return finding(
        spec,
        variant,
        subject=item.subject,
        evidence=item.evidence,
        program=item.program,
        name=named(item.program),
        year=years([first]),
        begin=years([begin]),
    )
