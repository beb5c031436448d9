"""Cells that span rows only for want of a line between them."""

from __future__ import annotations

import pytest

from alignment.reading.grid import Grid, GridCell
from alignment.reading.pdfium import Word
from alignment.reading.spans import parted

ROWS = 4
GRID = Grid(
    (0.0, 100.0, 200.0),
    tuple(30.0 * row for row in range(ROWS + 1)),
    (
        GridCell(0, 0, ROWS, 1, (0.0, 0.0, 100.0, 30.0 * ROWS)),
        *(GridCell(row, 1, 1, 1, (100.0, 30.0 * row, 200.0, 30.0 * row + 30)) for row in range(ROWS)),
    ),
)


def words(column: int, lines: dict[float, str]) -> list[Word]:
    return [Word(text, 100.0 * column + 5, top, 100.0 * column + 60, top + 8, 0, 0) for top, text in lines.items()]


BESIDE = words(1, {30.0 * row + 3: "Program" for row in range(ROWS)} | {13.0: "panjang"})


@pytest.mark.parametrize(
    ("lines", "spans"),
    [
        ({3: "Layanan", 13: "unggul", 63: "Kumuh", 73: "berkurang"}, [(0, 2), (2, 2)]),
        ({50: "Layanan", 60: "unggul"}, [(0, 4)]),  # one block in the middle of what it spans
        ({3: "Layanan", 63: "kumuh"}, [(0, 4)]),  # goes on in mid-sentence
        ({3: "Layanan", 48: "Kumuh"}, [(0, 4)]),  # begins where no row does
        ({3: "Satu", 13: "Dua", 23: "Tiga", 33: "Empat"}, [(0, 4)]),  # nothing stands apart
    ],
)
def test_a_cell_is_cut_where_words_stand_apart_and_begin_with_a_row(lines, spans):
    cells = [cell for cell in parted(GRID, [*words(0, lines), *BESIDE]).cells if cell.column == 0]
    assert [(cell.row, cell.row_span) for cell in cells] == spans
    assert [cell.box[1::2] for cell in cells] == [(30.0 * row, 30.0 * (row + span)) for row, span in spans]
