"""DOCX, XLSX and CSV: what a planner typed comes out, with merged cells, text boxes and formulas."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from alignment.errors import EncryptedFileError, UnreadableFileError
from alignment.reading import delimited, read, values, xlsx


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    from docx import Document

    document = Document()
    document.add_heading("BAB IV PROGRAM", level=1)
    document.add_paragraph("Program disusun sebagai berikut.")
    table = document.add_table(rows=3, cols=3)
    for row, texts in enumerate([["Program", "Target", ""], ["Smart Living", "2025", "2026"], ["", "1", "2"]]):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(1, 0).merge(table.cell(2, 0))
    document.add_paragraph("Penutup")
    path = tmp_path / "rencana.docx"
    document.save(str(path))
    return path


def test_a_docx_keeps_the_order_of_text_and_tables(plan: Path) -> None:
    document = read(plan)
    (page,) = document.pages
    (table,) = page.tables
    assert page.width == 0
    assert [line.text for line in page.lines][:2] == ["BAB IV PROGRAM", "Program disusun sebagai berikut."]
    assert page.lines[table.line].text == "Program | Target"
    assert page.lines[-1].text == "Penutup"
    assert [(heading.title, heading.level) for heading in document.headings] == [("BAB IV PROGRAM", 1)]


def test_merged_cells_of_a_docx_span(plan: Path) -> None:
    (table,) = read(plan).pages[0].tables
    spans = {cell.text.strip(): cell[:4] for cell in table.cells}
    assert spans["Target"] == (0, 1, 1, 2)
    assert spans["Smart Living"] == (1, 0, 2, 1)
    assert spans["2"] == (2, 2, 1, 1)
    assert (table.rows, table.columns) == (3, 3)


def test_inserted_text_counts_and_deleted_text_does_not(plan: Path) -> None:
    from docx import Document
    from docx.oxml import parse_xml

    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document = Document(str(plan))
    paragraph = document.paragraphs[-1]._p
    paragraph.append(parse_xml(f"<w:ins {space}><w:r><w:t> baru</w:t></w:r></w:ins>"))
    paragraph.append(parse_xml(f"<w:del {space}><w:r><w:delText> lama</w:delText></w:r></w:del>"))
    document.save(str(plan))
    assert read(plan).pages[0].lines[-1].text == "Penutup baru"


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "Program"
    sheet.append(["Kode", "Program", "Pagu", "Target"])
    sheet.append(["2.16.01", "Penunjang", 1234567, 0.935])
    sheet.append([1.03, "Pekerjaan umum", 1234567.5, 240])
    sheet["C2"].number_format = "#,##0"
    sheet["C3"].number_format = "#,##0.00"
    sheet["D2"].number_format = "0.0%"
    sheet["D3"].number_format = '#,###" bln"'
    sheet["A5"] = "Jumlah"
    sheet["C5"] = "=SUM(C2:C3)"
    sheet.merge_cells("A5:B5")
    hidden = book.create_sheet("Pilihan")
    hidden["A1"] = "Smart Living"
    hidden.sheet_state = "hidden"
    path = tmp_path / "formulir.xlsx"
    book.save(path)
    return path


def test_figures_are_written_as_the_sheet_shows_them(workbook: Path) -> None:
    page = read(workbook).pages[0]
    shown = {(cell.row, cell.column): cell.text for cell in page.tables[0].cells}
    assert page.name == "Program"
    assert shown[1, 2] == "1.234.567"
    assert shown[2, 2] == "1.234.567,50"
    assert shown[1, 3] == "93,5%"
    assert shown[2, 3] == "240 bln"
    assert shown[2, 0] == "1.03", "a code typed as a number stays a code"


def test_a_merged_cell_of_a_sheet_spans(workbook: Path) -> None:
    cells = read(workbook).pages[0].tables[0].cells
    assert next(cell for cell in cells if cell.text == "Jumlah")[:4] == (4, 0, 1, 2)


def test_formulas_without_result_and_hidden_sheets_are_never_silent(workbook: Path) -> None:
    issues = {issue.code: issue for issue in read(workbook).issues}
    assert "C5" in issues["no_table_text"].message.id
    assert "Pilihan" in issues["truncated"].message.id


def test_a_sheet_with_more_cells_than_any_plan_has_is_cut_and_says_so(
    tmp_path: Path, workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "MOST_CELLS", 5)
    monkeypatch.setattr(delimited, "MOST_CELLS", 5)
    table = tmp_path / "program.csv"
    table.write_text("Nama Program;Pagu\n" + "Program Air Bersih;100\n" * 9, encoding="utf-8")
    for path in (workbook, table):
        document = read(path)
        assert len(document.pages[0].tables[0].cells) < 12
        assert any("terlalu besar" in issue.message.id for issue in document.issues)


def test_a_form_without_a_title_is_a_form(workbook: Path) -> None:
    assert read(workbook).kind == "form"


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_with_any_common_separator(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "ekspor.csv"
    rows = [["kode", "nama", "pagu"], ["2.16.01", "Penunjang", "1000"], ["2.16.02", "Informasi", "2000"]]
    path.write_text("\n".join(mark.join(row) for row in rows), encoding="utf-8")
    (table,) = read(path).pages[0].tables
    assert [cell.text for cell in table.cells] == [text for row in rows for text in row]


def test_a_broken_workbook_is_an_error_and_no_traceback(workbook: Path) -> None:
    data = workbook.read_bytes()
    workbook.write_bytes(data.replace(b"xl/worksheets", b"xl/worksheetz"))
    with pytest.raises(UnreadableFileError):
        read(workbook)


def test_automatic_numbers_and_places_of_a_docx(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_heading("Program Unggulan", level=1)
    for words in ("Program pasar digital", "Program kampung belajar"):
        document.add_paragraph(words, style="List Number")
    document.add_table(rows=1, cols=1).cell(0, 0).text = "Nama Program"
    path = tmp_path / "bernomor.docx"
    document.save(str(path))
    (page,) = read(path).pages
    assert [line.text for line in page.lines][1:3] == ["1. Program pasar digital", "2. Program kampung belajar"]
    assert page.tables[0].place == "Program Unggulan, tabel 1"


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (0.935, "0%", "93,5%"),
        (7, "00", "07"),
        (1.1, "0.00", "1.10"),
        (5_000_000, "#,##0,", "5.000"),
        (1250000, "[$Rp-421]* #,##0", "1.250.000"),
        (2500, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_)', "2.500"),
        (dt.date(2026, 1, 5), "dd/mm/yyyy", "05/01/2026"),
        (dt.date(2026, 1, 5), "yyyy", "2026"),
        (float("nan"), "General", ""),
        (True, "General", "Ya"),
    ],
)
def test_number_formats_that_planners_use(value: object, number_format: str, shown: str) -> None:
    assert values.shown(value, number_format) == shown


def test_hidden_rows_are_read_and_said(workbook: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(workbook)
    book["Program"].row_dimensions[3].hidden = True
    book.save(workbook)
    document = read(workbook)
    assert "Pekerjaan umum" in document.pages[0].text
    assert "hidden_rows" in {issue.code for issue in document.issues}


def test_a_table_of_html_that_calls_itself_xls(tmp_path: Path) -> None:
    path = tmp_path / "ekspor.xls"
    path.write_text("<html><style>td{}</style><table><tr><td>Nama</td><td>Pagu</td></tr></table></html>")
    (page,) = read(path).pages
    assert [cell.text for cell in page.tables[0].cells] == ["Nama", "Pagu"]
    assert page.text == "Nama | Pagu"


def test_a_workbook_with_a_password_says_so(tmp_path: Path) -> None:
    path = tmp_path / "sandi.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + b"\0" * 99)
    with pytest.raises(EncryptedFileError):
        read(path)


def test_half_characters_and_controls_stay_outside(tmp_path: Path) -> None:
    path = tmp_path / "rusak.txt"
    path.write_bytes(b"Program \x1b[2Jair\x07 bersih \xef\xbf\xbe")
    assert read(path).pages[0].text == "Program [2Jair bersih \ufffd"


def test_a_merge_over_the_whole_sheet_takes_no_room(workbook: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(workbook)
    book["Program"].merged_cells.add("A2:XFD1048576")
    book.save(workbook)
    (table,) = read(workbook).pages[0].tables
    assert (table.rows, table.columns) == (5, 4)


def test_colours_under_merges_without_end_cost_no_more(workbook: Path) -> None:
    from openpyxl import load_workbook
    from openpyxl.styles import PatternFill

    book = load_workbook(workbook)
    book["Program"]["D3"].value = None
    book["Program"]["D3"].fill = PatternFill("solid", fgColor="FF00B050")
    for _ in range(3):
        book["Program"].merged_cells.add("A2:XFD1048576")
    book.save(workbook)
    assert read(workbook).pages[0].tables
