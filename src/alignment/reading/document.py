"""A file on disk -> Document."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from alignment import i18n
from alignment.config import Options
from alignment.errors import UnreadableFileError
from alignment.models.document import Document, DocumentKind, Issue, Page
from alignment.reading.formats import Read
from alignment.reading.furniture import furniture
from alignment.reading.identity import identify
from alignment.reading.lexicon import kind_of
from alignment.reading.markdown import headings, read_markdown
from alignment.reading.outline import outline
from alignment.reading.passages import body, legal_basis, missions, vision
from alignment.reading.plaintext import decode, read_text, without_code
from alignment.reading.recognise import recognise
from alignment.text import legible

_FIRST_LINE = 300
_LONGEST = 32_767
"""Characters of a line or cell: as many as a cell of Excel can hold."""


def read(path: str | Path, options: Options | None = None) -> Document:
    """Read one document.

    Raises UnreadableFileError (missing, empty, damaged, not what its name says), EncryptedFileError,
    UnsupportedFormatError or NoTextError, each with the file's name and a remedy.
    """
    file = Path(path)
    data = _bytes(file)
    sha256 = hashlib.sha256(data).hexdigest()
    content = _content(file, data, sha256, options or Options())
    pages = tuple(map(_legible, content.pages))
    running = furniture(pages)
    lines = body(pages, running)
    identity = identify(pages, running, legible(content.running))
    return Document.model_construct(  # pages were made by us: validating them again would cost more than reading them
        id=sha256[:12],
        name=legible(file.name),
        sha256=sha256,
        kind=_kind(identity.kind, content, file),
        title=identity.title,
        region=identity.region,
        period=identity.period,
        date=identity.date,
        pages=pages,
        issues=(*content.issues, *_cut(content.pages), *identity.issues),
        engine=content.engine,
        headings=content.headings or outline(pages),
        vision=vision(pages, identity.region.name if identity.region else None),
        missions=missions(lines),
        legal_basis=legal_basis(sha256[:12], lines),
    )


def _legible(page: Page) -> Page:
    """The page as it may be matched, shown and stored; nearly every page is that already."""
    words = [line.text for line in page.lines] + [cell.text for table in page.tables for cell in table.cells]
    whole = "\n".join(words)
    if legible(whole) == whole and max(map(len, words), default=0) <= _LONGEST:
        return page
    lines = tuple([line._replace(text=legible(line.text[:_LONGEST])) for line in page.lines])
    tables = tuple(
        table.model_copy(
            update={"cells": tuple([cell._replace(text=legible(cell.text[:_LONGEST])) for cell in table.cells])}
        )
        for table in page.tables
    )
    return page.model_copy(update={"lines": lines, "tables": tables})


def _cut(pages: tuple[Page, ...]) -> Iterator[Issue]:
    """Says where a cell goes on without end."""
    for page in pages:
        if any(len(cell.text) > _LONGEST for table in page.tables for cell in table.cells):
            yield Issue(code="truncated", page=page.number, message=i18n.both("reading.cell_cut", most=_LONGEST))


def _kind(found: DocumentKind, content: Read, file: Path) -> DocumentKind:
    """What the first line calls a form is one, whatever plans and laws its cells name; a spreadsheet that does not say
    what it is is one too."""
    first = next((line.text for page in content.pages for line in page.lines), "")
    if kind_of(first[:_FIRST_LINE]) == "form":
        return "form"
    return "form" if found == "other" and file.suffix.lower() in (".xlsx", ".xlsm", ".xls", ".csv") else found


def _bytes(file: Path) -> bytes:
    try:
        if file.is_dir():
            raise UnreadableFileError(i18n.both("reading.folder"), i18n.both("reading.folder_remedy"), str(file))
        return file.read_bytes()
    except FileNotFoundError:
        raise UnreadableFileError(
            i18n.both("reading.missing"), i18n.both("reading.missing_remedy"), str(file)
        ) from None
    except (OSError, ValueError) as error:
        raise UnreadableFileError(
            i18n.both("reading.no_access", why=getattr(error, "strerror", None) or str(error)),
            i18n.both("reading.no_access_remedy"),
            str(file),
        ) from error


def _content(file: Path, data: bytes, sha256: str, options: Options) -> Read:
    kind = recognise(file, data)
    if kind == "pdf":
        from alignment.reading.pdf import read_pdf

        return read_pdf(file, data, sha256, options)
    if kind == "docx":
        from alignment.reading.docx import read_docx

        return read_docx(file.name, data)
    if kind in ("xlsx", "xls"):
        from alignment.reading.spreadsheet import read_xls, read_xlsx

        return (read_xlsx if kind == "xlsx" else read_xls)(file.name, data)
    if kind == "csv":
        from alignment.reading.delimited import read_csv

        return read_csv(file.name, decode(data))
    if kind in ("html", "markdown"):
        text = without_code(decode(data)) if kind == "html" else decode(data)
        return Read(read_markdown(text), (), kind, headings(text))
    return Read((read_text(decode(data)),), (), "text")
