"""Exports of SIPD as plans to check against."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from alignment.extraction import extract_programs
from alignment.models import Extraction
from alignment.reading import read

HEADS = ["nama_skpd", "nama_sub_skpd", "kode_program", "nama_program", "kode_giat", "nama_giat", "kode_sub_giat",
         "nama_sub_giat", "nama_akun", "nama_dana", "pagu"]  # fmt: skip
PARTS = ["1.02.02", "PROGRAM UPAYA KESEHATAN", "1.02.02.2.02", "Layanan Kesehatan"]
ROWS = [
    ["Dinas Kesehatan", "Puskesmas Licin", *PARTS, "1.02.02.2.02.0001", "Ibu Hamil", "Belanja Obat", "PAD", "2500000"],
    [
        "Dinas Kesehatan",
        "Puskesmas Licin",
        *PARTS,
        "1.02.02.2.02.0001",
        "Ibu Hamil",
        "Belanja Jasa",
        "DAK",
        "500000.50",
    ],
    ["Dinas Kesehatan", "Puskesmas Licin", *PARTS, "1.02.02.2.02.0003", "Bayi", "Belanja Obat", "PAD", "1000000"],
    ["Dinas Kesehatan", "Puskesmas Glagah", *PARTS, "1.02.02.2.02.0001", "Ibu Hamil", "Belanja Obat", "PAD", "4000000"],
]


def extracted(path: Path, head: list[str], title: str = "") -> Extraction:
    rows = ([title], head, *ROWS) if title else (head, *ROWS)
    path.write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")
    return extract_programs(read(path))


def test_accounts_are_added_up_for_each_unit_and_level(tmp_path: Path) -> None:
    found = extracted(tmp_path / "rincian-belanja-2026.csv", HEADS)
    budgets = {(program.unit, program.code): program.budget[2026] for program in found.programs}
    assert found.unread == ()
    assert budgets == {
        ("Puskesmas Licin", "1.02.02"): Decimal("4000000.50"),
        ("Puskesmas Licin", "1.02.02.2.02"): Decimal("4000000.50"),
        ("Puskesmas Licin", "1.02.02.2.02.0001"): Decimal("3000000.50"),
        ("Puskesmas Licin", "1.02.02.2.02.0003"): Decimal(1000000),
        ("Puskesmas Glagah", "1.02.02"): Decimal(4000000),
        ("Puskesmas Glagah", "1.02.02.2.02"): Decimal(4000000),
        ("Puskesmas Glagah", "1.02.02.2.02.0001"): Decimal(4000000),
    }
    first = found.programs[2]
    assert (first.parent, first.agency, first.funding) == (found.programs[1].id, "Dinas Kesehatan", ("PAD", "DAK"))
    assert first.evidence[0].place == "baris 2"


@pytest.mark.parametrize("title", ["APBD Kabupaten Banyuwangi Tahun 2027", ""])
def test_the_year_of_the_figures_is_said_or_missed_once(tmp_path: Path, title: str) -> None:
    found = extracted(tmp_path / "ekspor.csv", HEADS, title)
    assert {year for program in found.programs for year in program.budget} == ({2027} if title else set())
    assert [row.reason.en.split(". ")[0] for row in found.unread] == (
        [] if title else [f"{len(ROWS)} figures of this export have no year"]
    )


def test_a_head_with_its_own_year(tmp_path: Path) -> None:
    found = extracted(tmp_path / "ekspor.csv", [*HEADS[:-1], "PAGU 2028 (Rp)"])
    assert {year for program in found.programs for year in program.budget} == {2028}


def test_what_is_measured_and_the_money_of_the_next_year(tmp_path: Path) -> None:
    heads = ["Nama SKPD", "Kode Program", "Nama Program", "Kode Kegiatan", "Nama Kegiatan", "Kode Sub Kegiatan",
             "Nama Sub Kegiatan", "Indikator Sub Kegiatan", "Target", "Satuan", "Lokasi", "Pagu Indikatif",
             "Prakiraan Maju"]  # fmt: skip
    row = ["Dinas Kesehatan", *PARTS, "1.02.02.2.02.0001", "Ibu Hamil", "Jumlah ibu hamil terlayani", "4312", "Orang",
           "Semua Kecamatan", "812500000", "850000000"]  # fmt: skip
    path = tmp_path / "rkpd-2026.csv"
    path.write_text("\n".join(map(";".join, [heads, row])), encoding="utf-8")
    program, kegiatan, sub = extract_programs(read(path)).programs
    assert sub.budget == {2026: Decimal(812_500_000), 2027: Decimal(850_000_000)} == program.budget
    assert [(i.name, i.unit, i.targets) for i in sub.indicators] == [
        ("Jumlah ibu hamil terlayani", "Orang", {2026: "4312"})
    ]
    assert (sub.location, kegiatan.location, kegiatan.indicators) == ("Semua Kecamatan", None, ())
