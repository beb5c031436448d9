"""What a fact sheet says as a target without an indicator is what the program brings forth."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignment import extract_programs, read
from alignment.models import Extraction

SHEET = """# Master Plan Smart City Kota Ternate 2024-2029

## Program Quick Win Smart Governance

Nama Quick Win: SIMPATI Pelayanan Terpadu Kelurahan

Deskripsi: Layanan surat pengantar kelurahan secara daring

Penanggung Jawab: Dinas Komunikasi dan Informatika

Target: {target}

Jangka Waktu: 2024
"""


def extracted(folder: Path, target: str) -> Extraction:
    plan = folder / "plan.md"
    plan.write_text(SHEET.format(target=target), encoding="utf-8")
    return extract_programs(read(plan))


def test_a_target_in_words_is_an_output(tmp_path: Path) -> None:
    found = extracted(tmp_path, "78 kelurahan terlayani pada Desember 2024")
    assert [program.output for program in found.programs] == ["78 kelurahan terlayani pada Desember 2024"]
    assert found.unread == ()


@pytest.mark.parametrize("target", ["85 %", "78"])
def test_a_bare_figure_without_an_indicator_is_told_as_unread(tmp_path: Path, target: str) -> None:
    found = extracted(tmp_path, target)
    assert [program.output for program in found.programs] == [None]
    assert len(found.unread) == 1
