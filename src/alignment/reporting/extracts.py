"""Extracted programs as JSON, CSV or XLSX: one row a program, one column a year."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from alignment import i18n
from alignment.models import Document, Extraction, Lang, Program
from alignment.reporting import files, workbook
from alignment.reporting.labels import pillar_label
from alignment.reporting.places import place
from alignment.reporting.safety import plain_cell, whole
from alignment.reporting.workbook import Column, Kind, Row, Sheet

_WIDTHS = {
    "report.document": 24, "report.level": 13, "report.code": 18, "report.name": 60, "report.agency": 26,
    "report.unit": 18, "report.declared_pillar": 16, "extract.policy": 30, "extract.outcome": 30, "extract.output": 30,
    "report.indicators": 40, "report.place": 16, "report.quote": 40,
}  # fmt: skip
_CREATED = dt.date(2000, 1, 1)
"""In place of a clock: the same programs give the same bytes."""


def render(documents: Sequence[Document], extractions: Sequence[Extraction], format_: str, lang: Lang) -> bytes:
    """The programs of `extractions` in one of json, csv, xlsx. JSON holds everything, tables the main columns."""
    if format_ == "json":
        extractions = [whole(extraction) for extraction in extractions]
        dumped = [extraction.model_dump(mode="json") for extraction in extractions]
        shown = dumped[0] if len(dumped) == 1 else dumped
        return (json.dumps(shown, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
    sheet = _sheet(documents, extractions, lang)
    return _csv(sheet) if format_ == "csv" else workbook.draw([sheet], sheet.name, "alignment", _CREATED)


def write(path: Path, content: bytes) -> None:
    """Put `content` at `path`, whole or not at all. Raises OutputError."""
    files.put({path: content})


def _sheet(documents: Sequence[Document], extractions: Sequence[Extraction], lang: Lang) -> Sheet:
    programs = [program for extraction in extractions for program in extraction.programs]
    years = sorted({year for program in programs for year in program.budget})
    kinds: dict[str, Kind] = {"report.level": "tone"}
    heads = (Column(i18n.say(key, lang), width, kinds.get(key, "text")) for key, width in _WIDTHS.items())
    columns = (*heads, *(Column(str(year), 18, "money") for year in years))
    return Sheet(i18n.say("extract.sheet", lang), columns, _rows(documents, extractions, years, lang), frozen=4)


def _rows(
    documents: Sequence[Document], extractions: Sequence[Extraction], years: list[int], lang: Lang
) -> Iterator[Row]:
    names = {document.id: document.name for document in documents}
    for extraction in extractions:
        for program in extraction.programs:
            budget = (program.budget.get(year) for year in years)
            yield Row((names[program.document], *_told(program, lang), *budget))
    for extraction in extractions:
        for row in extraction.unread:
            unread = (names[extraction.document], i18n.say("extract.unread", lang), None, row.reason.in_language(lang))
            where = (place(row.evidence, lang, box=False), row.evidence.quote)
            rest = (None,) * (len(_WIDTHS) - len(unread) - len(where))
            yield Row((*unread, *rest, *where, *(None for _ in years)), "warning")


def _told(program: Program, lang: Lang) -> tuple[str | None, ...]:
    return (
        i18n.say(f"report.level_{program.level}", lang),
        program.code,
        program.name,
        program.agency,
        program.unit,
        pillar_label(program.declared_pillar, lang) if program.declared_pillar else None,
        program.policy,
        program.outcome,
        program.output,
        "; ".join(indicator.name for indicator in program.indicators),
        "; ".join(place(one, lang, box=False) for one in program.evidence),
        program.evidence[0].quote if program.evidence else None,
    )


def _csv(sheet: Sheet) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(column.title for column in sheet.columns)
    for row in sheet.rows:
        writer.writerow(plain_cell(value) if isinstance(value, str) else value for value in row.values)
    return file.getvalue().encode("utf-8-sig")
