"""XLS, the workbook of Excel before 2007 -> sheets."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from alignment.models.document import Cell
from alignment.reading.sheets import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Area, Sheet, place
from alignment.reading.values import shown


def read_sheets(data: bytes) -> Iterator[Sheet]:
    """The sheets of an XLS. A damaged file raises whatever its reader does."""
    import xlrd

    book = xlrd.open_workbook(file_contents=data, formatting_info=True, on_demand=True, logfile=io.StringIO())
    for number in range(book.nsheets):
        sheet = book.sheet_by_index(number)
        if sheet.visibility:
            yield Sheet(sheet.name, hidden=True)
            continue
        cells, errors = _cells(book, sheet)
        areas = tuple(Area(top, left, bottom - top, right - left) for top, bottom, left, right in sheet.merged_cells)
        concealed = sum(row.hidden for row in sheet.rowinfo_map.values())
        concealed += sum(bool(column.hidden) for column in sheet.colinfo_map.values())
        cut = sheet.nrows > MOST_ROWS or sheet.ncols > MOST_COLUMNS or len(cells) >= MOST_CELLS
        yield Sheet(sheet.name, cells=cells, areas=areas, concealed=concealed, errors=errors, cut=cut)
        book.unload_sheet(number)


def _cells(book: Any, sheet: Any) -> tuple[tuple[Cell, ...], tuple[str, ...]]:
    """The cells that hold words, and the names of those that hold an error."""
    from xlrd.biffh import XL_CELL_ERROR

    cells: list[Cell] = []
    errors: list[str] = []
    for row in range(min(sheet.nrows, MOST_ROWS)):
        if len(cells) >= MOST_CELLS:
            break
        for column, cell in enumerate(sheet.row(row)[:MOST_COLUMNS]):
            if cell.ctype == XL_CELL_ERROR:
                errors.append(place(row, column))
            elif words := _shown(book, cell):
                cells.append(Cell(row, column, 1, 1, words))
    return tuple(cells), tuple(errors)


def _shown(book: Any, cell: Any) -> str:
    from xlrd.biffh import XL_CELL_BLANK, XL_CELL_BOOLEAN, XL_CELL_DATE, XL_CELL_EMPTY
    from xlrd.xldate import xldate_as_datetime

    if cell.ctype in (XL_CELL_EMPTY, XL_CELL_BLANK):
        return ""
    if cell.ctype == XL_CELL_BOOLEAN:
        return shown(bool(cell.value), "")
    number_format = book.format_map[book.xf_list[cell.xf_index].format_key].format_str
    value = xldate_as_datetime(cell.value, book.datemode) if cell.ctype == XL_CELL_DATE else cell.value
    return shown(value, number_format)
