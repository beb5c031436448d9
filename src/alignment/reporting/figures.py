"""Money, dates and numbers as people in a meeting write them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from alignment import i18n
from alignment.models import Lang

_LARGEST = 24
"""Powers of ten: beyond it a figure is shown as it came; no budget has it, and its digits would fill the page."""


def rupiah(amount: Decimal) -> str:
    """Exact, the Indonesian way in both languages, as the plan prints it: Rp1.234.567.890 or Rp1.234,50."""
    if not amount.is_finite() or amount.adjusted() > _LARGEST or int(amount.as_tuple().exponent) < -_LARGEST:
        return f"Rp{amount}"
    return f"Rp{_indonesian(f'{amount.quantize(Decimal(1)) if is_whole(amount) else amount:,f}')}"


def is_whole(amount: Decimal) -> bool:
    """Whether a figure has no cents (1500.00 has none)."""
    return amount.is_finite() and amount == amount.to_integral_value()


def count(number: int, lang: Lang) -> str:
    """A whole number with thousands marked: 12.345 or 12,345."""
    return f"{number:,}".replace(",", ".") if lang == "id" else f"{number:,}"


def decimal(number: float, lang: Lang, places: int = 2) -> str:
    """A number with `places` decimals: 0,72 or 0.72."""
    shown = f"{number:,.{places}f}"
    return _indonesian(shown) if lang == "id" else shown


def signed(weight: float, lang: Lang) -> str:
    """What a contribution weighs, always with its sign: +0,70 or −0,50."""
    return ("−" if weight < 0 else "+") + decimal(abs(weight), lang)


def date(day: dt.date, lang: Lang) -> str:
    """A date in words: 22 November 2026."""
    return i18n.date(day).in_language(lang)


def pages(numbers: Iterable[int]) -> str:
    """Page numbers as ranges: 3–5, 9."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in runs)


def _indonesian(shown: str) -> str:
    return shown.translate({ord(","): ".", ord("."): ","})
