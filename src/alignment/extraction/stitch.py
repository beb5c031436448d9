"""Joins the pieces of a table that runs over pages into one run of rows with named values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from alignment.extraction import captions, fitting
from alignment.extraction.columns import Column
from alignment.extraction.heads import HeadBlock, choose, head_blocks, rows_of
from alignment.extraction.layouts import Layout
from alignment.extraction.mending import Mender
from alignment.extraction.places import around, place_of
from alignment.extraction.rows import Row, raw_rows, rows_below, valued
from alignment.extraction.transposed import transposed
from alignment.models.document import Document, Page, Period, Table

_ABOVE = 12
"""Lines above a table that may say something of it."""
_PAGES_BETWEEN = 2
"""How many pages without a table a run may cross."""


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
        if page.name:  # a sheet of a workbook
            yield from stitcher.close()
            stitcher.above.append(page.name)
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
        columns = captions.scaled(sideways.columns, above)
        scales = {column.x0: column.scale for column in columns}
        rows = [
            Row(
                page.number,
                around([cell.box for _, cell, _ in cells if cell.box is not None]),
                tuple(
                    valued(head._replace(scale=scales[head.x0]), cell, self.mender.mend(cell.text), carried=carried)
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
                run.rows.extend(rows_below(table, rows, again, page, self.mender, opens=True))
                return
        yield from self.close()
        if layout is not None:
            columns = captions.scaled(columns, above)
            found = list(rows_below(table, rows, columns, page, self.mender, opens=False))
            self.open = Run(layout, columns, found, tuple(above[-_ABOVE:]), page.number)
        elif not any(column.field == "past" for column in columns):
            yield Run(None, (), list(raw_rows(table, rows, page)), (), page.number)

    def _without_head(self, page: Page, table: Table, rows: range) -> Iterator[Run]:
        run = self.open
        if run is not None:
            fitted = fitting.laid(run.columns, table)
            if fitted and page.number - self.last_page <= _PAGES_BETWEEN and not captions.opens(self.above, run.above):
                opens = page.number != self.last_page
                self.above = []
                run.rows.extend(rows_below(table, rows, fitted, page, self.mender, opens=opens))
                return
        yield from self.close()
        self.above.extend(captions.titles(table, rows))
        yield Run(None, (), list(raw_rows(table, rows, page)), (), page.number)


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
