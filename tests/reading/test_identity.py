"""What documents say of themselves: kind, region, period, date, chapters, vision, legal basis."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from alignment.config import Options
from alignment.models import Document
from alignment.reading import read

from .conftest import words


def _text(tmp_path: Path, text: str) -> Document:
    path = tmp_path / "dokumen.txt"
    path.write_text(text, encoding="utf-8")
    return read(path)


REGULATION = """PERATURAN {issuer}
NOMOR 5 TAHUN 2025
TENTANG
{title}
DENGAN RAHMAT TUHAN YANG MAHA ESA
{head},
Menimbang: a. bahwa perlu disusun rencana;
Mengingat: 1. Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;
2. Undang-Undang Nomor 23 Tahun 2014 tentang
Pemerintahan Daerah;
MEMUTUSKAN:
Ditetapkan di Jember
pada tanggal 20 Agustus 2025
"""


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("RENCANA PEMBANGUNAN JANGKA MENENGAH DAERAH TAHUN 2025-2029", "rpjmd"),
        ("RENCANA INDUK KOTA CERDAS TAHUN 2025-2029", "master_plan"),
        ("PAJAK DAERAH DAN RETRIBUSI DAERAH", "regulation"),
        ("TATA CARA PENYUSUNAN RENCANA STRATEGIS PERANGKAT DAERAH", "regulation"),
    ],
)
def test_a_regulation_is_what_its_title_sets(tmp_path: Path, title: str, kind: str) -> None:
    text = REGULATION.format(issuer="DAERAH KABUPATEN JEMBER", title=title, head="BUPATI JEMBER")
    document = _text(tmp_path, text)
    assert document.kind == kind
    assert document.region is not None
    assert (document.region.name, document.region.code) == ("Kabupaten Jember", "35.09")
    assert document.date == dt.date(2025, 8, 20)
    assert [item.quote for item in document.legal_basis] == [
        "Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;",
        "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;",
    ]


NEWS = """Kota Bima Susun Peta Jalan
Bima, Warta – Pemerintah Kota Bima menyusun master plan smart city pada Selasa (10/9/2024) di aula.
{body}
"""


def test_a_report_that_lists_the_programs_of_a_master_plan_counts_as_one(tmp_path: Path) -> None:
    body = "Smart Living mencakup program kota sehat. Smart Society meliputi program literasi digital."
    document = _text(tmp_path, NEWS.format(body=body))
    assert document.kind == "master_plan"
    assert document.date == dt.date(2024, 9, 10)


def test_a_report_about_a_master_plan_is_none(tmp_path: Path) -> None:
    document = _text(tmp_path, NEWS.format(body="Acara dibuka oleh kepala dinas."))
    assert document.kind == "other"
    assert document.region is not None
    assert document.region.name == "Kota Bima"


def test_a_cover_that_contradicts_its_pages_is_an_issue(make_pdf) -> None:
    def page(canvas) -> None:
        canvas.drawString(72, 30, "Rencana Strategis Dinas Kesehatan Tahun 2025-2029")
        for number in range(20):
            canvas.drawString(72, 700 - 20 * number, "Pelayanan kesehatan di kabupaten ini terus meningkat.")

    document = read(make_pdf(words("RENCANA STRATEGIS DINAS KESEHATAN 2022-2026"), page, page, page, page))
    assert document.kind == "renstra"
    assert [issue.code for issue in document.issues] == ["conflict"]
    assert "2022-2026" in document.issues[0].message.id
    assert "2025-2029" in document.issues[0].message.id


@pytest.mark.parametrize(
    ("name", "kind", "region", "period"),
    [
        ("renstra-kab-banyuwangi-dinkes", "renstra", "35.10", (2025, 2029)),
        ("renja-kota-semarang", "renja", "33.74", (2022, 2022)),
        ("rencana-induk-egov-kota-denpasar", "master_plan", "51.71", (2016, 2020)),
        ("perbup-pakpak-bharat", "master_plan", "12.15", (2019, 2024)),
        ("rpjmd-dki-jakarta", "rpjmd", "31", (2025, 2029)),
        ("perda-banjarnegara", "regulation", "33.04", None),
        ("laporan-evaluasi-smart-city", "other", "35.07", None),
    ],
)
def test_real_documents(shared: Path, name: str, kind: str, region: str, period: tuple[int, int] | None) -> None:
    (path,) = (shared / "documents").glob(f"{name}*")
    document = read(path, Options(ocr="off"))
    assert document.kind == kind
    assert document.region is not None
    assert document.region.code == region
    assert (None if document.period is None else (document.period.start, document.period.end)) == period


def test_chapters_carry_the_page_they_start_on(shared: Path) -> None:
    (path,) = (shared / "documents").glob("rencana-induk-egov-kota-denpasar*")
    headings = {heading.title: heading.page for heading in read(path).headings if heading.level == 1}
    assert headings["BAB VII CETAK BIRU PENGEMBANGAN E-GOVERNMENT"] == 79


PLAN = """MASTER PLAN SMART CITY
KABUPATEN WAKATOBI
TAHUN 2025-2034
BAB II VISI DAN MISI
{body}
"""


@pytest.mark.parametrize(
    "body",
    [
        "Misi smart city adalah sebagai berikut:\n1. Membangun layanan lincah;\n2. Menguatkan wisata selam.",
        "2.2 Misi\nMisi 1: Membangun layanan lincah\nMisi 2: Menguatkan wisata selam",
        "Misi pembangunan meliputi (1) membangun layanan lincah; dan (2) menguatkan wisata selam.",
        "B. Misi\n• Membangun layanan lincah\n• Menguatkan wisata selam",
        "Misi daerah:\n1. Membangun layanan lincah\nLayanan dibuka di tiap pulau.\n2. Menguatkan wisata selam",
    ],
)
def test_missions_as_lists_lines_or_one_sentence(tmp_path: Path, body: str) -> None:
    document = _text(tmp_path, PLAN.format(body=body))
    assert document.missions == ("Membangun layanan lincah", "Menguatkan wisata selam")


@pytest.mark.parametrize(
    "body",
    [
        "Visi: Terwujudnya Wakatobi yang cerdas.",
        "2.1 Visi Smart City\nTerwujudnya Wakatobi yang cerdas",
        "Visi nasional ialah “Indonesia yang maju”. Visi smart city ialah “Terwujudnya Wakatobi yang cerdas”.",
    ],
)
def test_the_vision_is_the_plans_own(tmp_path: Path, body: str) -> None:
    assert _text(tmp_path, PLAN.format(body=body)).vision == "Terwujudnya Wakatobi yang cerdas"


def test_a_cover_that_names_another_region_than_the_pages_is_an_issue(tmp_path: Path) -> None:
    body = "Kabupaten Polewali Mandar memiliki garis pantai panjang.\n" * 4
    document = _text(tmp_path, PLAN.format(body=body))
    assert document.region is not None
    assert document.region.name == "Kabupaten Wakatobi"
    assert [issue.code for issue in document.issues] == ["conflict"]
    assert "Polewali Mandar" in document.issues[0].message.id


def test_the_period_of_another_plan_is_no_conflict(tmp_path: Path) -> None:
    body = "Master plan ini sejalan dengan RPJMD Tahun 2025-2029.\n" * 4
    assert _text(tmp_path, PLAN.format(body=body)).issues == ()


def test_a_heading_with_a_letter_opens_the_legal_basis(tmp_path: Path) -> None:
    body = "A. Landasan Hukum\na. Undang-Undang Nomor 23 Tahun 2014; dan\nb. Peraturan Presiden Nomor 95 Tahun 2018."
    assert len(_text(tmp_path, PLAN.format(body=body)).legal_basis) == 2


def test_a_region_that_no_list_knows_is_named_and_the_place_and_day_are_no_title(make_pdf) -> None:
    def cover(canvas) -> None:
        lines = ["MASTER PLAN", "KABUPATEN SAGARA LESTARI", "2025-2029", "Sagara, 14 Maret 2025"]
        for number, line in enumerate(lines):
            canvas.drawString(72, 700 - 60 * number, line)

    document = read(make_pdf(cover, words("Pendahuluan")))
    assert document.title == "MASTER PLAN KABUPATEN SAGARA LESTARI 2025-2029"
    assert document.region is not None
    assert (document.region.name, document.region.code) == ("Kabupaten Sagara Lestari", None)
    assert document.date == dt.date(2025, 3, 14)


@pytest.mark.parametrize(
    ("cover", "title"),
    [
        (["Sagara", "RENCANA STRATEGIS", "DINAS KESEHATAN", "TAHUN 2025 - 2029"],
         "RENCANA STRATEGIS DINAS KESEHATAN TAHUN 2025 - 2029"),
        (["MASTER PLAN SMART CITY", "BUKU 2", "S A G A R A"], "MASTER PLAN SMART CITY BUKU 2"),
        (["Rencana Kerja Tahun 2026 | Halaman 3", "Dinas Perhubungan Jl. Melati No. 1 Telp. 021"],
         "Rencana Kerja Tahun 2026 Dinas Perhubungan"),
        (["MASTER PLAN SMART CITY", "MASTER PLAN SMART CITY", "KOTA SAGARA 2025-2029 12"],
         "MASTER PLAN SMART CITY KOTA SAGARA 2025-2029"),
    ],
)  # fmt: skip
def test_the_title_is_what_the_cover_says_without_logos_page_numbers_and_addresses(make_pdf, cover, title) -> None:
    def draw(canvas) -> None:
        for number, line in enumerate(cover):
            canvas.drawString(72, 700 - 60 * number, line)

    assert read(make_pdf(draw, words("Pendahuluan"))).title == title


def test_a_sheet_without_a_title_has_none(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["KODE", "PROGRAM DAN KEGIATAN", "INDIKATOR", "TARGET"])
    book.active.append(["1.02.02", "PROGRAM PEMENUHAN UPAYA KESEHATAN", "Cakupan", 90])
    book.save(tmp_path / "pagu.xlsx")
    assert read(tmp_path / "pagu.xlsx").title is None


def test_the_head_of_a_word_file_may_contradict_its_cover(tmp_path: Path) -> None:
    import docx

    file = docx.Document()
    file.sections[0].header.paragraphs[0].text = "Master Plan Smart City 2024-2028"
    for line in ("MASTER PLAN SMART CITY", "KOTA KOTA BIMA", "TAHUN 2025-2029", "Isi."):
        file.add_paragraph(line)
    file.save(str(tmp_path / "draf.docx"))
    document = read(tmp_path / "draf.docx")
    assert document.region is not None
    assert document.region.name == "Kota Bima"
    assert [issue.code for issue in document.issues] == ["conflict"]
