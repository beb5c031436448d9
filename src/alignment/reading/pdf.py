"""PDF with a text layer -> pages and issues."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from alignment import i18n
from alignment.config import Options
from alignment.errors import EncryptedFileError, NoTextError, UnreadableFileError
from alignment.models.document import Box, Cell, Issue, Line, Page, Table
from alignment.reading import supervisor

_END = b"%%EOF"
_TAIL = 4096


class Read(NamedTuple):
    """What a reader gives: the pages, what is wrong with them, and who read them."""

    pages: tuple[Page, ...]
    issues: tuple[Issue, ...]
    engine: str


def read_pdf(path: Path, data: bytes, options: Options) -> Read:
    """Read all pages. Raises EncryptedFileError, UnreadableFileError (damaged, cut off) or NoTextError."""
    if _END not in data.rstrip(b"\0 \r\n\t")[-_TAIL:]:
        raise UnreadableFileError(i18n.both("reading.cut_off"), i18n.both("reading.cut_off_remedy"), path.name)
    pages: list[Page] = []
    issues: list[Issue] = []
    try:
        for message in supervisor.pages(path):
            number = message["page"]
            if "error" in message:
                pages.append(Page(number=number, width=0, height=0))
                issues.append(Issue(code="unreadable_page", page=number, message=i18n.both("reading.unreadable_page")))
                continue
            pages.append(_page(message))
            issues += (
                Issue(code=code, page=number, message=i18n.both(f"reading.{code}", **facts))
                for code, facts in message["issues"]
            )
    except supervisor.OpenError as error:
        if error.reason == "encrypted":
            raise EncryptedFileError(
                i18n.both("reading.encrypted"), i18n.both("reading.encrypted_remedy"), path.name
            ) from None
        raise UnreadableFileError(
            i18n.both("reading.damaged"), i18n.both("reading.damaged_remedy"), path.name
        ) from None
    if not any(page.lines for page in pages if page.number not in {i.page for i in issues if i.code == "no_text"}):
        raise NoTextError(
            i18n.both("reading.no_words", pages=len(pages)), i18n.both("reading.no_words_remedy"), path.name
        )
    return Read(tuple(pages), tuple(issues), _engine())


def _page(message: supervisor.Message) -> Page:
    """The worker's data as a page. Trusted: validation again would cost more than reading."""
    number = message["page"]
    return Page.model_construct(
        number=number,
        width=message["width"],
        height=message["height"],
        lines=tuple(Line(text, _box(box)) for text, box in message["lines"]),
        tables=tuple(
            Table.model_construct(
                page=number,
                rows=table["rows"],
                columns=table["columns"],
                box=_box(table["box"]),
                cells=tuple(
                    Cell(row, column, row_span, column_span, text, _box(box))
                    for row, column, row_span, column_span, text, box in table["cells"]
                ),
                ruled=True,
            )
            for table in message["tables"]
        ),
        ocr_confidence=None,
    )


def _box(values: list[float]) -> Box:
    x0, top, x1, bottom = values
    return x0, top, x1, bottom


def _engine() -> str:
    from importlib.metadata import version

    return f"pypdfium2 {version('pypdfium2')}"
