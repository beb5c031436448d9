"""FIG002: yearly targets that go the wrong way, or nowhere."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from alignment.checks.base import Review, Verdict, finding, named
from alignment.checks.direction import direction
from alignment.checks.series import Series, printed, series
from alignment.checks.spec import CheckSpec
from alignment.models import Finding


def target_goes_back(review: Review, spec: CheckSpec) -> Verdict:
    """Judges indicators whose words say which way is better, where every target is a number."""
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        for one in series(draft):
            better = direction(one.indicator.name, spec)
            if better is None or not one.whole or max(one.numbers) > spec.threshold("largest"):
                continue  # no index, share or rate is that large: the figures are of something else
            judged += 1
            variant = _variant(one.numbers, better, spec)
            if variant is not None:
                found.append(_found(spec, variant, one))
    return Verdict(judged, tuple(found))


def _variant(numbers: tuple[Decimal, ...], better: int, spec: CheckSpec) -> str | None:
    steps = [(after - before) * better for before, after in pairwise(numbers)]
    if any(step < 0 for step in steps):
        return "worse" if all(step <= 0 for step in steps) else "back"
    if any(steps) or len(numbers) < spec.threshold("still_years"):
        return None
    full = Decimal(str(spec.threshold("full"))) if better > 0 else Decimal(0)
    return "still" if (full - numbers[0]) * better > 0 else None  # what is complete can only be kept


def _found(spec: CheckSpec, variant: str, one: Series) -> Finding:
    return finding(
        spec,
        variant,
        subject=one.subject,
        evidence=one.evidence,
        program=one.program,
        indicator=one.indicator.name,
        name=named(one.program),
        targets=printed(one.indicator.targets),
    )
