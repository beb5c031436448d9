"""Tables that lie on their side: each row is headed by what it says, each column is one program."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from alignment.extraction.columns import NAMES, Column, meant
from alignment.extraction.factsheets import is_sheet
from alignment.extraction.heads import column_of, read, rows_of
from alignment.extraction.wording import one_pillar
from alignment.models.document import Cell, Period, Table

_FEWEST_ROWS, _FEWEST_COLUMNS = 3, 3
_SHARE = 0.6
"""Rows with a known head among all rows."""
_COUNT = re.compile(r"(?P<of>[A-Za-z ]{3,}?)\W*\d{1,2}")
_NAMING = frozenset(NAMES)


class Transposed(NamedTuple):
    """What a table on its side says: a column for each of its rows, and for each program the cells it has in them."""

    columns: tuple[Column, ...]
    programs: tuple[tuple[tuple[Column, Cell, bool], ...], ...]
    """Column, cell, and whether the program to its left has the cell too."""


def transposed(table: Table, period: Period | None) -> Transposed | None:
    """The table read down its columns; None where it does not lie on its side."""
    if table.rows < _FEWEST_ROWS or table.columns < _FEWEST_COLUMNS:
        return None
    rows = [row for row in rows_of(table) if row]
    if any(row[0].column or row[0].column_span > 1 for row in rows):
        return None
    heads = [_head(row, at, period) for at, row in enumerate(rows)]
    known = sum(head.field is not None for head in heads)
    named = sum(head.field in _NAMING for head in heads)
    if named != 1 or known < max(_FEWEST_ROWS, _SHARE * len(heads)):
        return None
    if not _counts(rows[0][1:]) and (heads[0].field is None or _names_fields(rows[0][1:])):
        return None
    if is_sheet(table):  # further labels beside the values
        return None
    columns = meant(heads)
    programs = (tuple(_cells(rows, columns, at)) for at in range(1, table.columns))
    return Transposed(columns, tuple(cells for cells in programs if cells))


def _head(row: Sequence[Cell], at: int, period: Period | None) -> Column:
    if len(row) > 2 and all(one_pillar(cell.text) for cell in row[1:]):
        return Column("pillar", None, at, at + 1)
    if _counts(row[1:]):
        return Column(None, None, at, at + 1)
    return column_of((row[0],), at, at + 1, 0, period)


def _names_fields(cells: Sequence[Cell]) -> bool:
    """Whether the first row is a head itself: its cells name fields, not pillars."""
    said = [read(cell.text) for cell in cells if cell.text.strip()]
    return sum(head is not None and head.field != "pillar_head" for head in said) > len(said) / 2


def _counts(cells: Sequence[Cell]) -> bool:
    """Whether cells number what stands below them: "Quick Win 1", "Quick Win 2"."""
    said = [_COUNT.fullmatch(" ".join(cell.text.split())) for cell in cells]
    return len(said) > 1 and all(said) and len({match["of"] for match in said if match}) == 1


def _cells(rows: Sequence[Sequence[Cell]], columns: Sequence[Column], at: int) -> list[tuple[Column, Cell, bool]]:
    return [
        (head, cell, cell.column < at)
        for row, head in zip(rows, columns, strict=True)
        for cell in row[1:]
        if head.field is not None and cell.text.strip() and cell.column <= at < cell.column + cell.column_span
    ]
