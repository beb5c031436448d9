"""Tables that are one program each: a known label beside each value, in two columns, or over it, in boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from alignment.extraction.heads import rows_of
from alignment.extraction.labels import NAMING, Label, bare_label, label_of, labelled
from alignment.extraction.layouts import read_head
from alignment.models.document import Cell, Line, Table

_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z])[.)]?")
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z])[.)]\s+")
_FEWEST = 3
"""Known labels of a fact sheet."""
_SHARE, _SHARE_NAMED = 2 / 3, 1 / 2
"""Rows with a known label among all rows; of a table that begins with a program's name."""


def is_sheet(table: Table) -> bool:
    """Whether most rows of a table have a known label beside one value, or most cells begin with one."""
    return _is_of_pairs(table) or _is_of_boxes(table)


def _is_of_pairs(table: Table) -> bool:
    rows = [[cell for cell in row if cell.text.strip()] for row in rows_of(table)]
    pairs = [_pair(row) for row in rows if len(row) > 1 or (row and row[0].column_span < table.columns)]
    known = sum(pair is not None for pair in pairs)
    named = pairs and pairs[0] is not None and pairs[0].field in NAMING
    return known >= _FEWEST and known >= len(pairs) * (_SHARE_NAMED if named else _SHARE)


def sheet_rows(table: Table) -> Iterator[tuple[tuple[Line, ...], Label | None]]:
    """The words of each row or box of a fact sheet, and what they say; a head over its two columns and rows with a
    label that nobody knows are left out."""
    if not _is_of_pairs(table):
        yield from (box for cells in rows_of(table) for cell in cells for box in _boxes(cell))
        return
    rows = [[cell for cell in cells if cell.text.strip()] for cells in rows_of(table)]
    for number, cells in enumerate(filter(None, rows)):
        label = _pair(cells)
        if (number or not _is_head(cells)) and (label is not None or len(cells) == 1):
            yield tuple(Line(cell.text, cell.box) for cell in cells), label


def _is_of_boxes(table: Table) -> bool:
    """Whether labels stand over their values inside cells: "Sumber dana" on a line, "APBD" on the next."""
    filled = [list(_boxes(cell)) for cell in table.cells if cell.text.strip()]
    told = [boxes for boxes in filled if boxes and all(label is not None and label.value for _, label in boxes)]
    return sum(map(len, told)) >= _FEWEST and len(told) >= len(filled) * _SHARE


def _boxes(cell: Cell) -> Iterator[tuple[tuple[Line, ...], Label | None]]:
    """The lines of a cell, parted before each label, and what they say."""
    lines = [line for line in cell.text.splitlines() if line.strip()]
    said = [labelled(line) or bare_label(line) for line in lines]
    starts = [number for number, label in enumerate(said) if label is not None or number == 0]
    for start, end in pairwise([*starts, len(lines)]):
        label = said[start]
        if label is not None:
            label = label._replace(value=" ".join([*filter(None, [label.value]), *lines[start + 1 : end]]))
        yield (Line("\n".join(lines[start:end]), cell.box),), label


def _is_head(cells: Sequence[Cell]) -> bool:
    """Whether the first row only names the columns: "Uraian | Keterangan", "No | Komponen | Isian"."""
    return len(cells) > 1 and (_pair(cells) is None or all(read_head(cell.text) for cell in cells))


def _pair(cells: Sequence[Cell]) -> Label | None:
    """The label and value of a row of two cells; a number before them and a colon between them do not count."""
    texts = [cell.text.strip() for cell in cells if cell.text.strip(" :\n")]
    if len(texts) == 3 and _NUMBER.fullmatch(texts[0]):
        texts = texts[1:]
    if not 1 <= len(texts) <= 2:
        return None
    return label_of(_NUMBERED.sub("", texts[0], count=1), texts[1].lstrip(": \n") if len(texts) == 2 else "")
