"""Extraction on the real plans beside the checkout: every budget line once, with its parent and exact figures."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

import alignment
from alignment.models import Extraction

from .measures import codes_of_table_iv_1, lost_codes, raw_budget_lines, raw_faults, wrong_sums


def extract(shared: Path, name: str) -> Extraction:
    return alignment.extract_programs(alignment.read(shared / "documents" / name))


def test_prose_names_programs_under_their_pillars(shared):
    programs = extract(shared, "news/kupang-2019.txt").programs
    assert Counter(program.declared_pillar for program in programs) == {
        "governance": 5, "branding": 4, "economy": 8, "living": 5, "society": 5, "environment": 1,
    }  # fmt: skip
    assert all(program.evidence[0].quote.casefold().startswith("prog") for program in programs)
    joined = [p.name for p in programs if "produktivitas tenaga kerja" in p.name]
    assert joined == ["program peningkatan kesempatan kerja, peningkatan kualitas dan produktivitas tenaga kerja"]


def test_new_style_table_gives_every_budget_line_once(shared):
    extraction = extract(shared, "renstra-kab-banyuwangi-diskominfotik-2025-2029.pdf")
    programs = extraction.programs
    assert Counter(p.level for p in programs) == {"program": 5, "kegiatan": 13, "sub_kegiatan": 50}
    assert len({p.code for p in programs}) == 68
    assert all(set(p.budget) == {2026, 2027, 2028, 2029, 2030} for p in programs)
    assert wrong_sums(programs) == (18 * 5, [])
    assert not extraction.unread
    first = next(p for p in programs if p.code == "2.16.01.2.01")
    assert first.budget[2026] == Decimal(116954650)
    assert [(i.unit, i.baseline, i.targets[2026]) for i in first.indicators] == [
        ("Laporan", "5", "5"),
        ("Dokumen", "2", "2"),
    ]
    assert any(place.page == 71 and place.box is not None for place in first.evidence)


def test_rows_of_the_raw_text_are_programs_at_their_level_parent_and_unit(shared):
    rows, lost, extra = 0, [], []
    for agency in ("dinkes", "diskominfotik", "pmptsp"):
        name = f"renstra-kab-banyuwangi-{agency}-2025-2029.pdf"
        lines = list(raw_budget_lines(shared / "documents" / name))
        faults, invented = raw_faults(lines, extract(shared, name))
        rows, lost, extra = rows + len(lines), lost + faults, extra + invented
    assert rows >= 428
    assert len(lost) <= 0.01 * rows, lost
    assert len(extra) <= 0.005 * rows, extra


def test_one_code_on_many_budget_lines_is_many_programs(shared):
    programs = extract(shared, "renstra-kab-banyuwangi-dinkes-2025-2029.pdf").programs
    with_money = [p for p in programs if any(p.budget.values())]
    assert len(with_money) == 296
    assert len({p.code for p in programs if p.code}) == 104
    assert sum(p.code == "1.02.02.2.02" for p in programs) == 47
    checked, wrong = wrong_sums(programs)
    assert checked >= 590
    assert wrong == []
    units = {p.unit for p in programs if p.code == "1.02.02.2.02.0033"}
    assert len(units) == 46


@pytest.mark.parametrize(
    ("name", "programs", "sums"),
    [
        ("renstra-kab-banyuwangi-pmptsp-2025-2029.pdf", 64, 95),
        ("renstra-kab-banyuwangi-bkp-2025-2029.pdf", 54, 80),
        ("renstra-kota-semarang-satpolpp-2021-2026.pdf", 53, 55),
    ],
)
def test_other_families_of_tables_add_up(shared, name, programs, sums):
    found = extract(shared, name).programs
    assert len(found) == programs
    assert wrong_sums(found) == (sums, [])


def test_a_yearly_plan_with_two_programs_side_by_side_gives_each_once(shared):
    programs = extract(shared, "renja-kota-semarang-satpolpp-2022.pdf").programs
    names = Counter(p.name.casefold() for p in programs)
    twice = {
        name: [p.budget[2022] for p in programs if p.name.casefold() == name] for name, n in names.items() if n > 1
    }
    assert all(len(set(figures)) == len(figures) for figures in twice.values())
    assert len(twice) == 2
    # printed with different figures in the plan's two tables, these stay two
    assert all(set(p.budget) == {2022} for p in programs)


def test_master_plan_tables_without_codes(shared):
    programs = extract(shared, "rencana-induk-egov-kota-denpasar-2016-2020.pdf").programs
    assert all(p.code is None for p in programs)
    assert all(p.evidence[0].quote == p.name for p in programs)  # not the program that stands beside a kegiatan
    kegiatan = {p.name: p for p in programs if p.level == "kegiatan"}
    sop = kegiatan["Penyusunan SOP Pengelolaan Data Centre (NOC)"]
    assert sop.outcome == "Panduan Teknis pengelolaan Data Centre (NOC)"
    by_id = {p.id: p for p in programs}
    assert by_id[sop.parent].name.startswith("Penyusunan semua dokumen perencanaan")
    assert kegiatan["Pembangunan cloud storage"].output == "Peningkatan layanan infrastruktur"
    leading = next(name for name in kegiatan if "leading" in name)
    assert "leading sector pembangunan e-government" in leading  # runs over a page break
    scheduled = next(p for p in programs if p.name == "Pengembangan government cloud storage")
    assert scheduled.years == (2018, 2019, 2020)
    assert not any("SIM" in p.name.split() and "SKPD" in p.name.split() for p in programs)


def test_road_map_gives_initiatives_with_outputs_agencies_and_years(shared):
    programs = extract(shared, "perbup-pakpak-bharat-34-2019-rencana-induk-spbe.pdf").programs
    assert {p.level for p in programs} == {"initiative"}
    first = programs[0]
    assert first.name == "Pembangunan Arsitektur SPBE"
    assert first.years == (2019, 2020)
    assert "Dinas Kominfo" in (first.agency or "")
    assert len(programs) == 15


def test_rpjmd_with_codes_in_a_column_of_their_own_and_figures_in_millions(shared):
    extraction = extract(shared, "rpjmd-dki-jakarta-2025-2029.md")
    printed = codes_of_table_iv_1((shared / "documents" / "rpjmd-dki-jakarta-2025-2029.md").read_text(encoding="utf-8"))
    assert len(printed) >= 200
    assert len(lost_codes(printed, extraction)) <= 0.03 * len(printed)
    education = next(p for p in extraction.programs if p.code == "1.01.02")
    assert education.budget[2026] == Decimal(8_691_390_000_000)


@pytest.mark.parametrize(
    "name",
    [
        "perda-banjarnegara-8-2025-pajak-retribusi-nonplanning.pdf",
        "perpres-39-2019-satu-data-indonesia-ocr.pdf",
        "laporan-evaluasi-smart-city-kab-malang-2023-tahap2.pdf",
    ],
)
def test_documents_that_are_no_plans_give_no_program(shared, name):
    assert extract(shared, name).programs == ()
