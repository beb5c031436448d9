"""Cells that say something by their colour alone: the years of a road map, painted instead of ticked."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # extraction knows the mark, and must not load pdfium for it
    from alignment.reading.drawings import Band
    from alignment.reading.grid import Grid

Place = tuple[int, int]
MARK = "■"
_EDGE = 2.0
"""Colours reach this far (points) beyond their cell without meaning the next one."""
_PALE = 250
"""Colours of which every part is lighter than this (0..255) are white paper."""


def marked(grid: Grid, texts: Sequence[str], bands: Sequence[Band]) -> list[str]:
    """The cells' texts, with a mark in those that are empty and whose colour tells something."""
    index = grid.cell_index()
    painted = {cell for band in bands if min(band.colour) < _PALE for cell in _under(grid, index, band)}
    empty = {number: grid.cells[number] for number, text in enumerate(texts) if not text.strip()}
    if painted.isdisjoint(empty):
        return list(texts)
    places = {number: (cell.row, cell.column) for number, cell in empty.items()}
    bare = [place for number, place in places.items() if number not in painted]
    rows, columns = {row for row, _ in bare}, {column for _, column in bare}
    telling = tells({place for number, place in places.items() if number in painted}, rows, columns)
    return [MARK if places.get(number) in telling else text for number, text in enumerate(texts)]


def tells(painted: Set[Place], rows: Set[int], columns: Set[int]) -> set[Place]:
    """Those of the painted empty cells (row, column) in `rows` and `columns` that have empty cells without a colour
    too: a whole row or column in a colour is only decoration."""
    return {place for place in painted if place[0] in rows and place[1] in columns}


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
