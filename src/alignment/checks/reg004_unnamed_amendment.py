"""REG004: a regulation that was amended, cited without its amendment."""

from __future__ import annotations

import datetime as dt

from alignment.checks.base import Review, Verdict, finding
from alignment.checks.dates import as_of, edition
from alignment.checks.law import Cited, cited, is_mistitled, state, strongest
from alignment.checks.spec import CheckSpec
from alignment.models import Finding, Text
from alignment.models.corpus import Regulation

_PLACES_SHOWN = 3


def unnamed_amendment(review: Review, spec: CheckSpec) -> Verdict:
    """Judges every regulation in force that a draft cites: its amendment must be named somewhere in the draft."""
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        day = as_of(review, draft.document)
        by_id = strongest(cited(review, draft))
        for identifier, places in by_id.items():
            regulation: Regulation | None = review.corpora("regulations").get(identifier)
            if regulation is None or state(regulation, day, review) != "in_force":
                continue
            judged += 1
            if any(is_mistitled(one, regulation) for one in places):
                continue
            amendments = _amendments(review, regulation, day)
            if amendments and not any(one.said_amended for one in places) and not by_id.keys() & set(amendments):
                found.append(_found(spec, regulation, places, amendments))
    return Verdict(judged, tuple(found))


def _amendments(review: Review, regulation: Regulation, day: dt.date) -> dict[str, Regulation]:
    """What amended it by that day, by id. An amendment counts from its own first day, else from the next year on."""
    known: dict[str, Regulation] = {}
    for identifier in regulation.amended_by:
        amendment: Regulation | None = review.corpora("regulations").get(identifier)
        if amendment is not None and _valid_from(amendment) <= day <= edition(review):
            known[identifier] = amendment
    return known


def _valid_from(amendment: Regulation) -> dt.date:
    return amendment.valid_from or dt.date(amendment.year + 1, 1, 1)


def _found(spec: CheckSpec, regulation: Regulation, places: list[Cited], amendments: dict[str, Regulation]) -> Finding:
    last = list(amendments.values())[-1]
    return finding(
        spec,
        "amended",
        subject=(),
        evidence=[one.evidence for one in places[:_PLACES_SHOWN]],
        keys=(regulation.id,),
        program=places[0].program,
        cited=places[0].short,
        title=regulation.title,
        by=Text(id=last.label.id, en=last.label.en),
    )
