"""Rules and tilt of pages that are pictures."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from alignment.reading.grid import find_grids
from alignment.reading.picture import View, completed, framed, ruled
from alignment.reading.upright import straightened, tilt

PALE = 212
"""Grey of a spreadsheet's lines."""


def sheet(columns: int, rows: int, *, gaps: bool = False) -> View:
    """A picture cut out of a sheet: lines from edge to edge, no border; with `gaps` words hide most of one upright."""
    grey = Image.new("L", (100 * columns, 60 * rows), 255)
    for column in range(1, columns):
        grey.paste(PALE, (100 * column, 0, 100 * column + 1, 60 * rows))
    for row in range(1, rows):
        grey.paste(PALE, (0, 60 * row, 100 * columns, 60 * row + 1))
    if gaps:
        for top in range(10, 60 * rows - 10, 20):
            grey.paste(0, (196, top, 206, top + 8))
    return View(grey, 2.5, 2.5, 0.0, 0.0)


def cells(view: View) -> list[tuple[int, int]]:
    found = ruled(view)
    rules = framed(found)
    return [(len(grid.y) - 1, len(grid.x) - 1) for grid in find_grids(completed(found, find_grids(rules), rules))]


def test_a_picture_cut_out_of_a_sheet_is_bordered_by_its_edges() -> None:
    assert cells(sheet(6, 3)) == [(3, 6)]


def test_a_single_row_cut_out_of_a_sheet_is_a_table() -> None:
    assert cells(sheet(6, 1)) == [(1, 6)]


def test_a_pale_line_that_words_touch_everywhere_still_parts_columns() -> None:
    assert cells(sheet(6, 3, gaps=True)) == [(3, 6)]


def lined(degrees: float) -> View:
    image = Image.new("L", (900, 1200), 255)
    draw = ImageDraw.Draw(image)
    for line in range(12):
        for word in range(10):
            draw.rectangle((80 + 75 * word, 120 + 80 * line, 135 + 75 * word, 134 + 80 * line), fill=0)
    turned = image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)
    return View(turned, 2.0, 2.0, 0.0, 0.0)


@pytest.mark.parametrize("degrees", [-2.0, -0.8, 0.0, 1.2, 2.5])
def test_a_scan_that_lies_askew_is_put_straight(degrees: float) -> None:
    assert tilt(lined(degrees).grey) == pytest.approx(-degrees, abs=0.15)
    assert abs(tilt(straightened(lined(degrees)).grey)) <= 0.15
