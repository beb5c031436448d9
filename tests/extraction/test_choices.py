"""Columns of yes and no beside names, and what sentences above a table say of it."""

from __future__ import annotations

import pytest

from alignment import extract_programs, read
from alignment.extraction.captions import Setting, setting


@pytest.mark.parametrize("yes", ["Ya", "√", "ya"])
def test_a_column_headed_quick_win_that_holds_yes_and_no_names_no_programs(tmp_path, yes: str) -> None:  # type: ignore[no-untyped-def]
    plan = tmp_path / "plan.md"
    plan.write_text(
        "# Master Plan Smart City Kabupaten Sumba Timur 2025-2029\n\n## Smart Governance\n\n"
        "| No | Program | Kegiatan | Output | Perangkat Daerah | Quick Win |\n|---|---|---|---|---|---|\n"
        f"| 1 | Satu Data Daerah | Portal data terbuka | 60 set data | Bappeda | {yes} |\n"
        "| 2 | Desa Digital | Sistem informasi desa | 140 desa | DPMD | - |\n",
        encoding="utf-8",
    )
    programs = extract_programs(read(plan)).programs
    assert {program.name for program in programs if program.level != "kegiatan"} == {"Satu Data Daerah", "Desa Digital"}
    assert [program.name for program in programs if program.quick_win] == ["Portal data terbuka"]


def test_a_heading_gives_a_table_its_horizon_and_a_sentence_does_not() -> None:
    assert setting(["Tabel 3.1 Program Jangka Menengah"], Setting()).horizon == "medium"
    assert setting(["Program Quick Win"], Setting()).quick_win is True
    said = "Indikator dipakai untuk pemantauan jangka menengah dan panjang."
    assert setting([said, "Tabel 3.1 Program Smart City"], Setting()).horizon is None
    assert setting(["quick win ditetapkan satu untuk setiap dimensi"], Setting()).quick_win is None
