"""OVL002: two programs that do the same in part."""

from __future__ import annotations

from alignment.checks.base import Review, Verdict, finding, named
from alignment.checks.figures import years
from alignment.checks.pairs import Pair, pairs
from alignment.checks.spec import CheckSpec
from alignment.checks.stake import at_stake
from alignment.models import Finding, Text
from alignment.text import normal


def overlapping_programs(review: Review, spec: CheckSpec) -> Verdict:
    """Judges all programs of all drafts, pair by pair; what is the same altogether is OVL001."""
    judged = sum(len(draft.extraction.programs) for draft in review.drafts)
    return Verdict(judged, tuple(_found(spec, pair) for pair in pairs(review) if _overlap(pair, spec)))


def _overlap(pair: Pair, spec: CheckSpec) -> bool:
    """One output in one place and the same years is one, whatever the programs are called. Two programs that a contrast
    keeps apart, of which one is about the other's thing, or that share only what many of the plan speak of, are two. An
    official row is worded in its own way: beside it counts that no row is nearer."""
    if pair.is_same:
        return False
    if pair.one_output:
        return True
    if pair.is_exchanged or pair.overlap.score < spec.threshold("score"):
        return False
    if any(reason.weight < 0 for reason in pair.overlap.reasons):
        return False
    if pair.nearest_row:
        return pair.overlap.score >= spec.threshold("row")
    return pair.one_doing and 0 < pair.speakers <= spec.threshold("speakers") and _says_little_else(pair, spec)


def _says_little_else(pair: Pair, spec: CheckSpec) -> bool:
    """Two programs that each have something of their own are two, unless they share several things and what they say
    beside is of one matter: then it is the same in other words."""
    less, more = sorted((pair.own_a, pair.own_b))
    if less <= spec.threshold("own_of_both") and more <= spec.threshold("own_of_one"):
        return pair.beside >= 0 or more <= spec.threshold("own_of_both")
    return pair.beside > 0 and pair.shared >= spec.threshold("things") and more <= spec.threshold("own_in_other_words")


def _found(spec: CheckSpec, pair: Pair) -> Finding:
    agencies = {normal(program.agency) for program in (pair.a, pair.b) if program.agency}
    joining = [reason.message for reason in pair.overlap.reasons if reason.weight > 0]
    variant = "same_output" if pair.one_output else "agencies" if len(agencies) > 1 else "one_agency"
    output, location, common = pair.one_output or ("", "", ())
    return finding(
        spec,
        variant,
        subject=sorted((pair.a.name, pair.b.name)),
        evidence=pair.a.evidence[:1],
        program=pair.a,
        related=pair.b.evidence[:1],
        name=named(pair.a),
        other=named(pair.b),
        reason=_subject(joining),
        first_agency=pair.a.agency or "-",
        second_agency=pair.b.agency or "-",
        output=output,
        location=location,
        years=years(common),
        stake=at_stake((pair.a, pair.b)),
    )


def _subject(reasons: list[Text]) -> Text:
    """What joins them, without the quotes of both that the message gives already."""
    if not reasons:
        return Text(id="", en="")
    return Text(id=reasons[0].id.split(": ")[0] + ".", en=reasons[0].en.split(": ")[0] + ".")
