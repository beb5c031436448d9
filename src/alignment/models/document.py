"""A plan as it was read: pages, lines, tables, and what could not be read."""

from __future__ import annotations

import datetime as dt
from typing import Literal, NamedTuple

from pydantic import Field

from alignment.models.base import Frozen, Text

Box = tuple[float, float, float, float]
"""(x0, top, x1, bottom) in points of the page as displayed, origin top left."""

DocumentKind = Literal[
    "master_plan", "rpjmd", "rpjmn", "rpjpd", "renstra", "rkpd", "renja", "form", "regulation", "other"
]
IssueCode = Literal[
    "no_text",
    "garbled_text",
    "unreadable_page",
    "junk_text",
    "picture_table",
    "ocr",
    "conflict",
    "truncated",
    "no_table_text",
    "hidden_rows",
    "second_engine",
]

UNREAD_ISSUES: tuple[IssueCode, ...] = ("no_text", "garbled_text", "unreadable_page", "picture_table", "truncated")
"""Those that leave a page, or a part of it, unread."""


class Line(NamedTuple):
    """One printed line. `box` is None where the format has no positions (text, Markdown, DOCX, XLSX)."""

    text: str
    box: Box | None = None
    number: int | None = None
    """Of the line in its file, counted from 1, blank ones too; only where the file is text."""


class Cell(NamedTuple):
    """One table cell at the top left (`row`, `column`) of the grid positions it spans, both counted from 0."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    box: Box | None = None
    second: str | None = None
    """Where OCR read a figure: what it read of another rendering of the picture, if that differs."""


class Table(Frozen):
    """A table as one page shows it. Stitching over pages is extraction's work."""

    page: int
    """Counted from 1."""
    rows: int
    columns: int
    cells: tuple[Cell, ...]
    box: Box | None = None
    ruled: bool = True
    """False where the columns were found by white space and not by ruling lines."""
    line: int | None = None
    """Where there are no boxes: the index in `Page.lines` of the table's first line."""
    place: str | None = None
    """Where there are no pages: "Program Unggulan, tabel 2"."""


class Page(Frozen):
    """One page. Lines stand in reading order and include the words inside tables."""

    number: int
    """Counted from 1."""
    width: float
    height: float
    """Both in points as displayed (after CropBox and /Rotate); 0 where the format has no pages."""
    name: str | None = None
    """The sheet's name, where the page is a sheet of a workbook."""
    lines: tuple[Line, ...] = ()
    tables: tuple[Table, ...] = ()
    ocr_confidence: float | None = None
    """0..1 where the words come from OCR, else None."""
    turn: int = 0
    """Degrees, clockwise, by which the page must be turned to read it: 90 where its words run up the page."""

    @property
    def text(self) -> str:
        """The page's lines joined by newlines."""
        return "\n".join(line.text for line in self.lines)


class Evidence(Frozen):
    """Where a claim can be seen: the words as printed, and the place they stand in."""

    document: str
    """`Document.id`."""
    page: int | None = None
    """Counted from 1; None where the format has no pages."""
    box: Box | None = None
    quote: str = ""
    """Verbatim words of the document."""
    place: str | None = None
    """Where there is no page: heading, sheet and cell, or line."""
    ocr_confidence: float | None = None


class Issue(Frozen):
    """Something the reader could not do, or doubts. Never silence."""

    code: IssueCode
    page: int | None = None
    message: Text


class Region(Frozen):
    """A regency, city or province; `code` is the Kemendagri code ("35.10") where known."""

    name: str
    code: str | None = None


class Period(Frozen):
    """First and last year a plan speaks of, both included."""

    start: int
    end: int


class Heading(Frozen):
    """A chapter or section title and the page it starts on."""

    title: str
    page: int | None = None
    level: int = 1


class Document(Frozen):
    """A file as read. Its `id` is the first 12 hex digits of its sha256."""

    id: str
    name: str
    """File name without folders."""
    sha256: str
    kind: DocumentKind = "other"
    title: str | None = None
    region: Region | None = None
    period: Period | None = None
    date: dt.date | None = None
    """The plan's own date; None where it prints none."""
    pages: tuple[Page, ...] = ()
    issues: tuple[Issue, ...] = ()
    engine: str
    """What read it, with versions: "pypdfium2 5.15.2", and pdfplumber beside it where a page needed the second try."""
    headings: tuple[Heading, ...] = ()
    vision: str | None = None
    missions: tuple[str, ...] = ()
    legal_basis: tuple[Evidence, ...] = Field(default=())
    """The regulations the document itself rests on (Menimbang, Mengingat, Dasar Hukum), item by item."""

    @property
    def unread_pages(self) -> tuple[int, ...]:
        """The pages that could not be read, wholly or in part, in order."""
        pages = {issue.page for issue in self.issues if issue.page is not None and issue.code in UNREAD_ISSUES}
        return tuple(sorted(pages))
