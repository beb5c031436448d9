"""PIL001: a program that neither names a pillar nor points to one."""

from __future__ import annotations

from alignment.checks.absence import lacking
from alignment.checks.base import Review, Verdict
from alignment.checks.kinds import smart_city_plans
from alignment.checks.pointing import matches
from alignment.checks.scope import items
from alignment.checks.spec import CheckSpec
from alignment.models import Finding


def no_pillar(review: Review, spec: CheckSpec) -> Verdict:
    """Judges every program of smart-city plans; no other plan owes a pillar. A weak word alone ("ayo") says none."""
    judged, found = 0, list[Finding]()
    for draft in smart_city_plans(review):
        programs = items(review, draft)
        judged += len(programs)
        without = [
            item
            for item in programs
            if not any(line.declared_pillar for line in item.lines)
            and not any(match.score >= spec.threshold("says") for match in matches(review, item, "pillars"))
        ]
        found.extend(lacking(spec, programs, without))
    return Verdict(judged, tuple(found))
