"""Turns the rows of stitched tables into drafts of programs: by code, by level words, or by column."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain, takewhile
from typing import NamedTuple

from alignment.extraction import choices
from alignment.extraction.captions import Setting
from alignment.extraction.codedtables import CodedReader
from alignment.extraction.columns import NAMES
from alignment.extraction.columntables import LEVEL_COLUMNS, ColumnsReader
from alignment.extraction.drafts import Draft
from alignment.extraction.layouts import Layout
from alignment.extraction.matrixtables import MatrixReader
from alignment.extraction.rows import Row, Value
from alignment.extraction.stitch import Run
from alignment.extraction.wording import marked
from alignment.grammar import codes
from alignment.models.document import Document
from alignment.models.program import Unread

_WIDER = ("pillar", "subdimension", "goal", "objective", "policy")
"""What programs stand under, the wider one first."""


class Read(NamedTuple):
    """What one run gave."""

    programs: list[Draft]
    groups: list[Draft]
    unread: list[Unread]


def read_run(run: Run, layout: Layout, number: int, document: Document, setting: Setting) -> Read:
    """The programs, group rows and unread rows of one run. `number` counts the runs of the document."""
    run = _with_ticks(run)
    run = run._replace(rows=list(map(_numbered, _as_above(run))))
    coded = run if layout.rows == "coded" else _coded_run(run)
    reader: CodedReader | ColumnsReader | MatrixReader
    if coded is not None:
        reader = CodedReader(coded, number, document, setting)
    elif layout.rows == "matrix":
        reader = MatrixReader(run, number, document, setting)
    else:
        reader = ColumnsReader(run, number, document, setting)
    reader.read()
    if coded is run and not (reader.programs or reader.groups or reader.unread):
        reader = ColumnsReader(run, number, document, setting)  # names of neither code nor level, one a row
        reader.read()
    return Read(reader.programs, reader.groups, reader.unread)


def _with_ticks(run: Run) -> Run:
    """A run in which a column of names that holds but yes and no ("Quick Win: Ya") is the choice that it is."""
    ticked = {
        column.field
        for column in run.columns
        if column.field in LEVEL_COLUMNS
        and _is_choice([row.text(str(column.field), carried=False) for row in run.rows])
    }
    if not ticked:
        return run
    return run._replace(rows=[_renamed(row, ticked, "quick_win") for row in run.rows])


def _is_choice(cells: list[str]) -> bool:
    said = [cell for cell in cells if cell.strip(" -–—\n")]
    return bool(said) and all(choices.yes(cell) is not None for cell in said)


def _as_above(run: Run) -> Iterator[Row]:
    """The rows, what their names stand under said in each: an empty cell on the left of the names, below a goal or on
    the next page, means what the cell above it says."""
    fields = [column.field for column in takewhile(lambda column: column.field not in NAMES, run.columns)]
    wider = [field for field in _WIDER if field in fields]
    above: list[Value] = []
    for row in run.rows:
        own = [value for value in row.values if value.field in wider]
        first = min((wider.index(value.field) for value in own), default=len(wider))
        above = [] if row.section else [v for v in above if wider.index(v.field) < first or not own] + own
        said = {value.field for value in own}
        yield row._replace(values=(*row.values, *(v._replace(carried=True) for v in above if v.field not in said)))


def _numbered(row: Row) -> Row:
    """The row with the number that leads its name apart, as if it stood in a column of numbers."""
    name = next((value for value in row.values if value.field == "name" and not value.carried), None)
    mark, words = marked(name.text) if name is not None else ("", "")
    if name is None or not mark or row.text("number"):
        return row
    number = name._replace(field="number", text=mark)
    values = [(number, value._replace(text=words)) if value is name else (value,) for value in row.values]
    return row._replace(values=tuple(chain.from_iterable(values)))


def _renamed(row: Row, fields: Collection[str | None], name: str) -> Row:
    return row._replace(values=tuple(v._replace(field=name) if v.field in fields else v for v in row.values))


def _coded_run(run: Run) -> Run | None:
    """A run whose only column of names is headed "Program" though its rows carry codes of any level, as one that is
    read by its codes; None where it is none."""
    named = [column.field for column in run.columns if column.field in LEVEL_COLUMNS]
    if len(named) != 1:
        return None
    rows = [row for row in run.rows if row.text(str(named[0]), carried=False)]
    holding = ("code", named[0])  # a target of the SDG ("8.15") looks like a code elsewhere
    if 2 * sum(any(codes.leading(v.text) for v in row.values if v.field in holding) for row in rows) <= len(rows):
        return None
    return run._replace(rows=[_renamed(row, named, "name") for row in run.rows])
