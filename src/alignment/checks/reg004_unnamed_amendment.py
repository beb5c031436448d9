"""REG004: a regulation that was amended, cited without its amendment."""

from __future__ import annotations

from alignment import corpora, i18n
from alignment.checks.base import Review, Verdict, finding
from alignment.checks.dates import as_of
from alignment.checks.law import Cited, by_regulation, cited
from alignment.checks.spec import CheckSpec
from alignment.matching.citation import status
from alignment.models import Finding
from alignment.models.corpus import Regulation

_PLACES_SHOWN = 3


def unnamed_amendment(review: Review, spec: CheckSpec) -> Verdict:
    """Judges every regulation in force that a draft lists among those it rests on, or names in a program: its amendment
    must be named somewhere in the draft. Running text may speak of a law as such."""
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        by_id = by_regulation(cited(review, draft))
        for identifier, places in by_id.items():
            standing = status(identifier, as_of(review, draft.document))
            if standing.verdict not in ("in_force", "amended") or any(one.is_doubtful for one in places):
                continue
            listed = [one for one in places if one.is_listed]
            if not listed:
                continue
            judged += 1
            told = any(one.said_amended for one in places) or bool(by_id.keys() & set(standing.by))
            if standing.verdict == "amended" and not told:
                found.append(_found(spec, identifier, listed, standing.by))
    return Verdict(judged, tuple(found))


def _found(spec: CheckSpec, identifier: str, places: list[Cited], by: tuple[str, ...]) -> Finding:
    regulation: Regulation | None = corpora.load("regulations").get(identifier)
    amendment = corpora.load("regulations").get(by[-1])
    return finding(
        spec,
        "amended",
        subject=(),
        evidence=[one.evidence for one in places[:_PLACES_SHOWN]],
        keys=(identifier,),
        program=places[0].program,
        cited=places[0].short,
        title=regulation.title if regulation else "",
        how=i18n.both(f"regulations.{'amended_often' if len(by) > 1 else 'amended_once'}"),
        by=amendment.label if amendment else by[-1],
    )
