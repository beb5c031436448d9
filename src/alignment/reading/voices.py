"""The places where a document names itself: regulation, cover, running title, preface, first lines."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import NamedTuple

from alignment.models.document import Page
from alignment.reading.furniture import Furniture, key
from alignment.reading.lexicon import is_no_plan, kind_of
from alignment.text import clean

_LEGAL = re.compile(
    r"(?:PERATURAN|KEPUTUSAN|INSTRUKSI|UNDANG[ -]UNDANG|SURAT EDARAN)\b[^a-z]{0,160}?\bTENTANG\s+"
    r"(?P<title>.{5,400}?)"
    r"\s+(?:DENGAN\s+RAHMAT|Menimbang|MENIMBANG|(?:BUPATI|WALI ?KOTA|GUBERNUR|PRESIDEN|MENTERI)\b[^a-z]{0,60},)",
    re.DOTALL,
)
_HEAD_OF_FILE = 6000
_COVER_WORDS = 70
_OPENING = 4
"""Lines at the head of a document without a cover that may be its title."""
_PREFACE = 2500
_PREFACE_HEADING = re.compile(r"\b(?:KATA PENGANTAR|PENDAHULUAN|BAB I\b|PRAKATA)")
_DATELINE = re.compile(r"^[A-Z][\w.’' ]{2,30}(?:,\s*[\w .]{2,30}|\s*\([\w .]{2,30}\))?\s+[–—-]\s+[A-Z]")


class Voices(NamedTuple):
    """The places where a document names itself, best first; "" where it has none."""

    legal: str
    cover: str
    cover_lines: tuple[str, ...]
    furniture_lines: tuple[str, ...]
    """What stands on the head or foot of the pages."""
    preface: str
    opening: str
    news: bool
    no_plan: bool

    @property
    def furniture(self) -> str:
        """The running title."""
        return clean(" ".join(self.furniture_lines))

    @property
    def titles(self) -> tuple[str, ...]:
        """Those that the document has."""
        return tuple(filter(None, (self.legal, self.cover, self.furniture, self.preface, self.opening)))


def voices_of(pages: tuple[Page, ...], furniture: Furniture, running: str = "") -> Voices:
    """The voices of a document. `running`: the heads and feet of its pages, where the format keeps them apart."""
    spoken = [page for page in pages if page.lines]
    head = "\n".join(page.text for page in spoken[:4])[:_HEAD_OF_FILE]
    legal = _LEGAL.search(head)
    first = [line.text for line in spoken[0].lines] if spoken else []
    paged = bool(pages) and pages[0].width > 0
    is_cover = paged and len(spoken) > 1 and sum(len(line.split()) for line in first) <= _COVER_WORDS
    preface = head[:_PREFACE] if not paged or _PREFACE_HEADING.search(head) else ""
    cover = first if is_cover else [] if paged else _title_lines(first)
    titled = not paged and kind_of(" ".join(cover)) is not None
    news = not paged and not titled and len(spoken) == 1 and any(_DATELINE.match(line) for line in first[:15])
    return Voices(
        legal=clean(legal["title"]) if legal else "",
        cover=clean(" ".join(cover)),
        cover_lines=tuple(cover or first[:_OPENING]),
        furniture_lines=(running,) if clean(running) else _running_title(spoken, furniture) if paged else (),
        preface=clean(preface),
        opening=clean(" ".join(first[:_OPENING])) if paged and not is_cover else "",
        news=news,
        no_plan=is_no_plan(pages),
    )


def _title_lines(lines: list[str]) -> list[str]:
    """The lines in capitals at the head of a file without pages, where there are several."""
    leading = list(takewhile(str.isupper, lines))[:_COVER_WORDS]
    return leading if len(leading) > 1 else []


def _running_title(pages: list[Page], furniture: Furniture) -> tuple[str, ...]:
    """The lines on the head or foot of a third of all pages, as the fullest of them prints them."""
    found = ([line.text for line in page.lines if furniture.holds(line, page) and key(line)] for page in pages)
    return tuple(max(found, key=lambda lines: sum(map(len, lines)), default=[]))
