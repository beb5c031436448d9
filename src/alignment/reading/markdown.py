"""Markdown with HTML tables (what OCR services give) -> pages, lines, tables.

Pages are parted where the file says so (a page-break line or a comment naming a page); else it is all one page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from alignment.models.document import Line, Page, Table
from alignment.reading.plaintext import lines_of
from alignment.reading.tables import Span, laid_out, row_lines

_TABLE = re.compile(r"<(?P<end>/?)table\b[^<>]*>", re.IGNORECASE)
_MARKS = re.compile(
    r"^\s{0,3}(#{1,6}\s+|>\s+)|[*_]{2,3}|<br\s*/?>|</?(?:b|i|u|sup|sub|strong|em|center|div|p|span)\b[^>]*>",
    re.MULTILINE | re.IGNORECASE,
)
_MOST_SPAN = 200
_BREAK = re.compile(
    r"^(?:\f|\s*<!--\s*page\b.*?-->|\s*<page_?break\s*/?>|\s*\\newpage)\s*$", re.IGNORECASE | re.MULTILINE
)


def read_markdown(text: str) -> tuple[Page, ...]:
    """The pages of a Markdown file. Lines include the words of tables, row by row."""
    parts = [part for part in _BREAK.split(text) if part.strip()]
    return tuple(_page(number, part) for number, part in enumerate(parts, 1))


def _page(number: int, text: str) -> Page:
    lines: list[Line] = []
    tables: list[Table] = []
    place = 0
    for start, end in _tables(text):
        lines += _lines(text[place:start])
        place = end
        table = _table(number, text[start:end], len(lines), f"tabel {len(tables) + 1}")
        if table is not None:
            tables.append(table)
            lines += row_lines(table.cells)
    lines += _lines(text[place:])
    return Page(number=number, width=0, height=0, lines=tuple(lines), tables=tuple(tables))


def _tables(text: str) -> Iterator[tuple[int, int]]:
    """Where tables stand. One that is never closed, as in an answer that was cut off, goes on to the end."""
    start: int | None = None
    for tag in _TABLE.finditer(text):
        if start is None and not tag["end"]:
            start = tag.start()
        elif start is not None and tag["end"]:
            yield start, tag.end()
            start = None
    if start is not None:
        yield start, len(text)


def _lines(text: str) -> list[Line]:
    return list(lines_of(_MARKS.sub(" ", text)))


class _Rows(HTMLParser):
    """Collects the cells of each row."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[Span]] = []
        self._cell: list[str] | None = None
        self._spans = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self._close()
            self.rows.append([])
        elif tag in ("td", "th"):
            self._close()
            if not self.rows:
                self.rows.append([])
            given = dict(attrs)
            self._spans = _span(given.get("rowspan")), _span(given.get("colspan"))
            self._cell = []
        elif tag in ("br", "p", "div", "li") and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._close()

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def _close(self) -> None:
        if self._cell is not None:
            lines = (" ".join(line.split()) for line in "".join(self._cell).split("\n"))
            self.rows[-1].append(Span(*self._spans, "\n".join(line for line in lines if line)))
            self._cell = None


def _span(value: str | None) -> int:
    return min(max(int(value), 1), _MOST_SPAN) if value and value.strip().isdecimal() else 1


def _table(page: int, html: str, line: int, place: str) -> Table | None:
    parser = _Rows()
    parser.feed(html)
    parser.close()
    return laid_out(page, [row for row in parser.rows if row], line, place)
