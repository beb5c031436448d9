"""Text layers with the wrong letters."""

from __future__ import annotations

import pytest

from alignment.config import Options
from alignment.errors import NoTextError
from alignment.reading import read
from alignment.reading.garbled import is_garbled

LINE = "Rencana Induk Kota Cerdas memuat program prioritas dan indikator kinerja perangkat daerah sampai tahun 2029"
TEXT = " ".join([LINE] * 10)


def moved(text: str, by: int) -> str:
    return "".join(letter if letter == " " else chr(max(ord(letter) + by, 33)) for letter in text)


@pytest.mark.parametrize("by", [-29, 1, 5, 0xF000])
def test_letters_that_stand_for_others_or_none_are_garbled(by: int) -> None:
    assert is_garbled(moved(TEXT, by).split())


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "the plan of the city and its programs as they were read from this page in 2029 " * 10,
        "2.16.03 1.250.000.000 85,5 100% (5) 2026 " * 60,  # a page of figures
        moved(LINE, 1),  # too few words to tell
    ],
)
def test_legible_pages_and_pages_of_figures_are_not(text: str) -> None:
    assert not is_garbled(text.split())


def page(by: int):
    return lambda canvas: [canvas.drawString(40, 800 - 14 * n, moved(LINE[:50], by)) for n in range(20)]


def test_a_garbled_page_is_listed_and_says_nothing(make_pdf) -> None:
    document = read(make_pdf(page(0), page(1)), Options(ocr="off"))
    assert [(issue.code, issue.page) for issue in document.issues] == [("garbled_text", 2)]
    assert document.unread_pages == (2,)
    assert not document.pages[1].lines


def test_a_document_of_garbled_pages_has_no_text(make_pdf) -> None:
    with pytest.raises(NoTextError):
        read(make_pdf(page(1)), Options(ocr="off"))
