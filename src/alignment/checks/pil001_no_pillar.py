"""PIL001: a program that neither names a pillar nor points to one."""

from __future__ import annotations

from alignment.checks.absence import lacking, together
from alignment.checks.base import Review, Verdict
from alignment.checks.kinds import is_smart_city_plan
from alignment.checks.pointing import matches
from alignment.checks.scope import items
from alignment.checks.spec import CheckSpec
from alignment.models import Finding


def no_pillar(review: Review, spec: CheckSpec) -> Verdict:
    """Judges every program; in a plan that is no smart-city plan all that lack a pillar are one remark."""
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        programs = items(draft)
        judged += len(programs)
        without = [
            item
            for item in programs
            if not any(line.declared_pillar for line in item.lines) and not matches(review, item, "pillars")
        ]
        if is_smart_city_plan(draft):
            found.extend(lacking(spec, programs, without))
        elif without:
            found.append(together(spec, without, "regional", len(programs)))
    return Verdict(judged, tuple(found))
