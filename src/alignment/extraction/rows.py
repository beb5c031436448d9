"""The rows of a table as named values: which column each cell stands in, and what it says there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from alignment.extraction.columns import DATED, Column, extent
from alignment.extraction.heads import rows_of
from alignment.extraction.mending import Mender
from alignment.extraction.places import around, place_of
from alignment.models.document import Box, Cell, Evidence, Page, Table
from alignment.reading.shading import MARK

_SECTION_WIDTH = 0.6
"""A single filled cell over this share of the table is a section title inside it."""


class Value(NamedTuple):
    """What a row says in one column. `carried`: the cell started in a row above and spans this one."""

    field: str
    year: int | None
    text: str
    box: Box | None
    scale: int
    carried: bool
    side: int = 0
    owner: str | None = None
    head: str = ""


class Row(NamedTuple):
    """A row as printed, its values from left to right."""

    page: int
    box: Box | None
    values: tuple[Value, ...]
    section: str | None = None
    """The words of a row that is a title across the table."""
    opens_page: bool = False
    """First row of a continued table: it may go on with the row before."""
    wide: bool = False
    """One cell beside its code runs over most of the table: a title with a code."""
    place: str | None = None
    """Where it stands, in a document without pages."""

    def evidence(self, document: str, quote: str, box: Box | None) -> Evidence:
        """This row as the place where `quote` can be seen."""
        page = None if self.place else self.page
        return Evidence(document=document, page=page, box=box, quote=quote, place=self.place)

    def text(self, *fields: str, carried: bool = True) -> str:
        """The words of the first of `fields` that has any, several cells joined by spaces."""
        for field in fields:
            texts = [v.text for v in self.values if v.field == field and v.text.strip() and (carried or not v.carried)]
            if texts:
                return " ".join(texts)
        return ""


def rows_below(
    table: Table, wanted: range, columns: Sequence[Column], page: Page, mender: Mender, *, opens: bool
) -> Iterator[Row]:
    """The rows `wanted` of a table, each cell in the column over it. `opens`: the first may go on with a row before."""
    by_row = rows_of(table)
    covering: list[tuple[int, Cell]] = []
    for index in range(table.rows):
        starting = by_row[index]
        spanning = [cell for end, cell in covering if end > index]
        covering = [(end, cell) for end, cell in covering if end > index + 1]
        covering += [(index + cell.row_span, cell) for cell in starting if cell.row_span > 1]
        if index not in wanted:
            continue
        row = _row(starting, spanning, columns, page.number, mender, opens=opens)
        if row is not None:
            opens = False
            yield row._replace(place=place_of(page, table, index))


def _row(
    starting: Sequence[Cell],
    spanning: Sequence[Cell],
    columns: Sequence[Column],
    page: int,
    mender: Mender,
    *,
    opens: bool,
) -> Row | None:
    filled = [cell for cell in starting if cell.text.strip()]
    if not filled:
        return None
    box = around([cell.box for cell in starting if cell.box is not None])
    broad = _SECTION_WIDTH * (columns[-1].x1 - columns[0].x0)
    wide = len(filled) == 2 and any(x1 - x0 >= broad for x0, x1 in map(extent, filled))
    if len(filled) == 1 and not any(cell.text.strip() for cell in spanning):
        x0, x1 = extent(filled[0])
        if x1 - x0 >= broad:
            return Row(page, filled[0].box, (), section=mender.mend(filled[0].text), opens_page=opens)
    values = [_value(cell, columns, mender, carried=False) for cell in filled]
    values += [_value(cell, columns, mender, carried=True) for cell in spanning if cell.text.strip()]
    named = sorted((v for v in values if v is not None), key=lambda v: v[0])
    return Row(page, box, tuple(v[1] for v in named), opens_page=opens, wide=wide) if named else None


def _value(cell: Cell, columns: Sequence[Column], mender: Mender, *, carried: bool) -> tuple[float, Value] | None:
    x0, x1 = extent(cell)
    best, most = None, 0.0
    for column in columns:
        if column.x1 <= x0 or column.x0 >= x1:
            continue
        overlap = min(x1, column.x1) - max(x0, column.x0)
        share = overlap / max(min(column.x1 - column.x0, x1 - x0), 0.01)
        if share > most + 0.2:  # a cell over several columns belongs to the first of them it really covers
            best, most = column, share
    if best is None or most < 0.4 or best.field is None:
        return None
    if cell.text == MARK and best.field not in DATED:
        return None  # a colour says when, and nothing else
    return x0, valued(best, cell, mender.mend(cell.text), carried=carried)


def valued(column: Column, cell: Cell, words: str, *, carried: bool) -> Value:
    """What a cell says in a column, with its words as they were mended."""
    return Value(
        column.field or "", column.year, words, cell.box, column.scale, carried, column.side, column.owner, column.head
    )


def raw_rows(table: Table, wanted: range, page: Page) -> Iterator[Row]:
    """The rows of a piece without a head: their cells without a field."""
    for index, row in enumerate(rows_of(table)[wanted.start : wanted.stop], wanted.start):
        values = tuple(Value("", None, cell.text, cell.box, 1, False) for cell in row if cell.text.strip())
        if values:
            box = around([cell.box for cell in row if cell.box is not None])
            yield Row(page.number, box, values, place=place_of(page, table, index))
