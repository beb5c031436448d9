"""Figures of targets as plans print them: "93,5 %", "1.250 Orang", "280.00", "B", "70 - 75"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

_FIGURE = re.compile(r"\s*(?:[<>≤≥±~]\s*)?(?P<number>-?\d[\d.,]*)\s*(?P<unit>[^\d\s][^\d]*)?")
_GROUPED = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_GROUPED_BY_COMMAS = re.compile(r"-?\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|-?\d{1,3}(?:,\d{3})+\.\d+")


class Quantity(NamedTuple):
    """A number and the unit printed with it, if any."""

    number: Decimal
    unit: str | None


def parse(text: str) -> Quantity | None:
    """The one number that `text` prints, with its unit; None for a range, a grade or words.

    A dot before three digits groups ("1.250" is 1250), any other dot and a single comma are decimal marks.
    """
    match = _FIGURE.fullmatch(text.replace("\u00a0", " "))
    if match is None:
        return None
    number = match["number"].rstrip(".,")
    if _GROUPED.fullmatch(number):
        number = number.replace(".", "").replace(",", ".")
    elif _GROUPED_BY_COMMAS.fullmatch(number):
        number = number.replace(",", "")
    elif number.count(".") + number.count(",") > 1:
        return None
    unit = (match["unit"] or "").strip(" .)(")
    return Quantity(Decimal(number.replace(",", ".")), unit or None)
