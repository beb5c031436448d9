"""DOCX -> one page of lines and tables in reading order. Word decides where pages break, so there are none.

Read from the XML and not from python-docx's `text`, which leaves out text boxes and what tracked changes inserted.
Deleted text is left out, as the document shows itself when the changes are accepted.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from alignment import i18n
from alignment.errors import NoTextError, UnreadableFileError
from alignment.models.document import Heading, Issue, Line, Page, Table
from alignment.reading.formats import Read
from alignment.reading.tables import Span, laid_out, row_lines

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_SPAN = 200
_GONE = {f"{_W}del", f"{_W}moveFrom", f"{_W}delText", f"{_W}instrText"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read_docx(name: str, data: bytes) -> Read:
    """Lines, tables and headings of a DOCX. Raises UnreadableFileError or NoTextError."""
    from docx import Document

    try:
        document = Document(io.BytesIO(data))
        body = document.element.body
        levels = _heading_levels(document)
    except Exception as error:  # a hostile package fails in many ways, and all mean the same to a reader
        raise UnreadableFileError(
            i18n.both("reading.damaged_office"), i18n.both("reading.damaged_office_remedy"), name
        ) from error
    lines: list[Line] = []
    tables: list[Table] = []
    headings: list[Heading] = []
    for block in _blocks(body):
        if block.tag == f"{_W}tbl":
            _add_table(block, lines, tables)
            continue
        for text in _texts(block):
            level = levels.get(_style(block))
            if level is not None:
                headings.append(Heading(title=text, level=level))
            lines += (Line(part) for part in text.split("\n") if part)
    pictures = len(body.findall(f".//{_W}drawing")) + len(body.findall(f".//{_W}pict"))
    if not lines:
        raise NoTextError(i18n.both("reading.no_words_office"), i18n.both("reading.no_words_office_remedy"), name)
    issues: tuple[Issue, ...] = ()
    if pictures and not tables:
        issues = (Issue(code="picture_table", message=i18n.both("reading.pictures_office", count=pictures)),)
    page = Page(number=1, width=0, height=0, lines=tuple(lines), tables=tuple(tables))
    return Read((page,), issues, _engine(), tuple(headings))


def _blocks(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables in order, inside content controls and insertions too."""
    for child in parent:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml", f"{_W}smartTag"):
            yield from _blocks(child)


def _add_table(element: Any, lines: list[Line], tables: list[Table]) -> None:
    nested: list[Any] = []
    rows = [list(_cells(row, nested)) for row in _children(element, "tr")]
    table = laid_out(1, _merged_down(rows), len(lines))
    if table is not None:
        tables.append(table)
        lines += row_lines(table.cells)
    for inner in nested:
        _add_table(inner, lines, tables)


def _children(parent: Any, name: str) -> Iterator[Any]:
    for child in parent:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _children(child, name)


_Cell = tuple[int, bool, str]  # columns it takes, whether it goes on with the cell above, text


def _cells(row: Any, nested: list[Any]) -> Iterator[_Cell]:
    skipped = row.find(f"{_W}trPr/{_W}gridBefore")
    if skipped is not None:
        yield _number(skipped), False, ""
    for cell in _children(row, "tc"):
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        merge = cell.find(f"{_W}tcPr/{_W}vMerge")
        goes_on = merge is not None and merge.get(f"{_W}val", "continue") == "continue"
        parts: list[str] = []
        for block in _blocks(cell):
            if block.tag == f"{_W}tbl":
                nested.append(block)
            else:
                parts += _texts(block)
        yield 1 if span is None else _number(span), goes_on, "\n".join(parts)


def _number(element: Any) -> int:
    value = element.get(f"{_W}val", "1")
    return min(max(int(value), 1), _MOST_SPAN) if value.isdecimal() else 1


def _merged_down(rows: list[list[_Cell]]) -> list[list[Span]]:
    """Cells that go on with the one above become its rows."""
    owners: dict[int, tuple[int, int]] = {}  # column -> row and index of the cell that is open there
    spans: list[list[Span]] = []
    for number, row in enumerate(rows):
        spans.append([])
        column = 0
        for columns, goes_on, text in row:
            owner = owners.get(column)
            if goes_on and owner is not None:
                above = spans[owner[0]][owner[1]]
                spans[owner[0]][owner[1]] = above._replace(rows=number - owner[0] + 1)
            else:
                spans[number].append(Span(1, columns, text))
                owners[column] = (number, len(spans[number]) - 1)
            column += columns
    return spans


def _texts(paragraph: Any) -> list[str]:
    """The words of a paragraph, and of each text box that hangs on it, as paragraphs of their own."""
    own: list[str] = []
    boxes: list[str] = []
    _collect(paragraph, own, boxes)
    return [text for text in ("".join(own).strip(), *boxes) if text]


def _collect(element: Any, own: list[str], boxes: list[str]) -> None:
    for child in element:
        tag = child.tag
        if tag == f"{_W}t":
            own.append(child.text or "")
        elif tag == f"{_W}tab":
            own.append(" ")
        elif tag in (f"{_W}br", f"{_W}cr"):
            own.append("\n")
        elif tag == f"{_W}noBreakHyphen":
            own.append("-")
        elif tag == f"{_W}txbxContent":
            for block in _blocks(child):
                boxes += _texts(block) if block.tag == f"{_W}p" else []
        elif tag not in _GONE and tag != _FALLBACK:
            _collect(child, own, boxes)


def _style(paragraph: Any) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else str(style.get(f"{_W}val", ""))


def _heading_levels(document: Any) -> dict[str, int]:
    """Style id to heading level, by the built-in names ("heading 1" in every language of Word) and outline levels."""
    levels: dict[str, int] = {}
    for style in document.styles.element.findall(f"{_W}style"):
        name = style.find(f"{_W}name")
        outline = style.find(f"{_W}pPr/{_W}outlineLvl")
        words = "" if name is None else str(name.get(f"{_W}val", "")).casefold().split()
        if len(words) == 2 and words[0] == "heading" and words[1].isdecimal():
            levels[str(style.get(f"{_W}styleId"))] = int(words[1])
        elif outline is not None and outline.get(f"{_W}val", "9").isdecimal() and int(outline.get(f"{_W}val")) < 9:
            levels[str(style.get(f"{_W}styleId"))] = int(outline.get(f"{_W}val")) + 1
    return levels


def _engine() -> str:
    from importlib.metadata import version

    return f"python-docx {version('python-docx')}"
