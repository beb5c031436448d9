"""Plans of 1,000 pages, as regions print them: real files one after another, and a tenth of all of them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2 as pdfium

PARTS = 10


def with_text(folder: Path) -> list[Path]:
    """The PDF files of a folder that have any text."""
    found = []
    for path in sorted(folder.glob("*.pdf")):
        with pdfium.PdfDocument(path) as document:
            if any(page.get_textpage().count_chars() for page in document):
                found.append(path)
    return found


@contextmanager
def of_all(folder: Path, pages: int, first: str = "") -> Iterator[Path]:
    """The first `pages` pages of all files with text, one after another, for as long as they are needed.

    Files named `first...` come before the others: what a file opens with says what all of it is taken for.
    """
    with tempfile.TemporaryDirectory() as place:
        target = Path(place) / "plan.pdf"
        with pdfium.PdfDocument.new() as long:
            for path in sorted(with_text(folder), key=lambda path: not path.name.startswith(first)):
                with pdfium.PdfDocument(path) as document:
                    wanted = min(len(document), pages - len(long))
                    if wanted > 0:
                        long.import_pages(document, list(range(wanted)))
            long.save(target)
        yield target


def tenths(plan: Path, folder: Path) -> Iterator[Path]:
    """Ten plans that together are `plan`: each takes every tenth stretch of ten pages, so all have the same mix."""
    with pdfium.PdfDocument(plan) as document:
        for part in range(PARTS):
            numbers = [page for page in range(len(document)) if page // PARTS % PARTS == part]
            target = folder / f"part-{part}.pdf"
            with pdfium.PdfDocument.new() as short:
                short.import_pages(document, numbers)
                short.save(target)
            yield target
