"""Cells that span rows only because nobody drew a line between them: each block of their words is a cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf
from statistics import median

from alignment.reading.grid import Grid, GridCell
from alignment.reading.pdfium import Word

_LEVEL = 2.0
"""Words of one row begin as high as each other to so many points."""
_APART = 1.6
"""Lines begin this many times further below each other where a block ends, at least."""


def parted(grid: Grid, words: Sequence[Word]) -> Grid:
    """The grid with such cells cut where words stand apart from those above, and begin as high as a row beside them."""
    if all(cell.row_span == 1 for cell in grid.cells):
        return grid
    inside = _by_cell(grid, words)
    usual = _usual(inside.values())
    tops: dict[int, list[float]] = {}
    for number, cell in enumerate(grid.cells):
        if cell.row_span == 1 and number in inside:
            tops.setdefault(cell.row, []).append(inside[number][0].top)
    cells = [
        piece
        for number, cell in enumerate(grid.cells)
        for piece in _pieces(cell, grid, [cell.row, *_starts(cell, grid, _blocks(inside.get(number, []), usual), tops)])
    ]
    return grid._replace(cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def _by_cell(grid: Grid, words: Sequence[Word]) -> dict[int, list[Word]]:
    index = grid.cell_index()
    inside: dict[int, list[Word]] = {}
    for word in words:
        at = grid.position((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2)
        if at is not None:
            inside.setdefault(index[at[0]][at[1]], []).append(word)
    return {number: sorted(found, key=lambda word: word.top) for number, found in inside.items()}


def _usual(cells: Iterable[Sequence[Word]]) -> float:
    """How far below each other the lines of a table's cells begin; infinity where none has two."""
    apart = [min(steps) for words in cells if (steps := [step for _, step in _steps(words) if step > _LEVEL])]
    return median(apart) if apart else inf


def _steps(words: Sequence[Word]) -> Iterator[tuple[Word, float]]:
    """Each word but the first, and how far below the one before it begins."""
    return ((word, word.top - before.top) for before, word in pairwise(words))


def _blocks(words: Sequence[Word], usual: float) -> Iterator[Word]:
    """The first words of what stands apart below other words of its cell."""
    return (word for word, step in _steps(words) if step > _APART * usual and not word.text[0].islower())


def _starts(cell: GridCell, grid: Grid, blocks: Iterable[Word], tops: dict[int, list[float]]) -> Iterator[int]:
    """The rows, below its first, in which a cell begins anew."""
    for word in blocks:
        for row in range(cell.row + 1, cell.row + cell.row_span):
            level = any(abs(word.top - top) < _LEVEL for top in tops.get(row, ()))
            if level and grid.y[row] <= word.top < grid.y[row + 1]:
                yield row


def _pieces(cell: GridCell, grid: Grid, starts: Sequence[int]) -> Iterator[GridCell]:
    for row, end in pairwise([*starts, cell.row + cell.row_span]):
        x0, _, x1, _ = cell.box
        yield GridCell(row, cell.column, end - row, cell.column_span, (x0, grid.y[row], x1, grid.y[end]))
