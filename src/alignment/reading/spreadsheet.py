"""XLSX and XLS -> one page a sheet, each with one table whose rows and columns are those of the sheet.

Figures are written as a plan prints them: by their number format, with the value that was last computed for a formula.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from alignment import i18n
from alignment.errors import EncryptedFileError, NoTextError, UnreadableFileError
from alignment.models.document import Cell, Issue, Page, Table
from alignment.reading.formats import Read
from alignment.reading.sheets import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Sheet, merged
from alignment.reading.tables import row_lines
from alignment.text import legible

_MOST_SHEETS = 250
_NAMED = 8
"""Cells that a message names one by one."""


def read_xlsx(name: str, data: bytes) -> Read:
    """The visible sheets of an XLSX. Raises UnreadableFileError or NoTextError."""
    from alignment.reading.xlsx import read_sheets

    return _read(name, data, read_sheets, "openpyxl")


def read_xls(name: str, data: bytes) -> Read:
    """The visible sheets of an XLS. Raises UnreadableFileError or NoTextError."""
    from alignment.reading.xls import read_sheets

    return _read(name, data, read_sheets, "xlrd")


def _read(name: str, data: bytes, sheets: Callable[[bytes], Iterator[Sheet]], library: str) -> Read:
    from importlib.metadata import version

    pages: list[Page] = []
    issues: list[Issue] = []
    try:
        for number, sheet in enumerate(sheets(data), 1):
            if number > _MOST_SHEETS:
                issues.append(Issue(code="truncated", message=i18n.both("reading.sheets_cut", count=_MOST_SHEETS)))
                break
            pages.append(page_of(number, legible(sheet.name), merged(sheet)))
            issues += _issues(number, sheet)
    except Exception as error:  # a hostile package fails in many ways, and nearly all mean the same to a reader
        if "encrypted" in str(error):
            raise EncryptedFileError(
                i18n.both("reading.encrypted_office"), i18n.both("reading.encrypted_remedy"), name
            ) from error
        raise UnreadableFileError(
            i18n.both("reading.damaged_office"), i18n.both("reading.damaged_office_remedy"), name
        ) from error
    if not any(page.tables for page in pages):
        raise NoTextError(i18n.both("reading.no_words_office"), i18n.both("reading.no_words_office_remedy"), name)
    return Read(tuple(pages), tuple(issues), f"{library} {version(library)}")


def page_of(number: int, name: str | None, cells: tuple[Cell, ...]) -> Page:
    """A sheet as a page: its cells as a table, and a line a row."""
    tables: tuple[Table, ...] = ()
    if cells:
        rows = max(cell.row + cell.row_span for cell in cells)
        columns = max(cell.column + cell.column_span for cell in cells)
        tables = (Table(page=number, rows=rows, columns=columns, cells=cells, line=0),)
    return Page(number=number, width=0, height=0, name=name, lines=tuple(row_lines(cells)), tables=tables)


def cut(number: int) -> Issue:
    """Says that a sheet goes on beyond what is read of it."""
    message = i18n.both("reading.sheet_cut", rows=MOST_ROWS, columns=MOST_COLUMNS, cells=MOST_CELLS)
    return Issue(code="truncated", page=number, message=message)


def _issues(number: int, sheet: Sheet) -> Iterator[Issue]:
    name = legible(sheet.name)
    if sheet.hidden:
        yield Issue(code="truncated", page=number, message=i18n.both("reading.hidden_sheet", sheet=name))
    if sheet.cut:
        yield cut(number)
    if sheet.concealed:
        message = i18n.both("reading.hidden_rows", sheet=name, count=sheet.concealed)
        yield Issue(code="hidden_rows", page=number, message=message)
    for said, cells in (("formulas", sheet.unsaved), ("error_cells", sheet.errors)):
        if cells:
            shown = ", ".join(cells[:_NAMED]) + (" ..." if len(cells) > _NAMED else "")
            message = i18n.both(f"reading.{said}", sheet=name, count=len(cells), cells=shown)
            yield Issue(code="no_table_text", page=number, message=message)
