"""RDG001: a cover's pictures are decoration where its words were read."""

from __future__ import annotations

import pytest

from alignment import checks
from alignment.checks.base import Reading, Review
from alignment.models import Document, Extraction, Issue, Line, Page, Period, Region, Text

_PICTURE = Text(id="Gambar.", en="A picture.")


def unread(words: str, page: int) -> tuple[str, ...]:
    pages = tuple(Page(number=n, width=595, height=842, lines=(Line(words),) if n == page else ()) for n in range(1, 4))
    document = Document(
        id="plan",
        name="plan.pdf",
        sha256="0" * 64,
        kind="renstra",
        region=Region(name="Kabupaten Sumba Timur"),
        period=Period(start=2025, end=2029),
        pages=pages,
        issues=(Issue(code="no_text", page=page, message=_PICTURE),),
        engine="test",
    )
    review = Review((Reading(document, Extraction(document="plan")),))
    return tuple(one.message.id for one in checks.run(review, checks.load(), ["RDG001"]).findings)


def test_a_cover_whose_title_was_read_is_no_unread_page() -> None:
    assert unread("Rancangan Akhir Rencana Strategis 2025 - 2029 Dinas Kesehatan", 1) == ()
    assert unread("Rencana Strategis Dinas Kesehatan Kabupaten Sumba Timur", 1) == ()


@pytest.mark.parametrize(
    ("words", "page"), [("", 1), ("jdih.sumbatimurkab.go.id", 1), ("Rencana Strategis Dinas Kesehatan 2025 - 2029", 2)]
)
def test_any_other_picture_is(words: str, page: int) -> None:
    assert len(unread(words, page)) == 1
