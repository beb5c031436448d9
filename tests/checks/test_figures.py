"""Figures as findings write them."""

from __future__ import annotations

from decimal import Decimal

from alignment.checks.figures import amounts, as_printed, years
from alignment.models import Text


def test_a_plan_that_counts_its_years_is_told_so() -> None:
    assert years([2026, 2027]) == Text(id="2026, 2027", en="2026, 2027")
    assert years([1, 2]) == Text(id="ke-1, ke-2", en="year 1, year 2")
    assert as_printed({1: "5\nkm"}) == Text(id="tahun ke-1: 5 km", en="year 1: 5 km")


def test_rupiah_are_grouped_as_each_language_does_in_the_order_of_the_years() -> None:
    said = amounts({2027: Decimal(1_000_000), 2026: Decimal(-2500)})
    assert said == Text(id="2026: -2.500; 2027: 1.000.000", en="2026: -2,500; 2027: 1,000,000")


def test_braces_of_a_document_are_words() -> None:
    assert as_printed({1: "{year}"}).en == "year 1: {year}"
