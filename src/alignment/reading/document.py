"""A file on disk -> Document."""

from __future__ import annotations

import hashlib
from pathlib import Path

from alignment import i18n
from alignment.config import Options
from alignment.errors import UnreadableFileError, UnsupportedFormatError
from alignment.models.document import Document
from alignment.reading.furniture import furniture
from alignment.reading.identity import identify
from alignment.reading.markdown import read_markdown
from alignment.reading.outline import outline
from alignment.reading.passages import body, legal_basis, missions, vision
from alignment.reading.pdf import Read, read_pdf
from alignment.reading.plaintext import decode, read_text
from alignment.reading.recognise import recognise


def read(path: str | Path, options: Options | None = None) -> Document:
    """Read one document.

    Raises UnreadableFileError (missing, empty, damaged, not what its name says), EncryptedFileError,
    UnsupportedFormatError or NoTextError, each with the file's name and a remedy.
    """
    file = Path(path)
    data = _bytes(file)
    content = _content(file, data, options or Options())
    sha256 = hashlib.sha256(data).hexdigest()
    running = furniture(content.pages)
    lines = body(content.pages, running)
    identity = identify(content.pages, running)
    return Document.model_construct(  # pages were made by us: validating them again would cost more than reading them
        id=sha256[:12],
        name=file.name,
        sha256=sha256,
        kind=identity.kind,
        title=identity.title,
        region=identity.region,
        period=identity.period,
        date=identity.date,
        pages=content.pages,
        issues=content.issues + identity.issues,
        engine=content.engine,
        headings=outline(content.pages),
        vision=vision(content.pages, identity.region.name if identity.region else None),
        missions=missions(lines),
        legal_basis=legal_basis(sha256[:12], lines),
    )


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


def _content(file: Path, data: bytes, options: Options) -> Read:
    kind = recognise(file, data)
    if kind == "pdf":
        return read_pdf(file, data, options)
    if kind == "text":
        return Read((read_text(decode(data)),), (), "text")
    if kind == "markdown":
        return Read(read_markdown(decode(data)), (), "markdown")
    raise UnsupportedFormatError(
        i18n.both("reading.unsupported", kind=file.suffix), i18n.both("reading.unsupported_remedy"), file.name
    )
