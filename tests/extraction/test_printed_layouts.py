"""Layouts that regencies print, each as a small table with what a planner reads in it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from alignment.extraction import extract_programs
from alignment.extraction.layouts import Head, read_head
from alignment.models import Cell, Document, Line, Page, Period, Program, Table

_WIDTH, _HEIGHT, _TOP = 60.0, 20.0, 90.0
Grid = Sequence[Sequence[str]]


def table(rows: Grid, *, page: int = 1, top: float = _TOP) -> Table:
    """Rows of cells as a ruled table; "<" merges a cell into the left one, "^" into the upper one."""
    cells = [
        Cell(r, c, height, width, text, _box(r, c, height, width, top))
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
        if text not in ("<", "^")
        for width in (_run(row[c + 1 :], "<"),)
        for height in (_run([below[c] for below in rows[r + 1 :]], "^"),)
    ]
    columns = len(rows[0])
    box = (40.0, top, 40.0 + columns * _WIDTH, top + len(rows) * _HEIGHT)
    return Table(page=page, rows=len(rows), columns=columns, cells=tuple(cells), box=box)


def plan(*pieces: Sequence[str | Grid], period: tuple[int, int] | None = (2025, 2029)) -> Document:
    """A document with a page for each of `pieces`: lines of text and tables, from the top."""
    pages = tuple(_page(number, piece) for number, piece in enumerate(pieces, start=1))
    years = Period(start=period[0], end=period[1]) if period else None
    return Document(
        id="0" * 12, name="plan.pdf", sha256="0" * 64, engine="test", kind="renstra", pages=pages, period=years
    )


def _page(number: int, content: Sequence[str | Grid]) -> Page:
    lines: list[Line] = []
    tables: list[Table] = []
    top = _TOP
    for part in content:
        if isinstance(part, str):
            lines.append(Line(part, (40.0, top, 500.0, top + 10)))
            top += 15
        else:
            tables.append(table(part, page=number, top=top))
            top += len(part) * _HEIGHT + 10
    return Page(number=number, width=1200, height=3000, lines=tuple(lines), tables=tuple(tables))


def _run(cells: Sequence[str], mark: str) -> int:
    count = 1
    for cell in cells:
        if cell != mark:
            break
        count += 1
    return count


def _box(row: int, column: int, height: int, width: int, top: float) -> tuple[float, float, float, float]:
    x0, y0 = 40 + column * _WIDTH, top + row * _HEIGHT
    return x0, y0, x0 + width * _WIDTH, y0 + height * _HEIGHT


def programs(*pieces, period=(2025, 2029)) -> dict[tuple[str | None, str], Program]:
    """By unit and code (or name)."""
    found = extract_programs(plan(*pieces, period=period)).programs
    by_key = {(program.unit, program.code or program.name): program for program in found}
    assert len(by_key) == len(found)
    return by_key


def amounts(program: Program) -> dict[int, int]:
    return {year: int(amount) for year, amount in program.budget.items()}


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("Indikator Kinerja Tujuan, Sasaran, Program (outcome) dan Kegiatan (output)", "indicator"),
        ("Urusan/Bidang Urusan Pemerintahan Daerah dan\nProgram/ Kegiatan/ Sub Kegia tan", "name"),
        ("KEBUTUHAN DANA/ PAGU INDIKATIF (Rp)", "budget"),
        ("Sumber Dana / Pembiayaan", "funding"),
        ("Unit Kerja Perangkat Daerah Penanggung Jawab", "agency"),
        ("Kondisi Kinerja Awal Renstra", "baseline"),
        ("Kondisi Kinerja pada Akhir Periode RPJMD", "end_target"),
        ("Realisasi Capaian Kinerja Renja s/d Triwulan III", "past"),
        ("Kode Rekening Sub Kegiatan", "code"),
        ("Target Capaian Kinerja Program", "target"),
        ("Indikator Sasaran Strategis", "goal_indicator"),
        ("Pemeliharaan jalan lingkungan permukiman", None),
        ("Program kerja sama dengan mitra swasta", None),
    ],
)
def test_a_head_is_read_from_its_parts(words, field):
    head = read_head(words)
    assert (head.field if head else None) == field


def test_prakiraan_maju_is_the_year_after_the_plan():
    assert read_head("Prakiraan Maju Rencana Tahun 2027") == Head("forward", 2027)
    head = [
        ["Kode", "Urusan/Program/Kegiatan", "Rencana Tahun 2026", "<", "Prakiraan Maju", "<"],
        ["^", "^", "Target", "Pagu Indikatif", "Target", "Pagu Indikatif"],
    ]
    rows = [["2.15.02", "PROGRAM LALU LINTAS", "5 Ruas", "1.000.000.000,00", "6 Ruas", "1.100.000.000,00"]]
    found = programs([[*head, *rows]], period=(2026, 2026))[None, "2.15.02"]
    assert amounts(found) == {2026: 10**9, 2027: 1_100_000_000}


def test_the_scale_above_a_table_counts_and_is_not_lost_on_the_next_page():
    head = ["Kode", "Program dan Kegiatan", "Indikator", "Pagu 2026"]
    one = [head, ["2.15.02", "PROGRAM LALU LINTAS", "Indeks", "6.539"]]
    two = [head, ["2.15.03", "PROGRAM PELAYARAN", "Indeks", "1.200"]]
    found = programs(["Tabel 6.2 Rencana Program", "(dalam juta rupiah)", one], [two])
    assert [amounts(program) for program in found.values()] == [{2026: 6_539_000_000}, {2026: 1_200_000_000}]


UNIT_HEAD = ["Kode", "Program/Kegiatan", "Indikator", "Pagu 2026"]


def unit_rows(amount: str) -> list[list[str]]:
    return [
        ["7.01.02", "PROGRAM PELAYANAN PUBLIK", "Indeks", amount],
        ["7.01.02.2.01", "Koordinasi Pemerintahan", "Jumlah", amount],
    ]


def test_units_are_named_above_their_tables():
    found = programs(
        [
            "1. Kecamatan Sukamaju", [UNIT_HEAD, *unit_rows("100.000.000")],
            "2. Kecamatan Karangjati", [UNIT_HEAD, *unit_rows("200.000.000")],
        ]
    )  # fmt: skip
    child = found["Kecamatan Karangjati", "7.01.02.2.01"]
    assert amounts(child) == {2026: 200_000_000}
    assert child.parent == found["Kecamatan Karangjati", "7.01.02"].id


@pytest.mark.parametrize(
    "title",
    [
        lambda code, name: [name, "<", "<", "<"],
        lambda code, name: [code, name, "", "300.000.000"],
    ],
)
def test_units_are_named_by_rows_of_the_table(title):
    rows = [
        UNIT_HEAD,
        title("7.01.0.00.0.00.11.0000", "KECAMATAN TELAGA BIRU"), *unit_rows("100.000.000"),
        title("7.01.0.00.0.00.12.0000", "KECAMATAN BATU RAJA"), *unit_rows("200.000.000"),
    ]  # fmt: skip
    document = plan([rows])
    extraction = extract_programs(document)
    assert [(p.unit, p.code) for p in extraction.programs] == [
        (unit, code)
        for unit in ("KECAMATAN TELAGA BIRU", "KECAMATAN BATU RAJA")
        for code in ("7.01.02", "7.01.02.2.01")
    ]
    assert extraction.unread == ()


def test_a_column_headed_program_may_hold_all_levels_by_their_codes():
    rows = [
        ["No", "Program", "Indikator Kinerja", "Satuan", "Realisasi 2024",
         "Target 2026", "Rp 2026", "Target 2027", "Rp 2027"],
        ["1", "3.26.03 PROGRAM PEMASARAN", "Lama tinggal", "Hari", "1,4", "1,5", "900.000.000", "1,6", "910.000.000"],
        ["2", "3.26.03.2.01 Pemasaran Pariwisata", "Promosi", "Kali", "6", "7", "900.000.000", "8", "910.000.000"],
    ]  # fmt: skip
    found = programs([rows])
    child = found[None, "3.26.03.2.01"]
    assert child.level == "kegiatan"
    assert child.parent == found[None, "3.26.03"].id
    (indicator,) = child.indicators
    assert (indicator.baseline, indicator.targets) == ("6", {2026: "7", 2027: "8"})


def test_each_level_has_its_own_indicator_beside_it():
    rows = [
        ["Sasaran", "Program", "Indikator Program", "Kegiatan", "Indikator Kegiatan"],
        ["Lancarnya transportasi", "PROGRAM LALU LINTAS", "Rasio konektivitas", "Perlengkapan Jalan", "Jumlah ruas"],
        ["^", "^", "^", "Pengujian Kendaraan", "Jumlah uji"],
    ]
    found = {name: program for (_, name), program in programs([rows]).items()}
    measured = {name: [i.name for i in program.indicators] for name, program in found.items()}
    assert measured == {
        "PROGRAM LALU LINTAS": ["Rasio konektivitas"],
        "Perlengkapan Jalan": ["Jumlah ruas"],
        "Pengujian Kendaraan": ["Jumlah uji"],
    }
    assert found["PROGRAM LALU LINTAS"].objective == "Lancarnya transportasi"


def test_kinds_of_expenditure_are_summed_up_in_the_last_column():
    rows = [
        ["Kode", "Uraian", "Kelompok Belanja", "<", "Jumlah Belanja"],
        ["^", "^", "Operasi", "Modal", "^"],
        ["2.15.02", "PROGRAM LALU LINTAS", "700.000.000,00", "300.000.000,00", "1.000.000.000,00"],
    ]
    assert amounts(programs([rows], period=(2026, 2026))[None, "2.15.02"]) == {2026: 10**9}


def test_phases_and_colours_say_the_years():
    phases = [
        ["No", "Program", "Jangka Pendek (2025)", "Jangka Menengah (2026-2027)"],
        ["1", "Serat Optik Desa", "v", "v"],
        ["2", "Kios Layanan", "", "v"],
    ]
    painted = [
        ["No", "Nama Program", "Keluaran", "2025", "2026"],
        ["1", "Sensor Banjir Sungai", "Sensor di 12 titik", "", "■"],
    ]
    found = programs([phases, "Tabel 2 Peta jalan", painted])
    assert {name: program.years for (_, name), program in found.items()} == {
        "Serat Optik Desa": (2025, 2026, 2027),
        "Kios Layanan": (2026, 2027),
        "Sensor Banjir Sungai": (2026,),
    }


def test_rupiah_in_words_belongs_to_the_year_of_its_row():
    rows = [
        ["No", "Quick Win", "Deskripsi", "Waktu Pelaksanaan", "Estimasi Anggaran"],
        ["1", "Satu Pintu Aduan", "Kanal aduan", "2025", "Rp 175,5 juta"],
    ]
    (found,) = programs([rows]).values()
    assert found.budget == {2025: Decimal(175_500_000)}


def test_what_counts_is_the_plan_after_its_change():
    rows = [
        ["Nomor", "Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan/Sub Kegiatan", "Indikator",
         "Sebelum Perubahan", "<", "Sesudah Perubahan", "<", "Bertambah/ (Berkurang)"],
        ["^", "^", "^", "Target", "Pagu (Rp)", "Target", "Pagu (Rp)", "^"],
        ["1.01.02", "PROGRAM PENGELOLAAN PENDIDIKAN", "APK", "71", "900.000.000", "73", "950.000.000", "50.000.000"],
    ]  # fmt: skip
    found = programs([rows], period=(2025, 2025))[None, "1.01.02"]
    assert (amounts(found), found.indicators[0].targets) == ({2025: 950_000_000}, {2025: "73"})


def test_money_of_several_years_in_one_figure_is_listed_and_that_of_one_year_is_its_budget():
    rows = [
        ["Bidang Kegiatan", "Jenis Kegiatan", "Waktu Pelaksanaan", "<", "<", "Perkiraan Biaya", "<"],
        ["^", "^", "2022", "2023", "2024", "Jumlah (Rp)", "Sumber"],
        ["Pembangunan Desa", "Jalan usaha tani", "v", "v", "", "150.000.000", "DD"],
        ["^", "Balai posyandu", "", "", "v", "85.000.000", "ADD"],
    ]
    extraction = extract_programs(plan([rows], period=None))
    assert [(p.name, p.policy, p.years, amounts(p), p.funding) for p in extraction.programs] == [
        ("Jalan usaha tani", "Pembangunan Desa", (2022, 2023), {}, ("DD",)),
        ("Balai posyandu", "Pembangunan Desa", (2024,), {2024: 85_000_000}, ("ADD",)),
    ]
    assert [row.evidence.quote for row in extraction.unread] == ["150.000.000"]


@pytest.mark.parametrize("mark", [" *)", "**", "1)", " 2)", "3"])
def test_marks_of_footnotes_are_no_part_of_a_name(mark):
    rows = [["Kode", "Program", "Indikator", "Pagu 2026"], ["2.11.11", f"Pengelolaan Sampah{mark}", "x", "1.000.000"]]
    assert programs([rows])[None, "2.11.11"].name == "Pengelolaan Sampah"


def test_an_indicator_of_two_tables_has_both_places():
    cascade = [["Kode", "Program", "Sasaran", "Indikator"], ["2.11.11", "PROGRAM SAMPAH", "Bersih", "Sampah ditangani"]]
    funded = [
        ["Kode", "Program", "Indikator", "Pagu 2026"],
        ["2.11.11", "PROGRAM SAMPAH", "Sampah ditangani", "9.000.000"],
    ]
    (found,) = programs(["Tabel 3.1 Cascading", cascade], ["Tabel 4.1 Program", funded]).values()
    (indicator,) = found.indicators
    assert {place.page for place in indicator.evidence} == {1, 2}


def test_names_below_programs_alone_are_one_level_lower():
    rows = [
        ["No", "Program/Kegiatan", "Indikator", "Anggaran 2024"],
        ["Program Literasi Digital Warga", "<", "<", "<"],
        ["1", "Kelas koding bagi pelajar", "Jumlah sekolah", "75.000.000"],
    ]
    found = {name: program for (_, name), program in programs([rows], period=(2024, 2026)).items()}
    assert found["Kelas koding bagi pelajar"].level == "kegiatan"
    assert found["Kelas koding bagi pelajar"].parent == found["Program Literasi Digital Warga"].id


def test_a_coded_table_of_unknown_kind_is_listed_row_by_row():
    rows = [["Kode", "Ruas", "Panjang", "Nilai"], ["2.15.02.2.02", "Jalan Melati", "2,5", "1.000.000.000"]]
    extraction = extract_programs(plan([rows]))
    assert extraction.programs == ()
    assert len(extraction.unread) == 1


def test_a_table_that_looks_back_is_no_plan():
    rows = [
        ["Kode", "Program/Kegiatan", "Indikator", "Target Renstra 2026", "Realisasi 2023", "Realisasi 2024",
         "Tingkat Realisasi (%)"],
        ["2.15.02", "PROGRAM LALU LINTAS", "Rasio", "1", "0,8", "0,9", "90"],
    ]  # fmt: skip
    assert programs([rows]) == {}


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Aplikasi Absens\ni Pegawai", "Aplikasi Absensi Pegawai"),
        ("Layanan Telekonsu\nltasi Warga", "Layanan Telekonsultasi Warga"),
        ("Layanan\ne government", "Layanan e government"),
        ("Pengelolaan\nnya", "Pengelolaan nya"),
        ("Layanan\nperizina\nn satu loket", "Layanan perizinan satu loket"),
        ("Pelayana\nn\nPenana\nman Modal", "Pelayanan Penanaman Modal"),
        ("Kependudu\nkan keliling", "Kependudukan keliling"),
    ],
)
def test_what_no_word_begins_with_is_the_end_of_the_word_above(cell, name):
    rows = [["No", "Program", "Keluaran", "OPD"], ["1", cell, "Aplikasi", "Diskominfo"]]
    (found,) = programs([rows]).values()
    assert found.name == name


def test_years_beside_an_indicator_hold_targets_where_money_has_its_own_column():
    rows = [
        ["No", "Program", "Indikator", "Satuan", "2026", "2027", "Anggaran 2026 (Rp)", "OPD"],
        ["1", "Festival Bahari", "Kunjungan wisatawan", "Orang", "920.000", "1.010.000", "250.000.000", "Dispar"],
    ]
    (found,) = programs([rows]).values()
    assert found.indicators[0].targets == {2026: "920.000", 2027: "1.010.000"}
    assert found.budget == {2026: 250_000_000}


def test_a_program_printed_again_among_the_quick_wins_is_one():
    plan = [
        ["No", "Program", "Anggaran 2026 (Rp)", "OPD"],
        ["1", "Klinik Terapung Pesisir", "250.000.000", "Dinas Kesehatan"],
        ["2", "Perpustakaan Kapal Pintar", "150.000.000", "Dinas Perpustakaan"],
    ]
    chosen = [
        ["Pilar", "Quick Win", "Sumber Dana", "OPD"],
        ["Smart Living", "Klinik Terapung Pesisir", "CSR", "Dinas Kesehatan"],
    ]
    found = programs(["Tabel 3 Program", plan], ["Tabel 4 Quick Win", chosen])
    assert {name: (one.quick_win, one.funding) for (_, name), one in found.items()} == {
        "Klinik Terapung Pesisir": (True, ("CSR",)),
        "Perpustakaan Kapal Pintar": (None, ()),
    }


def test_a_pillar_below_the_head_that_asks_for_it_is_no_head():
    plan = [
        ["No", "Program", "Anggaran 2026 (Rp)", "OPD"],
        ["1", "Klinik Terapung Pesisir", "250.000.000", "Dinas Kesehatan"],
        ["2", "Perpustakaan Kapal Pintar", "150.000.000", "Dinas Perpustakaan"],
    ]
    chosen = [
        ["Dimensi", "Quick Win", "Tahun"],
        ["Smart Living", "Klinik Terapung Pesisir", "2026"],
        ["Smart Society", "Perpustakaan Kapal Pintar", "2027"],
    ]
    found = programs(["Tabel 3 Program", plan], ["BAB IV QUICK WIN", chosen])
    assert {name: one.quick_win for (_, name), one in found.items()} == {
        "Klinik Terapung Pesisir": True,
        "Perpustakaan Kapal Pintar": True,
    }
