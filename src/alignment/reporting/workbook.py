"""Workbooks to filter, sort and print: plain rows in, the bytes of an XLSX file out."""

from __future__ import annotations

import datetime as dt
import io
import math
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from alignment.reporting.figures import is_whole
from alignment.reporting.safety import cell

Kind = Literal["text", "tone", "whole", "score", "money"]
Value = str | int | float | Decimal | None


class Column(NamedTuple):
    """A column: its head, its width in characters, what stands below it, and of what kind that is."""

    title: str
    width: float
    kind: Kind = "text"


class Row(NamedTuple):
    """The values of one row; `tone` is a severity, "strong" for a heading, or None."""

    values: tuple[Value, ...]
    tone: str | None = None


class Sheet(NamedTuple):
    """One sheet. `rows` is read once, in order."""

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[Row]
    frozen: int = 0
    """How many columns stay when the sheet is scrolled sideways."""
    printed: int = 0
    """How many columns go on paper, from the left; 0 for all. The others are for screen and filter."""


INK, PAPER, LINE = "#12303c", "#e9f0f2", "#cfd8db"
_TONES = {"error": ("#8c1d18", "#fbe9e7"), "warning": ("#6b4700", "#fdf3dc"), "info": ("#174a7c", "#e8f1fa")}
LINE_HEIGHT, _TALLEST = 13.5, 124.0
"""Points. A cell with more lines than fit is read in full when it is chosen; a row as tall as a page helps nobody."""
_LONGEST_EXACT = 15
"""Digits a spreadsheet keeps; a longer figure is written as text."""


def draw(sheets: Iterable[Sheet], title: str, made_by: str, created: dt.date) -> bytes:
    """The workbook of `sheets`. Words are strings, never formulas or links; the same input gives the same bytes.

    `created` stands in the file's properties, because a clock would make every file another one.
    """
    import xlsxwriter

    file = io.BytesIO()
    never = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    with xlsxwriter.Workbook(file, {"in_memory": True, **never}) as book:
        created_at = dt.datetime.combine(created, dt.time())
        book.set_properties({"title": title, "comments": cell(made_by), "created": created_at})
        formats = _formats(book)
        for sheet in sheets:
            _write(book.add_worksheet(sheet.name), sheet, formats)
            book.worksheets()[-1].set_footer(f"&L{title} · {sheet.name}&R&P / &N")
    return file.getvalue()


def _formats(book: Any) -> Mapping[str, Any]:
    base = {"font_name": "Calibri", "font_size": 10, "valign": "top"}
    wrap = base | {
        "text_wrap": True,
        "align": "left",
        "indent": 1,
    }  # else a figure touches the words of the next column
    figure = base | {"align": "right", "indent": 1}
    head = wrap | {"bold": True, "font_color": "#ffffff", "bg_color": INK, "valign": "vcenter"}
    formats = {
        "text": book.add_format(wrap),
        "strong": book.add_format(wrap | {"bold": True, "bg_color": PAPER, "font_color": INK}),
        "whole": book.add_format(figure | {"num_format": "#,##0"}),
        "score": book.add_format(figure | {"num_format": "0.00"}),
        "money": book.add_format(figure | {"num_format": '"Rp"#,##0;[Red]-"Rp"#,##0'}),
        "cents": book.add_format(figure | {"num_format": '"Rp"#,##0.00;[Red]-"Rp"#,##0.00'}),
        "head": book.add_format(head),
        "rule": book.add_format({"bottom": 1, "bottom_color": LINE}),
    }
    for severity, (ink, paper) in _TONES.items():
        formats[severity] = book.add_format(wrap | {"bold": True, "font_color": ink, "bg_color": paper})
    return formats


def _write(page: Any, sheet: Sheet, formats: Mapping[str, Any]) -> None:
    widths = [column.width for column in sheet.columns]
    for n, column in enumerate(sheet.columns):
        page.set_column(n, n, column.width)
        page.write_string(0, n, cell(column.title), formats["head"])
    page.set_row(0, _height([column.title for column in sheet.columns], widths, least=2))
    last = 0
    for last, row in enumerate(sheet.rows, 1):
        page.set_row(last, _height(row.values, widths))
        for n, (column, value) in enumerate(zip(sheet.columns, row.values, strict=True)):
            tone = row.tone if column.kind == "tone" or row.tone == "strong" else None
            if value is not None and value != "":
                _write_cell(page, (last, n), value, _style(column.kind, tone, value, formats))
            elif tone:
                page.write_blank(last, n, None, formats[tone])
    page.conditional_format(1, 0, max(last, 1), len(widths) - 1, {"type": "no_errors", "format": formats["rule"]})
    page.freeze_panes(1, sheet.frozen)
    page.autofilter(0, 0, max(last, 1), len(widths) - 1)
    _paper(page, sheet, last)


def _height(values: Sequence[Value], widths: Sequence[float], least: int = 1) -> float:
    """Points for the fullest cell: not every office program fits wrapped rows by itself."""
    lines = (_lines(value, width) for value, width in zip(values, widths, strict=True) if isinstance(value, str))
    return min(max(least, *lines, 0) * LINE_HEIGHT + 2, _TALLEST)


def _lines(text: str, width: float) -> int:
    room = max(width * 0.95 - 1, 1)
    if len(text) <= room and "\n" not in text:
        return 1
    return sum(max(1, math.ceil(len(line) / room)) for line in text[:4000].split("\n"))


def _style(kind: Kind, tone: str | None, value: Value, formats: Mapping[str, Any]) -> Any:
    if tone is not None:
        return formats[tone]
    if kind == "money":
        kind = "money" if isinstance(value, Decimal) else "whole"
        if isinstance(value, Decimal) and not is_whole(value):
            return formats["cents"]
    return formats["text" if kind == "tone" or isinstance(value, str) else kind]


def _write_cell(page: Any, at: tuple[int, int], value: str | float | Decimal, style: Any) -> None:
    if isinstance(value, str) or not _exact(value):
        page.write_string(*at, cell(str(value)), style)
    else:
        page.write_number(*at, float(value), style)


def _exact(value: float | Decimal) -> bool:
    """Whether a spreadsheet, which counts in doubles, keeps every digit."""
    if isinstance(value, Decimal):
        finite = value.is_finite() and abs(value.adjusted()) < _LONGEST_EXACT
        return finite and len(value.as_tuple().digits) <= _LONGEST_EXACT
    return math.isfinite(value)


def _paper(page: Any, sheet: Sheet, last: int) -> None:
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.print_area(0, 0, max(last, 1), (sheet.printed or len(sheet.columns)) - 1)
    page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
