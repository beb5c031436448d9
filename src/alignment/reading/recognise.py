"""What a file is, by its name and its first bytes, and whether we can read it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Literal

from alignment import i18n
from alignment.errors import UnreadableFileError, UnsupportedFormatError

Format = Literal["pdf", "text", "markdown", "docx", "spreadsheet", "csv"]

_BY_NAME: dict[str, Format] = {
    ".pdf": "pdf",
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".docx": "docx",
    ".xlsx": "spreadsheet",
    ".xlsm": "spreadsheet",
    ".csv": "csv",
}
_MOST_UNPACKED = 600_000_000  # bytes; what unpacks to more is a bomb and no plan
_PDF_WITHIN = 1024  # the header may stand behind a few bytes of a mail or a printer


def recognise(path: Path, data: bytes) -> Format:
    """The format of a file. Raises UnsupportedFormatError, or UnreadableFileError where content and name disagree."""
    if not data.strip(b"\0 \r\n\t"):
        raise UnreadableFileError(i18n.both("reading.empty"), i18n.both("reading.empty_remedy"), path.name)
    suffix = path.suffix.lower()
    named = _BY_NAME.get(suffix)
    found = _by_content(data)
    if named is None and found is None:
        raise _unsupported(path, suffix)
    if named in ("text", "markdown", "csv"):
        if found is not None or (b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff"))):
            raise _not_what_it_says(path, suffix)
        return named
    if named is not None and found != named:
        raise _not_what_it_says(path, suffix)
    if found is None:
        raise _unsupported(path, suffix)
    return found


def _by_content(data: bytes) -> Format | None:
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                names = {item.filename for item in archive.infolist()}
                if sum(item.file_size for item in archive.infolist()) > _MOST_UNPACKED:
                    return None
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            return None
        if "word/document.xml" in names:
            return "docx"
        if "xl/workbook.xml" in names:
            return "spreadsheet"
    return None


def _unsupported(path: Path, suffix: str) -> UnsupportedFormatError:
    kind = suffix or "?"
    return UnsupportedFormatError(
        i18n.both("reading.unsupported", kind=kind), i18n.both("reading.unsupported_remedy"), path.name
    )


def _not_what_it_says(path: Path, suffix: str) -> UnreadableFileError:
    return UnreadableFileError(
        i18n.both("reading.wrong_content", kind=suffix), i18n.both("reading.wrong_content_remedy"), path.name
    )
