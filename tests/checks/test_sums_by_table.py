"""FIG001 where a plan prints the same family of rows in two tables."""

from __future__ import annotations

from decimal import Decimal

from alignment import checks
from alignment.checks.base import Reading, Review
from alignment.models import Document, Evidence, Extraction, Finding, Page, Program

PARENT, FIRST, SECOND = "parent", "first", "second"


def row(name: str, amount: int, *pages: int, parent: str | None = PARENT) -> Program:
    places = tuple(Evidence(document="plan", page=page, box=(0, 50, 500, 60), quote=name) for page in pages)
    return Program(
        id=f"{name}-{amount}",
        document="plan",
        parent=parent and f"{parent}-100000001",
        level="program" if parent is None else "kegiatan",
        name=name,
        budget={2026: Decimal(amount)},
        evidence=places,
    )


def found(*programs: Program) -> tuple[Finding, ...]:
    pages = tuple(Page(number=n, width=600, height=800) for n in range(1, 30))
    document = Document(id="plan", name="plan.pdf", sha256="0" * 64, kind="renja", pages=pages, engine="test")
    review = Review((Reading(document, Extraction(document="plan", programs=programs)),))
    return checks.run(review, checks.load(), ["FIG001"]).findings


def test_a_row_that_two_tables_name_differently_is_added_up_once_in_each() -> None:
    assert not found(
        row(PARENT, 100000001, 10, 20, parent=None),
        row(FIRST, 60000001, 11, 21),
        row("its name in one table", 40000000, 12),
        row("its name in the other", 40000000, 22),
    )


def test_the_table_that_does_not_add_up_is_told_with_its_own_rows() -> None:
    (one,) = found(
        row(PARENT, 100000001, 10, 20, parent=None),
        row(FIRST, 60000001, 11, 21),
        row(SECOND, 90000000, 12),
        row(SECOND, 40000000, 22),
    )
    assert "150.000.001" in one.message.id
    assert "2 baris" in one.message.id


def test_a_cascade_that_prints_fewer_rows_is_no_table_to_add_up() -> None:
    assert not found(
        row(PARENT, 100000001, 10, 20, parent=None), row(FIRST, 60000001, 11, 21), row(SECOND, 40000000, 21)
    )


def test_a_row_that_no_table_accounts_for_stays_in_the_sum_of_all() -> None:
    assert found(
        row(PARENT, 100000001, 10, 20, parent=None),
        row(FIRST, 60000001, 11, 21),
        row(SECOND, 40000000, 12, 22),
        row("before both", 5000000, 9),
    )
