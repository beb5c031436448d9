"""Files become Documents: pages, lines, tables, and what could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from alignment.config import Options
    from alignment.models.document import Document


def read(path: str | Path, options: Options | None = None) -> Document:
    """Read one document; see `alignment.reading.document.read`."""
    # here and not above: the worker process imports this package and must stay light
    from alignment.reading.document import read as read_document

    return read_document(path, options)
