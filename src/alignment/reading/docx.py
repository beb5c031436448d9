"""DOCX -> one page of lines and tables in reading order. Word decides where pages break, so there are none.

Read from the XML and not from python-docx's `text`, which leaves out text boxes, automatic numbers and what tracked
changes inserted. Deleted and hidden words are left out, as the document shows itself when the changes are accepted.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any

from alignment import i18n
from alignment.errors import NoTextError, UnreadableFileError
from alignment.models.document import Heading, Issue, Line, Page, Table
from alignment.reading.formats import Read
from alignment.reading.numbering import Numbering, W
from alignment.reading.plaintext import lines_of
from alignment.reading.tables import Span, laid_out, row_lines

_MOST_SPAN = 200
_GONE = {f"{W}{name}" for name in ("del", "moveFrom", "delText", "instrText", "pPr", "rPr", "tblPr", "trPr", "tcPr")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_AROUND = {f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}
_CHECK_MARKS = ("F0FC", "F0FE", "F052")
"""Ticks in Wingdings, which schedules are filled with."""
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def read_docx(name: str, data: bytes) -> Read:
    """Lines, tables and headings of a DOCX. Raises UnreadableFileError or NoTextError."""
    try:
        reader = _Reader(_parts(data))
        reader.read()
    except Exception as error:  # a hostile package fails in many ways, and all mean the same to a reader
        raise UnreadableFileError(
            i18n.both("reading.damaged_office"), i18n.both("reading.damaged_office_remedy"), name
        ) from error
    if not reader.lines:
        raise NoTextError(i18n.both("reading.no_words_office"), i18n.both("reading.no_words_office_remedy"), name)
    issues: tuple[Issue, ...] = ()
    if reader.pictures and not reader.tables:
        issues = (Issue(code="picture_table", message=i18n.both("reading.pictures_office", count=reader.pictures)),)
    page = Page(number=1, width=0, height=0, lines=tuple(reader.lines), tables=tuple(reader.tables))
    return Read((page,), issues, _engine(), tuple(reader.headings), " ".join(reader.running()))


def _parts(data: bytes) -> dict[str, Any]:
    """The roots of the document and of the parts beside it, by the name of their relation. With macros or without:
    nothing but text is looked at."""
    import docx  # noqa: F401  # teaches the package what its parts are
    from docx.opc.package import OpcPackage
    from docx.oxml.parser import parse_xml

    main = OpcPackage.open(io.BytesIO(data)).main_document_part
    parts: dict[str, Any] = {"document": parse_xml(main.blob), "running": []}
    for relation in main.rels.values():
        name = relation.reltype.removeprefix(_RELATION)
        if name in ("styles", "numbering", "footnotes", "endnotes") and not relation.is_external:
            parts[name] = parse_xml(relation.target_part.blob)
        elif name in ("header", "footer") and not relation.is_external:
            parts["running"].append(parse_xml(relation.target_part.blob))
    return parts


class _Reader:
    def __init__(self, parts: dict[str, Any]) -> None:
        self.body = parts["document"].find(f"{W}body")
        self.lines: list[Line] = []
        self.tables: list[Table] = []
        self.headings: list[Heading] = []
        self._running = parts["running"]
        self.pictures = sum(1 for _ in self.body.iter(f"{W}drawing", f"{W}pict"))
        self._numbering = Numbering(parts.get("numbering"), parts.get("styles"))
        self._levels = {} if "styles" not in parts else dict(_heading_levels(parts["styles"]))
        self._notes = {
            (f"{W}{kind}Reference", str(note.get(f"{W}id"))): note
            for kind in ("footnote", "endnote")
            for note in parts.get(f"{kind}s", ())
        }

    def running(self) -> Iterator[str]:
        """The words of heads and feet, each saying once."""
        said = (self._words(block, []) for part in self._running for block in _blocks(part) if block.tag == f"{W}p")
        yield from dict.fromkeys(words for words in said if words)

    def read(self) -> None:
        for block in _blocks(self.body):
            self._block(block)

    def _block(self, block: Any) -> None:
        if block.tag == f"{W}tbl":
            self._table(block)
            return
        inside: list[Any] = []
        words = self._words(block, inside)
        level = _level(block, self._levels)
        if words and level is not None:
            self.headings.append(Heading(title=" ".join(words.split()), level=level))
        self.lines += lines_of(words)
        for element in inside:
            self._block(element)

    def _table(self, element: Any) -> None:
        inside: list[Any] = []
        rows = [list(self._cells(row, inside)) for row in _children(element, "tr")]
        heading = f"{self.headings[-1].title}, " if self.headings else ""
        place = f"{heading}tabel {len(self.tables) + 1}"
        table = laid_out(1, _merged_down(rows), len(self.lines), place)
        if table is not None:
            self.tables.append(table)
            self.lines += row_lines(table.cells)
        for block in inside:
            self._block(block)

    def _cells(self, row: Any, inside: list[Any]) -> Iterator[_Cell]:
        skipped = row.find(f"{W}trPr/{W}gridBefore")
        if skipped is not None:
            yield _number(skipped), False, ""
        for cell in _children(row, "tc"):
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            goes_on = merge is not None and merge.get(f"{W}val", "continue") == "continue"
            parts: list[str] = []
            for block in _blocks(cell):
                if block.tag == f"{W}tbl":
                    inside.append(block)
                else:
                    parts.append(self._words(block, inside))
            yield 1 if span is None else _number(span), goes_on, "\n".join(filter(None, parts))

    def _words(self, paragraph: Any, inside: list[Any]) -> str:
        """The words of a paragraph, its automatic number first. What hangs on it (text boxes, notes) is put in
        `inside`: blocks of their own, to be read after it."""
        words = "".join(self._pieces(paragraph, inside)).strip()
        return self._numbering.next_label(paragraph, _style(paragraph)) + words if words else ""

    def _pieces(self, element: Any, inside: list[Any]) -> Iterator[str]:
        for child in element:
            tag = child.tag
            if tag == f"{W}t":
                yield child.text or ""
            elif tag == f"{W}tab":
                yield " "
            elif tag in (f"{W}br", f"{W}cr"):
                yield "\n"
            elif tag == f"{W}noBreakHyphen":
                yield "-"
            elif tag == f"{W}sym":
                yield "✓" if str(child.get(f"{W}char", "")).upper() in _CHECK_MARKS else ""
            elif tag == f"{W}txbxContent":
                inside.extend(_blocks(child))
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                note = self._notes.pop((tag, str(child.get(f"{W}id"))), None)
                inside.extend(() if note is None else _blocks(note))
            elif tag == f"{W}r" and _is_hidden(child):
                continue
            elif tag not in _GONE and tag != _FALLBACK:
                yield from self._pieces(child, inside)


_Cell = tuple[int, bool, str]  # columns it takes, whether it goes on with the cell above, text


def _blocks(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables in order, inside content controls and insertions too."""
    for child in parent:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in _AROUND:
            yield from _blocks(child)


def _children(parent: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row that are not deleted."""
    for child in parent:
        if child.tag == f"{W}{name}" and child.find(f"{W}trPr/{W}del") is None:
            yield child
        elif child.tag in _AROUND:
            yield from _children(child, name)


def _number(element: Any) -> int:
    value = element.get(f"{W}val", "1")
    return min(max(int(value), 1), _MOST_SPAN) if value.isdecimal() else 1


def _merged_down(rows: Iterable[list[_Cell]]) -> list[list[Span]]:
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


def _is_hidden(run: Any) -> bool:
    mark = run.find(f"{W}rPr/{W}vanish")
    return mark is not None and mark.get(f"{W}val", "true") not in ("0", "false", "off")


def _style(paragraph: Any) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val", ""))


def _level(paragraph: Any, levels: dict[str, int]) -> int | None:
    own = _outline_level(paragraph)
    return levels.get(_style(paragraph)) if own is None else own


def _heading_levels(styles: Any) -> Iterator[tuple[str, int]]:
    """Style id and heading level, by the built-in names ("heading 1" in every language of Word) and outline levels."""
    for style in styles.findall(f"{W}style"):
        name = style.find(f"{W}name")
        words = "" if name is None else str(name.get(f"{W}val", "")).casefold().split()
        is_built_in = len(words) == 2 and words[0] == "heading" and words[1].isdecimal()
        level = int(words[1][:2]) if is_built_in else _outline_level(style)
        if level is not None:
            yield str(style.get(f"{W}styleId")), level


def _outline_level(element: Any) -> int | None:
    """1 to 9; None for body text."""
    level = element.find(f"{W}pPr/{W}outlineLvl")
    value = "" if level is None else str(level.get(f"{W}val"))
    return int(value) + 1 if value in "012345678" and value else None


def _engine() -> str:
    from importlib.metadata import version

    return f"python-docx {version('python-docx')}"
