"""Extracted programs as JSON, CSV or XLSX: one row a program, one column a year."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from alignment import i18n
from alignment.models import Document, Evidence, Extraction, Lang
from alignment.reporting import files, workbook
from alignment.reporting.safety import plain_cell, whole
from alignment.reporting.workbook import Column, Kind, Row, Sheet

_FIELDS = ("level", "code", "name", "agency", "unit", "declared_pillar", "policy", "outcome", "output")
_WIDTHS = {
    "document": 24, "level": 13, "code": 18, "name": 60, "agency": 26, "unit": 18, "declared_pillar": 16, "policy": 30,
    "outcome": 30, "output": 30, "indicators": 40, "place": 16, "quote": 40,
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
    kinds: dict[str, Kind] = {"level": "tone"}
    heads = (Column(i18n.say(f"extract.{key}", lang), width, kinds.get(key, "text")) for key, width in _WIDTHS.items())
    columns = (*heads, *(Column(str(year), 18, "money") for year in years))
    return Sheet(i18n.say("extract.sheet", lang), columns, _rows(documents, extractions, years, lang), frozen=4)


def _rows(
    documents: Sequence[Document], extractions: Sequence[Extraction], years: list[int], lang: Lang
) -> Iterator[Row]:
    names = {document.id: document.name for document in documents}
    for extraction in extractions:
        for program in extraction.programs:
            told = (
                "; ".join(indicator.name for indicator in program.indicators),
                "; ".join(_place(place, lang) for place in program.evidence),
                program.evidence[0].quote if program.evidence else None,
            )
            budget = (program.budget.get(year) for year in years)
            yield Row((names[program.document], *(getattr(program, field) for field in _FIELDS), *told, *budget))
    for extraction in extractions:
        for row in extraction.unread:
            unread = (i18n.say("extract.unread", lang), None, row.reason.in_language(lang))
            rest = (None,) * (len(_FIELDS) - len(unread) + 1)
            where = (_place(row.evidence, lang), row.evidence.quote)
            yield Row((names[extraction.document], *unread, *rest, *where, *(None for _ in years)), "warning")


def _place(evidence: Evidence, lang: Lang) -> str:
    if evidence.page is None:
        return evidence.place or ""
    return i18n.say("extract.page", lang, page=evidence.page)


def _csv(sheet: Sheet) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(column.title for column in sheet.columns)
    for row in sheet.rows:
        writer.writerow(plain_cell(value) if isinstance(value, str) else value for value in row.values)
    return file.getvalue().encode("utf-8-sig")
