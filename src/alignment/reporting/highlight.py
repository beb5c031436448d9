"""Which words of a quote a verdict rests on, and where they stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from alignment import text
from alignment.models import Finding, Match, Matches
from alignment.reporting.labels import RESTS_ON, family

_MOST_WORDS = 12
_LEVELS = ("program", "kegiatan", "sub", "subkegiatan")
"""What every row of a plan may begin with tells nothing about an overlap."""
_AROUND = 90
"""Characters kept before the first marked word of a long quote."""


class Piece(NamedTuple):
    """A stretch of a quote and whether it is marked."""

    text: str
    marked: bool


def words_of(finding: Finding, matches: Matches) -> tuple[str, ...]:
    """The words behind a finding: what the rules saw of that family, or what an overlap's two quotes share."""
    kind = family(finding.code)
    if kind == "OVL":
        return _shared([place.quote for place in finding.evidence], [place.quote for place in finding.related])
    if kind == "REG":
        return _first(citation.text for citation in matches.citations)
    ranked: Iterable[Match] = (match for key in RESTS_ON.get(kind, ()) for match in getattr(matches, key))
    spoke = (part for match in ranked for part in match.contributions if part.weight)  # without: a rule was held back
    return _first(word for part in spoke for word in part.words)


def pieces(quote: str, words: tuple[str, ...], longest: int = 420) -> tuple[Piece, ...]:
    """`quote` cut where `words` begin and end; a very long one keeps `longest` characters around the first of them."""
    pattern = _pattern(words)
    shown = _window(quote, pattern, longest)
    if pattern is None:
        return (Piece(shown, marked=False),)
    found: list[Piece] = []
    at = 0
    for match in pattern.finditer(shown):
        if match.start() > at:
            found.append(Piece(shown[at : match.start()], marked=False))
        found.append(Piece(match.group(), marked=True))
        at = match.end()
    if at < len(shown):
        found.append(Piece(shown[at:], marked=False))
    return tuple(found)


def _first(words: Iterable[str]) -> tuple[str, ...]:
    kept = dict.fromkeys(word.strip() for word in words if len(word.strip()) > 1)
    return tuple(kept)[:_MOST_WORDS]


def _shared(ours: list[str], theirs: list[str]) -> tuple[str, ...]:
    other = {word for quote in theirs for word in text.content(quote)}
    shared = (word for quote in ours for word in text.content(quote) if word in other and word not in _LEVELS)
    return _first(word for word in shared if len(word) > 2)


@lru_cache(maxsize=4096)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """Longest first, whole words only, whatever white space stands between them."""
    parts = [r"\s+".join(map(re.escape, word.split())) for word in sorted(words, key=lambda word: (-len(word), word))]
    joined = "|".join(part for part in parts if part)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE) if joined else None


def _window(quote: str, pattern: re.Pattern[str] | None, longest: int) -> str:
    if len(quote) <= longest:
        return quote
    first = pattern.search(quote) if pattern else None
    start = max(0, first.start() - _AROUND) if first else 0
    start = min(start, len(quote) - longest)
    end = start + longest
    return ("… " if start else "") + quote[start:end] + (" …" if end < len(quote) else "")
