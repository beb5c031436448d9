"""Programs in prose as further houses print them: boxes, cards, choices, run-in names, sentences. And what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from alignment.extraction import extract_programs
from alignment.models import Cell, Document, Extraction, Line, Page, Program, Table

TITLE = "# Master Plan Smart City Kabupaten Wakatobi 2025-2034\n\n"
LAMP = "Lampu Jalan Pintar"


def plan(lines: list[Line], tables: tuple[Table, ...] = ()) -> Document:
    inside = [Line("isi tabel", table.box) for table in tables]
    page = Page(number=1, width=600, height=840, lines=(*lines, *inside), tables=tables)
    return Document(id="0" * 12, name="plan.pdf", sha256="0" * 64, engine="test", kind="master_plan", pages=(page,))


def printed(words: str, top: float, x0: float = 60, x1: float = 540) -> Line:
    return Line(words, (x0, top, x1, top + 10))


def boxed(rows: list[list[str]], top: float = 200) -> Table:
    cells = tuple(
        Cell(r, c, 1, 1, words, (60 + 240 * c, top + 100 * r, 300 + 240 * c, top + 100 * r + 100))
        for r, row in enumerate(rows)
        for c, words in enumerate(row)
    )
    box = (60.0, top, 540.0, top + 100.0 * len(rows))
    return Table(page=1, rows=len(rows), columns=len(rows[0]), cells=cells, box=box)


def only(extraction: Extraction) -> Program:
    (program,) = extraction.programs
    return program


@pytest.mark.parametrize(
    "body",
    [
        f"- **{LAMP}**: lampu menyala bila ada orang. Dishub, 2026.",
        f"- {LAMP} – lampu menyala bila ada orang (Dishub, 2026)",
        f"- {LAMP}\n\n(Dishub, 2026)",
        f"{LAMP}. Lampu menyala bila ada orang. Dikelola oleh Dishub mulai tahun 2026.",
        f"Program Kerja 4.1 {LAMP}\nPelaksana: Dishub\nKode Rekening: 5.2\nWaktu: 2026",
        f"1. {LAMP}\nPelaksana: Dishub\nWaktu: 2026",
        f"1. Nama Program: {LAMP}\n2. OPD: Dishub\n3. Kode Rekening: 5.2\n4. Tahun: 2026",
    ],
)
def test_a_program_in_the_style_of_further_houses(extracted, body):
    program = only(extracted(f"{TITLE}## Program\n### Smart Living\n{body}\n"))
    assert (program.name, program.declared_pillar, program.agency) == (LAMP, "living", "Dishub")
    assert program.years == (2026,)


def test_the_next_number_heads_the_next_program(extracted):
    body = "1. Bank Pakan\nPelaksana: DLH\nWaktu: 2026\n2. Bank Benih\nPelaksana: Distan\nWaktu: 2027\n"
    found = extracted(f"{TITLE}## Smart Economy\n{body}", "draf.txt").programs
    assert [(p.name, p.agency, p.years) for p in found] == [
        ("Bank Pakan", "DLH", (2026,)),
        ("Bank Benih", "Distan", (2027,)),
    ]


def test_a_heading_over_programs_is_none_itself(extracted):
    body = (
        "BAB IV\nSTRATEGI DAN RENCANA AKSI\n4.1 Smart Economy\n4.1.1 Geliat Kampung\n"
        "1. Bank Pakan\nOPD: DLH\nTahun: 2026\n"
    )
    program = only(extracted(f"MASTER PLAN SMART CITY\nKabupaten Wakatobi\n{body}", "draf.txt"))
    assert (program.name, program.declared_pillar, program.years) == ("Bank Pakan", "economy", (2026,))


def test_a_chapters_title_stands_below_its_number(extracted):
    body = "BAB II\nQUICK WIN SMART LIVING\n2.1 Profil\nNama quick win: Bank Pakan\nOPD: DLH\n2.2 Tahapan Pelaksanaan\n"
    body += "Pelaksanaan quick win dibagi ke dalam dua tahap:\n1. Persiapan\n2. Peluncuran\n"
    program = only(extracted(f"MASTER PLAN SMART CITY\nKabupaten Wakatobi\n{body}", "draf.txt"))
    assert (program.name, program.declared_pillar, program.quick_win) == ("Bank Pakan", "living", True)


def test_lines_with_years_head_lists_below_a_pillar(extracted):
    body = "## Smart Living\n**2026**\n- Bank Pakan\n**2027**\n- Bank Benih\n"
    found = extracted("# Peta Jalan Smart City Kabupaten Wakatobi 2025-2027\n\n" + body).programs
    assert [(p.name, p.years) for p in found] == [("Bank Pakan", (2026,)), ("Bank Benih", (2027,))]


def test_a_coachs_form_says_what_is_ticked(extracted):
    form = """FORMULIR IDENTIFIKASI PROGRAM SMART CITY
1. Nama Program: Rumah Data
2. Dimensi: ☐ Smart Living ☑ Smart Governance ☐ Smart Economy
3. OPD Pengampu: Dinas Sosial
4. Kode Rekening: 5.2
5. Manfaat: bantuan tepat sasaran
Formulir 2
1. Nama Program: ……………
2. Dimensi: ☐ Smart Living ☐ Smart Governance
3. OPD Pengampu: ……………
"""
    found = extracted(form, "form.txt")
    program = only(found)
    assert (program.name, program.declared_pillar, program.agency) == ("Rumah Data", "governance", "Dinas Sosial")
    assert (program.benefit, found.unread) == ("bantuan tepat sasaran", ())


def test_what_heads_the_activities_of_a_program_heads_no_programs(extracted):
    body = f"Program 1: {LAMP}\nRencana aksi:\n- Menyusun SOP\n- Membeli sensor\nPelaksana: Dishub\n"
    found = extracted(f"{TITLE}## Program\n### Smart Living\n{body}").programs
    assert [(p.name, p.level) for p in found if p.level == "program"] == [(LAMP, "program")]
    assert found[0].agency == "Dishub"


def test_a_numbered_pillar_is_no_field_of_the_program_above_it(extracted):
    body = "## Program\n### Pilar 1: Smart Living\n1. Bank Pakan\nOPD: DLH\n### Pilar 2: Smart Economy\n2. Bank Benih\n"
    found = extracted(TITLE + body).programs
    assert {p.name: p.declared_pillar for p in found} == {"Bank Pakan": "living", "Bank Benih": "economy"}


def test_sentences_tell_who_when_and_how_much(extracted):
    body = (
        "Quick Win Smart Living: Bidan Siaga\n\nSetiap desa memiliki bidan piket. Penanggung jawabnya adalah Dinas "
        "Kesehatan dengan anggaran Rp 150.000.000 pada tahun 2026.\n"
    )
    program = only(extracted(TITLE + body))
    assert (program.agency, program.years) == ("Dinas Kesehatan", (2026,))
    assert program.budget == {2026: Decimal(150_000_000)}


def test_sentences_about_the_past_tell_no_years(extracted):
    body = (
        "Quick Win Smart Living: Bidan Siaga\n\nPada tahun 2020 angka kematian ibu meningkat. Kader belum terlatih.\n"
    )
    assert only(extracted(TITLE + body)).years == ()


def test_what_a_program_is_stands_behind_its_name(extracted):
    body = "Pada dimensi smart living, quick win yang diusung adalah Tangki Air, yaitu bantuan penampung air hujan.\n"
    program = only(extracted(TITLE + body))
    assert (program.name, program.quick_win) == ("Tangki Air", True)


def test_labels_over_their_values_in_boxes_are_one_program():
    left = "Masalah\nWarga menempuh 40 km ke kantor\ndinas.\nManfaat\nDokumen selesai dalam 1 hari."
    right = "Perangkat Daerah Penanggung Jawab\nDisdukcapil\nKebutuhan Anggaran\nRp 185.000.000\nTahun\n2026"
    titles = ["Pendahuluan", "QUICK WIN 1 SMART GOVERNANCE", "LAYAN DESA", "Pelayanan sampai Desa"]
    lines = [printed(words, 60 + 20 * n) for n, words in enumerate(titles)]
    program = only(extract_programs(plan(lines, (boxed([[left, right]]),))))
    assert (program.name, program.agency) == ("LAYAN DESA Pelayanan sampai Desa", "Disdukcapil")
    assert (program.benefit, program.budget) == ("Dokumen selesai dalam 1 hari.", {2026: Decimal(185_000_000)})


def test_cards_of_one_kind_are_a_program_each():
    names = [["Desa Terhubung", "Kasir Pajak"], ["Klinik Hukum", "Buka Data"]]
    cards = boxed([[f"{name}\nLayanan bagi warga.\nPelaksana: Diskominfo" for name in row] for row in names])
    found = extract_programs(plan([printed("Smart Governance", 60)], (cards,))).programs
    assert [(p.name, p.agency, p.declared_pillar) for p in found] == [
        (name, "Diskominfo", "governance") for row in names for name in row
    ]


def test_a_name_wraps_at_the_end_of_its_column():
    left = [
        "Smart Living",
        "Program prioritas dimensi smart living adalah:",
        "1. Klinik Konsultasi Daring bagi Seluruh",
        "Warga (Dinas Kesehatan)",
        "2. Bus Pengumpan (Dinas Perhubungan)",
        "Bahan bacaan lain disimpan di perpustakaan.",
    ]
    lines = [printed(words, 60 + 12 * n, 60, 60 + 5.2 * len(words)) for n, words in enumerate(left)]
    lines += [printed("Dewan Smart City mengevaluasi rencana ini setiap tahun", 60 + 12 * n, 320) for n in range(6)]
    found = extract_programs(plan(lines)).programs
    assert [(p.name, p.agency) for p in found] == [
        ("Klinik Konsultasi Daring bagi Seluruh Warga", "Dinas Kesehatan"),
        ("Bus Pengumpan", "Dinas Perhubungan"),
    ]


def test_details_of_a_program_without_a_name_are_listed_once(extracted):
    found = extracted(f"{TITLE}## Smart Living\nPenanggung jawab: Dinkes\nSumber dana: APBD\nLokasi: 12 desa\n")
    assert (found.programs, len(found.unread)) == ((), 1)


@pytest.mark.parametrize(
    "body",
    [
        "## Smart Living\nKondisi Eksisting\n- RSUD kelas C\nKebutuhan Pengembangan\n1) Penguatan regulasi\n",
        "## Contoh Kota Cerdas Dunia\nProgram: Songdo Smart City\nLokasi: Korea Selatan\nManfaat: hemat energi\n",
        "## Smart Living\nDinas Kesehatan. Puskesmas tersebar di semua kecamatan sejak lama.\n",
        "## Demografi\n(BPS, 2013)\n\nJumlah penduduk menurun.\n",
    ],
)
def test_what_only_looks_like_a_program_is_none(extracted, body):
    assert extracted(TITLE + body).programs == ()
