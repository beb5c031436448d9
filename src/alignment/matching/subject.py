"""What is being matched: the parts of a program, or a bare text, as words with their place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from alignment import text as words_of
from alignment.grammar import codes
from alignment.matching import calling
from alignment.models import Document, Period, Program

BARE = "text"
"""The field of a text that is not part of a program: it may be a name, an indicator, anything but an agency."""

NAMING = frozenset({BARE, "name"})
"""Fields that may begin with how a thing is called."""
_LONGEST = 20_000
"""Characters of one piece that are looked at: no program says what it is after six pages."""
_ADJUNCT_MARKS = frozenset(
    {"di", "pada", "bagi", "kepada", "oleh", "dari", "bersama", "dengan", "at", "for", "by", "from", "with"}
)
_JOINING = frozenset({"dan", "atau", "serta", "and", "or"})


class Piece(NamedTuple):
    """Some text of one field."""

    field: str
    text: str


class Word(NamedTuple):
    """A content word: its comparable form, the piece it stands in (by index), and its span there."""

    norm: str
    piece: int
    start: int
    end: int
    adjunct: bool = False
    """It says where, for whom, by whom or with what, or how the thing is called: not what it is."""


@dataclass(frozen=True)
class Subject:
    """The text that rules are fired on. Hashable: what was found in it is remembered by value."""

    pieces: tuple[Piece, ...]
    code: str | None = None
    period: Period | None = None
    """Of the plan it stands in, where that is known."""

    @classmethod
    def of_text(cls, text: str) -> Subject:
        """A bare text; a nomenclature code at its beginning is taken as its code."""
        clean = words_of.clean(text[:_LONGEST])
        coded = codes.leading(clean)
        return cls((Piece(BARE, coded.rest),), coded.code) if coded else cls((Piece(BARE, clean),))

    @classmethod
    def of_program(cls, program: Program, document: Document | None = None) -> Subject:
        """The parts of a program that say what it is. What it declares (pillar, SDG) is left out: that is judged."""
        parts: list[tuple[str, str | None]] = [
            ("name", program.name),
            ("description", program.description),
            ("description", program.application),
            ("description", program.benefit),
            ("outcome", program.outcome),
            ("output", program.output),
            *(("indicators", indicator.name) for indicator in program.indicators),
            ("agency", program.agency),
            ("heading", program.policy),
            ("heading", program.objective),
            ("heading", program.goal),
        ]
        pieces = dict.fromkeys(Piece(field, words_of.clean(part[:_LONGEST])) for field, part in parts if part)
        return cls(tuple(pieces), program.code, document.period if document else None)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The content words of all pieces."""
        return tuple(self._words())

    def _words(self) -> Iterator[Word]:
        for index, piece in enumerate(self.pieces):
            tokens = words_of.tokens(piece.text)
            norms = [token.norm for token in tokens]
            called = len(calling.short_form(piece.text)) if piece.field in NAMING else 0
            for place, (token, adjunct) in enumerate(zip(tokens, _adjuncts(norms), strict=True)):
                if words_of.carries_content(norms, place):
                    yield Word(token.norm, index, token.start, token.end, adjunct or token.start < called)

    def quote(self, start: int, end: int) -> str:
        """The words `start` to `end` (end excluded) as they stand in the text."""
        first, last = self.words[start], self.words[end - 1]
        return self.pieces[first.piece].text[first.start : last.end]

    def field(self, word: int) -> str:
        """The field that the word stands in."""
        return self.pieces[self.words[word].piece].field


def _adjuncts(words: list[str]) -> list[bool]:
    """Which words are adjuncts: right after a mark, or joined to one that is ("bagi pelajar dan lansia")."""
    found: list[bool] = []
    for place in range(len(words)):
        before = words[place - 1] if place else ""
        found.append(before in _ADJUNCT_MARKS or (before in _JOINING and place > 1 and found[place - 2]))
    return found
