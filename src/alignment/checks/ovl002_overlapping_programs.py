"""OVL002: two programs that do the same in part."""

from __future__ import annotations

from alignment.checks.base import Review, Verdict, finding, named
from alignment.checks.pairs import Pair, pairs
from alignment.checks.spec import CheckSpec
from alignment.models import Finding, Text
from alignment.text import normal


def overlapping_programs(review: Review, spec: CheckSpec) -> Verdict:
    """Judges all programs of all drafts, pair by pair; what is the same altogether is OVL001."""
    judged = sum(len(draft.extraction.programs) for draft in review.drafts)
    least = spec.threshold("score")
    found = [
        _found(spec, pair)
        for pair in pairs(review)
        if pair.overlap.verdict == "overlapping" and pair.overlap.score >= least
    ]
    return Verdict(judged, tuple(found))


def _found(spec: CheckSpec, pair: Pair) -> Finding:
    agencies = {normal(program.agency) for program in (pair.a, pair.b) if program.agency}
    joining = [reason.message for reason in pair.overlap.reasons if reason.weight > 0]
    return finding(
        spec,
        "agencies" if len(agencies) > 1 else "one_agency",
        subject=sorted((pair.a.name, pair.b.name)),
        evidence=pair.a.evidence[:1],
        program=pair.a,
        related=pair.b.evidence[:1],
        name=named(pair.a),
        other=named(pair.b),
        reason=joining[0] if joining else Text(id="", en=""),
        first_agency=pair.a.agency or "-",
        second_agency=pair.b.agency or "-",
    )
