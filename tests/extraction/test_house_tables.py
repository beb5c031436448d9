"""Tables of further houses, each as a small one with what a planner reads in it: stages, titles, blanks, sheets."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from tests.extraction.test_printed_layouts import Grid, programs

from alignment.extraction import extract_programs
from alignment.models import Extraction, Program
from alignment.reading import read


def named(*pieces: list[str | Grid]) -> dict[str, Program]:
    return {name: program for (_, name), program in programs(*pieces).items()}


def test_years_below_a_phase_are_ticked_one_by_one():
    head = [
        ["No", "Inisiatif Program", "Jangka Pendek", "<", "Jangka Menengah", "OPD"],
        ["^", "^", "2025", "2026", "2027-2029", "^"],
    ]
    found = named(
        [[*head, ["1", "Ambulans Desa", "✓", "✓", "", "Dinkes"], ["2", "Taman Baca", "", "✓", "✓", "Dispusip"]]]
    )
    assert found["Ambulans Desa"].years == (2025, 2026)
    assert (found["Ambulans Desa"].horizon, found["Taman Baca"].years) == ("short", (2026, 2027, 2028, 2029))


def test_what_is_done_in_a_year_says_that_it_is_one_of_the_programs_years():
    rows = [
        ["No", "Program", "2025", "2026", "2027", "OPD"],
        ["1", "Satu Peta", "", "Uji coba", "Pemeliharaan", "Bapperida"],
    ]
    assert named([rows])["Satu Peta"].years == (2026, 2027)


def test_stages_may_have_names_of_their_own():
    head = ["Dimensi", "TAHAP I\nFONDASI\n(2024-2025)", "TAHAP II\nAKSELERASI\n(2026-2028)"]
    found = named([[head, ["Smart Living", "Parkir elektronik", "• Bus listrik\n• Halte teduh"]]])
    assert {name: p.years for name, p in found.items()} == {
        "Parkir elektronik": (2024, 2025),
        "Bus listrik": (2026, 2027, 2028),
        "Halte teduh": (2026, 2027, 2028),
    }


def test_titles_over_activities_name_their_program():
    head = ["No", "Kegiatan", "Keluaran", "OPD"]
    rows = [
        ["A. SMART ECONOMY", "<", "<", "<"],
        ["Program 2: Pasar Sehat", "<", "<", "<"],
        ["1", "Penataan lapak", "120 lapak", "Disdag"],
        ["2", "Tera timbangan", "400 unit", "Disdag"],
    ]
    found = named([[head, *rows]])
    assert [(name, p.level, p.declared_pillar) for name, p in found.items()] == [
        ("Pasar Sehat", "program", "economy"),
        ("Penataan lapak", "kegiatan", "economy"),
        ("Tera timbangan", "kegiatan", "economy"),
    ]
    assert {p.parent for p in found.values()} == {None, found["Pasar Sehat"].id}


def test_an_empty_cell_below_a_goal_means_what_stands_above_it():
    head = ["Tujuan", "Sasaran", "Strategi", "Program Prioritas", "OPD"]
    rows = [
        ["Layanan unggul", "Antrean turun", "Digitalisasi", "Loket Daring", "Disdukcapil"],
        ["", "", "", "Arsip Digital", "Dispusip"],
        ["", "Kumuh berkurang", "", "Rumah Layak", "Perkim"],
    ]
    found = named([[head, *rows]])
    assert (found["Arsip Digital"].goal, found["Arsip Digital"].objective) == ("Layanan unggul", "Antrean turun")
    assert (found["Rumah Layak"].goal, found["Rumah Layak"].policy) == ("Layanan unggul", None)


def test_one_cell_may_list_several_indicators_with_a_target_each():
    head = ["Program", "Indikator", "Satuan", "Target 2026", "Pagu 2026", "OPD"]
    row = [
        "Program Kebudayaan",
        "1. Cagar budaya\nterlindungi\n2. Grup seni dibina",
        "%\nGrup",
        "40\n30",
        "2.500.000.000",
        "Disbud",
    ]
    (program,) = programs([[head, row]]).values()
    assert [(i.name, i.unit, i.targets) for i in program.indicators] == [
        ("Cagar budaya terlindungi", "%", {2026: "40"}),
        ("Grup seni dibina", "Grup", {2026: "30"}),
    ]
    assert program.budget == {2026: Decimal(2_500_000_000)}


def test_a_target_of_no_year_is_meant_for_the_end():
    head = ["No", "Program Prioritas", "Indikator", "Target", "Waktu Pelaksanaan", "Pelaksana"]
    rows = [
        ["1", "Jalan Lingkar", "Panjang jalan", "12,5 km", "2025 s.d. 2027", "PUPR"],
        ["2", "Pasar Induk", "Kios", "40", "2026", "Disdag"],
    ]
    found = named([[head, *rows]])
    assert (found["Jalan Lingkar"].indicators[0].end_target, found["Jalan Lingkar"].indicators[0].targets) == (
        "12,5 km",
        {},
    )
    assert found["Pasar Induk"].indicators[0].targets == {2026: "40"}


def test_where_a_time_begins_and_ends_may_be_two_columns():
    head = ["No", "Nama Inisiatif", "Mulai", "Selesai", "OPD"]
    assert named([[head, ["1", "Penghubung Layanan", "2025", "2027", "Diskominfo"]]])["Penghubung Layanan"].years == (
        2025,
        2026,
        2027,
    )


def test_heads_that_begin_as_those_of_names_do_name_programs():
    head = ["No", "Program Unggulan Kepala Daerah", "Tolok Ukur", "Sasaran Tahunan", "<", "PD Pengampu"]
    rows = [["^", "^", "^", "2025", "2026", "^"], ["1", "Jalan Usaha Tani", "Panjang jalan (km)", "15", "30", "PUPR"]]
    program = named([[head, *rows]])["Jalan Usaha Tani"]
    assert (program.agency, program.indicators[0].targets) == ("PUPR", {2025: "15", 2026: "30"})
    assert not programs([[["No", "Program Studi", "Jumlah Mahasiswa"], ["1", "Agroteknologi", "412"]]])


def test_a_field_beside_the_agency_in_charge_is_none():
    head = ["No", "Bidang", "Rencana Aksi", "Tahun", "Penanggung Jawab"]
    program = named([[head, ["1", "Layanan kesehatan", "Posyandu Remaja", "2025", "Dinkes"]]])["Posyandu Remaja"]
    assert (program.agency, program.policy) == ("Dinkes", "Layanan kesehatan")


def test_what_heads_the_columns_of_a_table_on_its_side_may_only_count_them():
    rows = [
        ["Uraian", "Quick Win 1", "Quick Win 2"],
        ["Nama Program", "Kios Difabel", "Tabungan Pohon"],
        ["Dimensi", "Smart Society", "Smart Environment"],
        ["OPD Penanggung Jawab", "Dinsos", "DLH"],
        ["Dasar Hukum", "Perda Nomor 3 Tahun 2019", "Perbup Nomor 18 Tahun 2022"],
        ["Tahun", "2026", "2027"],
    ]
    found = named([rows])
    assert {name: (p.agency, p.declared_pillar, p.years) for name, p in found.items()} == {
        "Kios Difabel": ("Dinsos", "society", (2026,)),
        "Tabungan Pohon": ("DLH", "environment", (2027,)),
    }


def test_the_number_that_leads_a_name_is_no_part_of_it():
    head = ["Program / Kegiatan", "Indikator", "Pagu 2026", "Instansi Pelaksana"]
    rows = [
        ["Program Upaya Kesehatan", "", "", "Dinkes"],
        ["1. Layanan ibu hamil", "Ibu hamil terlayani", "450.000.000", "Dinkes"],
    ]
    assert "Layanan ibu hamil" in named([[head, *rows]])


def test_a_chapter_of_quick_wins_and_its_year_hold_for_all_its_tables():
    head = ["Quick Win", "Kegiatan 100 Hari", "PIC", "Anggaran (Rp)"]
    chapter = [
        "BAB V QUICK WIN KOTA AMPEL TAHUN 2026",
        "5.1 Smart Economy",
        [head, ["Pasar Malam", "QRIS", "Disdag", "75.000.000"]],
    ]
    more = ["5.2 Smart Living", [head, ["Jalan Kaki", "Rute", "Dishub", "120.000.000"]]]
    found = named(chapter, more)
    assert {(p.quick_win, p.declared_pillar, *p.budget) for p in found.values() if p.budget} == {
        (True, "economy", 2026),
        (True, "living", 2026),
    }


def test_rp_with_a_full_stop_is_an_amount_in_a_form(extracted: Callable[..., Extraction]):
    sheet = "| Nama Quick Win | Si Cepat |\n|---|---|\n| Dimensi | Smart Governance |\n| Tahun Pelaksanaan | 2025 |\n"
    sheet += "| Kebutuhan Anggaran | Rp. 275.000.000,- |\n| Perangkat Daerah Pelaksana | DPMPTSP |\n"
    (program,) = extracted(f"# Quick Win Smart City Kabupaten Wakatobi\n\n{sheet}").programs
    assert program.budget == {2025: Decimal(275_000_000)}


@pytest.fixture
def workbook(tmp_path: Path):
    xlsxwriter = pytest.importorskip("xlsxwriter")
    path = tmp_path / "rencana-aksi.xlsx"
    book = xlsxwriter.Workbook(path)
    yield book, path
    if not path.exists():
        book.close()


def test_a_sheet_is_of_the_year_it_is_called_by_and_in_the_scale_above_its_head(workbook):
    book, path = workbook
    for year, name in (("2025", "Kios Desa"), ("2026", "Gudang Dingin")):
        sheet = book.add_worksheet(f"Tahun {year}")
        rows = [
            ["RENCANA AKSI SMART CITY KABUPATEN WAKATOBI"],
            ["(dalam jutaan rupiah)"],
            [],
            ["No", "Dimensi", "Rencana Aksi", "OPD", "Anggaran"],
        ]
        for number, row in enumerate(
            [*rows, [1, "Smart Economy", name, "DPMD", 250], [2, "", f"{name} Dua", "DPMD", 90]]
        ):
            sheet.write_row(number, 0, row)
    book.close()
    found = {p.name: p for p in extract_programs(read(path)).programs}
    assert {name: p.budget for name, p in found.items()} == {
        "Kios Desa": {2025: Decimal(250_000_000)},
        "Kios Desa Dua": {2025: Decimal(90_000_000)},
        "Gudang Dingin": {2026: Decimal(250_000_000)},
        "Gudang Dingin Dua": {2026: Decimal(90_000_000)},
    }
    assert {p.declared_pillar for p in found.values()} == {"economy"}


def test_a_workbook_may_paint_years_instead_of_ticking_them(workbook):
    book, path = workbook
    sheet, green = book.add_worksheet("Jadwal"), book.add_format({"bg_color": "#00B050"})
    sheet.write_row(0, 0, ["No", "Rencana Aksi", "Penanggung Jawab", 2025, 2026, 2027])
    for row, (name, first, last) in enumerate((("Kas Desa Terbuka", 3, 4), ("Dasbor Harga", 5, 5)), 1):
        sheet.write_row(row, 0, [row, name, "DPMD"])
        for column in range(first, last + 1):
            sheet.write_blank(row, column, None, green)
    book.close()
    assert {p.name: p.years for p in extract_programs(read(path)).programs} == {
        "Kas Desa Terbuka": (2025, 2026),
        "Dasbor Harga": (2027,),
    }


def test_pillars_may_be_columns_in_which_a_program_is_ticked():
    head = ["No", "Nama Program", "Smart Living", "Smart Economy", "OPD"]
    found = named(
        [[head, ["1", "Puskesmas Terapung", "√", "", "Dinkes"], ["2", "Kopi Naik Kelas", "√", "√", "Disbun"]]]
    )
    assert {name: p.declared_pillar for name, p in found.items()} == {
        "Puskesmas Terapung": "living",
        "Kopi Naik Kelas": None,
    }


def test_a_row_of_a_form_may_hold_two_labels_with_their_values(extracted: Callable[..., Extraction]):
    rows = [
        ["Nama Program", "Koperasi Nelayan", "Dimensi", "Smart Economy"],
        ["---"] * 4,
        ["Tahun", "2027", "Lokasi", "Kecamatan Pesisir"],
        ["Anggaran", "Rp 175.000.000", "Sumber Dana", "CSR"],
        ["OPD Pelaksana", "Dinas Perikanan", "Uraian", "Simpan pinjam lewat gawai"],
    ]
    sheet = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    (program,) = extracted(f"# Formulir Program Smart City Kabupaten Wakatobi\n\n{sheet}\n").programs
    assert (program.name, program.agency, program.location) == (
        "Koperasi Nelayan",
        "Dinas Perikanan",
        "Kecamatan Pesisir",
    )
    assert (program.declared_pillar, program.budget) == ("economy", {2027: Decimal(175_000_000)})
    assert (program.funding, program.description) == (("CSR",), "Simpan pinjam lewat gawai")


def test_who_does_a_program_may_stand_behind_its_name_where_no_column_says_it():
    head = ["No", "Program", "Keluaran", "Waktu"]
    rows = [["1", "Kampung Batik (Dinas Pariwisata)", "1 kampung", "2026"], ["2", "Bank Benih; dan", "2 unit", "2027"]]
    found = named([[head, *rows]])
    assert found["Kampung Batik"].agency == "Dinas Pariwisata"
    assert "Bank Benih" in found


def test_what_cannot_be_read_is_told_by_the_label_that_is_printed(extracted: Callable[..., Extraction]):
    body = "## Program\n### Smart Living\n1. Nama Program: Lampu Jalan\n2. OPD: Dishub\n3. Waktu Pelaksanaan: segera\n"
    (unread,) = extracted(f"# Master Plan Smart City Kabupaten Wakatobi 2025-2034\n\n{body}").unread
    assert unread.reason.id.startswith("Isi kolom «Waktu Pelaksanaan» pada program «Lampu Jalan»")
