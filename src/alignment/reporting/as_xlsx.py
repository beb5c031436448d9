"""report.xlsx: the review as a workbook to filter, sort and print. Its sheets are made in tabulate.py."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from alignment import i18n
from alignment.models import Lang, Report
from alignment.reporting.figures import is_whole
from alignment.reporting.safety import cell
from alignment.reporting.tabulate import Kind, Sheet, Value, sheets
from alignment.reporting.view import View

_INK, _PAPER, _LINE = "#15323f", "#eef3f4", "#c9d3d6"
_TONES = {"error": ("#8c1d18", "#fbe9e7"), "warning": ("#6b4700", "#fdf3dc"), "info": ("#174a7c", "#e8f1fa")}
_LONGEST_EXACT = 15
"""Digits a spreadsheet keeps; a longer figure is written as text."""


def render(report: Report, lang: Lang) -> bytes:
    """The workbook. Every word is written as a string, never as a formula or link; the same report gives the same bytes."""
    import xlsxwriter

    file = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
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
    base = {"font_name": "Calibri", "font_size": 10, "valign": "top", "bottom": 1, "bottom_color": _LINE}
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
    }
    for severity, (ink, paper) in _TONES.items():
        formats[severity] = book.add_format(wrap | {"bold": True, "font_color": ink, "bg_color": paper})
    return formats


def _write(page: Any, sheet: Sheet, formats: Mapping[str, Any], lang: Lang) -> None:
    for column, head in enumerate(sheet.columns):
        page.set_column(column, column, head.width)
    page.set_row(0, 30)
    for column, head in enumerate(sheet.columns):
        page.write_string(0, column, cell(head.title), formats["head"])
    last = 0
    for last, row in enumerate(sheet.rows, 1):
        for column, (head, value) in enumerate(zip(sheet.columns, row.values, strict=True)):
            tone = row.tone if head.kind == "tone" else "strong" if row.tone == "strong" else None
            _write_cell(page, last, column, value, head.kind, tone, formats)
    page.freeze_panes(1, sheet.frozen)
    page.autofilter(0, 0, max(last, 1), len(sheet.columns) - 1)
    _paper(page, sheet, lang)


def _write_cell(
    page: Any, row: int, column: int, value: Value, kind: Kind, tone: str | None, formats: Mapping[str, Any]
) -> None:
    style = formats[tone or ("text" if kind in ("text", "tone") else kind)]
    if value is None or value == "":
        page.write_blank(row, column, None, style)
    elif isinstance(value, Decimal):
        if value.is_finite() and len(value.as_tuple().digits) <= _LONGEST_EXACT and abs(value.adjusted()) < _LONGEST_EXACT:
            page.write_number(row, column, float(value), style if tone or is_whole(value) else formats["cents"])
        else:
            page.write_string(row, column, cell(str(value)), formats["text"])
    elif isinstance(value, int | float):
        page.write_number(row, column, value, style)
    else:
        page.write_string(row, column, cell(value), style)


def _paper(page: Any, sheet: Sheet, lang: Lang) -> None:
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    page.set_footer(f"&L{i18n.say('report.kicker', lang)} · {sheet.name}&R&P / &N")
