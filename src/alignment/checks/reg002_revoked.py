"""REG002: a regulation that was no longer in force at the plan's date."""

from __future__ import annotations

from alignment.checks.base import Reading, Review, Verdict, finding, not_judged
from alignment.checks.dates import as_of, edition
from alignment.checks.law import Cited, cited, is_mistitled, state, strongest
from alignment.checks.spec import CheckSpec
from alignment.models import Finding, NotJudged, Text
from alignment.models.corpus import Regulation

_PLACES_SHOWN = 8


def revoked(review: Review, spec: CheckSpec) -> Verdict:
    """Judges every known regulation a draft cites, once a draft, as of the draft's day."""
    judged, found, open_ = 0, list[Finding](), list[NotJudged]()
    for draft in review.drafts:
        day = as_of(review, draft.document)
        unknown: list[str] = []
        for identifier, places in strongest(cited(review, draft)).items():
            regulation: Regulation | None = review.corpora("regulations").get(identifier)
            if regulation is None:
                continue
            standing = state(regulation, day, review)
            if standing == "unknown":
                unknown.append(places[0].short)
                continue
            judged += 1
            relied_on = _relied_on(places, regulation)
            if standing == "revoked" and relied_on:
                found.append(_found(review, spec, draft, regulation, relied_on))
            elif standing == "expired" and relied_on and relied_on[0].place != "text":
                found.append(_found(review, spec, draft, regulation, relied_on, expired=True))
        if unknown:
            late = day > edition(review)
            open_.append(
                not_judged(
                    spec,
                    "past_edition" if late else "unconfirmed",
                    document=draft.document.name,
                    day=day.isoformat(),
                    edition=edition(review).isoformat(),
                    count=len(unknown),
                    names=", ".join(unknown),
                )
            )
    return Verdict(judged, tuple(found), tuple(open_))


def _relied_on(places: list[Cited], regulation: Regulation) -> list[Cited]:
    """The places that rest on it. Where the text itself tells once that it is gone, its other mentions know it too."""
    basis = [one for one in places if one.place != "text" and not one.said_bygone]
    told = [one for one in places if one.place == "text" and not is_mistitled(one, regulation)]
    return basis or ([] if any(one.said_bygone for one in told) else told)


def _found(
    review: Review,
    spec: CheckSpec,
    draft: Reading,
    regulation: Regulation,
    places: list[Cited],
    *,
    expired: bool = False,
) -> Finding:
    first = places[0]
    successors = [review.corpora("regulations").get(by) for by in regulation.revoked_by]
    named = [entry.label for entry in successors if entry is not None]
    by = Text(id=", ".join(label.id for label in named), en=", ".join(label.en for label in named))
    variant = "basis" if first.place != "text" else "mentioned"
    return finding(
        spec,
        "expired" if expired else variant if named else f"{variant}_unnamed",
        subject=(),
        evidence=[one.evidence for one in places[:_PLACES_SHOWN]],
        keys=(regulation.id,),
        program=first.program,
        cited=first.short,
        title=regulation.title,
        by=by,
        day=as_of(review, draft.document).isoformat(),
    )
