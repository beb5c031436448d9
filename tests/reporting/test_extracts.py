"""Extracted programs as tables and JSON."""

from __future__ import annotations

import csv
import io
import json

import openpyxl
import pytest

from alignment.models import Document, Extraction, Report, Text, Unread
from alignment.reporting import extracts


@pytest.fixture(scope="module")
def document(report: Report) -> Document:
    source = report.sources[0]
    return Document(id=source.id, name=source.name, sha256=source.sha256, engine=source.engine)


@pytest.fixture(scope="module")
def extraction(report: Report) -> Extraction:
    return Extraction(document=report.sources[0].id, programs=report.programs, unread=report.unread)


def test_a_table_has_a_row_a_program_a_column_a_year_and_the_unread_rows_last(
    document: Document, extraction: Extraction
) -> None:
    made = extracts.render([document], [extraction], "csv", "id").decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(made, newline=""))

    assert head[-5:] == ["2026", "2027", "2028", "2029", "2030"]
    assert [row[3] for row in rows[:-1]] == [program.name for program in extraction.programs]
    assert rows[2][-4] == "4875500000.50"
    assert rows[-1][1] == "TIDAK TERBACA"
    assert {len(row) for row in rows} == {len(head)}


def test_money_in_a_workbook_is_a_number_and_words_are_words(document: Document, extraction: Extraction) -> None:
    evil = extraction.programs[0].model_copy(update={"name": "=1+1"})
    made = extracts.render([document], [Extraction(document=document.id, programs=(evil,))], "xlsx", "id")
    sheet = openpyxl.load_workbook(io.BytesIO(made)).active

    assert (sheet["D2"].value, sheet["D2"].data_type) == ("=1+1", "s")
    assert sheet["N2"].value == 2150000000


def test_half_a_character_does_not_stop_the_json(document: Document) -> None:
    torn = Unread(evidence={"document": document.id, "quote": "rusak \ud83d"}, reason=Text(id="-", en="-"))
    made = extracts.render([document], [Extraction(document=document.id, unread=(torn,))], "json", "id")

    assert json.loads(made)["unread"][0]["evidence"]["quote"] == "rusak \ufffd"
