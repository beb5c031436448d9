"""XLSX -> sheets, row by row: a sheet that declares a million rows or merges takes no memory for them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree  # expat bounds what entities may grow to, and fetches nothing

from alignment.models.document import Cell
from alignment.reading.shading import Place
from alignment.reading.sheets import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Area, Sheet, place, with_marks
from alignment.reading.values import shown

_MOST_NOTED = 10_000
"""Merged areas, formulas and painted cells kept for one sheet."""
_WHITE = ("00000000", "00FFFFFF", "FFFFFFFF", 0, 9, 64)
"""No colour, white, and the background among the colours of themes and of old palettes."""


@dataclass
class _Marks:
    """What the rows that openpyxl gives do not tell."""

    areas: list[Area] = field(default_factory=list)
    unsaved: list[str] = field(default_factory=list)
    concealed: int = 0
    cut: bool = False

    def note_cell(self, element: ElementTree.Element, row: int, column: int) -> None:
        """Whether the cell lies beyond what is read, and whether it is a formula without a result."""
        kinds = {child.tag.rpartition("}")[2]: child.text for child in element}
        if row > MOST_ROWS or column > MOST_COLUMNS:
            self.cut = self.cut or bool(kinds)
        elif "f" in kinds and not kinds.get("v") and element.get("t") != "str" and len(self.unsaved) < _MOST_NOTED:
            self.unsaved.append(place(row - 1, column - 1))


def read_sheets(data: bytes) -> Iterator[Sheet]:
    """The sheets of an XLSX with the values that were last saved. A damaged package raises whatever its readers do."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for sheet in book.worksheets:
            if sheet.sheet_state != "visible":
                yield Sheet(sheet.title, hidden=True)
                continue
            with archive.open(sheet._worksheet_path) as file:  # openpyxl tells the path nowhere else
                marks = _marks(file)
            cells, errors, painted = _cells(sheet)
            yield Sheet(
                sheet.title,
                cells=tuple(with_marks(cells, painted, marks.areas)),
                areas=tuple(marks.areas),
                concealed=marks.concealed,
                unsaved=tuple(marks.unsaved),
                errors=tuple(errors),
                cut=marks.cut or len(cells) >= MOST_CELLS,
            )


def _cells(sheet: Any) -> tuple[list[Cell], list[str], set[Place]]:
    """The cells that hold words, the names of those that hold an error, and the places of empty ones in a colour."""
    sheet.reset_dimensions()  # what a sheet declares of its size is often wrong
    cells: list[Cell] = []
    errors: list[str] = []
    painted: set[Place] = set()
    for row in sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS):
        if len(cells) >= MOST_CELLS:
            break
        for cell in row:
            if cell.value is None:
                if len(painted) < _MOST_NOTED and _is_painted(getattr(cell, "fill", None)):
                    painted.add((cell.row - 1, cell.column - 1))
                continue
            if cell.data_type == "e":
                errors.append(place(cell.row - 1, cell.column - 1))
            elif words := shown(cell.value, cell.number_format or "General"):
                cells.append(Cell(cell.row - 1, cell.column - 1, 1, 1, words))
    return cells, errors, painted


def _is_painted(fill: Any) -> bool:
    """Whether a cell has a colour of its own, white being none."""
    return fill is not None and fill.fill_type == "solid" and fill.fgColor.value not in _WHITE


def _marks(file: Any) -> _Marks:
    from openpyxl.utils.cell import column_index_from_string, range_boundaries

    marks = _Marks()
    row = column = 0
    path: list[ElementTree.Element] = []
    for event, element in ElementTree.iterparse(file, ("start", "end")):  # noqa: S314  # see the import
        tag = element.tag.rpartition("}")[2]
        if event == "start":
            path.append(element)
            if tag == "row":
                row, column = int(element.get("r") or row + 1), 0
            elif tag == "c":
                letters = element.get("r", "").rstrip("0123456789")
                column = column_index_from_string(letters) if letters else column + 1
            continue
        path.pop()
        if tag == "c":
            marks.note_cell(element, row, column)
        elif tag == "mergeCell" and len(marks.areas) < _MOST_NOTED:
            left, top, right, bottom = range_boundaries(element.get("ref", "A1"))
            marks.areas.append(Area(top - 1, left - 1, bottom - top + 1, right - left + 1))
        elif tag in ("row", "col"):
            marks.concealed += element.get("hidden") in ("1", "true")
        if tag in ("row", "mergeCell"):
            path[-1].remove(element)  # or a long sheet would stay in memory
    return marks
