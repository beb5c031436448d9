"""Markdown (what people type, and what OCR services give) -> pages, lines, headings, tables of bars or of HTML.

Pages are parted where the file says so (a page-break line or a comment naming a page); else it is all one page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignment.models.document import Heading, Line, Page, Table
from alignment.reading.htmltable import html_rows
from alignment.reading.plaintext import lines_of
from alignment.reading.tables import Span, laid_out, row_lines

_TABLE = re.compile(r"<(?P<end>/?)table\b[^<>]*>", re.IGNORECASE)
_BARS = re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*(?::?-{2,}:?[ \t]*)?)+$", re.MULTILINE)
"""The line below the head of a table of bars: `| --- | :-: |`."""
_BAR = re.compile(r"(?<!\\)\|")
_MARKS = re.compile(
    r"^[ \t]{0,3}(#{1,6}[ \t]+|>[ \t]+)|[*_]{2,3}|<br\s*/?>"  # never a line break: lines are counted
    r"|</?(?:b|i|u|sup|sub|strong|em|center|div|p|span|h[1-6])\b[^>]*>",
    re.MULTILINE | re.IGNORECASE,
)
_HEADING = re.compile(r"^\s{0,3}(?P<level>#{1,6})\s+(?P<title>.*?)\s*#*\s*$", re.MULTILINE)
_HTML_HEADING = re.compile(r"<h([1-6])\b[^<>]*>([^<>]*)</h\1>", re.IGNORECASE)
_BREAK = re.compile(
    r"^(?:\f|\s*<!--\s*page\b.*?-->|\s*<page_?break\s*/?>|\s*\\newpage)\s*$", re.IGNORECASE | re.MULTILINE
)


def read_markdown(text: str) -> tuple[Page, ...]:
    """The pages of a Markdown file. Lines include the words of tables, row by row."""
    starts = [0, *(mark.end() for mark in _BREAK.finditer(text))]
    ends = [*(mark.start() for mark in _BREAK.finditer(text)), len(text)]
    parts = [(start, end) for start, end in zip(starts, ends, strict=True) if text[start:end].strip()]
    return tuple(_page(number, text, *part) for number, part in enumerate(parts, 1))


def headings(text: str) -> tuple[Heading, ...]:
    """The headings of a Markdown file, where it tells their levels apart: OCR services put one `#` before any line
    that is set large."""
    marked = list(_HEADING.finditer(_HTML_HEADING.sub(_as_marked, text)))
    if len({match["level"] for match in marked}) < 2:
        return ()
    titled = ((" ".join(_MARKS.sub(" ", match["title"]).split()), len(match["level"])) for match in marked)
    return tuple(Heading(title=title, level=level) for title, level in titled if title)


def _as_marked(match: re.Match[str]) -> str:
    return f"\n{'#' * int(match[1])} {match[2]}\n"


def _page(number: int, text: str, place: int, stop: int) -> Page:
    """The page that stands from `place` to `stop` in the file."""
    lines: list[Line] = []
    tables: list[Table] = []
    for start, end, rows in _tables(text, place, stop):
        lines += _lines(text, place, start)
        place = end
        table = laid_out(number, rows, len(lines), f"tabel {len(tables) + 1}")
        if table is not None:
            tables.append(table)
            lines += row_lines(table.cells)
    lines += _lines(text, place, stop)
    return Page(number=number, width=0, height=0, lines=tuple(lines), tables=tuple(tables))


def _tables(text: str, place: int, stop: int) -> Iterator[tuple[int, int, list[list[Span]]]]:
    """Where tables stand between `place` and `stop`, in order, and their rows."""
    for start, end in [*_html_tables(text, place, stop), (stop, stop)]:
        for first, last in _bar_tables(text, place, start):
            yield first, last, [_bar_row(row) for row in text[first:last].split("\n") if not _BARS.fullmatch(row)]
        if end > start:
            yield start, end, html_rows(text[start:end])
        place = end


def _html_tables(text: str, place: int, stop: int) -> Iterator[tuple[int, int]]:
    """One that is never closed, as in an answer that was cut off, goes on to the end."""
    start: int | None = None
    for tag in _TABLE.finditer(text, place, stop):
        if start is None and not tag["end"]:
            start = tag.start()
        elif start is not None and tag["end"]:
            yield start, tag.end()
            start = None
    if start is not None:
        yield start, stop


def _bar_tables(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """From the head, the line above the bars, to the last line with a bar."""
    for rule in _BARS.finditer(text, start, end):
        first = text.rfind("\n", start, max(rule.start() - 1, start)) + 1 or start
        if first < start or not _BAR.search(text[first : rule.start()]):
            continue
        last = rule.end()
        while last < end and _BAR.search(line := text[last + 1 : _line_end(text, last + 1, end)]):
            last += len(line) + 1
        start = last
        yield first, last


def _line_end(text: str, start: int, end: int) -> int:
    place = text.find("\n", start, end)
    return end if place < 0 else place


def _bar_row(line: str) -> list[Span]:
    inner = line.strip().removeprefix("|")
    cells = _BAR.split(inner[:-1] if _BAR.search(inner[-1:]) else inner)
    texts = (re.sub(r"<br\s*/?>", "\n", cell, flags=re.IGNORECASE).replace("\\|", "|") for cell in cells)
    return [Span(1, 1, "\n".join(filter(None, map(str.strip, _MARKS.sub("", text).split("\n"))))) for text in texts]


def _lines(text: str, start: int, end: int) -> list[Line]:
    return list(lines_of(_MARKS.sub(" ", text[start:end]), text.count("\n", 0, start) + 1))
