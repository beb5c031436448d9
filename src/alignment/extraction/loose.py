"""Rows with a code and money that were read as no program: they are listed as unread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignment import i18n
from alignment.extraction.drafts import Draft
from alignment.extraction.stitch import Run
from alignment.extraction.wording import unwrap
from alignment.grammar import codes, money
from alignment.models.document import Box, Document, Evidence, Page
from alignment.models.program import Unread


def headless_rows(run: Run, document: Document) -> Iterator[Unread]:
    """The rows of a table without a head of which one cell starts with a code and another holds money."""
    for row in run.rows:
        coded = next((value for value in row.values if _coded(value.text) is not None), None)
        if coded is not None and any(money.is_amount(value.text) for value in row.values):
            quote = unwrap(coded.text)
            yield _unread(row.evidence(document.id, quote, row.box))


def loose_rows(document: Document, found: Sequence[Draft]) -> Iterator[Unread]:
    """The lines outside tables that begin with a code and hold money, where no program of that code was found."""
    known = {(place.page, draft.code) for draft in found for place in draft.evidence}
    for page in document.pages:
        for line in page.lines:
            coded = _coded(line.text)
            if coded is None or line.box is None or (page.number, coded.code) in known or _in_table(line.box, page):
                continue
            if any(map(money.is_amount, coded.rest.split())):
                quote = unwrap(line.text)
                yield _unread(Evidence(document=document.id, page=page.number, box=line.box, quote=quote))


def _coded(words: str) -> codes.Coded | None:
    """The code of a program, kegiatan or sub kegiatan that leads some words, and the rest of them."""
    coded = codes.leading(words)
    return coded if coded is not None and codes.level(coded.code) in codes.PLANNED else None


def _unread(place: Evidence) -> Unread:
    return Unread(evidence=place, reason=i18n.both("extract.no_head", row=place.quote[:80]))


def _in_table(box: Box, page: Page) -> bool:
    middle = (box[1] + box[3]) / 2
    return any(table.box is not None and table.box[1] <= middle <= table.box[3] for table in page.tables)
