"""SDG001: a program that names no goal of the SDG/TPB and points to none."""

from __future__ import annotations

from alignment.checks.absence import lacking, together
from alignment.checks.base import Review, Verdict
from alignment.checks.kinds import is_smart_city_plan
from alignment.checks.pointing import matches
from alignment.checks.scope import items
from alignment.checks.spec import CheckSpec
from alignment.models import Finding


def no_target(review: Review, spec: CheckSpec) -> Verdict:
    """Judges every program; in a plan that is no smart-city plan all that lack a target are one remark."""
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        programs = items(draft)
        judged += len(programs)
        without = [
            item
            for item in programs
            if not any(line.declared_sdg for line in item.lines) and not matches(review, item, "sdg")
        ]
        if is_smart_city_plan(draft):
            found.extend(lacking(spec, programs, without))
        elif without:
            found.append(together(spec, without, "regional", len(programs)))
    return Verdict(judged, tuple(found))
