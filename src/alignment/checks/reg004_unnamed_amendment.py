"""REG004: a regulation that was amended, cited without its amendment."""

from __future__ import annotations

from typing import NamedTuple

from alignment import corpora, i18n
from alignment.checks.base import Review, Verdict, finding, joined
from alignment.checks.dates import as_of
from alignment.checks.law import Cited, by_regulation, cited
from alignment.checks.spec import CheckSpec
from alignment.matching.citation import status
from alignment.models import Finding, Text
from alignment.models.corpus import Regulation

_PLACES_SHOWN = 3


class _Bare(NamedTuple):
    """A regulation that is cited without its amendments."""

    identifier: str
    places: list[Cited]
    by: tuple[str, ...]

    @property
    def how(self) -> Text:
        """ "telah diubah", or that it was more than once."""
        return i18n.both(f"regulations.{'amended_often' if len(self.by) > 1 else 'amended_once'}")

    @property
    def amendment(self) -> Text:
        """The last of them, as people write it."""
        last = corpora.load("regulations").get(self.by[-1])
        return last.label if last else Text(id=self.by[-1], en=self.by[-1])


def unnamed_amendment(review: Review, spec: CheckSpec) -> Verdict:
    """Judges every regulation in force that a draft lists among those it rests on, or names in a program: its amendment
    must be named somewhere in the draft. Running text may speak of a law as such. Several that only rows of programs
    cite, where people write short, are one remark."""
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        short: list[_Bare] = []
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
                bare = _Bare(identifier, listed, standing.by)
                if listed[0].place == "program":  # the legal basis comes first
                    short.append(bare)
                else:
                    found.append(_found(spec, bare))
        found.extend((_together(spec, short),) if len(short) > 1 else (_found(spec, one) for one in short))
    return Verdict(judged, tuple(found))


def _found(spec: CheckSpec, bare: _Bare) -> Finding:
    regulation: Regulation | None = corpora.load("regulations").get(bare.identifier)
    return finding(
        spec,
        "amended",
        subject=(),
        evidence=[one.evidence for one in bare.places[:_PLACES_SHOWN]],
        keys=(bare.identifier,),
        program=bare.places[0].program,
        cited=bare.places[0].short,
        title=regulation.title if regulation else "",
        how=bare.how,
        by=bare.amendment,
    )


def _together(spec: CheckSpec, several: list[_Bare]) -> Finding:
    told = [i18n.both("regulations.with_amendment", cited=one.places[0].short, by=one.amendment) for one in several]
    return finding(
        spec,
        "in_programs",
        subject=(),
        evidence=[one.places[0].evidence for one in several],
        keys=[one.identifier for one in several],
        count=len(several),
        names=joined(told, "; "),
    )
