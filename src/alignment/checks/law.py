"""The regulations a draft cites, where, and what became of each by the day the draft is judged as of."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from alignment.checks.base import Reading, Review
from alignment.checks.dates import edition
from alignment.checks.printed import Printed
from alignment.matching.citation import find_citations
from alignment.models import Citation, Evidence, Program
from alignment.models.corpus import Regulation
from alignment.text import clean, content, normal

Place = Literal["legal_basis", "program", "text"]
"""Where a citation stands: among what the plan rests on, in a program's row, or anywhere else."""
State = Literal["in_force", "revoked", "expired", "unknown"]

LOCAL_KINDS = ("perda", "pergub", "perbup", "perwali", "kepbup", "kepwali", "kepgub", "perdes", "qanun", "sk", "se")
"""Kinds that a national catalogue does not hold: not to find them says nothing."""
_AMENDED = re.compile(
    r"\b(?:sebagaimana|yang)?\s*telah\s+(?:beberapa\s+kali\s+)?(?:di)?ubah|\bperubahan(?:nya)?\b", re.IGNORECASE
)
_BYGONE = re.compile(
    r"\b(?:mencabut|dicabut|pencabutan|tidak\s+berlaku|mengganti(?:kan)?|diganti(?:kan)?|pengganti|semula|sebelumnya|"
    r"replac\w*|revok\w*|repeal\w*)\b",
    re.IGNORECASE,
)
_NEAR = 120
_ALIKE = 45
"""How alike (0..100) two titles of one regulation are at least: plans shorten and run on."""
SEVERAL = 2
"""Words a title must have to be compared."""
_AMENDMENT_NEAR = 260


class Cited(NamedTuple):
    """One citation in a draft."""

    citation: Citation
    place: Place
    evidence: Evidence
    program: Program | None = None
    said_amended: bool = False
    """The words that follow say that it was amended."""
    said_bygone: bool = False
    """The words around it say that it was replaced or revoked: nobody rests on it."""

    @property
    def short(self) -> str:
        """The regulation as people write it: "Perpres 95/2018"."""
        number, year = self.citation.number, self.citation.year
        return " ".join(filter(None, [self.citation.kind, "/".join(filter(None, [number, str(year or "")]))]))

    @property
    def is_local(self) -> bool:
        """Whether a region or an office issued it."""
        return bool(self.citation.region) or self.citation.kind.casefold().split()[0] in LOCAL_KINDS


def cited(review: Review, draft: Reading) -> tuple[Cited, ...]:
    """All citations of a draft: its legal basis, its programs, then its whole text, in that order."""
    return review.once(
        f"cited {draft.document.id}", lambda: (*_in_legal_basis(draft), *_in_programs(draft), *_in_text(draft))
    )


def strongest(all_cited: tuple[Cited, ...]) -> dict[str, list[Cited]]:
    """The citations of each known regulation by its id, the weightiest place first."""
    by_id: dict[str, list[Cited]] = {}
    for one in all_cited:
        if one.citation.resolved:
            by_id.setdefault(one.citation.resolved, []).append(one)
    return by_id


def state(regulation: Regulation, day: dt.date, review: Review) -> State:
    """What became of a regulation by that day. Past the corpus edition, or unconfirmed, nobody knows."""
    if regulation.standing != "confirmed" or day > edition(review):
        return "unknown"
    if regulation.valid_to is not None:
        ended: State = "expired" if regulation.status == "expired" else "revoked"
        return ended if day > regulation.valid_to else "in_force"
    if regulation.status in ("unknown", "expired"):
        return "unknown"
    if regulation.status != "revoked":
        return "in_force"
    return _revoked_by_then(regulation, day, review)


def _revoked_by_then(regulation: Regulation, day: dt.date, review: Review) -> State:
    """Without the day of its end, the year of what revoked it tells."""
    years = [int(found.group()) for by in regulation.revoked_by if (found := re.search(r"(?:19|20)\d\d$", by))]
    if not years:
        return "revoked" if day >= edition(review) else "unknown"
    if day.year < min(years):
        return "in_force"
    return "revoked" if day.year > min(years) or day >= edition(review) else "unknown"


def _in_legal_basis(draft: Reading) -> Iterator[Cited]:
    for item in draft.document.legal_basis:
        for citation in find_citations(item.quote):
            yield _cited(citation, "legal_basis", item.model_copy(update={"quote": citation.text}), item.quote)


def _in_programs(draft: Reading) -> Iterator[Cited]:
    for program in draft.extraction.programs:
        if program.legal_basis and program.evidence:
            for citation in find_citations(program.legal_basis):
                place = program.evidence[0].model_copy(update={"quote": citation.text})
                yield _cited(citation, "program", place, program.legal_basis, program)


def _in_text(draft: Reading) -> Iterator[Cited]:
    printed = Printed(draft.document)
    for citation in find_citations(printed.text):
        yield _cited(citation, "text", printed.evidence(citation.start, citation.end), printed.text)


def _cited(citation: Citation, place: Place, evidence: Evidence, text: str, program: Program | None = None) -> Cited:
    after = text[citation.end : citation.end + _AMENDMENT_NEAR].split(";", maxsplit=1)[0]
    around = text[max(0, citation.start - _NEAR) : citation.start] + " " + after[:_NEAR]
    return Cited(
        citation,
        place,
        evidence,
        program,
        said_amended=bool(_AMENDED.search(clean(after)) or _AMENDED.search(clean(citation.text))),
        said_bygone=bool(_BYGONE.search(around)),
    )


def is_mistitled(one: Cited, regulation: Regulation) -> bool:
    """Whether the title it gives, of several words, is not the regulation's: then its number is in doubt as well."""
    title = one.citation.title or ""
    if len(content(title)) < SEVERAL or one.said_bygone:
        return False
    return max(same_words(title, known) for known in (regulation.title, *regulation.nicknames)) < _ALIKE


def same_words(one: str, other: str) -> float:
    """How much of the shorter title stands in the longer one, 0..100."""
    from rapidfuzz import fuzz

    return float(fuzz.token_set_ratio(normal(one), normal(other)))
