"""Tables that are one program each: a known label beside each value, in two columns, or over it, in boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from alignment.extraction.announcing import names_only_a_pillar
from alignment.extraction.heads import rows_of
from alignment.extraction.labels import NAMING, Label, bare_label, label_of, labelled
from alignment.extraction.layouts import read_head
from alignment.extraction.wording import listed
from alignment.models.document import Cell, Line, Table

_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z])[.)]?")
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z])[.)]\s+")
_FEWEST = 3
"""Known labels of a fact sheet."""
_MOST_BOXES = 16
"""Cells of a table that is laid out in boxes."""
_SHARE, _SHARE_NAMED = 2 / 3, 1 / 2
"""Rows with a known label among all rows; of a table that begins with a program's name."""


def is_sheet(table: Table) -> bool:
    """Whether most rows of a table have a known label beside one value, or most cells begin with one, or all cells say
    the same kinds of things of a name on their first line."""
    return _is_of_pairs(table) or _is_of_boxes(table) or _is_of_cards(table) or _is_of_pillars(table)


def sheet_rows(table: Table) -> Iterator[tuple[tuple[Line, ...], Label | None]]:
    """The words of each row or box of a fact sheet, and what they say; a head over its two columns and rows with a
    label that nobody knows are left out."""
    if _is_of_pillars(table):
        for first, second in _pillar_rows(table):
            names = "; ".join(listed(second.text)) or second.text
            yield (Line(f"{first.text.strip()}: {names.replace(chr(10), '; ').rstrip('.')}.", second.box),), None
        return
    if not _is_of_pairs(table):
        parts = _boxes if _is_of_boxes(table) else _card
        yield from ((box.lines, box.label) for cells in rows_of(table) for cell in cells for box in parts(cell))
        return
    for number, cells in enumerate(filter(None, _paired_rows(table))):
        label = _pair(cells)
        if (number or not _is_head(cells)) and (label is not None or len(cells) == 1):
            yield tuple(Line(cell.text, cell.box) for cell in cells), label


def _is_of_pillars(table: Table) -> bool:
    """Whether each row is the name of a pillar and what stands under it; a table with a head is read as one."""
    rows = _pillar_rows(table)
    return len(rows) > 1 and all(names_only_a_pillar(row[0].text) for row in rows)


def _pillar_rows(table: Table) -> list[list[Cell]]:
    rows = [[cell for cell in row if cell.text.strip()] for row in rows_of(table)]
    return [row for row in rows if row] if all(len(row) in (0, 2) for row in rows) else []


def _is_of_pairs(table: Table) -> bool:
    rows = _paired_rows(table)
    pairs = [_pair(row) for row in rows if len(row) > 1 or (row and row[0].column_span < table.columns)]
    known = sum(pair is not None for pair in pairs)
    named = pairs and pairs[0] is not None and pairs[0].field in NAMING
    return known >= _FEWEST and known >= len(pairs) * (_SHARE_NAMED if named else _SHARE)


def _paired_rows(table: Table) -> list[list[Cell]]:
    """The filled cells of each row; a row with two known labels beside their values is two."""
    halves = (half for row in rows_of(table) for half in (_halves(row) or [row]))
    return [[cell for cell in half if cell.text.strip()] for half in halves]


def _halves(row: Sequence[Cell]) -> list[Sequence[Cell]]:
    two = len(row) == 4 and label_of(row[0].text) is not None and label_of(row[2].text) is not None
    return [row[:2], row[2:]] if two else []


def _is_of_boxes(table: Table) -> bool:
    """Whether labels stand over their values inside cells: "Sumber dana" on a line, "APBD" on the next."""
    filled = _filled(table)
    boxes = [_boxes(cell) for cell in filled]
    told = [some for some in boxes if all(box.label is not None and box.label.value for box in some)]
    return sum(map(len, told)) >= _FEWEST and len(told) >= len(filled) * _SHARE


def _is_of_cards(table: Table) -> bool:
    """Whether each cell is about one thing of a kind: a name, some words, and the same labels below."""
    cells = [_boxes(cell) for cell in _filled(table)]
    kinds = {tuple(box.label.field for box in boxes if box.label is not None) for boxes in cells}
    named = all(boxes[0].label is None and len(boxes) > 1 for boxes in cells)
    return named and len(kinds) == 1 and (len(cells) > 1 or len(next(iter(kinds))) > 1)


def _filled(table: Table) -> list[Cell]:
    """The cells with words of a table that may be laid out in boxes; none of a table of rows."""
    filled = [cell for cell in table.cells if cell.text.strip()]
    return filled if len(filled) <= _MOST_BOXES and any("\n" in cell.text for cell in filled) else []


class _Box(NamedTuple):
    """Some lines of a cell, and what they say."""

    lines: tuple[Line, ...]
    label: Label | None


def _boxes(cell: Cell) -> list[_Box]:
    """The lines of a cell, parted before each label."""
    lines = [line for line in cell.text.splitlines() if line.strip()]
    said = [labelled(line) or bare_label(line) for line in lines]
    starts = [number for number, label in enumerate(said) if label is not None or number == 0]
    boxes: list[_Box] = []
    for start, end in pairwise([*starts, len(lines)]):
        label = said[start]
        if label is not None:
            label = label._replace(value=" ".join([*filter(None, [label.value]), *lines[start + 1 : end]]))
        boxes.append(_Box((Line("\n".join(lines[start:end]), cell.box),), label))
    return boxes


def _card(cell: Cell) -> Iterator[_Box]:
    """The boxes of a cell whose first line is a name and whose next ones describe it."""
    boxes = _boxes(cell)
    for box in boxes[:1]:
        name, *words = box.lines[0].text.splitlines()
        yield _Box((Line(name, cell.box),), Label("name", None, name))
        if words:
            yield _Box((Line("\n".join(words), cell.box),), Label("description", None, " ".join(words)))
    yield from boxes[1:]


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
    named = labelled(texts[0]) if len(texts) == 1 else None
    if named is not None and named.field in NAMING:  # "PROGRAM 1" over a name
        return named
    return label_of(_NUMBERED.sub("", texts[0], count=1), texts[1].lstrip(": \n") if len(texts) == 2 else "")
