"""XLSX and CSV -> one page a sheet, each with one table whose rows and columns are those of the sheet.

Figures are written as a plan prints them: by their number format, with the value that was last computed for a formula.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterator
from typing import Any

from alignment import i18n
from alignment.errors import NoTextError, UnreadableFileError
from alignment.models.document import Cell, Issue, Page, Table
from alignment.reading.formats import Read
from alignment.reading.plaintext import decode
from alignment.reading.tables import row_lines

_MOST_ROWS = 50_000
_MOST_COLUMNS = 300
_SUFFIX = re.compile(r'"([^"]*)"\s*$')
_SMALL = 1000
"""Figures below this keep their point: a code 1.03 typed as a number must stay a code."""


def read_workbook(name: str, data: bytes) -> Read:
    """The visible sheets of an XLSX. Raises UnreadableFileError or NoTextError."""
    from openpyxl import load_workbook

    try:
        values = load_workbook(io.BytesIO(data), data_only=True)
        formulas = load_workbook(io.BytesIO(data))
    except Exception as error:  # a hostile package fails in many ways, and all mean the same to a reader
        raise UnreadableFileError(
            i18n.both("reading.damaged_office"), i18n.both("reading.damaged_office_remedy"), name
        ) from error
    pages: list[Page] = []
    issues: list[Issue] = []
    for number, sheet in enumerate(values.worksheets, 1):
        if sheet.sheet_state != "visible":
            message = i18n.both("reading.hidden_sheet", sheet=sheet.title)
            issues.append(Issue(code="truncated", page=number, message=message))
            pages.append(Page(number=number, width=0, height=0, name=sheet.title))
            continue
        pages.append(_page(number, sheet.title, list(_cells(sheet))))
        issues += _sheet_issues(number, sheet, formulas[sheet.title])
    if not any(page.tables for page in pages):
        raise NoTextError(i18n.both("reading.no_words_office"), i18n.both("reading.no_words_office_remedy"), name)
    return Read(tuple(pages), tuple(issues), _engine())


def read_csv(name: str, data: bytes) -> Read:
    """A CSV with commas, semicolons or tabs as one sheet."""
    text = decode(data)
    try:
        dialect: Any = csv.Sniffer().sniff(text[:20_000], delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel
    try:
        rows = list(csv.reader(io.StringIO(text), dialect))
    except csv.Error as error:
        raise UnreadableFileError(
            i18n.both("reading.damaged_office"), i18n.both("reading.damaged_office_remedy"), name
        ) from error
    cells = [
        Cell(row, column, 1, 1, value.strip())
        for row, values in enumerate(rows[:_MOST_ROWS])
        for column, value in enumerate(values[:_MOST_COLUMNS])
        if value.strip()
    ]
    issues = (_cut(1),) if len(rows) > _MOST_ROWS else ()
    return Read((_page(1, None, cells),), issues, "csv")


def _page(number: int, name: str | None, cells: list[Cell]) -> Page:
    tables: tuple[Table, ...] = ()
    if cells:
        rows = max(cell.row + cell.row_span for cell in cells)
        columns = max(cell.column + cell.column_span for cell in cells)
        tables = (Table(page=number, rows=rows, columns=columns, cells=tuple(cells), line=0),)
    return Page(number=number, width=0, height=0, name=name, lines=tuple(row_lines(cells)), tables=tables)


def _cells(sheet: Any) -> Iterator[Cell]:
    """The cells that hold something, and those that span; rows and columns count from the sheet's own first."""
    spans = {
        (area.min_row, area.min_col): (area.max_row - area.min_row + 1, area.max_col - area.min_col + 1)
        for area in sheet.merged_cells.ranges
    }
    bounds = {"max_row": min(sheet.max_row, _MOST_ROWS), "max_col": min(sheet.max_column, _MOST_COLUMNS)}
    for row in sheet.iter_rows(**bounds):
        for cell in row:
            text = _shown(cell.value, getattr(cell, "number_format", "General"))
            if text:
                rows, columns = spans.get((cell.row, cell.column), (1, 1))
                yield Cell(cell.row - 1, cell.column - 1, rows, columns, text)


def _shown(value: object, number_format: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Ya" if value else "Tidak"
    if isinstance(value, int | float):
        return _figure(value, number_format)
    if isinstance(value, dt.datetime | dt.date):
        return value.strftime("%d/%m/%Y")
    return str(value).strip()


def _figure(value: float, number_format: str) -> str:
    """93.5 with "0%" -> "9350%"; 1234567.5 -> "1.234.567,5"; 240 with '#,###" bln"' -> "240 bln"."""
    first = number_format.split(";", 1)[0]
    if "%" in first:
        return f"{_digits(value * 100, grouped=False)}%"
    suffix = _SUFFIX.search(first)
    shown = _digits(value, grouped="#,#" in first or ",0" in first)
    return f"{shown} {suffix[1].strip()}" if suffix and suffix[1].strip() else shown


def _digits(value: float, *, grouped: bool) -> str:
    rounded = round(value, 4)
    if rounded == int(rounded):
        return f"{int(rounded):,}".replace(",", ".") if grouped else str(int(rounded))
    if abs(rounded) < _SMALL and not grouped:
        return f"{rounded:.4f}".rstrip("0")
    whole, _, part = f"{rounded:,.4f}".rstrip("0").partition(".")
    return f"{whole.replace(',', '.')},{part}"


def _sheet_issues(number: int, sheet: Any, formulas: Any) -> Iterator[Issue]:
    if sheet.max_row > _MOST_ROWS or sheet.max_column > _MOST_COLUMNS:
        yield _cut(number)
    empty = [
        cell.coordinate
        for row in formulas.iter_rows(
            max_row=min(formulas.max_row, _MOST_ROWS), max_col=min(formulas.max_column, _MOST_COLUMNS)
        )
        for cell in row
        if cell.data_type == "f" and sheet[cell.coordinate].value is None
    ]
    if empty:
        shown = ", ".join(empty[:8]) + (" ..." if len(empty) > 8 else "")
        yield Issue(
            code="no_table_text",
            page=number,
            message=i18n.both("reading.formulas", sheet=sheet.title, count=len(empty), cells=shown),
        )


def _cut(number: int) -> Issue:
    message = i18n.both("reading.sheet_cut", rows=_MOST_ROWS, columns=_MOST_COLUMNS)
    return Issue(code="truncated", page=number, message=message)


def _engine() -> str:
    from importlib.metadata import version

    return f"openpyxl {version('openpyxl')}"
