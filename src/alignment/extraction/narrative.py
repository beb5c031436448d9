"""Programs named in prose: "Smart Living mencakup program A, program B, serta program C", and lists below a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from alignment import text
from alignment.extraction.drafts import Draft
from alignment.extraction.wording import pillars_named
from alignment.models.document import Box, Document, Evidence, Page
from alignment.models.program import Level, Pillar

_LIST_VERB = re.compile(
    r"^\W*(?:\([^)]{1,40}\)\W*)?(?:(?:pada\s+)?(?:dimensi|pilar)\s+(?:ini|tersebut)\s+)?(?:juga\s+)?"
    r"(?:mencakup|meliputi|terdiri\s+(?:dari|atas)|yang\s+(?:mencakup|meliputi|terdiri\s+(?:dari|atas))|adalah|yaitu|yakni|"
    r"antara\s+lain|diantaranya|di\s+antaranya|berisi|memuat|includes?|comprises?|consists?\s+of|covers?|:)"
    r"(?:\s+(?:antara\s+lain|beberapa|sejumlah|program-program|sebagai\s+berikut|yaitu|yakni|dari|atas))*\s*:?\s*",
    re.IGNORECASE,
)
_ITEM_WORD = re.compile(
    r"(?:program|progran|progam|programme?|porgram|kegiatan|inovasi|aplikasi|inisiatif|quick\s+win)s?\b(?!-)",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"\s*(?:[;,]\s*(?:(?:dan|serta|and)\s+)?|\s(?:dan|serta|and)\s+(?=(?:program|progran|progam|kegiatan|inovasi|aplikasi)\b))",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[a-z)\]”\"])\.(?=\s+[A-Z“\"]|\s*\n|\s*$)|\n\s*\n")
_BULLET = re.compile(r"^\s*(?:\(?(?:\d{1,2}|[a-z])[.)]|[-–•●▪*o✓➢])\s+(?P<words>\S.*)$")
_TAIL = re.compile(r"(?:[\s,;.]|(?<=[\s,;])(?:dan|serta|and)$)+$", re.IGNORECASE)
_MOST_WORDS = 30


class _Flow(NamedTuple):
    """A page's words as one text, and the line each character came from."""

    page: Page
    words: str
    starts: tuple[int, ...]

    def evidence(self, document: Document, start: int, end: int) -> Evidence:
        first = max(i for i, s in enumerate(self.starts) if s <= start)
        last = max(i for i, s in enumerate(self.starts) if s < max(end, start + 1))
        boxes = [line.box for line in self.page.lines[first : last + 1] if line.box is not None]
        return Evidence(
            document=document.id,
            page=self.page.number if self.page.height else None,
            box=_union(boxes),
            quote=text.clean(self.words[start:end]),
            place=None if self.page.height else f"baris {first + 1}",
            ocr_confidence=self.page.ocr_confidence,
        )


def programs_in_prose(document: Document) -> list[Draft]:
    """The programs that sentences and lists put under a pillar, in the order of the text."""
    drafts: list[Draft] = []
    for page in document.pages:
        flow = _flow(page)
        for start, end, pillar in _passages(flow.words):
            for item_start, item_end, name, level in _items(flow.words, start, end):
                drafts.append(
                    Draft(level, name, pillar=pillar, evidence=[flow.evidence(document, item_start, item_end)], run=-1)
                )
    return drafts


def _flow(page: Page) -> _Flow:
    starts: list[int] = []
    length = 0
    for line in page.lines:
        starts.append(length)
        length += len(line.text) + 1
    return _Flow(page, "\n".join(line.text for line in page.lines), tuple(starts or [0]))


def _passages(words: str) -> Iterator[tuple[int, int, Pillar]]:
    """Start and end of every stretch that lists what a pillar holds."""
    named = pillars_named(words)
    for index, (_, name_end, pillar) in enumerate(named):
        verb = _LIST_VERB.match(words[name_end : name_end + 160])
        if verb is None:
            continue
        start = name_end + verb.end()
        stop = _SENTENCE_END.search(words, start)
        end = stop.start() if stop else len(words)
        if index + 1 < len(named):
            end = min(end, named[index + 1][0])
        bulleted = _bullets(words, start)
        if bulleted:
            end = bulleted
        if start < end:
            yield start, end, pillar


def _bullets(words: str, start: int) -> int | None:
    """Where a bulleted list that starts right here ends, or None."""
    line_end = words.find("\n", start)
    if line_end < 0 or words[start:line_end].strip():
        return None
    position, last = line_end + 1, None
    while position < len(words):
        end = words.find("\n", position)
        end = len(words) if end < 0 else end
        if not _BULLET.match(words[position:end]):
            break
        last, position = end, end + 1
    return last


def _items(words: str, start: int, end: int) -> Iterator[tuple[int, int, str, Level]]:
    """Start, end, name and level of the items of a list, bulleted or in a sentence."""
    passage = words[start:end]
    spans = list(_bulleted(passage)) or list(_marked(passage))
    for first, last in spans:
        name = _TAIL.sub("", text.clean(passage[first:last]))
        word = _ITEM_WORD.match(name)
        if word is not None or 1 < len(name.split()) <= _MOST_WORDS:
            is_program = word is not None and word.group().casefold().startswith(("pro", "por"))
            yield start + first, start + last, name, "program" if is_program else "initiative"


def _bulleted(passage: str) -> Iterator[tuple[int, int]]:
    offset = 0
    for line in passage.split("\n"):
        bullet = _BULLET.match(line)
        if bullet:
            yield offset + bullet.start("words"), offset + len(line)
        offset += len(line) + 1


def _marked(passage: str) -> Iterator[tuple[int, int]]:
    """Items that begin with "program" (or inovasi, aplikasi ...). A part without it goes on with the item before:
    "program peningkatan kesempatan kerja, peningkatan kualitas tenaga kerja" is one program."""
    if _ITEM_WORD.match(passage.lstrip()) is None:
        return
    cuts = [s.end() for s in _SEPARATOR.finditer(passage) if _ITEM_WORD.match(passage[s.end() :])]
    yield from pairwise([0, *cuts, len(passage)])


def _union(boxes: list[Box]) -> Box | None:
    if not boxes:
        return None
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
