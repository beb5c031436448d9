"""Where things stand: the box around several, and the row of a sheet or table in a document without pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from alignment.models.document import Box, Evidence, Page, Table

_PLACED = ("programs", "groups", "unread", "mentions", "evidence", "indicators")
"""The fields of an extraction and of what is in it that hold places."""


def place_of(page: Page, table: Table, row: int) -> str | None:
    """ "Belanja!12" as the spreadsheet counts, "Program Unggulan, tabel 2, baris 3" elsewhere; None where pages are
    known. `row` counts from 0."""
    if page.height:
        return None
    if page.name:
        return f"{page.name}!{row + 1}"
    return f"{table.place}, baris {row + 1}" if table.place else f"baris {row + 1}"


def around(boxes: Sequence[Box]) -> Box | None:
    """The smallest box that holds all `boxes`; None where there are none."""
    if not boxes:
        return None
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def with_places(value: Any, change: Callable[[Evidence], Evidence]) -> Any:
    """Any value of an extraction with every place in it changed."""
    if isinstance(value, Evidence):
        return change(value)
    if isinstance(value, tuple):
        return tuple(with_places(item, change) for item in value)
    if hasattr(type(value), "model_fields") and not hasattr(value, "en"):
        changed = {
            name: with_places(getattr(value, name), change) for name in _PLACED if name in type(value).model_fields
        }
        return value.model_copy(update=changed)
    return value


def lines_of(table: Table) -> range:
    """The lines of its page that repeat the words of a table, row by row; empty where that is not known."""
    if table.line is None:
        return range(0)
    return range(table.line, table.line + len({cell.row for cell in table.cells if cell.text}))


def without(page: Page, kept: Sequence[Table]) -> Page:
    """The page with `kept` of its tables, without the lines that repeat the words of the others."""
    gone: set[int] = set()
    for table in page.tables:
        if table not in kept:
            gone.update(lines_of(table))
    lines = tuple(line for index, line in enumerate(page.lines) if index not in gone)
    moved = (
        table.model_copy(update={"line": table.line - sum(index < table.line for index in gone)})
        if table.line is not None
        else table
        for table in kept
    )
    return page.model_copy(update={"tables": tuple(moved), "lines": lines})
