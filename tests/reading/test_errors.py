"""Every file that cannot be read gives one clear message, of the right kind, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignment.config import Options
from alignment.errors import EncryptedFileError, NoTextError, UnreadableFileError, UnsupportedFormatError
from alignment.reading import read

from .conftest import words


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as error:
        read(tmp_path / "tidak ada.pdf")
    assert "tidak ada.pdf" in error.value.in_language("id")
    assert "tidak ada" in error.value.problem.id


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="folder"):
        read(tmp_path)


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\0\0\0"])
@pytest.mark.parametrize("name", ["kosong.pdf", "kosong.txt", "kosong.md"])
def test_an_empty_file_says_so(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableFileError, match="empty"):
        read(path)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("plan.pdf", b"<html>bukan pdf</html>"),
        ("plan.pdf", b"PK\x03\x04 rusak"),
        ("plan.txt", b"%PDF-1.4\n..."),
        ("plan.docx", b"bukan docx"),
        ("plan.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
    ],
)
def test_content_that_is_not_what_the_name_says(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableFileError) as error:
        read(path)
    assert not isinstance(error.value, UnsupportedFormatError)
    assert name in str(error.value)


@pytest.mark.parametrize("name", ["a.doc", "a.odt", "a.pptx", "a.jpg", "a.rtf", "tanpa-akhiran"])
def test_other_formats_say_what_to_do(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\xd0\xcf\x11\xe0 lama")
    with pytest.raises(UnsupportedFormatError) as error:
        read(path)
    assert "PDF" in error.value.remedy.id
    assert "PDF" in error.value.remedy.en


def test_a_pdf_without_the_right_suffix_is_read(make_pdf) -> None:
    path = make_pdf(words("Rencana Induk Kota Cerdas"), name="dokumen")
    assert read(path).pages[0].text == "Rencana Induk Kota Cerdas"


def test_a_locked_pdf(make_pdf) -> None:
    with pytest.raises(EncryptedFileError, match="password"):
        read(make_pdf(words("rahasia"), encrypt="kunci"))


@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_a_pdf_that_was_cut_off(make_pdf, part: float) -> None:
    path = make_pdf(*[words(f"Halaman {n}") for n in range(20)])
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * part)])
    with pytest.raises(UnreadableFileError, match="cut off"):
        read(path)


def test_a_damaged_pdf(tmp_path: Path) -> None:
    path = tmp_path / "rusak.pdf"
    path.write_bytes(b"%PDF-1.7\n" + b"\xff\x00garbage" * 200 + b"\n%%EOF\n")
    with pytest.raises(UnreadableFileError, match="damaged"):
        read(path)


def test_a_pdf_of_pictures_says_that_it_holds_no_text(make_pdf) -> None:
    from PIL import Image

    def picture(canvas) -> None:
        canvas.drawInlineImage(Image.new("RGB", (60, 84), "grey"), 0, 0, 595, 842)

    with pytest.raises(NoTextError) as error:
        read(make_pdf(picture, picture), Options(ocr="off"))
    assert "Tesseract" in error.value.remedy.id
    assert "2" in error.value.problem.id


def test_names_outside_ascii(make_pdf) -> None:
    path = make_pdf(words("Isi"), name="Rencana Aksi – «Kota» é 計画.pdf")
    assert read(path).name == "Rencana Aksi – «Kota» é 計画.pdf"


def test_every_message_has_both_languages(tmp_path: Path) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(b"x")
    with pytest.raises(UnsupportedFormatError) as error:
        read(path)
    assert error.value.in_language("id") != error.value.in_language("en")
