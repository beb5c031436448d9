"""SDG001: a program that names no goal of the SDG/TPB and points to none."""

from __future__ import annotations

from collections.abc import Sequence

from alignment.checks.absence import lacking, together
from alignment.checks.base import Reading, Review, Verdict
from alignment.checks.dates import is_since
from alignment.checks.kinds import is_regional_plan, is_smart_city_plan
from alignment.checks.pointing import matches
from alignment.checks.scope import Item, items
from alignment.checks.spec import CheckSpec
from alignment.models import Finding

_FIRST = "perpres-59-2017"
"""The regulation since which plans carry the SDGs."""


def no_target(review: Review, spec: CheckSpec) -> Verdict:
    """Judges every program of plans that were made since plans carry the SDGs. In a plan that is no smart-city plan all
    that lack a target are one remark, where they are more than a few; so they are where no program names a target."""
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        programs = items(review, draft)
        if not is_since(review, draft.document, _FIRST) or not _is_whole(draft, programs, spec):
            continue
        judged += len(programs)
        without = [item for item in programs if not _has_goal(review, item)]
        if is_smart_city_plan(draft):
            found.extend(_in_smart_city_plan(spec, programs, without))
        elif len(without) > len(programs) * spec.threshold("few"):
            found.append(together(spec, without, "regional", len(programs)))
    return Verdict(judged, tuple(found))


def _has_goal(review: Review, item: Item) -> bool:
    """Whether it names a goal, its words point to one, or an official program carries it plainly: those serve goals."""
    if any(line.declared_sdg for line in item.lines) or matches(review, item, "sdg"):
        return True
    return any(match.status == "supported" for match in matches(review, item, "support"))


def _is_whole(draft: Reading, programs: Sequence[Item], spec: CheckSpec) -> bool:
    """Not a regional plan of which no more than a few programs were read: its tables were not."""
    return not is_regional_plan(draft) or len(programs) >= spec.threshold("programs")


def _in_smart_city_plan(spec: CheckSpec, programs: Sequence[Item], without: Sequence[Item]) -> tuple[Finding, ...]:
    declared = any(line.declared_sdg for item in programs for line in item.rows)
    if declared or len(programs) == 1 or not without:
        return lacking(spec, programs, without)
    return (together(spec, without, "undeclared", len(programs)),)
