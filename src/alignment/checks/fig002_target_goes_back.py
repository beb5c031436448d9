"""FIG002: yearly targets that go the wrong way."""

from __future__ import annotations

from itertools import pairwise

from alignment.checks.base import Review, Verdict, finding, named
from alignment.checks.direction import direction
from alignment.checks.series import printed, series
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
            steps = [(after - before) * better for before, after in pairwise(one.numbers)]
            if all(step >= 0 for step in steps):
                continue
            found.append(
                finding(
                    spec,
                    "worse" if all(step <= 0 for step in steps) else "back",
                    subject=one.subject,
                    evidence=one.evidence,
                    program=one.program,
                    indicator=one.indicator.name,
                    name=named(one.program),
                    targets=printed(one.indicator.targets),
                )
            )
    return Verdict(judged, tuple(found))
