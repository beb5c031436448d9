"""SUP003: a program that no official program would carry, or that is not a regency's to do."""

from __future__ import annotations

from alignment.checks.absence import lacking
from alignment.checks.base import Review, Verdict, finding, named, quoted
from alignment.checks.pointing import matches
from alignment.checks.scope import Item, judged
from alignment.checks.spec import CheckSpec
from alignment.models import Contribution, Finding

_AUTHORITY = "authority."


def no_official_program(review: Review, spec: CheckSpec) -> Verdict:
    """Judges programs that print no code of the nomenclature; a code is an official program already."""
    uncoded = [item for item in judged(review) if item.program.code is None]
    outside = {item.program.id: why for item in uncoded if (why := _outside(review, item))}
    without = [item for item in uncoded if item.program.id not in outside and not matches(review, item, "support")]
    found = [_found(spec, item, outside[item.program.id]) for item in uncoded if item.program.id in outside]
    return Verdict(len(uncoded), (*found, *lacking(spec, uncoded, without)))


def _outside(review: Review, item: Item) -> tuple[Contribution, ...]:
    """The rules of authority that refused what would carry it."""
    return tuple(
        contribution
        for match in review.of(item.program).support[:1]
        for contribution in match.contributions
        if contribution.weight < 0 and contribution.rule.startswith(_AUTHORITY)
    )


def _found(spec: CheckSpec, item: Item, why: tuple[Contribution, ...]) -> Finding:
    words = list(dict.fromkeys(word for contribution in why for word in contribution.words))
    return finding(
        spec,
        "outside",
        subject=item.subject,
        evidence=item.evidence,
        program=item.program,
        name=named(item.program),
        words=quoted(words, ", "),
    )
