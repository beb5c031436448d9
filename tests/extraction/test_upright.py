"""Tables that are printed sideways on an upright page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment.extraction import extract_programs
from alignment.models import Line, Page, Table
from alignment.reading.coordinates import turned
from alignment.reading.pdfium import Word
from alignment.reading.words import turn_of

from .test_printed_layouts import plan

QUARTERS = st.sampled_from([0, 90, 270])
ROWS = [
    ["Kode", "Program/Kegiatan", "Indikator", "Target 2026", "Pagu 2026"],
    ["2.11.11", "PROGRAM PENGELOLAAN PERSAMPAHAN", "Sampah ditangani", "60", "2.322.258.000"],
    ["2.11.11.2.01", "Pengelolaan Sampah", "Sampah terkurangi", "43", "2.322.258.000"],
]


@given(QUARTERS, *[st.floats(0, 500) for _ in range(4)])
def test_turning_back_gives_the_same_place(degrees, x0, top, width, height):
    box = (x0, top, x0 + width, top + height)
    there = turned(box, degrees, 1000, 2000)
    size = (1000, 2000) if degrees == 0 else (2000, 1000)
    assert turned(there, (360 - degrees) % 360, *size) == pytest.approx(box)


def sideways(page: Page, degrees: int) -> Page:
    """The page as it is displayed where it must be turned by `degrees` to be read."""

    def place(box):
        return turned(box, 360 - degrees, page.width, page.height)

    def lying(table: Table) -> Table:
        cells = tuple(cell._replace(box=place(cell.box)) for cell in table.cells)
        return table.model_copy(update={"cells": cells, "box": place(table.box)})

    lines = tuple(Line(line.text, place(line.box)) for line in page.lines)
    size = {"width": page.height, "height": page.width, "turn": degrees}
    return page.model_copy(update={"lines": lines, "tables": tuple(map(lying, page.tables)), **size})


@pytest.mark.parametrize("degrees", [90, 270])
def test_a_sideways_table_reads_as_an_upright_one_and_is_shown_where_it_stands(degrees):
    document = plan(["Tabel 4.1 Rencana Program", ROWS])
    (page,) = document.pages
    wanted = extract_programs(document).programs
    found = extract_programs(document.model_copy(update={"pages": (sideways(page, degrees),)})).programs
    assert [(p.code, p.name, p.budget) for p in found] == [(p.code, p.name, p.budget) for p in wanted]
    for program, upright in zip(found, wanted, strict=True):
        box = turned(upright.evidence[0].box, 360 - degrees, page.width, page.height)
        assert program.evidence[0].box == pytest.approx(box)


@pytest.mark.parametrize(("degrees", "step"), [(90, -40.0), (270, 40.0)])
def test_words_that_run_up_or_down_say_how_to_turn_the_page(degrees, step):
    words = [Word("PROGRAM", 50, 800 + step * n, 58, 830 + step * n, 0, 8 * n) for n in range(20)]
    assert turn_of(words) == degrees
    assert turn_of(words[:5]) == 0  # a narrow head alone
    level = [Word("PROGRAM", 40.0 * n, 50, 40.0 * n + 30, 58, 0, 8 * n) for n in range(40)]
    assert turn_of(words + level) == 0
