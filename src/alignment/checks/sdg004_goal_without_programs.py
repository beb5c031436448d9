"""SDG004: goals that a regency can serve and no program of the plan does."""

from __future__ import annotations

from alignment.checks.base import Review, Verdict, finding
from alignment.checks.kinds import is_smart_city_plan
from alignment.checks.pointing import declared_goals, label, matches, root
from alignment.checks.scope import items
from alignment.checks.spec import CheckSpec
from alignment.models import Evidence, Finding, Text


def goal_without_programs(review: Review, spec: CheckSpec) -> Verdict:
    """Judges smart-city plans of several programs, against the goals in a regency's hands (`goals` of the YAML)."""
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        programs = items(draft)
        if not is_smart_city_plan(draft) or len(programs) < spec.threshold("programs"):
            continue
        judged += 1
        served = {root(match) for item in programs for match in matches(review, item, "sdg")}
        served.update(goal for item in programs for goal in declared_goals(item))
        left = [goal for goal in spec.words["goals"] if goal not in served]
        if left:
            found.append(
                finding(
                    spec,
                    "left_out",
                    subject=(),
                    evidence=(Evidence(document=draft.document.id),),
                    count=len(left),
                    goals=_named(left),
                )
            )
    return Verdict(judged, tuple(found))


def _named(goals: list[str]) -> Text:
    labels = [(goal, label("sdg", goal)) for goal in goals]
    return Text(
        id="; ".join(f"{goal} ({name.id})" for goal, name in labels),
        en="; ".join(f"{goal} ({name.en})" for goal, name in labels),
    )
