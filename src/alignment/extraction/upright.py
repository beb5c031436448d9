"""Pages whose words run up or down the sheet: read as if they were turned, shown where they stand."""

from __future__ import annotations

from functools import partial

from alignment.extraction.places import with_places
from alignment.models.document import Box, Document, Evidence, Line, Page, Table
from alignment.models.program import Extraction
from alignment.reading.coordinates import turned


def upright(document: Document) -> Document:
    """The document with all places on such pages as if they were turned; the same one where none is."""
    if not any(page.turn for page in document.pages):
        return document
    pages = tuple(_turned(page) if page.turn else page for page in document.pages)
    return document.model_copy(update={"pages": pages})


def as_displayed(extraction: Extraction, document: Document) -> Extraction:
    """The extraction of the upright document with its places on the pages of `document`, as they are displayed."""
    pages = {page.number: page for page in document.pages if page.turn}
    found: Extraction = with_places(extraction, partial(_displayed, pages=pages)) if pages else extraction
    return found


def _turned(page: Page) -> Page:
    def place(box: Box | None) -> Box | None:
        return None if box is None else turned(box, page.turn, page.width, page.height)

    def moved(table: Table) -> Table:
        cells = tuple(cell._replace(box=place(cell.box)) for cell in table.cells)
        return table.model_copy(update={"cells": cells, "box": place(table.box)})

    return page.model_copy(
        update={
            "width": page.height,
            "height": page.width,
            "lines": tuple(Line(line.text, place(line.box)) for line in page.lines),
            "tables": tuple(map(moved, page.tables)),
        }
    )


def _displayed(evidence: Evidence, pages: dict[int, Page]) -> Evidence:
    page = pages.get(evidence.page or 0)
    if page is None or evidence.box is None:
        return evidence
    return evidence.model_copy(update={"box": turned(evidence.box, 360 - page.turn, page.height, page.width)})
