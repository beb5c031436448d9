"""Cells that say something by their colour alone: the years of a road map, painted instead of ticked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # extraction knows the mark, and must not load pdfium for it
    from alignment.reading.drawings import Band
    from alignment.reading.grid import Grid

MARK = "■"
_EDGE = 2.0
"""Colours reach this far (points) beyond their cell without meaning the next one."""
_PALE = 250
"""Colours of which every part is lighter than this (0..255) are white paper."""


def marked(grid: Grid, texts: Sequence[str], bands: Sequence[Band]) -> list[str]:
    """The cells' texts, with a mark in those that are empty and painted where their row and their column have empty
    cells that are not: a whole row or column in a colour is only decoration."""
    index = grid.cell_index()
    painted = {cell for band in bands if min(band.colour) < _PALE for cell in _under(grid, index, band)}
    empty = {number for number, text in enumerate(texts) if not text.strip()}
    if not painted & empty or not empty - painted:
        return list(texts)
    bare = [grid.cells[number] for number in empty - painted]
    rows, columns = {cell.row for cell in bare}, {cell.column for cell in bare}
    return [
        MARK
        if number in painted
        and number in empty
        and grid.cells[number].row in rows
        and grid.cells[number].column in columns
        else text
        for number, text in enumerate(texts)
    ]


def _under(grid: Grid, index: list[list[int]], band: Band) -> list[int]:
    """The cells that a colour covers from side to side; several where it runs over several columns of one row."""
    x0, top, x1, bottom = band.box
    first, last = grid.position(x0 + _EDGE, (top + bottom) / 2), grid.position(x1 - _EDGE, (top + bottom) / 2)
    if first is None or last is None:
        return []
    cells = {index[first[0]][column] for column in range(first[1], last[1] + 1)} - {-1}
    return [number for number in sorted(cells) if _covers(band, grid.cells[number].box)]


def _covers(band: Band, cell: tuple[float, float, float, float]) -> bool:
    x0, top, x1, bottom = band.box
    return (
        x0 < cell[0] + _EDGE + 1
        and x1 > cell[2] - _EDGE - 1
        and min(bottom, cell[3]) - max(top, cell[1]) > 0.6 * (cell[3] - cell[1])
    )
