"""Words, lines and boxes of PDF pages, whatever way the page is turned."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignment.config import Options
from alignment.reading import read

from .conftest import table, words

ROWS = [["Kode", "Program", "Pagu"], ["2.16.01", "Penunjang", "1.000"], ["2.16.02", "Informasi", "2.000"]]


def test_lines_and_boxes_are_as_displayed(make_pdf) -> None:
    page = read(make_pdf(words("Visi dan Misi", x=72, y=700))).pages[0]
    (line,) = page.lines
    assert line.text == "Visi dan Misi"
    assert line.box is not None
    x0, top, x1, bottom = line.box
    assert x0 == pytest.approx(72, abs=1.5)
    assert top < 842 - 700 < bottom + 3
    assert 0 < bottom - top < 12
    assert (page.width, page.height) == (595, 842)
    assert x1 < 72 + 100


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_gives_the_same_table(make_pdf, turn: int) -> None:
    """The words of a page that is stored lying and displayed upright: boxes are those of the page as displayed."""
    import pypdfium2 as pdfium

    path = make_pdf(table(ROWS))
    upright = read(path).pages[0]
    with pdfium.PdfDocument(path) as document:
        document[0].set_rotation(turn)
        turned_path = path.with_name("turned.pdf")
        document.save(turned_path)
    turned = read(turned_path).pages[0]
    sizes = (upright.width, upright.height) if turn == 180 else (upright.height, upright.width)
    assert (turned.width, turned.height) == sizes
    (a,), (b,) = upright.tables, turned.tables
    assert sorted(cell.text for cell in a.cells) == sorted(cell.text for cell in b.cells)
    place = {cell.text: cell.box for cell in a.cells}
    for cell in b.cells:
        assert cell.box == pytest.approx(_turned(place[cell.text], upright.width, upright.height, turn), abs=0.5)


def _turned(box, width: float, height: float, turn: int):
    x0, top, x1, bottom = box
    if turn == 90:
        return height - bottom, x0, height - top, x1
    if turn == 180:
        return width - x1, height - bottom, width - x0, height - top
    return top, width - x1, bottom, width - x0


def test_a_crop_box_moves_the_origin(make_pdf) -> None:
    import pypdfium2 as pdfium

    path = make_pdf(table(ROWS))
    whole = read(path).pages[0]
    with pdfium.PdfDocument(path) as document:
        document[0].set_cropbox(50, 100, 500, 800)
        cropped_path = path.with_name("cropped.pdf")
        document.save(cropped_path)
    cropped = read(cropped_path).pages[0]
    assert (cropped.width, cropped.height) == (450, 700)
    for a, b in zip(whole.tables[0].cells, cropped.tables[0].cells, strict=True):
        assert a.text == b.text
        assert b.box == pytest.approx((a.box[0] - 50, a.box[1] - 42, a.box[2] - 50, a.box[3] - 42), abs=0.5)


def test_rules_inside_a_form_are_found(make_pdf) -> None:
    def draw(canvas) -> None:
        canvas.beginForm("isi")
        table(ROWS, x=20, y=400)(canvas)
        canvas.endForm()
        canvas.translate(52, 300)
        canvas.doForm("isi")

    plain = read(make_pdf(table(ROWS), name="plain.pdf")).pages[0].tables[0]
    formed = read(make_pdf(draw, name="form.pdf")).pages[0].tables[0]
    assert formed.cells == plain.cells


def test_cells_hold_their_own_words(make_pdf) -> None:
    (found,) = read(make_pdf(table(ROWS))).pages[0].tables
    assert (found.rows, found.columns) == (3, 3)
    assert [cell.text for cell in found.cells] == [text for row in ROWS for text in row]


def test_a_merged_cell_spans_its_columns(make_pdf) -> None:
    rows = [["Target dan pagu", None, "Ket."], ["5", "1.000", ""]]
    (found,) = read(make_pdf(table(rows))).pages[0].tables
    assert [(cell.row, cell.column, cell.row_span, cell.column_span) for cell in found.cells] == [
        (0, 0, 1, 2),
        (0, 2, 1, 1),
        (1, 0, 1, 1),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
    ]


def test_words_that_run_over_a_border_are_cut_there(make_pdf) -> None:
    """Drawn as one string without a space, as office programs do with narrow columns."""

    def draw(canvas) -> None:
        canvas.setFont("Courier", 10)  # 6 points a letter
        for x in (72, 132, 192):
            canvas.line(x, 700, x, 640)
        for y in (700, 670, 640):
            canvas.line(72, y, 192, y)
        canvas.drawString(72, 680, "ABCDEFGHIJKLMNOP")

    (found,) = read(make_pdf(draw)).pages[0].tables
    assert [cell.text for cell in found.cells] == ["ABCDEFGHIJ", "KLMNOP", "", ""]


def test_lines_of_a_cell_stay_lines(make_pdf) -> None:
    def draw(canvas) -> None:
        table([["", ""]], height=60)(canvas)
        canvas.drawString(76, 680, "2.16.01.2.01.00")
        canvas.drawString(76, 668, "01 - Penyusunan")

    (found,) = read(make_pdf(draw)).pages[0].tables
    assert found.cells[0].text == "2.16.01.2.01.00\n01 - Penyusunan"


def test_words_clipped_away_are_left_out_and_reported(make_pdf) -> None:
    def draw(canvas) -> None:
        canvas.drawString(72, 700, "Rencana Induk")
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(50, 20, 300, 20)
        canvas.clipPath(path, stroke=0)
        canvas.drawString(72, 100, "xddswfdfef")
        canvas.restoreState()

    document = read(make_pdf(draw, draw, draw))
    assert [page.text for page in document.pages] == ["Rencana Induk"] * 3
    (issue,) = document.issues
    assert issue.code == "junk_text"
    assert "xddswfdfef" in issue.message.id
    assert "1-3" in issue.message.id


def test_a_picture_page_between_text_pages_is_an_issue(make_pdf) -> None:
    from PIL import Image

    def picture(canvas) -> None:
        canvas.drawInlineImage(Image.new("RGB", (60, 84), "grey"), 0, 0, 595, 842)
        canvas.drawString(500, 20, "Halaman 2")

    document = read(make_pdf(words("Satu"), picture, words("Tiga")), Options(ocr="off"))
    assert [(issue.code, issue.page) for issue in document.issues] == [("no_text", 2)]
    assert len(document.pages) == 3


def test_reading_twice_gives_the_same_value(make_pdf) -> None:
    path = make_pdf(table(ROWS), words("Penutup"))
    assert read(path) == read(path)


def test_a_document_loads_back_from_its_json(make_pdf) -> None:
    from alignment.models import Document

    document = read(make_pdf(table(ROWS)))
    assert Document.model_validate_json(document.model_dump_json()) == document


def test_the_table_of_a_real_plan(shared: Path) -> None:
    (path,) = (shared / "documents").glob("renstra-kab-banyuwangi-diskominfotik-*.pdf")
    document = read(path, Options(ocr="off"))
    (found,) = document.pages[70].tables
    assert found.columns == 14
    by_place = {(cell.row, cell.column): cell.text for cell in found.cells}
    assert by_place[4, 4] == "31.931.885.422"
    assert by_place[1, 3] == "2026"
    assert by_place[7, 0].split("\n")[0] == "2.16.01.2.01 - Perencanaan,"


def test_a_table_without_uprights_gets_its_columns_from_the_white_between_words(make_pdf) -> None:
    rows = [["Elemen", "Bobot", "Keterangan"], ["Dasar", "10%", "Dokumen legal"], ["Hasil", "20%", "Program berjalan"]]

    def draw(canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for number, row in enumerate(rows):
            canvas.line(72, 700 - 30 * number, 500, 700 - 30 * number)
            for column, text in enumerate(row):
                canvas.drawString(80 + 140 * column, 682 - 30 * number, text)
        canvas.line(72, 610, 500, 610)

    (found,) = read(make_pdf(draw)).pages[0].tables
    assert not found.ruled
    assert [cell.text for cell in found.cells] == [text for row in rows for text in row]


def test_rules_between_paragraphs_make_no_table(make_pdf) -> None:
    def draw(canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for number in range(6):
            canvas.line(72, 700 - 60 * number, 500, 700 - 60 * number)
            canvas.drawString(
                72,
                680 - 60 * number,
                "Visi daerah adalah kota yang cerdas, sehat, makmur dan berbudaya bagi semua warganya.",
            )

    assert read(make_pdf(draw)).pages[0].tables == ()


def test_words_that_run_up_the_page_keep_their_order(make_pdf) -> None:
    def draw(canvas) -> None:
        table([["", "Program"]], height=100, width=60)(canvas)
        for x, text in ((95, "Perangkat Daerah"), (107, "penanggung jawab")):
            canvas.saveState()
            canvas.translate(x, 610)
            canvas.rotate(90)
            canvas.drawString(0, 0, text)
            canvas.restoreState()

    (found,) = read(make_pdf(draw)).pages[0].tables
    assert found.cells[0].text == "Perangkat Daerah\npenanggung jawab"


def test_a_watermark_is_not_among_the_words(make_pdf) -> None:
    def draw(canvas) -> None:
        table(ROWS)(canvas)
        canvas.translate(150, 600)
        canvas.rotate(40)
        canvas.setFont("Helvetica", 60)
        canvas.drawString(0, 0, "RANCANGAN")

    plain = read(make_pdf(table(ROWS), name="plain.pdf")).pages[0]
    marked = read(make_pdf(draw, name="draft.pdf")).pages[0]
    assert [cell.text for cell in marked.tables[0].cells] == [cell.text for cell in plain.tables[0].cells]
    assert marked.text == plain.text
