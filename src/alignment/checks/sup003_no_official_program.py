"""SUP003: a program that no official program would carry, or that is not a regency's to do."""

from __future__ import annotations

from alignment import corpora
from alignment.checks.absence import lacking
from alignment.checks.base import Review, Verdict, finding, named, quoted
from alignment.checks.pointing import matches
from alignment.checks.scope import Item, judged
from alignment.checks.spec import CheckSpec
from alignment.models import Contribution, Finding, Text
from alignment.models.corpus import Affair

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
    affair: Affair | None = corpora.load("authority").get(why[0].rule.split(".")[1])
    spoken = quoted(list(dict.fromkeys(word for contribution in why for word in contribution.words)), ", ")
    nothing = Text(id="", en="")
    return finding(
        spec,
        f"outside_{affair.level}" if affair else "outside",
        subject=item.subject,
        evidence=item.evidence,
        keys=(affair.id,) if affair else (),
        program=item.program,
        name=named(item.program),
        words=spoken,
        affair=affair.label if affair else nothing,
        instead=affair.instead if affair else nothing,
        law=_law(affair) if affair else nothing,
    )


def _law(affair: Affair) -> Text:
    """The place in the law, where it was looked up."""
    law = corpora.load("regulations").get(affair.regulation) if affair.regulation else None
    if law is None or affair.article is None or affair.standing != "confirmed":
        return Text(id="", en="")
    return Text(id=f" ({law.label.id}, {affair.article})", en=f" ({law.label.en}, {affair.article})")
