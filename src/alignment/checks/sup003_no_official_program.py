"""SUP003: a program that no official program would carry, or that is not a regency's to do."""

from __future__ import annotations

from alignment import corpora
from alignment.checks.absence import lacking
from alignment.checks.authority import Outside, outside_authority
from alignment.checks.base import Review, Verdict, finding, named, quoted
from alignment.checks.dates import is_since
from alignment.checks.pointing import Answer, matches
from alignment.checks.scope import Item, judged
from alignment.checks.spec import CheckSpec
from alignment.models import Finding, Text
from alignment.models.corpus import Affair

_NOMENCLATURE = "permendagri-90-2019"
_ANSWERS: tuple[Answer, ...] = ("support", "sdg", "rpjmn")
"""What says that the words of a program are about something: then it is its official program that is not known here."""


def no_official_program(review: Review, spec: CheckSpec) -> Verdict:
    """Judges programs that print no code of the nomenclature; a code is an official program already. Which program of
    the nomenclature would carry one is asked of plans that were made since it exists."""
    uncoded = [item for item in judged(review) if item.program.code is None]
    outside = {item.program.id: why for item in uncoded if (why := outside_authority(review, item))}
    without = [
        item
        for item in uncoded
        if item.program.id not in outside
        and is_since(review, review.documents[item.program.document], _NOMENCLATURE)
        and not any(matches(review, item, answer) for answer in _ANSWERS)
    ]
    found = [_found(spec, item, outside[item.program.id]) for item in uncoded if item.program.id in outside]
    return Verdict(len(uncoded), (*found, *lacking(spec, uncoded, without)))


def _found(spec: CheckSpec, item: Item, why: Outside) -> Finding:
    return finding(
        spec,
        f"outside_{why.affair.level}",
        subject=item.subject,
        evidence=item.evidence,
        keys=(why.affair.id,),
        program=item.program,
        name=named(item.program),
        words=quoted(why.words, ", "),
        affair=why.affair.label,
        instead=why.affair.instead,
        law=_law(why.affair),
    )


def _law(affair: Affair) -> Text:
    """The place in the law, where it was looked up."""
    law = corpora.load("regulations").get(affair.regulation) if affair.regulation else None
    if law is None or affair.article is None or affair.standing != "confirmed":
        return Text(id="", en="")
    return Text(id=f" ({law.label.id}, {affair.article})", en=f" ({law.label.en}, {affair.article})")
