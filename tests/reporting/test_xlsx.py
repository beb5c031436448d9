"""report.xlsx: sheets to filter and print, words as words, money as numbers."""

from __future__ import annotations

import io
from decimal import Decimal
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from alignment.models import Report
from alignment.reporting import as_xlsx


def workbook(report: Report, lang: str = "id") -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(as_xlsx.render(report, lang)))


def column(book: Workbook, sheet: str, head: str) -> list[object]:
    heads = [cell.value for cell in book[sheet][1]]
    return [row[heads.index(head)].value for row in book[sheet].iter_rows(min_row=2)]


@pytest.fixture(scope="module")
def book(report: Report) -> Workbook:
    return workbook(report)


def test_has_the_six_sheets_in_either_language(report: Report, book: Workbook) -> None:
    assert book.sheetnames == ["Ringkasan", "Tidak dinilai", "Temuan", "Program", "Kecocokan", "Sumber"]
    assert workbook(report, "en").sheetnames == ["Summary", "Not judged", "Findings", "Programs", "Matches", "Sources"]


def test_every_sheet_keeps_its_head_has_filters_and_prints_one_page_wide(book: Workbook) -> None:
    for sheet in book:
        assert str(sheet.freeze_panes).endswith("2"), sheet.title
        assert sheet.auto_filter.ref
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.print_title_rows == "$1:$1"
        assert all(cell.alignment.wrap_text for cell in sheet[1])


def test_findings_stand_gravest_first_each_in_the_colour_of_its_severity(report: Report, book: Workbook) -> None:
    assert column(book, "Temuan", "Tingkat") == ["Kesalahan"] * 3 + ["Peringatan"] * 3 + ["Informasi"] * 2
    assert sorted(column(book, "Temuan", "Sidik")) == sorted(finding.fingerprint for finding in report.findings)
    fills = {row[1].value: row[1].fill.fgColor.rgb for row in book["Temuan"].iter_rows(min_row=2)}
    assert len(set(fills.values())) == 3


def test_money_is_a_number_with_a_format_and_zero_is_not_absence(book: Workbook) -> None:
    assert column(book, "Program", "2027") == [4300000000, 2800000000, 4875500000.5, None, None, None]
    assert column(book, "Program", "2026")[5] == 0
    sheet = book["Program"]
    year = next(cell.column for cell in sheet[1] if cell.value == "2027")
    assert sheet.cell(4, year).number_format == '"Rp"#,##0.00;[Red]-"Rp"#,##0.00'
    assert sheet.cell(2, year).number_format == '"Rp"#,##0;[Red]-"Rp"#,##0'


def test_a_figure_that_a_spreadsheet_would_round_is_kept_as_words(report: Report) -> None:
    budget = {2026: Decimal("12345678901234567.89"), 2027: Decimal("1E+30")}
    long = report.programs[0].model_copy(update={"budget": budget})
    book = workbook(report.model_copy(update={"programs": (long,)}))

    assert column(book, "Program", "2026") == ["12345678901234567.89"]
    assert column(book, "Program", "2027") == ["1E+30"]


def test_matches_come_with_their_contributions_and_the_rejected_ones(report: Report, book: Workbook) -> None:
    entries = column(book, "Kecocokan", "Acuan")
    reasons = column(book, "Kecocokan", "Alasan (bobot, kata, bagian, aturan)")

    assert len(entries) == sum(
        len(m.pillars) + len(m.sdg) + len(m.support) + len(m.carried_by) + len(m.rpjmn) + len(m.citations)
        for m in report.matches.values()
    )
    assert "−0,50 «layanan» hasil [sdg.9.c.not-internal]" in reasons[entries.index("9.c")]
    assert column(book, "Kecocokan", "Status")[entries.index("9.c")] == "ditolak"


def test_a_finding_in_a_text_without_pages_tells_its_line(report: Report) -> None:
    place = report.findings[0].evidence[0].model_copy(update={"page": None, "place": "baris 11"})
    told = report.findings[0].model_copy(update={"evidence": (place,)})
    book = workbook(report.model_copy(update={"findings": (told,)}))

    assert column(book, "Temuan", "Tempat") == ["baris 11"]
    assert column(book, "Temuan", "Halaman") == [None]


def test_words_that_stand_in_several_places_are_quoted_once(report: Report) -> None:
    first = report.findings[0].evidence[0]
    twice = report.findings[0].model_copy(update={"evidence": (first, first.model_copy(update={"page": 70}))})
    book = workbook(report.model_copy(update={"findings": (twice,)}))

    assert column(book, "Temuan", "Kutipan") == ["Bank sampah digital di setiap desa [hlm. 63; hlm. 70]"]


def test_what_was_not_judged_is_listed_one_by_one(book: Workbook) -> None:
    kinds = column(book, "Tidak dinilai", "Jenis")
    places = column(book, "Tidak dinilai", "Tempat")

    assert places[kinds.index("Halaman tidak terbaca")] == "hlm. 14–15, 40"
    assert {"Draf tidak dapat dinilai", "Baris tidak terbaca", "Pemeriksaan terhalang"} <= set(kinds)
    assert kinds.count("Belum dapat dipastikan") == 2


def test_words_of_documents_are_never_formulas_links_or_broken_xml(hostile: Report) -> None:
    made = as_xlsx.render(hostile, "id")
    book = openpyxl.load_workbook(io.BytesIO(made))

    for sheet in book:
        assert not [c.coordinate for row in sheet.iter_rows() for c in row if c.data_type == "f" or c.hyperlink]
    names = column(book, "Program", "Program")
    assert '=HYPERLINK("http://evil.example/","klik")' in names
    assert "NUL ␀ bel ␇ warna ␛[31mmerah␛[0m" in names
    assert "_x0041_ &amp; \n baris kedua" in names
    with ZipFile(io.BytesIO(made)) as parts:
        assert not [name for name in parts.namelist() if "external" in name.lower() or "vba" in name.lower()]


def test_a_cell_holds_no_more_than_a_spreadsheet_takes(report: Report) -> None:
    endless = report.programs[0].model_copy(update={"name": "a" * 40_000})

    (name,) = column(workbook(report.model_copy(update={"programs": (endless,)})), "Program", "Program")

    assert len(str(name)) == 32_767
    assert str(name).endswith("…")
