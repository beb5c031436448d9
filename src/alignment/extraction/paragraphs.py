"""The body of a document as paragraphs: wrapped lines joined, list marks told from words, tables left out.

A table with a label beside each value (a fact sheet) is no table of rows: it comes as labelled paragraphs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from alignment import text
from alignment.extraction.factsheets import is_sheet, sheet_rows
from alignment.extraction.labels import Label, labelled
from alignment.extraction.listmarks import kind_of_mark, marked
from alignment.extraction.places import around
from alignment.models.document import Box, Document, Evidence, Line, Page, Table
from alignment.reading.furniture import Furniture, furniture, key
from alignment.reading.outline import is_contents, leads_to_page

_MARGINS = 1.15
"""The right margin over the left one, at most."""
_GAP = 0.95
"""Line heights between the lines of one paragraph, at most."""
_NUMBERED_HEADING = re.compile(r"\s*(?:BAB|Bab)\b|\s*\d{1,2}\.\d")
_SLACK = 0.08
"""Part of the line that a wrapped heading may leave empty."""
_MIDDLE = (0.4, 0.62)
"""Parts of the page between which the right one of two columns begins."""
_FEWEST_LINES = 5
"""Of each of two columns."""
_ACROSS = 0.1
"""Lines that reach over both columns (titles) among the lines of a page, at most."""
_LONGEST_WORD = 12
"""Line heights."""
_WRAPPED = ("text", "markdown")
"""The engines of files that may be wrapped by hand; elsewhere a line without a place is a paragraph."""
_SHORTEST_WRAPPED, _LONGEST_WRAPPED = 60, 130
_SHARE_FULL = 0.15
"""Full lines among all lines of a wrapped file, at least."""


class _Width(NamedTuple):
    """Where full lines end: points from the left, and letters in files without places (0: lines are not wrapped)."""

    right: float
    letters: float
    left_column: tuple[float, float] | None = None
    """Of a page in two columns: where full lines of the left one end, and where the right one begins."""

    def of(self, box: Box) -> float:
        """Where a full line ends that stands where `box` is."""
        if self.left_column is not None and box[2] < self.left_column[1]:
            return self.left_column[0]
        return self.right


class Paragraph(NamedTuple):
    """Words that belong together, without the mark before them ("1.", "a.", "•", "3.1.1", "BAB IV")."""

    words: str
    mark: str
    page: Page
    lines: tuple[Line, ...]
    number: int
    """Of its first line on the page, counted from 0."""
    level: int | None = None
    """Of a heading, where the format says that it is one."""
    label: Label | None = None
    """Where a label leads it: "Sumber dana: APBD"."""
    in_sheet: bool = False
    """Whether it is a row of a fact sheet."""

    def evidence(self, document: str, quote: str | None = None) -> Evidence:
        """The place of this paragraph, or of the lines of it that hold `quote`."""
        boxes = [line.box for line in self._lines_of(quote) if line.box is not None]
        return Evidence(
            document=document,
            page=self.page.number if self.page.height else None,
            box=around(boxes),
            quote=text.clean(quote or self.words),
            place=None if self.page.height else f"baris {self.lines[0].number or self.number + 1}",
            ocr_confidence=self.page.ocr_confidence,
        )

    def _lines_of(self, quote: str | None) -> Sequence[Line]:
        if quote is None:
            return self.lines
        words = set(text.normal(quote).split())
        holding = [line for line in self.lines if len(words & set(text.normal(line.text).split())) * 2 >= len(words)]
        return holding or self.lines


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """The paragraphs of all pages in reading order; running titles and tables of contents left out."""
    return _with_chapters(_of_pages(document))


def _with_chapters(found: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, a chapter's title with the chapter's number that stands on a line of its own above it."""
    chapter = ""
    for paragraph in found:
        yield paragraph._replace(mark=chapter) if chapter and not paragraph.mark else paragraph
        alone = kind_of_mark(paragraph.mark) == "chapter" and not paragraph.words
        chapter = paragraph.mark if alone else ""


def _of_pages(document: Document) -> Iterator[Paragraph]:
    running = furniture(document.pages)
    running = Furniture(running.lines | {key(Line(document.title or ""))})  # in a short document too
    rights = _right_margins(document.pages)
    levels = {heading.title: heading.level for heading in document.headings if heading.page is None}
    for page in document.pages:
        if not is_contents(page):
            wrapped = _wrapped_length(page) if document.engine in _WRAPPED else 0.0
            width = _Width(rights.get(page.width, 0.0), wrapped, _left_column(page))
            yield from _of_page(page, running, width, levels)


def _of_page(page: Page, running: Furniture, width: _Width, levels: dict[str, int]) -> Iterator[Paragraph]:
    open_lines: list[tuple[int, Line]] = []
    for number, item in _items(page, running):
        if isinstance(item, Line):
            if open_lines and _goes_on(open_lines[-1][1], item, width, levels):
                open_lines.append((number, item))
                continue
            yield from _closed(page, open_lines, levels)
            open_lines = [(number, item)]
        else:
            yield from _closed(page, open_lines, levels)
            open_lines = []
            for lines, label in sheet_rows(item):
                words = text.clean(" ".join(line.text for line in lines))
                yield Paragraph(words, "", page, lines, number, None, label, in_sheet=True)
    yield from _closed(page, open_lines, levels)


def _closed(page: Page, numbered: list[tuple[int, Line]], levels: dict[str, int]) -> Iterator[Paragraph]:
    if not numbered:
        return
    lines = tuple(line for _, line in numbered)
    whole = _joined(lines)
    mark, words = marked(whole)
    yield Paragraph(words, mark, page, lines, numbered[0][0], levels.get(whole), labelled(words))


def _joined(lines: Sequence[Line]) -> str:
    words = ""
    for line in lines:
        words += line.text.strip() if words.endswith("-") and words[-2:-1].isalpha() else f" {line.text.strip()}"
    return words.strip()


def _items(page: Page, running: Furniture) -> Iterator[tuple[int, Line | Table]]:
    """Lines outside of tables, and fact sheets where their first line stands."""
    owners = _owners(page)
    seen: set[int] = set()
    for number, line in enumerate(page.lines):
        owner = owners(number, line)
        if owner is None:
            if line.text.strip() and not running.holds(line, page) and not leads_to_page(line):
                yield number, line
        elif owner not in seen:
            seen.add(owner)
            if is_sheet(page.tables[owner]):
                yield number, page.tables[owner]


def _owners(page: Page) -> Callable[[int, Line], int | None]:
    """Which table of the page a line stands in."""
    spans = [
        (index, range(table.line, table.line + len({cell.row for cell in table.cells if cell.text})))
        for index, table in enumerate(page.tables)
        if table.line is not None
    ]
    boxes = [(index, table.box) for index, table in enumerate(page.tables) if table.box]

    def owner(number: int, line: Line) -> int | None:
        if line.box is None:
            return next((index for index, lines in spans if number in lines), None)
        x, y = (line.box[0] + line.box[2]) / 2, (line.box[1] + line.box[3]) / 2
        return next((i for i, (x0, top, x1, bottom) in boxes if x0 <= x <= x1 and top <= y <= bottom), None)

    return owner


def _goes_on(before: Line, line: Line, width: _Width, levels: dict[str, int]) -> bool:
    mark, words = marked(line.text)
    if mark or labelled(words) or line.text in levels or before.text in levels:
        return False
    first = len(words.split(maxsplit=1)[0]) + 1 if words else 0
    if before.box is None or line.box is None:
        ended = before.text.endswith((".", ":", ";")) or not line.text[:1].islower()
        return bool(width.letters) and (not ended or len(before.text) + first > width.letters)
    height = max(before.box[3] - before.box[1], line.box[3] - line.box[1])
    near = line.box[1] - before.box[3] < _GAP * height and line.box[1] > before.box[1]
    letter = (before.box[2] - before.box[0]) / max(len(before.text), 1)
    room = min(first * letter, _LONGEST_WORD * height)
    if _NUMBERED_HEADING.match(before.text):  # set larger than what it heads
        room = min(room, _SLACK * width.right)
    if line.box[0] > before.box[2] and line.box[3] < before.box[1]:  # from one column's foot to the next one's head
        return line.text[:1].islower()
    full = before.box[2] + room > width.of(before.box)
    return near and (full or line.text[:1].islower() or before.text.count("(") > before.text.count(")"))


def _wrapped_length(page: Page) -> int:
    """Letters in a full line of a file whose paragraphs are wrapped; 0 where each line is a paragraph."""
    lengths = sorted(len(line.text) for line in page.lines)
    if not lengths or not _SHORTEST_WRAPPED <= lengths[-1] <= _LONGEST_WRAPPED:
        return 0
    full = sum(length >= 0.85 * lengths[-1] for length in lengths)
    return lengths[-1] if full >= max(3, _SHARE_FULL * len(lengths)) else 0


def _right_margins(pages: Sequence[Page]) -> dict[float, float]:
    """Where full lines end, by the width of pages: at the farthest ends of lines; where all are short, as far from the
    right edge as lines begin from the left."""
    boxes: dict[float, list[Box]] = defaultdict(list)
    for page in pages:
        boxes[page.width].extend(line.box for line in page.lines if line.box is not None)
    return {
        width: max(_at([box[2] for box in found], 0.9), width - _at([box[0] for box in found], 0.1) * _MARGINS)
        for width, found in boxes.items()
        if found
    }


def _left_column(page: Page) -> tuple[float, float] | None:
    """Where full lines of the left of two columns end, and where the right column begins; None for other pages."""
    boxes = [line.box for line in page.lines if line.box is not None]
    right = [box for box in boxes if box[0] > page.width * _MIDDLE[0]]
    if len(right) < _FEWEST_LINES:
        return None
    begins = _at([box[0] for box in right], 0.1)
    left = [box for box in boxes if box[2] < begins]
    across = len(boxes) - len(left) - len(right)
    if begins > page.width * _MIDDLE[1] or len(left) < _FEWEST_LINES or across > _ACROSS * len(boxes):
        return None
    return _at([box[2] for box in left], 0.9), begins


def _at(values: list[float], share: float) -> float:
    return sorted(values)[int(share * (len(values) - 1))]
