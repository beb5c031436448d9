"""Figures as a finding writes them: years, rupiah, targets, each as its language does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from alignment import i18n
from alignment.checks.base import joined
from alignment.models import Text

_CALENDAR = 1900
"""Below it a number is no year: the plan counts its years from 1."""


def as_printed(targets: Mapping[int, str]) -> Text:
    """The targets as the plan prints them, year by year."""
    said = {year: " ".join(target.split()) for year, target in targets.items()}
    return by_year({year: Text(id=words, en=words) for year, words in said.items()})


def years(numbers: Iterable[int]) -> Text:
    """Years as a message names them; a plan may number its years from 1."""
    return joined([_plain(year) if year >= _CALENDAR else i18n.both("checks.nth", year=year) for year in numbers])


def amounts(budget: Mapping[int, Decimal]) -> Text:
    """Rupiah year by year, grouped as each language does."""
    return by_year({year: rupiah(amount) for year, amount in budget.items()})


def by_year(said: Mapping[int, Text]) -> Text:
    """What is said of every year, in order: "2026: 5; 2027: 6", or "tahun ke-1: 5" where a plan counts its years."""
    return joined([_of_year(year, words) for year, words in sorted(said.items())], "; ")


def _of_year(year: int, words: Text) -> Text:
    if year >= _CALENDAR:
        return Text(id=f"{year}: {words.id}", en=f"{year}: {words.en}")
    return i18n.both("checks.of_nth_year", year=year, words=words)


def _plain(year: int) -> Text:
    return Text(id=str(year), en=str(year))


def rupiah(amount: Decimal) -> Text:
    """Whole rupiah in groups of three, as each language marks them."""
    grouped = f"{amount:,.0f}"
    return Text(id=grouped.replace(",", "."), en=grouped)


def rounding(figures: Sequence[Decimal]) -> Decimal:
    """The unit the figures are rounded to, in rupiah: 1000 where all end in 000; 1 at least."""
    unit = Decimal(1)
    while unit < 1_000_000 and all(figure % (unit * 10) == 0 for figure in figures):
        unit *= 10
    return unit if any(figures) else Decimal(1)
