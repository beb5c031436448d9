"""Finds the head of a table wherever it stands, and says which field each of its columns holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from alignment.extraction.answering import answering
from alignment.extraction.columns import MEASURES, NAMES, Column, extent, meant
from alignment.extraction.layouts import NUMBERED, SPREAD, Head, Layout, layouts, naming, read_head
from alignment.extraction.wording import one_pillar
from alignment.grammar import money
from alignment.models.document import Cell, Period, Table

_SHARE_OF_HEADS = 0.6
"""How many of a row's filled cells must be heads for the row to be one."""
_DEEPEST_HEAD = 8
"""Rows a head may have."""
_LONGEST_HEAD = 60
"""Characters; where a row starts with "No", short cells are heads although nobody has listed their words."""
_PILLAR_WORDS = 3
"""Words of a head that names a pillar: "Dimensi Smart Living"."""
_WIDE = 0.8
"""A cell over this share of the table's columns is a caption, not a head."""

_APART = (*MEASURES, "numbered", "group", None)
"""What a cell below a head says without being a part of it."""


class HeadBlock(NamedTuple):
    """The rows of a table that are its head (`start` to `end`, end excluded) and the columns they name."""

    start: int
    end: int
    columns: tuple[Column, ...]


def rows_of(table: Table) -> list[list[Cell]]:
    """The cells that start in each grid row, from left to right."""
    rows: list[list[Cell]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row].append(cell)
    for row in rows:
        row.sort(key=lambda cell: cell.column)
    return rows


def head_blocks(table: Table, period: Period | None) -> list[HeadBlock]:
    """Every head of a table, from the top: most have one, some repeat it in the middle, continuations have none."""
    rows = rows_of(table)
    blocks: list[HeadBlock] = []
    index = 0
    while index < len(rows):
        if _starts_head(rows[index], table):
            end = _head_end(rows, index, table)
            above = blocks[-1].end if blocks else 0
            while index > above and _continues_head(rows[index - 1], table):  # only years, over what follows
                index -= 1
            columns = answering(_columns(table, index, end, period), table, end)
            blocks.append(HeadBlock(index, end, columns))
            index = end
        else:
            index += 1
    return blocks


def choose(columns: Sequence[Column]) -> Layout | None:
    """The layout whose needs the columns meet, the one with most needs first; None for tables of another kind."""
    fields = {column.field for column in columns}
    if any(column.field in ("year", "phase") for column in columns):
        fields |= {"time", "year"}
    if "source" in fields:
        fields |= {"funding"} | ({"budget"} if any(c.field == "source" and c.year for c in columns) else set())
    spread = sum(column.field in SPREAD for column in columns)
    fitting = [
        layout
        for layout in layouts()
        if all(any(field in fields for field in group) for group in layout.needs)
        and not any(field in fields for field in layout.refuses)
        and (layout.rows != "schedule" or "year" in fields)
        and (layout.rows != "matrix" or spread > 1)
    ]
    return max(fitting, key=lambda layout: (len(layout.needs), -_order(layout)), default=None)


def _order(layout: Layout) -> int:
    return next(index for index, other in enumerate(layouts()) if other.name == layout.name)


def _filled(row: Sequence[Cell], table: Table) -> list[Cell]:
    return [cell for cell in row if cell.text.strip() and cell.column_span < max(3, _WIDE * table.columns)]


def _starts_head(row: Sequence[Cell], table: Table) -> bool:
    filled = _filled(row, table)
    if len(filled) < 2:
        return False
    first = read(filled[0].text)
    numbered = first is not None and first.field == "number"
    listed = numbered and len(filled) >= 3 and all(len(cell.text) <= _LONGEST_HEAD for cell in filled)
    heads = _heads(filled, 0.0 if listed else _SHARE_OF_HEADS)
    fields = {head.field for head in heads if head.field not in (None, "note", "number")}
    dated = any(head.year is not None for head in heads)
    spread = sum(head.field in SPREAD for head in heads)
    tells = len(fields) >= (1 if listed or dated else 2) or (not listed and spread >= 2)
    return tells and not _is_of_a_pillar(filled)


def _is_of_a_pillar(filled: Sequence[Cell]) -> bool:
    """Whether a row puts something under a pillar, in a year perhaps: "Smart Living", "Klinik Terapung", "2026"."""
    if not any(one_pillar(cell.text) for cell in filled):
        return False
    heads = [read(cell.text) for cell in filled]
    known = [head for head in heads if head is not None]
    pillars = sum(head.field == "pillar_head" for head in known)
    return pillars == 1 and len(known) < len(heads) and all(head.field == "pillar_head" or head.year for head in known)


def _heads(filled: Sequence[Cell], share: float) -> list[Head]:
    """The heads among cells, without column numbers; none as soon as they cannot be this share of the cells any more:
    most rows are no heads, and to learn what a cell says costs."""
    heads: list[Head] = []
    for left, cell in zip(range(len(filled) - 1, -1, -1), filled, strict=True):
        head = read(cell.text)
        if head is not None and head is not NUMBERED:
            heads.append(head)
        elif len(heads) + left < share * len(filled):
            return []
    return heads


def _continues_head(row: Sequence[Cell], table: Table) -> bool:
    filled = _filled(row, table)
    if not filled or _is_of_a_pillar(filled):
        return False
    heads = [read(cell.text) for cell in filled]
    if all(head is NUMBERED for head in heads):
        return len(heads) >= 3 and _counts_up(filled)
    known = sum(head is not None and head is not NUMBERED for head in heads)
    return known >= _SHARE_OF_HEADS * len(filled)


def _counts_up(cells: Sequence[Cell]) -> bool:
    """Whether the cells number the columns: "(01)" in brackets, or bare figures that count up (data figures do not)."""
    numbers = [int("".join(filter(str.isdigit, cell.text.split("=")[0])) or 0) for cell in cells]
    if all("(" in cell.text for cell in cells):
        return True
    return numbers == sorted(numbers) and numbers[0] in (1, 2) and numbers[-1] >= len(numbers)


def _head_end(rows: Sequence[Sequence[Cell]], start: int, table: Table) -> int:
    end = start + 1
    spanned = max((cell.row + cell.row_span for cell in rows[start] if read(cell.text)), default=end)
    while end < len(rows) and (end < min(spanned, start + _DEEPEST_HEAD) or _continues_head(rows[end], table)):
        end += 1
    return end


def _columns(table: Table, start: int, end: int, period: Period | None) -> tuple[Column, ...]:
    cells = [cell for cell in table.cells if start <= cell.row < end and cell.text.strip()]
    paths: list[tuple[Cell, ...]] = [
        tuple(cell for cell in cells if cell.column <= column < cell.column + cell.column_span)
        for column in range(table.columns)
    ]
    edges = _edges(table)
    longest = max((head.relative_year or 0 for head in (read(cell.text) for cell in cells) if head), default=0)
    columns: list[Column] = []
    index = 0
    while index < table.columns:
        last = index
        while last + 1 < table.columns and paths[last + 1] and paths[last + 1] == paths[index]:
            last += 1
        columns.append(column_of(paths[index], edges[index], edges[last + 1], longest, period))
        index = last + 1
    return meant(_named(columns))


def _named(columns: list[Column]) -> list[Column]:
    """Where no head that is known names programs, but one says who does them or what they cost, the one that begins as
    such heads do names them."""
    fields = {column.field for column in columns}
    unknown = [n for n, column in enumerate(columns) if column.field is None and naming(column.head)]
    if len(unknown) != 1 or fields & {*NAMES, *SPREAD, "past"} - {"year"} or not fields & {"agency", "budget"}:
        return columns
    return [c._replace(field=naming(c.head)) if n in unknown else c for n, c in enumerate(columns)]


def read(text: str) -> Head | None:
    """What a cell says as a head: what the wordings know, or a pillar above the programs of that pillar."""
    short = len(text.split()) <= _PILLAR_WORDS
    return read_head(text) or (Head("pillar_head") if short and one_pillar(text) else None)


def column_of(path: tuple[Cell, ...], x0: float, x1: float, longest: int, period: Period | None) -> Column:
    """The column below (or beside) the cells that head it. `longest`: the last of years that are only counted."""
    heads = [head for head in map(read, _said(path)) if head]
    fields = [head.field for head in heads if head.field not in (None, "group", "numbered", "forward")]
    year = next((head.year for head in heads if head.year), None)
    relative = next((head.relative_year for head in heads if head.relative_year), None)
    if year is None and relative is not None:  # where the plan names no period, years count from 1
        year = relative if period is None else period.end - longest + relative
    if year is None and any(head.field == "forward" for head in heads):
        year = period.end + 1 if period is not None and period.start == period.end else None
        if year is None:  # of a year that nobody names
            fields = ["note"]
    field = fields[0] if fields else None
    if field is None and len(path) > 1:  # a head in several cells: "Data Capaian" / "pada Tahun Awal" / "Perencanaan"
        whole = read("\n".join(cell.text for cell in sorted(path, key=lambda c: c.row)))
        field = whole.field if whole is not None and whole.field not in ("group", "numbered") else None
    if "past" in fields or "before" in fields:
        field = "past" if "past" in fields else "before"
    elif "agency" in fields:  # a unit is not measured, whatever has slipped below its head
        field = "agency"
    elif "end_target" in fields[1:] and field in ("target", "budget"):
        field = "end_target" if field == "target" else "total"
    elif year is not None and field in (None, "time", "phase"):
        field = "year"
    whole_path = " ".join(cell.text for cell in path)
    scale = money.scale(whole_path) if field in ("budget", "year", "total", "source") else 1
    said = (words for words in _said(path) if (head := read(words)) is not None and head.field == field)
    return Column(field, year, x0, x1, scale, head=next(said, whole_path))


def _said(path: tuple[Cell, ...]) -> list[str]:
    """What stands above a column, from below. Cells over just the same columns are one head that a line runs through
    ("Indikator" / "Outcome/Output"), unless the lower one says what is measured ("Kondisi Akhir" / "Rp")."""
    said: list[str] = []
    covered: tuple[int, int] | None = None
    for cell in sorted(path, key=lambda c: -c.row):
        below = read(said[-1]) if said and covered == (cell.column, cell.column_span) else None
        together = f"{cell.text}\n{said[-1]}" if below is not None and below.field not in _APART else ""
        if together and read(together) is not None:
            said[-1] = together
        else:
            said.append(cell.text)
        covered = cell.column, cell.column_span
    return said


def _edges(table: Table) -> list[float]:
    """Where each grid column starts, and where the last one ends."""
    starts: dict[int, float] = {}
    for cell in table.cells:
        x0, x1 = extent(cell)
        starts[cell.column] = min(x0, starts.get(cell.column, x0))
        starts[cell.column + cell.column_span] = max(x1, starts.get(cell.column + cell.column_span, x1))
    left = min(starts.values(), default=0.0)
    edges: list[float] = []
    for column in range(table.columns + 1):
        edges.append(starts.get(column, edges[-1] if edges else left))
    return edges
