"""report.xlsx: the review as a workbook to filter, sort and print. Its sheets are made in tabulate.py."""

from __future__ import annotations

import datetime as dt
import io
import math
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from alignment import i18n
from alignment.models import Lang, Report
from alignment.reporting.figures import is_whole
from alignment.reporting.safety import cell
from alignment.reporting.tabulate import Kind, Sheet, Value, sheets
from alignment.reporting.view import View

_INK, _PAPER, _LINE = "#12303c", "#e9f0f2", "#cfd8db"
_TONES = {"error": ("#8c1d18", "#fbe9e7"), "warning": ("#6b4700", "#fdf3dc"), "info": ("#174a7c", "#e8f1fa")}
_LINE_HEIGHT, _TALLEST = 13.5, 400.0
"""Points; Excel allows 409 a row."""
_LONGEST_EXACT = 15
"""Digits a spreadsheet keeps; a longer figure is written as text."""


def render(report: Report, lang: Lang) -> bytes:
    """The workbook. Words are written as strings, never as formulas or links; the same report gives the same bytes."""
    import xlsxwriter

    file = io.BytesIO()
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties(
            {
                "title": i18n.say("report.kicker", lang),
                "comments": cell(report.tool),
                "created": dt.datetime.combine(report.as_of, dt.time()),  # a clock would make every file another one
            }
        )
        formats = _formats(book)
        for sheet in sheets(View(report, lang)):
            _write(book.add_worksheet(sheet.name), sheet, formats, lang)
    return file.getvalue()


def _formats(book: Any) -> Mapping[str, Any]:
    base = {"font_name": "Calibri", "font_size": 10, "valign": "top"}
    wrap = base | {"text_wrap": True}
    head = wrap | {"bold": True, "font_color": "#ffffff", "bg_color": _INK, "valign": "vcenter"}
    formats = {
        "text": book.add_format(wrap),
        "strong": book.add_format(wrap | {"bold": True, "bg_color": _PAPER, "font_color": _INK}),
        "whole": book.add_format(base | {"num_format": "#,##0"}),
        "score": book.add_format(base | {"num_format": "0.00"}),
        "money": book.add_format(base | {"num_format": '"Rp"#,##0;[Red]-"Rp"#,##0'}),
        "cents": book.add_format(base | {"num_format": '"Rp"#,##0.00;[Red]-"Rp"#,##0.00'}),
        "head": book.add_format(head),
        "rule": book.add_format({"bottom": 1, "bottom_color": _LINE}),
    }
    for severity, (ink, paper) in _TONES.items():
        formats[severity] = book.add_format(wrap | {"bold": True, "font_color": ink, "bg_color": paper})
    return formats


def _write(page: Any, sheet: Sheet, formats: Mapping[str, Any], lang: Lang) -> None:
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
    _paper(page, sheet, last, lang)


def _height(values: Sequence[Value], widths: Sequence[float], least: int = 1) -> float:
    """Points for the fullest cell: not every office program fits wrapped rows by itself."""
    lines = (_lines(value, width) for value, width in zip(values, widths, strict=True) if isinstance(value, str))
    return min(max(least, *lines, 0) * _LINE_HEIGHT + 2, _TALLEST)


def _lines(text: str, width: float) -> int:
    room = max(width * 0.95, 1)
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


def _paper(page: Any, sheet: Sheet, last: int, lang: Lang) -> None:
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.print_area(0, 0, max(last, 1), (sheet.printed or len(sheet.columns)) - 1)
    page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    page.set_footer(f"&L{i18n.say('report.kicker', lang)} · {sheet.name}&R&P / &N")
