"""What checks take for one program, and by what day they judge it."""

from __future__ import annotations

import datetime as dt

import pytest

from alignment.checks.base import Reading, Review
from alignment.checks.dates import as_of, is_since
from alignment.checks.scope import items
from alignment.models import Document, Extraction, Page, Period, Program

PAGES = (Page(number=1, width=595, height=842),)


def document(start: int, end: int) -> Document:
    period = Period(start=start, end=end)
    return Document(id="plan", name="plan.pdf", sha256="0" * 64, kind="renstra", period=period, pages=PAGES, engine="t")


def named(*names: str, code: str | None = "4.01.06") -> list[str]:
    programs = tuple(
        Program(id=f"plan/{n}", document="plan", level="program", code=code, name=name) for n, name in enumerate(names)
    )
    review = Review((Reading(document(2025, 2029), Extraction(document="plan", programs=programs)),))
    return [item.program.name for item in items(review, review.drafts[0])]


def test_ocr_spellings_of_one_code_are_one_program() -> None:
    first = "PROGRAM PEREKONOMIAN DAN PEMBANGunan"
    assert named(first, "PROGRAM PEREKONIAN DAN PEMBANGUNAN") == [first]


def test_a_code_that_names_two_things_is_two_programs() -> None:
    assert len(named("Program Perekonomian dan Pembangunan", "Program Kesejahteraan Rakyat")) == 2


def test_alike_names_without_codes_stay_apart() -> None:
    assert len(named("Pembangunan jalan ruas A", "Pembangunan jalan ruas B", code=None)) == 2


@pytest.mark.parametrize(
    "name", ["SLA 99,9%", "Kapasitas terpakai maksimum 70% dari kapasitas terpasang", "Response time kurang dari 1 jam"]
)
def test_a_level_of_service_is_no_program(name: str) -> None:
    assert named(name, code=None) == []


@pytest.mark.parametrize("name", ["Peningkatan kapasitas 120 guru", "Desa 100% ODF", "Ketersediaan pangan keluarga"])
def test_what_is_done_or_aimed_at_is_one(name: str) -> None:
    assert named(name, code=None) == [name]


@pytest.mark.parametrize(("start", "end"), [(2022, 2026), (2022, 2022)])
def test_a_plan_without_a_date_is_judged_as_of_the_day_it_begins(start: int, end: int) -> None:
    review = Review((Reading(document(start, end), Extraction(document="plan")),))
    assert as_of(review, review.drafts[0].document) == dt.date(2022, 1, 1)


@pytest.mark.parametrize(("start", "known"), [(2016, False), (2022, True)])
def test_nobody_owes_what_a_later_regulation_asks(start: int, known: bool) -> None:
    review = Review((Reading(document(start, start + 4), Extraction(document="plan")),))
    assert is_since(review, review.drafts[0].document, "permendagri-90-2019") is known


def test_programs_are_told_apart_once_a_review() -> None:
    programs = (Program(id="plan/1", document="plan", level="program", name="Bank sampah"),)
    review = Review((Reading(document(2025, 2029), Extraction(document="plan", programs=programs)),))
    assert items(review, review.drafts[0]) is items(review, review.drafts[0])
