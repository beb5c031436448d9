"""Pictures of text and of tables, read by Tesseract where it is installed."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest

from alignment.config import Options
from alignment.errors import ConfigError, NoTextError
from alignment.reading import ocr, read

from .conftest import table, words

ROWS = [
    ["Kode", "Program", "Pagu"],
    ["2.16.01", "Penunjang Urusan", "1.250.000"],
    ["2.16.02", "Informasi", "2.300.000"],
]
needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")


@pytest.fixture
def scan(make_pdf):
    """scan(draw, ...): the pages as pictures of 200 dots an inch, in a PDF without any text."""

    def make(*pages, name: str = "pindai.pdf") -> Path:
        import pypdfium2 as pdfium
        from reportlab.lib.utils import ImageReader

        with pdfium.PdfDocument(make_pdf(*pages, name="asli.pdf")) as document:
            images = []
            for page in document:
                buffer = io.BytesIO()
                page.render(scale=200 / 72).to_pil().save(buffer, "PNG")
                images.append(buffer)

        def picture(image):
            return lambda canvas: canvas.drawImage(ImageReader(image), 0, 0, 595, 842)

        return make_pdf(*[picture(image) for image in images], name=name)

    return make


@needs_tesseract
def test_a_scanned_table_gives_its_cells(scan) -> None:
    page = read(scan(table(ROWS, width=140)), Options(ocr="auto")).pages[0]
    (found,) = page.tables
    assert (found.rows, found.columns) == (3, 3)
    assert [cell.text for cell in found.cells] == [text for row in ROWS for text in row]
    assert page.ocr_confidence is not None
    assert 0.5 < page.ocr_confidence <= 1


@needs_tesseract
def test_what_rests_on_ocr_says_so(scan) -> None:
    document = read(scan(words("Rencana Induk Kota Cerdas Kabupaten Banyuwangi")), Options(ocr="auto"))
    assert document.pages[0].text == "Rencana Induk Kota Cerdas Kabupaten Banyuwangi"
    assert [issue.code for issue in document.issues] == ["ocr"]
    assert "tesseract" in document.engine


def test_without_ocr_a_scan_has_no_text(scan) -> None:
    with pytest.raises(NoTextError):
        read(scan(words("Rencana Induk")), Options(ocr="off"))


def test_ocr_by_force_without_tesseract_is_an_error(make_pdf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "language", lambda: None)
    with pytest.raises(ConfigError, match="Tesseract"):
        read(make_pdf(words("Isi")), Options(ocr="force"))


def test_a_picture_of_a_table_in_a_digital_page_is_an_issue(scan, make_pdf) -> None:
    import pypdfium2 as pdfium
    from reportlab.lib.utils import ImageReader

    rows = [[f"{row}.{column}" for column in range(4)] for row in range(5)]
    with pdfium.PdfDocument(make_pdf(table(rows), name="asli.pdf")) as document:
        buffer = io.BytesIO()
        document[0].render(scale=200 / 72, crop=(60, 540, 110, 130)).to_pil().save(buffer, "PNG")

    def draw(canvas) -> None:
        for line in range(8):
            canvas.drawString(72, 760 - 14 * line, "Bagian ini adalah teks biasa dari rencana strategis.")
        canvas.drawImage(ImageReader(buffer), 60, 300, 425, 172)

    document = read(make_pdf(draw), Options(ocr="off"))
    assert [(issue.code, issue.page) for issue in document.issues] == [("picture_table", 1)]
    assert document.pages[0].lines
