"""PIL006: a road map with a horizon nothing stands in."""

from __future__ import annotations

from alignment import i18n
from alignment.checks.base import Review, Verdict, finding
from alignment.checks.kinds import smart_city_plans
from alignment.checks.scope import items
from alignment.checks.spec import CheckSpec
from alignment.models import Evidence, Finding

_HORIZONS = ("short", "medium", "long")


def horizon_without_programs(review: Review, spec: CheckSpec) -> Verdict:
    """Judges smart-city plans that sort most of their programs into short, medium and long term."""
    judged, found = 0, list[Finding]()
    for draft in smart_city_plans(review):
        programs = items(review, draft)
        said = ({line.horizon for line in item.rows if line.horizon} for item in programs)
        used = [horizons for horizons in said if horizons]
        if len(used) < max(2.0, len(programs) * spec.threshold("share")):
            continue
        judged += 1
        found.extend(
            finding(
                spec,
                "empty",
                subject=(),
                evidence=(Evidence(document=draft.document.id),),
                keys=(horizon,),
                horizon=i18n.both(f"form.horizon_{horizon}"),
                count=len(used),
            )
            for horizon in _HORIZONS
            if not any(horizon in horizons for horizons in used)
        )
    return Verdict(judged, tuple(found))
