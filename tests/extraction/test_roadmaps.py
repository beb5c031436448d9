"""Road maps and action plans without codes: names in cells, lists in a cell, rows cut by a page, titles among rows."""

from __future__ import annotations

import pytest
from tests.extraction.test_printed_layouts import amounts, plan, programs

from alignment.extraction import extract_programs
from alignment.extraction.layouts import read_head
from alignment.reading import read


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("Dimensi / Program", "program"),
        ("Nama Inovasi/Aplikasi", "initiative"),
        ("Kegiatan Pokok", "kegiatan"),
        ("Program, Kegiatan, dan Sub Kegiatan", "name"),
        ("Deskripsi Singkat Program", "description"),
        ("Skema Pendanaan", "funding"),
        ("Indikasi Kebutuhan Dana", "budget"),
        ("Parameter Keberhasilan", "indicator"),
        ("Rentang Waktu", "time"),
        ("Cakupan Wilayah", "location"),
        ("Pengguna Layanan", "beneficiaries"),
        ("Kondisi Eksisting", "baseline"),
        ("Strategi Smart City", "policy"),
        ("Koordinator", "agency"),
        ("Mitra Kolaborasi", "links"),
        ("Strategi sanitasi kota", None),
        ("Waktu tempuh ambulans", None),
    ],
)
def test_heads_of_action_plans_are_read_from_their_parts(words, field):
    head = read_head(words)
    assert (head.field if head else None) == field


PHASES = ["Dimensi", "Sub Dimensi", "Jangka Pendek (2025-2026)", "Jangka Panjang (2030-2034)"]


def test_names_in_the_cells_of_a_road_map_are_programs_with_their_years():
    rows = [
        ["Smart Governance", "Pelayanan Publik", "1. Antrean Daring (Diskominfo)\n2. Loket\nTerpadu", "-"],
        ["^", "Birokrasi", "", "• Kantor Tanpa Kertas\n• Arsip Digital"],
    ]
    found = {name: program for (_, name), program in programs([[PHASES, *rows]]).items()}
    assert list(found) == ["Antrean Daring", "Loket Terpadu", "Kantor Tanpa Kertas", "Arsip Digital"]
    assert found["Antrean Daring"].agency == "Diskominfo"
    assert found["Loket Terpadu"].years == (2025, 2026)
    assert found["Arsip Digital"].horizon == "long"
    assert {program.declared_pillar for program in found.values()} == {"governance"}


def test_a_road_map_may_have_a_column_a_pillar():
    head = ["Tahun", "Smart Governance", "Smart Living", "Smart Economy"]
    rows = [["2026", "Portal Data", "Ambulans Laut", "-"], ["2027", "", "Rekam Medis", "Pasar Daring"]]
    found = {name: program for (_, name), program in programs([[head, *rows]]).items()}
    assert {name: (p.declared_pillar, p.years) for name, p in found.items()} == {
        "Portal Data": ("governance", (2026,)),
        "Ambulans Laut": ("living", (2026,)),
        "Rekam Medis": ("living", (2027,)),
        "Pasar Daring": ("economy", (2027,)),
    }


def test_themes_of_years_are_no_programs():
    head = ["Misi", "Tahap I (2026)", "Tahap II (2027)"]
    assert not programs([[head, ["Misi 1", "Penguatan fondasi layanan", "Perluasan layanan"]]])


ACTION = ["No", "Program", "Kegiatan", "Indikator", "Penanggung Jawab", "Waktu"]


def test_a_cell_may_list_several_activities():
    row = ["1", "Telemedisin", "1. Pengadaan alat\n2. Pelatihan\nkader", "Jumlah puskesmas", "Dinkes", "2025-2026"]
    found = {name: program for (_, name), program in programs([[ACTION, row]]).items()}
    assert list(found) == ["Telemedisin", "Pengadaan alat", "Pelatihan kader"]
    assert [indicator.name for indicator in found["Telemedisin"].indicators] == ["Jumlah puskesmas"]
    assert {(p.agency, p.years) for p in list(found.values())[1:]} == {("Dinkes", (2025, 2026))}


def test_a_row_that_a_page_break_cuts_is_put_together_where_each_cell_began():
    one = ["1", "Telemedisin", "a. Konsultasi dokter", "Jumlah", "Dinas", "2025-"]
    two = ["", "Pulau", "jarak jauh", "puskesmas", "Kesehatan", "2028"]
    three = ["", "", "b. Rekam medis", "Persentase", "Dinas Kesehatan", "2026"]
    found = {name: program for (_, name), program in programs([[ACTION, one]], [[two, three]]).items()}
    assert list(found) == ["Telemedisin Pulau", "Konsultasi dokter jarak jauh", "Rekam medis"]
    first = found["Konsultasi dokter jarak jauh"]
    assert (first.agency, first.years) == ("Dinas Kesehatan", (2025, 2026, 2027, 2028))
    assert first.indicators[0].name == "Jumlah puskesmas"


def test_a_pillar_among_the_rows_heads_those_below_it():
    head = ["No", "Dimensi / Program", "OPD Pengampu", "2025", "2026"]
    rows = [["A", "Smart Living", "<", "<", "<"], ["1", "Ambulans Laut", "Dinkes", "√", ""]]
    found = {name: program for (_, name), program in programs([[head, *rows]]).items()}
    assert list(found) == ["Ambulans Laut"]
    assert (found["Ambulans Laut"].declared_pillar, found["Ambulans Laut"].years) == ("living", (2025,))


def test_who_is_only_concerned_is_not_in_charge_and_plans_of_action_stand_below_initiatives():
    head = ["No", "Inisiatif Strategis", "Rencana Aksi", "Keluaran", "Penanggung Jawab", "Instansi Terkait"]
    rows = [["1", "Portal Kota", "Menyusun arsitektur", "Dokumen", "Bappeda", "Diskominfo"]]
    found = {name: program for (_, name), program in programs([[head, *rows]]).items()}
    action = found["Menyusun arsitektur"]
    assert (action.level, action.parent) == ("kegiatan", found["Portal Kota"].id)
    assert (action.agency, action.links) == ("Bappeda", ("Diskominfo",))


@pytest.mark.parametrize(
    ("head", "row", "budget", "funding"),
    [
        (["Kebutuhan Dana 2026 (juta)", "<", "<"], ["1.250", "500", "-"], {2026: 1_750_000_000}, ("APBD", "APBN")),
        (["Sumber Dana", "<", "<"], ["√", "", "√"], {}, ("APBD", "CSR")),
    ],
)
def test_each_source_of_money_may_have_a_column(head, row, budget, funding):
    heads = [["No", "Program", "OPD", *head], ["^", "^", "^", "APBD", "APBN", "CSR"]]
    ((_, program),) = programs([[*heads, ["1", "Ambulans Laut", "Dinkes", *row]]]).items()
    assert (amounts(program), program.funding) == (budget, funding)


def test_a_table_on_its_side_has_a_column_a_program():
    rows = [
        ["Uraian", "Smart Governance", "Smart Living", "Smart Economy"],
        ["Nama Quick Win", "Lapor Camat", "Puskesmas Tanpa Antre", "Kopi Daring"],
        ["Deskripsi", "Aduan warga", "Daftar dari rumah", "Lelang kopi"],
        ["OPD Pelaksana", "Dinas Kominfo", "Dinas Kesehatan", "Dinas Perdagangan"],
        ["Anggaran 2026 (Rp juta)", "120", "310", "175"],
    ]
    found = {name: program for (_, name), program in programs([rows]).items()}
    assert list(found) == ["Lapor Camat", "Puskesmas Tanpa Antre", "Kopi Daring"]
    health = found["Puskesmas Tanpa Antre"]
    assert (health.declared_pillar, health.agency, amounts(health)) == (
        "living",
        "Dinas Kesehatan",
        {2026: 310 * 10**6},
    )
    assert health.description == "Daftar dari rumah"


def test_a_code_may_have_blanks_between_its_parts():
    head = ["Kode", "Bidang Urusan dan Program Prioritas", "Indikator", "Pagu 2026"]
    rows = [["1 01", "PENDIDIKAN", "", ""], ["1 01 02", "Program Pengelolaan Pendidikan", "APM", "1.000.000"]]
    assert list(programs([[head, *rows]])) == [(None, "1.01.02")]


def test_a_row_with_a_code_and_money_that_no_table_holds_is_listed():
    row = "2.15.02.2.02.0002 Penyediaan Perlengkapan Jalan 320 Unit 1.800.000.000"
    found = extract_programs(plan(["Rencana program", row, "2.15.02.2.02.0002 Penyediaan Perlengkapan Jalan"]))
    assert [unread.evidence.quote for unread in found.unread] == [row]
    assert found.unread[0].evidence.box is not None


def test_titles_name_the_agency_of_the_rows_below_and_names_need_neither_code_nor_level():
    head = ["No", "Program/Kegiatan Smart City", "Dimensi", "Anggaran 2026 (Rp)"]
    rows = [
        ["DINAS KESEHATAN", "<", "<", "<"], ["1", "Kader Posyandu Digital", "Smart Society", "125.000.000"],
        ["B", "DINAS PERHUBUNGAN", "<", "<"], ["2", "Halte Ramah Disabilitas", "Smart Living", "780.000.000"],
    ]  # fmt: skip
    found = {name: program for (_, name), program in programs([[head, *rows]]).items()}
    assert {name: program.agency for name, program in found.items()} == {
        "Kader Posyandu Digital": "DINAS KESEHATAN",
        "Halte Ramah Disabilitas": "DINAS PERHUBUNGAN",
    }


def test_a_second_column_of_programs_says_what_the_first_is_linked_to():
    head = ["No", "Program Unggulan", "Program RPJMD", "Perangkat Daerah", "Anggaran 2026 (miliar)"]
    row = ["1", "Sehat Tanpa Batas", "Program Pemenuhan Upaya Kesehatan", "Dinas Kesehatan", "42,125"]
    ((_, program),) = programs([[head, row]]).items()
    assert (program.name, program.links) == ("Sehat Tanpa Batas", ("Program Pemenuhan Upaya Kesehatan",))
    assert amounts(program) == {2026: 42_125_000_000}


def test_numbers_tell_the_levels_of_names_that_say_none():
    head = ["No", "Program / Kegiatan", "Pelaksana", "2026 (Rp juta)"]
    rows = [
        ["1", "Satu Akun Warga", "", ""], ["1.1", "Integrasi akun layanan", "Dinas Kominfo", "900"],
        ["", "Terpadunya akun layanan", "", ""], ["2", "Kota Ramah Pejalan Kaki", "", ""],
        ["2.1", "Pelebaran trotoar", "Dinas PUPR", "1.500"],
    ]  # fmt: skip
    found = {name: program for (_, name), program in programs([[head, *rows]]).items()}
    assert [(p.name, p.level) for p in found.values() if p.parent is None] == [
        ("Satu Akun Warga", "program"),
        ("Kota Ramah Pejalan Kaki", "program"),
    ]
    assert found["Pelebaran trotoar"].parent == found["Kota Ramah Pejalan Kaki"].id
    assert found["Integrasi akun layanan"].outcome == "Terpadunya akun layanan"


def test_of_two_columns_of_names_the_one_with_codes_names_the_programs():
    head = ["No", "Program Prioritas", "Program Perangkat Daerah", "Pagu 2026 (Rp)"]
    rows = [
        ["1", "Kartu Sehat", "1.02.02 - Program Upaya Kesehatan", "21.000.000.000"],
        ["2", "Desa Terang", "3.29.05 - Program Ketenagalistrikan", "3.500.000.000"],
        ["^", "^", "1.04.05 - Program PSU", "4.200.000.000"],
    ]
    found = programs([[head, *rows]])
    assert [(code, program.policy) for (_, code), program in found.items()] == [
        ("1.02.02", "Kartu Sehat"),
        ("3.29.05", "Desa Terang"),
        ("1.04.05", "Desa Terang"),
    ]


def test_the_caption_of_a_table_is_no_program(tmp_path):
    draft = tmp_path / "rencana-aksi.md"
    draft.write_text(
        "# Rencana Aksi Smart City\n\n## 5.1 Rencana Aksi Smart Living\n\nTabel 5.1 Rencana Aksi Smart Living\n"
    )
    assert extract_programs(read(draft)).programs == ()
