"""FIG002: yearly targets that go the wrong way, or nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from alignment.checks.absence import listed
from alignment.checks.base import Review, Verdict, finding, named
from alignment.checks.direction import direction, is_share
from alignment.checks.figures import as_printed
from alignment.checks.series import Series, series
from alignment.checks.spec import CheckSpec
from alignment.models import Finding


def target_goes_back(review: Review, spec: CheckSpec) -> Verdict:
    """Judges indicators whose words say which way is better, where every target is a number.

    Many that stand still are one remark.
    """
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        still: list[Series] = []
        for one in series(draft):
            better = _better(one, spec)
            if better is None or not one.whole or max(one.numbers) > spec.threshold("largest"):
                continue  # no index, share or rate is that large: the figures are of something else
            if one.are_portions:
                continue
            judged += 1
            variant = _variant(one, better, spec)
            if variant == "still":
                still.append(one)
            elif variant is not None:
                found.append(_found(spec, variant, one))
        if len(still) > spec.threshold("group_above"):
            found.append(_together(spec, still))
        else:
            found.extend(_found(spec, "still", one) for one in still)
    return Verdict(judged, tuple(found))


def _better(one: Series, spec: CheckSpec) -> int | None:
    """Which way is better; of a share, which way its own targets go: only a break in them can be told."""
    better = direction(one.indicator.name, spec)
    if better is not None and is_share(one.indicator.name, spec) and one.numbers and one.numbers[-1] < one.numbers[0]:
        return -1
    return better


def _variant(one: Series, better: int, spec: CheckSpec) -> str | None:
    numbers = one.numbers
    steps = [(after - before) * better for before, after in pairwise(numbers)]
    if any(step < 0 for step in steps):
        return "worse" if all(step <= 0 for step in steps) else "back"
    if any(steps) or len(numbers) < spec.threshold("still_years"):
        return None
    return None if _is_full(one, better, spec) else "still"


def _is_full(one: Series, better: int, spec: CheckSpec) -> bool:
    """What is (nearly) complete, or the best mark of a scale, can only be kept."""
    if better < 0:
        return one.numbers[0] <= 0
    tops = () if is_share(one.indicator.name, spec) else spec.words["tops"]
    return one.numbers[0] >= Decimal(str(spec.threshold("full"))) or str(one.numbers[0].normalize()) in tops


def _found(spec: CheckSpec, variant: str, one: Series) -> Finding:
    return finding(
        spec,
        variant,
        subject=one.subject,
        evidence=one.evidence,
        program=one.program,
        indicator=one.indicator.name,
        name=named(one.program),
        targets=as_printed(one.indicator.targets),
    )


def _together(spec: CheckSpec, still: Sequence[Series]) -> Finding:
    told = [f"{one.indicator.name} ({one.numbers[0].normalize():f})".replace(".", ",") for one in still]
    return finding(
        spec,
        "many_still",
        subject=(),
        evidence=[place for one in still for place in one.evidence[:1]],
        count=len(still),
        names=listed(told),
    )
