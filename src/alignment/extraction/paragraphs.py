"""The body of a document as paragraphs: wrapped lines joined, list marks told from words, tables left out.

A table with a label beside each value (a fact sheet) is no table of rows: it comes as labelled paragraphs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from alignment import text
from alignment.extraction.factsheets import is_sheet, sheet_rows
from alignment.extraction.labels import Label, labelled
from alignment.extraction.listmarks import kind_of_mark, marked
from alignment.extraction.places import around
from alignment.extraction.wrapping import Width, goes_on, widths
from alignment.models.document import Document, Evidence, Line, Page, Table
from alignment.reading.furniture import Furniture, furniture, key
from alignment.reading.outline import is_contents, leads_to_page


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
    levels = {heading.title: heading.level for heading in document.headings if heading.page is None}
    for page, width in zip(document.pages, widths(document), strict=True):
        if not is_contents(page):
            yield from _of_page(page, running, width, levels)


def _of_page(page: Page, running: Furniture, width: Width, levels: dict[str, int]) -> Iterator[Paragraph]:
    open_lines: list[tuple[int, Line]] = []
    for number, item in _items(page, running):
        if isinstance(item, Line):
            if open_lines and goes_on(open_lines[-1][1], item, width, levels):
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
