"""Joins the pieces of a table that runs over pages into one run of rows with named values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from alignment.extraction import captions, fitting
from alignment.extraction.columns import Column
from alignment.extraction.heads import HeadBlock, choose, extent, head_blocks, rows_of
from alignment.extraction.layouts import Layout
from alignment.extraction.mending import Mender
from alignment.extraction.places import around, place_of
from alignment.extraction.transposed import transposed
from alignment.models.document import Box, Cell, Document, Evidence, Page, Period, Table
from alignment.reading.shading import MARK

_SECTION_WIDTH = 0.6
"""A single filled cell over this share of the table is a section title inside it."""
_FIGURES = ("budget", "year", "total")
_ABOVE = 12
"""Lines above a table that may say something of it."""
_PAGES_BETWEEN = 2
"""How many pages without a table a run may cross."""


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


class Run(NamedTuple):
    """A table from its head to its end, over however many pages."""

    layout: Layout | None
    """None: a piece of a table whose head is missing or was not read; its rows name no fields."""
    columns: tuple[Column, ...]
    rows: list[Row]
    above: tuple[str, ...]
    """The lines that stand above its head: caption and headings, nearest last."""
    page: int


def runs(document: Document) -> Iterator[Run]:
    """The program tables of a document, in order, and the pieces whose head is missing (`layout` None). Tables whose
    head says that they are of another kind are passed over."""
    stitcher = _Stitcher(document)
    for page in document.pages:
        bottom = 0.0
        for table in sorted(page.tables, key=lambda table: table.box[1] if table.box else 0.0):
            yield from stitcher.take(page, table, _lines_between(page, bottom, table))
            bottom = _bottom(page, table, bottom)
        stitcher.above.extend(_lines_between(page, bottom, None))
    yield from stitcher.close()


class _Stitcher:
    """The table that is open while a document is gone through, and the lines read since the last one."""

    def __init__(self, document: Document) -> None:
        self.period = document.period
        self.mender = Mender(document)
        self.above: list[str] = []
        self.open: Run | None = None
        self.last_page = 0

    def take(self, page: Page, table: Table, between: Sequence[str]) -> Iterator[Run]:
        """Add a table to the open run, or close that and open another. Yields what is complete."""
        self.above.extend(between)  # what stood below the last table counts too, on whatever page
        on_its_side = self._transposed(page, table)
        if on_its_side is not None:
            yield from self.close()
            yield on_its_side
            return
        for block, rows in _segments(table, self.period):
            if block is not None:
                yield from self._with_head(page, table, block, rows)
            else:
                yield from self._without_head(page, table, rows)
        self.last_page = page.number

    def _transposed(self, page: Page, table: Table) -> Run | None:
        sideways = transposed(table, self.period)
        layout = choose(sideways.columns) if sideways is not None else None
        if sideways is None or layout is None:
            return None
        above, self.above = tuple(self.above[-_ABOVE:]), []
        columns = _scaled(sideways.columns, above)
        scales = {column.x0: column.scale for column in columns}
        rows = [
            Row(
                page.number,
                around([cell.box for _, cell, _ in cells if cell.box is not None]),
                tuple(
                    _valued(head._replace(scale=scales[head.x0]), cell, self.mender.mend(cell.text), carried=carried)
                    for head, cell, carried in cells
                ),
                place=place_of(page, table, 0),
            )
            for cells in sideways.programs
        ]
        return Run(layout, columns, rows, above, page.number)

    def close(self) -> Iterator[Run]:
        """Yield the open run, if any."""
        if self.open is not None:
            yield self.open
        self.open = None

    def _with_head(self, page: Page, table: Table, block: HeadBlock, rows: range) -> Iterator[Run]:
        columns = fitting.parted(block.columns, table)
        layout, run, above = choose(columns), self.open, self.above
        self.above = []
        if run is not None and page.number - self.last_page <= 1 and not captions.opens(above, run.above):
            again = _again(columns, run.columns)
            if again is not None:
                self.open = run._replace(columns=again)
                run.rows.extend(_rows(table, rows, again, page, self.mender, opens=True))
                return
        yield from self.close()
        if layout is not None:
            columns = _scaled(columns, above)
            found = list(_rows(table, rows, columns, page, self.mender, opens=False))
            self.open = Run(layout, columns, found, tuple(above[-_ABOVE:]), page.number)
        elif not any(column.field == "past" for column in columns):
            yield Run(None, (), list(_raw_rows(table, rows, page)), (), page.number)

    def _without_head(self, page: Page, table: Table, rows: range) -> Iterator[Run]:
        run = self.open
        if run is not None:
            fitted = fitting.laid(run.columns, table)
            if fitted and page.number - self.last_page <= _PAGES_BETWEEN and not captions.opens(self.above, run.above):
                opens = page.number != self.last_page
                self.above = []
                run.rows.extend(_rows(table, rows, fitted, page, self.mender, opens=opens))
                return
        yield from self.close()
        yield Run(None, (), list(_raw_rows(table, rows, page)), (), page.number)


def _raw_rows(table: Table, wanted: range, page: Page) -> Iterator[Row]:
    """The rows of a piece without a head: their cells without a field."""
    for index, row in enumerate(rows_of(table)[wanted.start : wanted.stop], wanted.start):
        values = tuple(Value("", None, cell.text, cell.box, 1, False) for cell in row if cell.text.strip())
        if values:
            box = around([cell.box for cell in row if cell.box is not None])
            yield Row(page.number, box, values, place=place_of(page, table, index))


def _segments(table: Table, period: Period | None) -> Iterator[tuple[HeadBlock | None, range]]:
    blocks = head_blocks(table, period)
    first = blocks[0].start if blocks else table.rows
    if first > 0 and (not blocks or any(c.text.strip() for row in rows_of(table)[:first] for c in row)):
        yield None, range(first)
    for index, block in enumerate(blocks):
        end = blocks[index + 1].start if index + 1 < len(blocks) else table.rows
        yield block, range(block.end, end)


def _bottom(page: Page, table: Table, before: float) -> float:
    """Where a table ends: points from the top, or the number of lines up to there where the format has no positions."""
    if table.box:
        return table.box[3]
    rows = len({cell.row for cell in table.cells if cell.text})
    return before if page.height or table.line is None else table.line + rows


def _lines_between(page: Page, top: float, table: Table | None) -> list[str]:
    if page.height == 0:
        end = len(page.lines) if table is None or table.line is None else table.line
        return [line.text for line in page.lines[int(top) : end]]
    until = table.box[1] if table is not None and table.box else page.height
    return [
        line.text
        for line in page.lines
        if line.box is not None and line.box[1] >= top - 2 and line.box[3] <= until + 4 and line.text.strip()
    ]


def _scaled(columns: tuple[Column, ...], above: Sequence[str]) -> tuple[Column, ...]:
    """The columns with the scale that stands above the table, where their heads name none."""
    factor = captions.scale(above) if not any(column.scale > 1 for column in columns) else 1
    return tuple(c._replace(scale=factor) if factor > 1 and c.field in _FIGURES else c for c in columns)


def _again(head: Sequence[Column], before: Sequence[Column]) -> tuple[Column, ...] | None:
    """The columns of a head that repeats the one before, or None. A head that was not read ("Saturated" for "Satuan")
    says what it said before, and so does one that does not repeat the scale of its figures."""
    if len(head) != len(before):
        return None
    known = [(c.field, c.year) == (b.field, b.year) for c, b in zip(head, before, strict=True)]
    silent = [c.field is None and c.year is None for c in head]
    if not all(k or s for k, s in zip(known, silent, strict=True)) or sum(known) < len(head) / 2:
        return None
    return tuple(
        c._replace(scale=max(c.scale, b.scale))
        if k
        else c._replace(field=b.field, year=b.year, scale=b.scale, side=b.side)
        for c, b, k in zip(head, before, known, strict=True)
    )


def _rows(
    table: Table, wanted: range, columns: Sequence[Column], page: Page, mender: Mender, *, opens: bool
) -> Iterator[Row]:
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
    if cell.text == MARK and best.field not in ("year", "phase"):
        return None  # a colour says when, and nothing else
    return x0, _valued(best, cell, mender.mend(cell.text), carried=carried)


def _valued(column: Column, cell: Cell, words: str, *, carried: bool) -> Value:
    return Value(
        column.field or "", column.year, words, cell.box, column.scale, carried, column.side, column.owner, column.head
    )
