"""report.csv: the findings, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment.models import Report
from alignment.reporting import as_csv, as_xlsx
from alignment.reporting.safety import plain_cell


def rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv.render(report, "id").decode("utf-8-sig"), newline="")))


def test_has_one_row_a_finding_and_a_mark_that_excel_reads_as_utf8(report: Report) -> None:
    assert as_csv.render(report, "id").startswith(b"\xef\xbb\xbf")
    assert [row["Sidik"][-1] for row in rows(report)] == list("76213485")
    overlap = rows(report)[2]
    assert overlap["Kode"] == "OVL001"
    assert overlap["Halaman"] == "58"
    assert "Aplikasi e-Aduan untuk layanan pengaduan masyarakat" in overlap["Dibandingkan dengan"]


def test_has_the_columns_of_the_spreadsheet(report: Report) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx.render(report, "id")))["Temuan"]

    assert list(rows(report)[0]) == [cell.value for cell in sheet[1]]


def test_no_cell_of_a_hostile_report_is_calculated(hostile: Report) -> None:
    cells = [cell for row in rows(hostile) for cell in row.values()]

    assert '\'=HYPERLINK("http://evil.example/","klik")' in cells
    assert not [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@\t\r＝＋－＠") and cell]


@pytest.mark.parametrize("words", ["Program 2.16.03", "–", "a=b", "'kutip'", ""])
def test_harmless_words_stay_as_they_are(words: str) -> None:
    assert plain_cell(words) == words


@given(st.text())
def test_no_words_at_all_begin_like_a_formula(words: str) -> None:
    assert not plain_cell(words).strip(" \u00a0").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
