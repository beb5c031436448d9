"""The chapters and sections of a document, with the pages they start on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from alignment.models.document import Heading, Line, Page
from alignment.reading.lexicon import lexicon
from alignment.text import clean, normal

_CHAPTER = re.compile(r"BAB\s+(?P<number>[IVXL]{1,7}|\d{1,2})\b[.:]?\s*(?P<title>.*)", re.IGNORECASE)
_SECTION = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?P<title>[A-Z][^|]{3,140})")
_MAY_BE = re.compile(r"BAB\b|\d{1,2}\.\d", re.IGNORECASE)
_LEADER = re.compile(  # a table of contents leads the eye to a page number, a form to a colon
    r"(?:\.\s?\.\s?\.\s?\.|…|-----|_____)(?![.…_\s-]*:)"
)
_ENDS_IN_NUMBER = re.compile(r"\s\d{1,3}$")
_FEW_LEADERS = 4
_LONGEST_CHAPTER = 3
"""Lines in capitals after "BAB IV" that make up its title."""


def outline(pages: tuple[Page, ...]) -> tuple[Heading, ...]:
    """Chapters (level 1) and numbered sections (2 and deeper) in order.

    The table of contents is left out, and of a number that is printed twice the later one counts: the introduction
    of a plan lists its own chapters.
    """
    found: dict[str, Heading] = {}
    for page in pages:
        if not is_contents(page):
            number = page.number if page.width else None
            for sign, title, level in _headings(page):
                found.pop(sign, None)
                found[sign] = Heading(title=title, page=number, level=level)
    return tuple(found.values())


def _headings(page: Page) -> Iterator[tuple[str, str, int]]:
    """Number, title and level of each."""
    lines = page.lines
    inside = _inside_tables(page)
    for index, line in enumerate(lines):
        if not _MAY_BE.match(line.text) or inside(line) or leads_to_page(line):
            continue
        chapter = _CHAPTER.fullmatch(line.text)
        if chapter and (not chapter["title"] or chapter["title"].isupper()) and len(line.text) < 120:
            following = (after.text for after in lines[index + 1 : index + 1 + _LONGEST_CHAPTER])
            yield chapter["number"].upper(), clean(" ".join([line.text, *_capitals(following)])), 1
        elif (section := _SECTION.fullmatch(line.text)) and not line.text.endswith((";", ",", ".")):
            yield section["number"], clean(line.text), section["number"].count(".") + 1


def _capitals(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if not line.isupper() or len(line.split()) < 1 or re.match(r"\d", line):
            return
        yield line


def leads_to_page(line: Line) -> bool:
    """Is this a line of a table of contents, with dots that lead to a page number?"""
    return _LEADER.search(line.text) is not None


def is_contents(page: Page) -> bool:
    """Is this page a table of contents? A file without pages is never one as a whole."""
    if not page.height:
        return False
    leaders = sum(map(leads_to_page, page.lines))
    if leaders > _FEW_LEADERS:
        return True
    numbers = sum(bool(_ENDS_IN_NUMBER.search(line.text[-4:])) for line in page.lines)
    if leaders + numbers <= len(page.lines) / 3:
        return False
    words = {normal(line.text) for line in page.lines[:8]}
    return any(phrase in words for phrase in lexicon().contents)


def _inside_tables(page: Page) -> Callable[[Line], bool]:
    boxes = [table.box for table in page.tables if table.box]

    def inside(line: Line) -> bool:
        if line.box is None:
            return False
        x, y = (line.box[0] + line.box[2]) / 2, (line.box[1] + line.box[3]) / 2
        return any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in boxes)

    return inside
