"""CMP007: indicators that nobody can fail: no target in any year."""

from __future__ import annotations

from alignment.checks.absence import lacking
from alignment.checks.base import Review, Verdict
from alignment.checks.scope import Item, items
from alignment.checks.spec import CheckSpec
from alignment.models import Finding


def indicator_without_target(review: Review, spec: CheckSpec) -> Verdict:
    """Judges programs with indicators, in plans where some have targets: else the tables have no such column."""
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        those = [item for item in items(review, draft) if any(row.indicators for row in item.lines)]
        without = [item for item in those if not _has_target(item)]
        if len(without) < len(those):
            judged += len(those)
            found.extend(lacking(spec, those, without))
    return Verdict(judged, tuple(found))


def _has_target(item: Item) -> bool:
    return any(one.targets or one.end_target for row in item.lines for one in row.indicators)
