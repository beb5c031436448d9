"""Tables of formats without positions: cells laid into a grid, and the lines that repeat their words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from alignment.models.document import Cell, Line, Table

_MOST_COLUMNS = 300


class Span(NamedTuple):
    """A cell as a row lists it: how many rows and columns it takes, and its text."""

    rows: int
    columns: int
    text: str


def laid_out(page: int, rows: list[list[Span]], line: int, place: str | None = None) -> Table | None:
    """Rows of cells as a table; each cell takes the next place that no cell from above covers (as in HTML). Columns
    beyond the widest table that a plan can have are left out."""
    cells: list[Cell] = []
    covered: list[int] = [0] * _MOST_COLUMNS  # the row up to which each column is taken
    for number, row in enumerate(rows):
        column = 0
        for span in row:
            while column < _MOST_COLUMNS and covered[column] > number:
                column += 1
            width, height = min(span.columns, _MOST_COLUMNS - column), min(span.rows, len(rows) - number)
            if width < 1:
                break
            covered[column : column + width] = [number + height] * width
            cells.append(Cell(number, column, height, width, span.text))
            column += width
    if not cells:
        return None
    columns = max(cell.column + cell.column_span for cell in cells)
    return Table(page=page, rows=len(rows), columns=columns, cells=tuple(cells), line=line, place=place)


def row_lines(cells: Iterable[Cell]) -> list[Line]:
    """One line a row, its cells parted by a bar, so that the words of tables are in the lines too."""
    rows: dict[int, list[str]] = {}
    for cell in cells:
        if cell.text:
            rows.setdefault(cell.row, []).append(" ".join(cell.text.split()))
    return [Line(" | ".join(words)) for _, words in sorted(rows.items())]
