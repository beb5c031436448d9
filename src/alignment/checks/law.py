"""The regulations a draft cites, and where. What became of each by a day is `matching.citation`'s to say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from alignment import corpora
from alignment.checks.base import Reading, Review
from alignment.checks.dates import as_of
from alignment.checks.printed import printed
from alignment.matching.citation import find_citations, kind_class, title_agrees
from alignment.models import Citation, Evidence, Program
from alignment.models.corpus import Regulation
from alignment.text import clean, content

Place = Literal["legal_basis", "program", "text"]
"""Where a citation stands: among what the plan rests on, in a program's row, or anywhere else."""

_AMENDED = re.compile(r"\b(?:telah\s+(?:beberapa\s+kali\s+)?(?:di)?ubah|perubahan(?:nya)?|amended)\b", re.IGNORECASE)
_BYGONE = re.compile(
    r"\b(?:mencabut|dicabut|pencabutan|tidak\s+berlaku|mengganti(?:kan)?|diganti(?:kan)?|pengganti|semula|sebelumnya|terbit|"
    r"replac\w*|revok\w*|repeal\w*)\b",
    re.IGNORECASE,
)
_MARK = re.compile(r"\s*(?:[-–•●▪*]|\(?(?:\d{1,3}|[a-z]{1,2})[.)])\s*", re.IGNORECASE)
"""Before an item of a list."""
_RESTS = re.compile(
    r"\b(?:berdasarkan|mengingat|(?:dasar|landasan)\s+hukum\W*|(?:berpedoman|mengacu)\s+(?:pada|kepada)|based\s+on)\s*$",
    re.IGNORECASE,
)
"""Right before what a plan rests on."""
_NEAR = 120
_SEVERAL = 3
_AMENDMENT_NEAR = 260
"""Characters after a citation in which its amendment is told; the Lembaran Negara may stand between."""


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
    is_listed: bool = True
    """It is an item of a list, stands in a field for regulations, or the words before it say that the plan rests on it;
    running text tells of regulations too."""

    @property
    def short(self) -> str:
        """The regulation as people write it: "Perpres 95/2018"; that number also where the draft gives its nickname."""
        number, year = self.citation.number, self.citation.year
        if number is None:
            entry = corpora.load("regulations").get(self.citation.resolved or "")
            return entry.label.id if entry else clean(self.citation.text)
        return " ".join(filter(None, [self.citation.kind, "/".join(filter(None, [number, str(year or "")]))]))

    @property
    def is_local(self) -> bool:
        """Whether a region issued it: a national catalogue does not hold it, and not to find it says nothing."""
        return bool(self.citation.region) or kind_class(self.citation.kind) == "regional"

    @property
    def is_mistitled(self) -> bool:
        """Whether its title is another's."""
        return not self.said_bygone and title_agrees(self.citation) is False

    @property
    def is_doubtful(self) -> bool:
        """Whether a title of several words is not plainly the regulation's: then its number is in doubt as well."""
        title = content(self.citation.title or "")
        entry = corpora.load("regulations").get(self.citation.resolved or "")
        official = content(entry.title) if isinstance(entry, Regulation) else ()
        if len(title) < _SEVERAL or title[: len(official)] == official:
            return False
        return title_agrees(self.citation) is not True


def cited(review: Review, draft: Reading) -> tuple[Cited, ...]:
    """All citations of a draft: its legal basis, its programs, then its whole text, in that order."""
    return review.once(
        f"cited {draft.document.id}",
        lambda: (*_in_legal_basis(review, draft), *_in_programs(review, draft), *_in_text(review, draft)),
    )


def by_regulation(all_cited: Iterable[Cited]) -> dict[str, list[Cited]]:
    """The citations of each known regulation by its id, the weightiest place first."""
    by_id: dict[str, list[Cited]] = {}
    for one in all_cited:
        if one.citation.resolved:
            by_id.setdefault(one.citation.resolved, []).append(one)
    return by_id


def _in_legal_basis(review: Review, draft: Reading) -> Iterator[Cited]:
    for item in draft.document.legal_basis:
        for citation in find_citations(item.quote, as_of(review, draft.document)):
            yield _cited(citation, "legal_basis", item.model_copy(update={"quote": citation.text}), item.quote)


def _in_programs(review: Review, draft: Reading) -> Iterator[Cited]:
    for program in draft.extraction.programs:
        if program.legal_basis and program.evidence:
            for citation in find_citations(program.legal_basis, as_of(review, draft.document)):
                place = program.evidence[0].model_copy(update={"quote": citation.text})
                yield _cited(citation, "program", place, program.legal_basis, program)


def _in_text(review: Review, draft: Reading) -> Iterator[Cited]:
    for book in printed(review, draft):
        for citation in find_citations(book.text, as_of(review, draft.document)):
            found = _cited(citation, "text", book.evidence(citation.start, citation.end), book.text)
            before = book.text[max(0, citation.start - _NEAR) : citation.start]
            yield found._replace(is_listed=_begins_item(before) or bool(_RESTS.search(before)))


def _begins_item(before: str) -> bool:
    """Whether what follows begins an item of a list: behind its mark, or on a new line after the end of another."""
    above, _, beside = before.rpartition("\n")
    return bool(_MARK.fullmatch(beside)) or (not beside.strip() and above.rstrip().endswith((";", ":", ".")))


def _cited(citation: Citation, place: Place, evidence: Evidence, text: str, program: Program | None = None) -> Cited:
    after = text[citation.end : citation.end + _AMENDMENT_NEAR].split(";", maxsplit=1)[0]
    around = text[max(0, citation.start - _NEAR) : citation.start] + " " + after[:_NEAR]
    return Cited(
        citation,
        place,
        evidence,
        program,
        said_amended=bool(_AMENDED.search(clean(after))),
        said_bygone=bool(_BYGONE.search(around)),
    )
