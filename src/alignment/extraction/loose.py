"""Rows with a code and money that stand in no table and were read as no program: they are listed as unread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignment import i18n
from alignment.extraction.drafts import Draft
from alignment.extraction.wording import unwrap
from alignment.grammar import codes, money
from alignment.models.document import Box, Document, Evidence, Page
from alignment.models.program import Unread

_LEVELS = ("program", "kegiatan", "sub_kegiatan")


def loose_rows(document: Document, found: Sequence[Draft]) -> Iterator[Unread]:
    """The lines outside tables that begin with a code and hold money, where no program of that code was found."""
    known = {(place.page, draft.code) for draft in found for place in draft.evidence}
    for page in document.pages:
        for line in page.lines:
            code = _code(line.text)
            if code is None or line.box is None or (page.number, code) in known or _in_table(line.box, page):
                continue
            quote = unwrap(line.text)
            place = Evidence(document=document.id, page=page.number, box=line.box, quote=quote)
            yield Unread(evidence=place, reason=i18n.both("extract.no_head", row=quote[:80]))


def _code(words: str) -> str | None:
    coded = codes.leading(words)
    if coded is None or codes.level(coded.code) not in _LEVELS:
        return None
    return coded.code if any(map(money.is_amount, coded.rest.split())) else None


def _in_table(box: Box, page: Page) -> bool:
    middle = (box[1] + box[3]) / 2
    return any(table.box is not None and table.box[1] <= middle <= table.box[3] for table in page.tables)
