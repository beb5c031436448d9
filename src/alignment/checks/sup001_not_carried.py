"""SUP001: a program that none of the given plans carries."""

from __future__ import annotations

from alignment.checks.absence import lacking
from alignment.checks.base import Review, Verdict, not_judged
from alignment.checks.pointing import matches
from alignment.checks.scope import Item, judged
from alignment.checks.spec import CheckSpec


def not_carried(review: Review, spec: CheckSpec) -> Verdict:
    """Judges the programs of the drafts against the plans; without a plan the question stays open."""
    if not review.plans:
        return Verdict(not_judged=(not_judged(spec, "no_plan"),))
    programs = judged(review)
    nearest = {item.program.id: matches(review, item, "carried_by") for item in programs}
    without = [item for item in programs if not nearest[item.program.id]]
    doubtful = [item for item in programs if _is_doubtful(review, item)]
    return Verdict(
        len(programs),
        (*lacking(spec, programs, without), *lacking(spec, programs, doubtful, one="similar", many="many_similar")),
    )


def _is_doubtful(review: Review, item: Item) -> bool:
    carried = matches(review, item, "carried_by")
    return bool(carried) and all(match.status == "ambiguous" for match in carried)
