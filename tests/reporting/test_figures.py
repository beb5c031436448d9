"""Money, dates, numbers and pages as they are written in a meeting."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment.reporting import figures


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        ("1234567890", "Rp1.234.567.890"),
        ("0", "Rp0"),
        ("1234.50", "Rp1.234,50"),
        ("1500.00", "Rp1.500"),
        ("1E+6", "Rp1.000.000"),
        ("-2000", "Rp-2.000"),
        ("1E+999", "Rp1E+999"),
        ("NaN", "RpNaN"),
    ],
)
def test_rupiah(amount: str, shown: str) -> None:
    assert figures.rupiah(Decimal(amount)) == shown


@given(st.decimals(min_value=-(10**20), max_value=10**20, places=2))
def test_no_digit_of_a_budget_is_lost(amount: Decimal) -> None:
    shown = figures.rupiah(amount).removeprefix("Rp")

    assert Decimal(shown.replace(".", "").replace(",", ".")) == amount


def test_dates_are_in_the_words_of_the_language() -> None:
    assert figures.date(dt.date(2026, 8, 17), "id") == "17 Agustus 2026"
    assert figures.date(dt.date(2026, 8, 17), "en") == "17 August 2026"


def test_decimals_and_signs_follow_the_language() -> None:
    assert figures.signed(0.7, "id") == "+0,70"
    assert figures.signed(-0.5, "en") == "−0.50"
    assert figures.count(12345, "id") == "12.345"
    assert figures.count(12345, "en") == "12,345"


@given(st.sets(st.integers(1, 200)))
def test_pages_as_ranges_name_each_page_once(numbers: set[int]) -> None:
    named: list[int] = []
    for run in filter(None, figures.pages(numbers).split(", ")):
        first, _, last = run.partition("–")
        named += range(int(first), int(last or first) + 1)

    assert named == sorted(numbers)
