"""Rows whose figures stand under other heads are listed, and their figures are no money or targets of the plan."""

from __future__ import annotations

from decimal import Decimal

from alignment.extraction.moved import without_moved
from alignment.models import Document, Evidence, Extraction, Indicator, Page, Program


def program(budget: dict[int, int], targets: dict[int, str], unit: str | None = None) -> Program:
    return Program(
        id="plan/1.01.02",
        document="plan",
        level="program",
        code="1.01.02",
        name="Program Pengelolaan Pendidikan",
        unit=unit,
        agency=unit,
        budget={year: Decimal(amount) * 1_000_000 for year, amount in budget.items()},
        indicators=(Indicator(name="Angka partisipasi sekolah", baseline="80", targets=targets),),
        evidence=(Evidence(document="plan", page=7, quote="Program Pengelolaan Pendidikan"),),
    )


def read(one: Program, height: float = 0) -> tuple[Program, int]:
    page = Page(number=1, width=height, height=height)
    document = Document(id="plan", name="plan.md", sha256="0" * 64, pages=(page,), engine="test")
    found = without_moved(Extraction(document="plan", programs=(one,)), document)
    return found.programs[0], len(found.unread)


STEADY = {2026: 8_000_000, 2027: 8_500_000, 2028: 9_000_000, 2029: 9_500_000}
RISING = {2026: "81", 2027: "82", 2028: "83", 2029: "84"}


def test_a_row_that_stands_under_its_heads_is_kept() -> None:
    one = program(STEADY, RISING, "Dinas Pendidikan")
    assert read(one) == (one, 0)


def test_money_with_a_target_among_it_is_none_of_the_plan() -> None:
    found, listed = read(program({**STEADY, 2030: 84}, RISING))
    assert (found.budget, found.indicators[0].targets, listed) == ({}, RISING, 1)


def test_an_indicator_with_money_among_its_targets_keeps_none() -> None:
    one = program(STEADY, {2026: "4", 2027: "4", 2028: "4", 2029: "5.857"})
    found, listed = read(one)
    assert (found.budget, found.indicators[0].targets, listed) == (one.budget, {}, 1)
    assert found.indicators[0].baseline == "80"


def test_money_that_repeats_the_baseline_every_year_is_none() -> None:
    found, listed = read(program(dict.fromkeys(STEADY, 80), dict.fromkeys(STEADY, "169.735")))
    assert (found.budget, found.indicators[0].targets, listed) == ({}, {}, 1)


def test_a_figure_is_no_agency() -> None:
    one = program(STEADY, RISING, "1.657.647")
    found, listed = read(one)
    assert (found.unit, found.agency, found.budget, listed) == (None, None, one.budget, 0)


def test_a_large_work_after_small_years_is_no_moved_row() -> None:
    one = program({2026: 60, 2027: 90_000, 2028: 50}, RISING)
    assert read(one) == (one, 0)


def test_money_without_targets_is_left_as_printed() -> None:
    one = program({**STEADY, 2030: 84}, {})
    assert read(one) == (one, 0)


def test_on_a_page_every_cell_has_its_place() -> None:
    one = program({**STEADY, 2030: 84}, RISING)
    assert read(one, height=842) == (one, 0)
