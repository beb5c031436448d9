"""What the cells below a head show of its columns: a question, a code, a part of one, a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from alignment.extraction import choices
from alignment.extraction.columns import NAMES, Column, described, extent
from alignment.grammar import codes
from alignment.models.document import Table

_NAMING = (*NAMES, "description")
_PART = re.compile(r"(?:\d{1,4}|\d\.\d{1,2})\.?|[Xx]{1,2}|[-–]")
"""A part of a code in a cell of its own; that of a kegiatan has the "2" of a regency before it."""


def answering(columns: Sequence[Column], table: Table, end: int) -> tuple[Column, ...]:
    """The columns with what the cells below their heads, from row `end`, show of them: "Quick Win" is a question where
    they say yes or no, "Nomor" heads codes where they are codes, and "Urusan", "Bidang", "Program" head the parts of a
    code where they are bare numbers and another column has the names."""
    answered = [
        _answered(column, _below(column, table, end)) if column.field in ("initiative", "number") else column
        for column in columns
    ]
    return tuple(described(_parted(_named_by_code(answered, table, end), table, end)))


def _below(column: Column, table: Table, end: int) -> list[str]:
    return [
        cell.text.strip()
        for cell in table.cells
        if cell.row >= end and cell.text.strip() and column.x0 <= sum(extent(cell)) / 2 < column.x1
    ]


def _answered(column: Column, said: Sequence[str]) -> Column:
    if column.field == "number":
        return column._replace(field="code") if _mostly_coded(said) else column
    asked = bool(said) and all(choices.yes(words) is not None for words in said)
    return column._replace(field="quick_win") if asked else column


def _named_by_code(columns: list[Column], table: Table, end: int) -> list[Column]:
    """Of two columns of names beside each other ("Program Prioritas", "Program Perangkat Daerah") only the right one
    names programs if only that one has codes; they stand under what the left one says."""
    for n in range(1, len(columns)):
        if columns[n - 1].field == columns[n].field == "name":
            left, right = (_below(column, table, end) for column in columns[n - 1 : n + 1])
            if _mostly_coded(right) and not _mostly_coded(left):
                return [*columns[: n - 1], columns[n - 1]._replace(field="policy"), *columns[n:]]
    return columns


def _mostly_coded(said: Sequence[str]) -> bool:
    return 2 * sum(codes.leading(words) is not None for words in said) > len(said)


def _parted(columns: list[Column], table: Table, end: int) -> list[Column]:
    """Levels that hold bare numbers are parts of a code, and so are the columns of numbers on their left."""
    parts = [n for n, c in enumerate(columns) if c.field in codes.PLANNED and _are_parts(_below(c, table, end))]
    others = [n for n in range(len(columns)) if n not in parts]
    named = [n for n in others if columns[n].field in _NAMING]
    named = named or [n for n in others if n - 1 in parts and columns[n].field is None]  # headed "Nama" alone
    if not parts or not named:
        return columns
    first = parts[0]
    while first and columns[first - 1].field != "number" and _are_parts(_below(columns[first - 1], table, end)):
        first -= 1
    split = [*range(first, parts[0]), *parts]
    if len(split) < 2:  # names that are numbers
        return columns
    coded = [c._replace(field="code") if n in split else c for n, c in enumerate(columns)]
    coded[named[0]] = coded[named[0]]._replace(field=coded[named[0]].field or "name")
    return coded


def _are_parts(said: Sequence[str]) -> bool:
    return bool(said) and all(map(_PART.fullmatch, said))
