"""What a workbook of any format gives: its sheets, cell by cell."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import product
from typing import NamedTuple

from alignment.models.document import Cell
from alignment.reading.shading import MARK, Place, tells

MOST_ROWS = 20_000
MOST_COLUMNS = 300
MOST_CELLS = 500_000
"""Of a sheet, with words in them: many times a regency's whole plan down to its activities."""


class Area(NamedTuple):
    """Merged cells: the first row and column, counted from 0, and how many of each."""

    row: int
    column: int
    rows: int
    columns: int


class Sheet(NamedTuple):
    """One sheet, at most `MOST_ROWS` by `MOST_COLUMNS` and `MOST_CELLS` of it."""

    name: str
    hidden: bool = False
    cells: tuple[Cell, ...] = ()
    """Those that hold words or say something by their colour, row by row, counted from the sheet's own first."""
    areas: tuple[Area, ...] = ()
    concealed: int = 0
    """Rows and columns that are hidden."""
    unsaved: tuple[str, ...] = ()
    """Formulas without a saved result: "C5"."""
    errors: tuple[str, ...] = ()
    """Cells that show an error (#REF!): "C5"."""
    cut: bool = False
    """Whether it goes on beyond what is here."""


def merged(sheet: Sheet) -> tuple[Cell, ...]:
    """The cells of a sheet with their spans; what spans beyond the last words is cut there."""
    rows = max((cell.row for cell in sheet.cells), default=0) + 1
    columns = max((cell.column for cell in sheet.cells), default=0) + 1
    spans = {(area.row, area.column): (area.rows, area.columns) for area in sheet.areas}
    return tuple(_spanning(cell, *spans.get((cell.row, cell.column), (1, 1)), rows, columns) for cell in sheet.cells)


def _spanning(cell: Cell, high: int, wide: int, rows: int, columns: int) -> Cell:
    high, wide = min(high, rows - cell.row), min(wide, columns - cell.column)
    return cell._replace(row_span=high, column_span=wide)


def with_marks(cells: Sequence[Cell], painted: Set[Place], areas: Sequence[Area]) -> list[Cell]:
    """The cells of a sheet, and a mark in the empty ones that say something by their colour. In a sheet that is merged
    all over colours say nothing."""
    if not painted or not cells:
        return list(cells)
    top, bottom = min(row for row, _ in painted), max(cell.row for cell in cells)
    right = max(*(cell.column for cell in cells), *(column for _, column in painted))
    spans = [
        (
            range(area.row, min(area.row + area.rows, bottom + 1)),
            range(area.column, min(area.column + area.columns, right + 1)),
        )
        for area in areas
    ]
    if sum(len(rows) * len(columns) for rows, columns in spans) > MOST_CELLS:
        return list(cells)
    taken = {(cell.row, cell.column) for cell in cells}
    taken.update(*(product(rows, columns) for rows, columns in spans))
    painted = painted - taken
    taken |= painted
    rows = {row for row, _ in painted if any((row, column) not in taken for column in range(right + 1))}
    columns = {column for _, column in painted if any((row, column) not in taken for row in range(top, bottom + 1))}
    marks = (Cell(row, column, 1, 1, MARK) for row, column in tells(painted, rows, columns))
    return sorted([*cells, *marks], key=lambda cell: (cell.row, cell.column))


def place(row: int, column: int) -> str:
    """The name of a cell counted from 0: (4, 2) is "C5"."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"
