"""Extracted programs as JSON, CSV or XLSX: one row a program, one column a year."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from alignment import i18n
from alignment.errors import OutputError
from alignment.models import Document, Evidence, Extraction, Lang, Program
from alignment.reporting.safety import plain_cell

_FIELDS = ("level", "code", "name", "agency", "unit", "declared_pillar", "policy", "outcome", "output")


def render(documents: Sequence[Document], extractions: Sequence[Extraction], format_: str, lang: Lang) -> bytes:
    """The programs of `extractions` in one of json, csv, xlsx. JSON holds everything, tables the main columns."""
    if format_ == "json":
        dumped = [extraction.model_dump(mode="json") for extraction in extractions]
        shown = dumped[0] if len(dumped) == 1 else dumped
        return (json.dumps(shown, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
    rows = list(_rows(documents, extractions, lang))
    return _csv(rows) if format_ == "csv" else _xlsx(rows)


def write(path: Path, content: bytes) -> None:
    """Put `content` at `path`, whole or not at all. Raises OutputError."""
    fresh = path.with_name(f".{path.name}.new")
    try:
        fresh.write_bytes(content)
        fresh.replace(path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise OutputError(
            i18n.both("extract.unwritable", why=error.strerror or str(error)),
            i18n.both("extract.unwritable_remedy"),
            str(path),
        ) from error


Row = list[str | int | Decimal | None]


def _rows(documents: Sequence[Document], extractions: Sequence[Extraction], lang: Lang) -> Iterator[Row]:
    names = {document.id: document.name for document in documents}
    programs = [program for extraction in extractions for program in extraction.programs]
    years = sorted({year for program in programs for year in program.budget})
    heads = ["document", *_FIELDS, "indicators", "place", "quote"]
    yield [*(i18n.say(f"extract.{head}", lang) for head in heads), *years]
    for program in programs:
        yield [
            names[program.document],
            *(getattr(program, field) for field in _FIELDS),
            "; ".join(indicator.name for indicator in program.indicators),
            "; ".join(_place(place, lang) for place in program.evidence),
            program.evidence[0].quote if program.evidence else None,
            *(_amount(program, year) for year in years),
        ]
    for extraction in extractions:
        for row in extraction.unread:
            unread = i18n.say("extract.unread", lang)
            yield [names[extraction.document], unread, None, row.reason.in_language(lang), *[None] * 7,
                   _place(row.evidence, lang), row.evidence.quote, *[None] * len(years)]  # fmt: skip


def _amount(program: Program, year: int) -> Decimal | None:
    return program.budget.get(year)


def _place(evidence: Evidence, lang: Lang) -> str:
    if evidence.page is None:
        return evidence.place or ""
    return i18n.say("extract.page", lang, page=evidence.page)


def _csv(rows: Sequence[Row]) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    for row in rows:
        writer.writerow([plain_cell(cell) if isinstance(cell, str) else cell for cell in row])
    return file.getvalue().encode("utf-8-sig")


def _xlsx(rows: Sequence[Row]) -> bytes:
    import datetime as dt

    import xlsxwriter

    file = io.BytesIO()
    book = xlsxwriter.Workbook(
        file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"created": dt.datetime(2000, 1, 1)})  # noqa: DTZ001  the same programs give the same bytes
    sheet = book.add_worksheet()
    bold, wrap, money = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"}), book.add_format(
        {"num_format": "#,##0", "valign": "top"}
    )
    for index, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(index, column, plain_cell(cell), bold if index == 0 else wrap)
            elif cell is not None:
                sheet.write_number(index, column, cell, bold if index == 0 else money)
    sheet.freeze_panes(1, 4)
    sheet.set_column(0, len(rows[0]) - 1, 18)
    sheet.set_column(3, 3, 60)
    book.close()
    return file.getvalue()
