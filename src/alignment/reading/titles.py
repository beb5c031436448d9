"""The title of a document as a reader would write it down: what is printed, without page numbers and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable

from alignment.models.document import Page
from alignment.reading.dates import is_dateline
from alignment.reading.lexicon import kind_of
from alignment.reading.voices import Voices
from alignment.text import clean

_LONGEST = 300
_LONGEST_HEADING = 20
"""Words; a longer first line is prose."""
_OPENING_PAGES = 4
_OPENING_LINES = 60
"""Of a page: a sheet or a text may be one page of any length."""
_ADDRESS = re.compile(
    r"\s*\b(?:Jl\b|Jln\b|Jalan\s+[A-Z]|Telp|Telepon|Fax|Kode\s+Pos|E-?mail|Website|www\.|https?:).*", re.DOTALL
)
_NUMBERED = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})+\.?|[A-Z]\.|\d{1,2}\.)\s+")
_PAGE_NUMBER = re.compile(
    r"[\s|·–-]*\b(?:hal(?:aman)?|hlm|page)\b\.?[\s|:]*[\divxlc]*\s*$"
    r"|(?<!buku)(?<!bagian)(?<!jilid)(?<!volume)(?<!tahap)(?<!lampiran)(?:\s*\||\s)\s*\d{1,3}\s*$",
    re.IGNORECASE,
)
_BAR = re.compile(r"\s*\|\s*")


def title_of(voices: Voices, pages: tuple[Page, ...]) -> str | None:
    """The legal title, the cover, the running title that names a kind of plan, else a first line that does."""
    if voices.legal:
        return voices.legal[:_LONGEST]
    if voices.cover:
        return _joined(line for line in voices.cover_lines if not is_dateline(line))
    if kind_of(voices.furniture):
        return _joined(voices.furniture_lines)
    return _opening(voices, pages)


def _opening(voices: Voices, pages: tuple[Page, ...]) -> str | None:
    """The headline of a piece of news, else the first line that names a kind of plan, else the first."""
    lines = [_trimmed(line.text) for page in pages[:_OPENING_PAGES] for line in page.lines[:_OPENING_LINES]]
    headings = [line for line in lines if 2 < len(line.split()) <= _LONGEST_HEADING and "|" not in line]
    named = headings[:1] if voices.news else [line for line in headings if kind_of(line)]
    return _joined([*named, *headings][:1])


def _joined(lines: Iterable[str]) -> str | None:
    """The lines as one, without those that another one says already."""
    trimmed = [line for line in map(_trimmed, lines) if _says_something(line)]
    said = [line for n, line in enumerate(trimmed) if not any(line in other for other in trimmed[:n])]
    return _BAR.sub(" · ", " ".join(said)).strip(" ·")[:_LONGEST] or None


def _trimmed(line: str) -> str:
    return _PAGE_NUMBER.sub("", _ADDRESS.sub("", _NUMBERED.sub("", clean(line)))).strip(" |·–-")


def _says_something(line: str) -> bool:
    """Not a row of a sheet, a single word of a seal or logo, nor letters set apart: "S E M A R A N G"."""
    words = line.split()
    if line.count("|") > 1:
        return False
    if len(words) > 1:
        return any(len(word) > 1 for word in words)
    return bool(words) and (kind_of(line) is not None or line.isupper() or line[:2].isdigit())
