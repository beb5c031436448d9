"""REG002: a regulation that was no longer in force at the plan's date."""

from __future__ import annotations

import datetime as dt

from alignment import corpora, i18n
from alignment.checks.base import Review, Verdict, finding, joined, not_judged
from alignment.checks.dates import as_of, edition
from alignment.checks.law import Cited, by_regulation, cited
from alignment.checks.spec import CheckSpec
from alignment.matching.citation import Standing, status
from alignment.models import Finding, NotJudged, Text
from alignment.models.corpus import Regulation
from alignment.text import normal

_PLACES_SHOWN = 8


def revoked(review: Review, spec: CheckSpec) -> Verdict:
    """Judges every known regulation a draft cites, once a draft, as of the draft's day."""
    judged, found, open_ = 0, list[Finding](), list[NotJudged]()
    for draft in review.drafts:
        day = as_of(review, draft.document)
        unknown: list[str] = []
        for identifier, places in by_regulation(cited(review, draft)).items():
            standing = status(identifier, day)
            if standing.verdict == "unknown":
                unknown.append(places[0].short)
                continue
            judged += 1
            basis, relied_on = _relied_on(places)
            if standing.verdict == "revoked" and relied_on:
                found.append(_revoked(spec, identifier, relied_on, day, standing))
            elif standing.verdict == "expired" and basis and draft.document.period is None:  # else it is REG006's
                found.append(_found(spec, "expired", identifier, basis, day))
        if unknown:
            open_.append(_open(spec, draft.document.name, unknown, day))
    return Verdict(judged, tuple(found), tuple(open_))


def _relied_on(places: list[Cited]) -> tuple[list[Cited], list[Cited]]:
    """The places that are a legal basis, and all that rest on it. Where the text itself tells once that it is gone, its
    other mentions know it too."""
    basis = [one for one in places if one.place != "text" and not one.said_bygone]
    told = [one for one in places if one.place == "text" and not one.is_doubtful]
    return basis, basis or ([] if any(one.said_bygone for one in told) else told)


def _revoked(spec: CheckSpec, identifier: str, places: list[Cited], day: dt.date, standing: Standing) -> Finding:
    entries = [entry for one in standing.by if (entry := corpora.load("regulations").get(one))]
    laws = [_made_law_by(entry, day) for entry in entries]
    by = [_with_law(entry.label, law) for entry, law in zip(entries, laws, strict=True)]
    instead = [law or entry.label for entry, law in zip(entries, laws, strict=True)]
    variant = "mentioned" if places[0].place == "text" else "basis"
    since = standing.since if standing.verdict == "revoked" else None
    return _found(
        spec,
        variant if by else f"{variant}_unnamed",
        identifier,
        places,
        day,
        by=joined(by),
        instead=joined(instead),
        since=since,
    )


def _made_law_by(entry: Regulation, day: dt.date) -> Text | None:
    """The law that had made a Perppu law by that day: it is what to cite."""
    if entry.kind != "Perppu":
        return None
    title = normal(f"Pengganti Undang-Undang Nomor {entry.number} Tahun {entry.year}")
    laws = (one for one in corpora.load("regulations").entries if one.kind == "UU" and title in normal(one.title))
    return next((one.label for one in laws if one.valid_from and one.valid_from <= day), None)


def _with_law(label: Text, law: Text | None) -> Text:
    if law is None:
        return label
    return i18n.both("checks.made_law_by", label=label, law=law)


def _found(
    spec: CheckSpec,
    variant: str,
    identifier: str,
    places: list[Cited],
    day: dt.date,
    *,
    by: Text | None = None,
    instead: Text | None = None,
    since: dt.date | None = None,
) -> Finding:
    regulation: Regulation | None = corpora.load("regulations").get(identifier)
    return finding(
        spec,
        variant,
        subject=(),
        evidence=[one.evidence for one in places[:_PLACES_SHOWN]],
        keys=(identifier,),
        program=places[0].program,
        cited=places[0].short,
        title=regulation.title if regulation else "",
        day=i18n.date(day),
        since=i18n.both("regulations.since", day=i18n.date(since)) if since else "",
        by=by or "",
        instead=instead or "",
    )


def _open(spec: CheckSpec, document: str, unknown: list[str], day: dt.date) -> NotJudged:
    return not_judged(
        spec,
        "past_edition" if day > edition() else "unconfirmed",
        document=document,
        day=i18n.date(day),
        edition=i18n.date(edition()),
        count=len(unknown),
        names=", ".join(unknown),
    )
