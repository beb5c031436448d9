"""What a workbook of any format gives: its sheets, cell by cell."""

from __future__ import annotations

from typing import NamedTuple

from alignment.models.document import Cell

MOST_ROWS = 50_000
MOST_COLUMNS = 300


class Area(NamedTuple):
    """Merged cells: the first row and column, counted from 0, and how many of each."""

    row: int
    column: int
    rows: int
    columns: int


class Sheet(NamedTuple):
    """One sheet, at most `MOST_ROWS` by `MOST_COLUMNS` of it."""

    name: str
    hidden: bool = False
    cells: tuple[Cell, ...] = ()
    """Those that hold words, row by row, counted from the sheet's own first."""
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


def place(row: int, column: int) -> str:
    """The name of a cell counted from 0: (4, 2) is "C5"."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"
