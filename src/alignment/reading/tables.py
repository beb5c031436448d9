"""Tables of formats without positions: cells laid into a grid, and the lines that repeat their words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from alignment.models.document import Cell, Line, Table


class Span(NamedTuple):
    """A cell as a row lists it: how many rows and columns it takes, and its text."""

    rows: int
    columns: int
    text: str


def laid_out(page: int, rows: list[list[Span]], line: int) -> Table | None:
    """Rows of cells as a table; each cell takes the next place that no cell from above covers (as in HTML)."""
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for span in row:
            while (number, column) in taken:
                column += 1
            height = min(span.rows, len(rows) - number)
            taken.update((number + r, column + c) for r in range(height) for c in range(span.columns))
            cells.append(Cell(number, column, height, span.columns, span.text))
            column += span.columns
    if not cells:
        return None
    columns = max(cell.column + cell.column_span for cell in cells)
    return Table(page=page, rows=len(rows), columns=columns, cells=tuple(cells), line=line)


def row_lines(cells: Iterable[Cell]) -> list[Line]:
    """One line a row, its cells parted by a bar, so that the words of tables are in the lines too."""
    rows: dict[int, list[str]] = {}
    for cell in cells:
        if cell.text:
            rows.setdefault(cell.row, []).append(" ".join(cell.text.split()))
    return [Line(" | ".join(words)) for _, words in sorted(rows.items())]
