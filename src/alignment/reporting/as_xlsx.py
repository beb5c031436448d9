"""report.xlsx: the review as a workbook to filter, sort and print. Its sheets are made in tabulate.py."""

from __future__ import annotations

import datetime as dt
import io
import math
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
    """The workbook. Words are written as strings, never as formulas or links; the same report gives the same bytes."""
    import xlsxwriter

    file = io.BytesIO()
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(file, {"constant_memory": True, **options}) as book:
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
            toned = head.kind == "tone" or row.tone == "strong"
            _write_cell(page, (last, column), value, _style(head.kind, row.tone if toned else None, value, formats))
    page.freeze_panes(1, sheet.frozen)
    page.autofilter(0, 0, max(last, 1), len(sheet.columns) - 1)
    _paper(page, sheet, lang)


def _style(kind: Kind, tone: str | None, value: Value, formats: Mapping[str, Any]) -> Any:
    if tone is not None:
        return formats[tone]
    if kind == "money" and isinstance(value, Decimal) and not is_whole(value):
        return formats["cents"]
    return formats["text" if kind == "tone" or isinstance(value, str) else kind]


def _write_cell(page: Any, at: tuple[int, int], value: Value, style: Any) -> None:
    if value is None or value == "":
        page.write_blank(*at, None, style)
    elif isinstance(value, str) or not _exact(value):
        page.write_string(*at, cell(str(value)), style)
    else:
        page.write_number(*at, float(value), style)


def _exact(value: float | Decimal) -> bool:
    """Whether a spreadsheet, which counts in doubles, keeps every digit."""
    if isinstance(value, Decimal):
        finite = value.is_finite() and abs(value.adjusted()) < _LONGEST_EXACT
        return finite and len(value.as_tuple().digits) <= _LONGEST_EXACT
    return math.isfinite(value)


def _paper(page: Any, sheet: Sheet, lang: Lang) -> None:
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    page.set_footer(f"&L{i18n.say('report.kicker', lang)} · {sheet.name}&R&P / &N")
