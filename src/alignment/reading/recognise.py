"""What a file is, by its name and its first bytes, and whether we can read it."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Literal

from alignment import i18n
from alignment.errors import EncryptedFileError, UnreadableFileError, UnsupportedFormatError

Format = Literal["pdf", "text", "markdown", "docx", "xlsx", "xls", "csv", "html"]

_BY_NAME: dict[str, Format] = {
    ".pdf": "pdf",
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".docx": "docx",
    ".docm": "docx",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".xls": "xls",
    ".csv": "csv",
}
_SHEETS = (".xlsb", ".ods", ".numbers")
_MOST_UNPACKED = 600_000_000  # bytes; what unpacks to more is a bomb and no plan
_MOST_XML = 150_000_000  # of these in the parts that are read
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|table|meta|style|head|div)\b", re.IGNORECASE)
_PDF_WITHIN = 1024  # the header may stand behind a few bytes of a mail or a printer


def recognise(path: Path, data: bytes) -> Format:
    """The format of a file. Raises UnsupportedFormatError, or UnreadableFileError where content and name disagree."""
    if not data.strip(b"\0 \r\n\t"):
        raise UnreadableFileError(i18n.both("reading.empty"), i18n.both("reading.empty_remedy"), path.name)
    suffix = path.suffix.lower()
    if data.startswith(_OLD_OFFICE) and _stream("EncryptedPackage") in data:
        raise EncryptedFileError(
            i18n.both("reading.encrypted_office"), i18n.both("reading.encrypted_remedy"), path.name
        )
    named = _BY_NAME.get(suffix)
    found = _by_content(data)
    if named is None and found is None:
        raise _unsupported(path, suffix)
    if named == "xls" and found != "xls":
        return _under_xls(path, data, found)
    if named in ("text", "markdown", "csv"):
        if found is not None or _is_binary(data):
            raise _not_what_it_says(path, suffix)
        return named
    if named is not None and found != named:
        raise _not_what_it_says(path, suffix)
    if found is None:
        raise _unsupported(path, suffix)
    return found


def _under_xls(path: Path, data: bytes, found: Format | None) -> Format:
    """Many a web application writes a table of HTML, or text with tabs, and calls it XLS."""
    if found == "xlsx":
        return found
    if found is not None or _is_binary(data):
        raise _not_what_it_says(path, ".xls")
    return "html" if _HTML.match(data) else "csv"


def _is_binary(data: bytes) -> bool:
    return b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff"))


def _by_content(data: bytes) -> Format | None:
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                parts = archive.infolist()
                names = {item.filename for item in parts}
                read = (item.file_size for item in parts if item.filename.lower().endswith((".xml", ".rels")))
                if sum(item.file_size for item in parts) > _MOST_UNPACKED or sum(read) > _MOST_XML:
                    return None
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            return None
        if "word/document.xml" in names:
            return "docx"
        if "xl/workbook.xml" in names:
            return "xlsx"
    if data.startswith(_OLD_OFFICE) and any(_stream(name) in data for name in ("Workbook", "Book")):
        return "xls"
    return None


def _stream(name: str) -> bytes:
    """The name of a part as the old office format stores it."""
    return name.encode("utf-16-le") + b"\0\0"


def _unsupported(path: Path, suffix: str) -> UnsupportedFormatError:
    kind = suffix or "?"
    return UnsupportedFormatError(
        i18n.both("reading.unsupported", kind=kind),
        i18n.both("reading.unsupported_sheet" if suffix in _SHEETS else "reading.unsupported_remedy"),
        path.name,
    )


def _not_what_it_says(path: Path, suffix: str) -> UnreadableFileError:
    return UnreadableFileError(
        i18n.both("reading.wrong_content", kind=suffix), i18n.both("reading.wrong_content_remedy"), path.name
    )
