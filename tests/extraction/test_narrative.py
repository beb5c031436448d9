"""Programs outside of tables, in drafts of many houses: sections, lists, fact sheets, sentences. And none elsewhere."""

from __future__ import annotations

from decimal import Decimal

import pytest

from alignment.extraction import extract_programs
from alignment.models import Extraction, Program
from alignment.reading import read


def named(extraction: Extraction) -> dict[str, Program]:
    return {program.name: program for program in extraction.programs}


TITLE = "# Master Plan Smart City Kabupaten Wakatobi 2025-2034\n\n"


def test_a_heading_that_labelled_paragraphs_follow_is_a_program(extracted):
    found = extracted(
        TITLE
        + """## 3.1 Smart Governance
### 3.1.1 Satu Data Pulau
**Latar Belakang**
Data sektoral masih tersebar.
**Tujuan**
Menyatukan data sektoral.
**Penanggung Jawab**
Diskominfo
**SDM**
6 analis
**Sumber Dana**
APBD
**Waktu Pelaksanaan**
2025-2026
**Dasar Hukum**
Perpres Nomor 39 Tahun 2019
## 3.2 Kelembagaan
### 3.2.1 Dewan Smart City
Dewan diketuai bupati.
"""
    )
    (program,) = found.programs
    assert (program.name, program.declared_pillar) == ("Satu Data Pulau", "governance")
    assert program.description == "Data sektoral masih tersebar."
    assert (program.goal, program.agency, program.staffing) == ("Menyatukan data sektoral.", "Diskominfo", "6 analis")
    assert (program.funding, program.years) == (("APBD",), (2025, 2026))
    assert program.legal_basis == "Perpres Nomor 39 Tahun 2019"


def test_labels_name_programs_and_their_activities(extracted):
    found = named(
        extracted(
            TITLE
            + """A. Smart Living
Sub Dimensi: Kesehatan
Program: Ambulans Laut
Kegiatan:
1. Pengadaan kapal
2. Pelatihan tenaga kesehatan laut
Penanggung jawab: Dinas Kesehatan
Jangka waktu: jangka pendek
Quick win: Ya
Anggaran: 2025: Rp 1,5 miliar; 2026: Rp 200.000.000
Program: Kapal Perpustakaan
Penanggung jawab: Dinas Perpustakaan
"""
        )
    )
    assert list(found) == [
        "Ambulans Laut",
        "Pengadaan kapal",
        "Pelatihan tenaga kesehatan laut",
        "Kapal Perpustakaan",
    ]
    program = found["Ambulans Laut"]
    assert (program.agency, program.horizon, program.quick_win) == ("Dinas Kesehatan", "short", True)
    assert program.budget == {2025: Decimal(1_500_000_000), 2026: Decimal(200_000_000)}
    assert (found["Pengadaan kapal"].level, found["Pengadaan kapal"].parent) == ("kegiatan", program.id)
    assert found["Kapal Perpustakaan"].agency == "Dinas Perpustakaan"


def test_lists_below_horizons_carry_horizon_and_years(extracted):
    found = named(
        extracted(
            TITLE
            + """## 4.2 Smart Environment
a. Program Jangka Pendek (2025-2026)
1. Gerobak Sampah Bermotor
2. Pemantauan Mata Air dengan Sensor
b. Program Jangka Panjang (2031-2034)
1. Sampah Menjadi Energi
## 4.3 Strategi Pembiayaan
1. Anggaran daerah
2. Kerja sama dengan badan usaha
"""
        )
    )
    assert list(found) == ["Gerobak Sampah Bermotor", "Pemantauan Mata Air dengan Sensor", "Sampah Menjadi Energi"]
    assert found["Gerobak Sampah Bermotor"].years == (2025, 2026)
    assert found["Sampah Menjadi Energi"].horizon == "long"
    assert {program.declared_pillar for program in found.values()} == {"environment"}


def test_problems_and_strategies_below_a_pillar_are_no_programs(extracted):
    found = extracted(
        TITLE
        + """## 2.1 Smart Economy
### Program prioritas
- Pasar Kopi Daring – lelang mingguan bagi petani
### Permasalahan
- Harga tidak stabil
### Strategi
- Memperkuat koperasi
"""
    )
    (program,) = found.programs
    assert (program.name, program.description) == ("Pasar Kopi Daring", "lelang mingguan bagi petani")


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "Smart Branding terdiri atas tiga program: (1) Festival Selam; (2) Pusat Informasi; dan (3) Tepi Laut.",
            ["Festival Selam", "Pusat Informasi", "Tepi Laut"],
        ),
        (
            "Untuk dimensi Smart Branding, program prioritas meliputi festival selam, rumah pajang serta tepi laut.",
            ["festival selam", "rumah pajang", "tepi laut"],
        ),
        (
            "Smart Branding mencakup program promosi, penataan pantai, dan program pameran.",
            ["program promosi, penataan pantai", "program pameran"],
        ),
        ("Smart Branding telah dinilai baik, antara lain karena pantai, laut dan pasir.", []),
    ],
)
def test_sentences_put_programs_under_a_pillar(extracted, sentence, names):
    found = extracted(TITLE + sentence)
    assert [program.name for program in found.programs] == names
    assert all(program.declared_pillar == "branding" for program in found.programs)


SHEET = [
    ("1", "Nama Program", "Puskesmas Tanpa Map"), ("2", "Dimensi", "Smart Living"), ("3", "Sub Dimensi", "Kesehatan"),
    ("4", "Manfaat", "Pasien tidak lama menunggu"), ("5", "Infrastruktur yang ada", "Jaringan lokal"),
    ("6", "Infrastruktur yang dibutuhkan", "Peladen"), ("7", "OPD Terkait", "Diskominfo; RSUD"),
    ("8", "Penanggung Jawab", "Dinas Kesehatan"), ("9", "Anggaran", "Rp 350.000.000"),
    ("10", "Waktu Pelaksanaan", "2026"), ("11", "Aplikasi", "e-Puskesmas"),
]  # fmt: skip


def _assert_sheet(program: Program) -> None:
    assert (program.name, program.declared_subdimension) == ("Puskesmas Tanpa Map", "living.health")
    assert (program.facilities_owned, program.facilities_needed) == ("Jaringan lokal", "Peladen")
    assert (program.links, program.agency) == (("Diskominfo", "RSUD"), "Dinas Kesehatan")
    assert (program.budget, program.application) == ({2026: Decimal(350_000_000)}, "e-Puskesmas")


def test_a_fact_sheet_is_one_program(extracted):
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in SHEET)
    (program,) = extracted(f"{TITLE}## Quick Win Smart Living\n<table>{rows}</table>\n").programs
    _assert_sheet(program)
    assert program.quick_win is True


def test_a_fact_sheet_of_a_word_file_is_one_program(tmp_path):
    import docx

    document = docx.Document()
    document.add_paragraph("MASTER PLAN SMART CITY")
    document.add_paragraph("KOTA TIDORE KEPULAUAN")
    table = document.add_table(rows=0, cols=3)
    for row in SHEET:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    document.save(str(tmp_path / "lembar.docx"))
    (program,) = extract_programs(read(tmp_path / "lembar.docx")).programs
    _assert_sheet(program)


@pytest.mark.parametrize(
    "opening",
    [
        "NOTULEN RAPAT\nPenyusunan Master Plan Smart City Kabupaten Sikka",
        "KERANGKA ACUAN KERJA\nPENYUSUNAN MASTER PLAN SMART CITY KABUPATEN ENDE",
        "LAPORAN KINERJA INSTANSI PEMERINTAH\nKABUPATEN LOMBOK UTARA",
        "NASKAH AKADEMIK\nRANCANGAN PERATURAN DAERAH TENTANG KOTA CERDAS",
        "PETUNJUK TEKNIS\nPENYUSUNAN MASTER PLAN SMART CITY",
        "NOTA KESEPAHAMAN\nTENTANG PENGEMBANGAN SMART CITY",
    ],
)
def test_what_calls_itself_no_plan_gives_no_program(extracted, opening):
    body = """
Smart Living mencakup program ambulans laut, program posyandu digital, dan program air bersih.
A. Smart Governance
Program: Satu Data Desa
Penanggung jawab: Diskominfo
Sumber dana: APBD
"""
    assert extracted(f"{opening}\n{body}", "lain.txt").programs == ()
    assert len(extracted(TITLE + body).programs) == 4


LAMP = "Lampu Jalan Pintar"


@pytest.mark.parametrize(
    "body",
    [
        f"1) {LAMP}. Lampu menyala bila ada orang. Penanggung jawab: Dishub. Tahun: 2026.",
        f"- {LAMP} (Dishub, 2026)",
        f"Nama Program ........ : {LAMP}\nPelaksana ........ : Dishub\nTahun ........ : 2026",
        f"SL-01 {LAMP}\nOPD: Dishub | Tahun: 2026",
        f"- {LAMP}\n  - OPD: Dishub\n  - Tahun: 2026",
        f"Tahun 2026:\n- {LAMP} (Dishub)",
        f"| No | Program | OPD | Tahun |\n|---|---|---|---|\n| 1 | {LAMP} | Dishub | 2026 |",
        f"| Uraian | Keterangan |\n|---|---|\n| Program | {LAMP} |\n| OPD | Dishub |\n| Tahun | 2026 |",
        f"Quick Win 2026 Smart Living: {LAMP}\nLead agency: Dishub",
        f"Smart Living berfokus pada program {LAMP} yang diampu oleh Dishub.",
    ],
)
def test_a_program_in_the_style_of_many_houses(extracted, body):
    (program,) = extracted(f"{TITLE}## Program\n### Smart Living\n{body}\n").programs
    assert program.name.removeprefix("program ") == LAMP
    assert (program.declared_pillar, program.agency) == ("living", "Dishub")
    assert program.years == ((2026,) if "2026" in body else ())


@pytest.mark.parametrize(
    "body",
    [
        "## Benchmarking\nSmart Living di kota tetangga meliputi program bus malam dan program taman baca.",
        "## Sistematika Penulisan\nBAB V Program: memuat program setiap dimensi.",
        "## 7.1 Pembagian Tugas\n## 7.2 Skema Pendanaan\nSumber dana: APBD\nAnggaran: Rp 10.000.000.000",
        "## Analisis Kesiapan\n### Smart Living\n- Struktur: cukup\n- Infrastruktur: kurang",
    ],
)
def test_chapters_about_other_matters_hold_no_programs(extracted, body):
    found = extracted(TITLE + body)
    assert (found.programs, found.unread) == ((), ())
