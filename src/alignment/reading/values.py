"""What is typed into a spreadsheet -> the words that its sheet shows."""

from __future__ import annotations

import datetime as dt
import math
import re

_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
"""Parts of a number format that are no digits: "bln", \\-, the width of a letter, a filler, [$Rp-421]."""
_SUFFIX = re.compile(r'"([^"]*)"\s*$')
_DIGITS = re.compile(r"[#0?,]*[#0?](?:\.(?P<decimals>[0#?]*))?(?P<thousands>,*)")
_SMALL = 1000
"""Figures below this keep their point: a code 1.03 typed as a number must stay a code."""
_MOST_DECIMALS = 4


def shown(value: object, number_format: str) -> str:
    """The words of a cell; "" where it is empty. Figures keep every digit that counts, also where the format rounds."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Ya" if value else "Tidak"
    if isinstance(value, int | float):
        return _figure(value, number_format)
    if isinstance(value, dt.datetime | dt.date):
        return _day(value, number_format)
    return str(value).strip()


def _day(value: dt.date, number_format: str) -> str:
    """05/01/2026; where the format has no day 01/2026, and 2026 where it has no month either."""
    tokens = _QUOTED.sub("", number_format.split(";", 1)[0]).lower()
    if "y" not in tokens or "d" in tokens:
        return f"{value:%d/%m/}{value.year}"
    return f"{value:%m/}{value.year}" if "m" in tokens else str(value.year)


def _figure(value: float, number_format: str) -> str:
    """93.5 with "0%" -> "9350%"; 1234567.5 -> "1.234.567,5"; 240 with '#,###" bln"' -> "240 bln"; 7 with "00" -> "07";
    5000 with "#,##0," -> "5"."""
    if not math.isfinite(value):
        return ""
    first = number_format.split(";", 1)[0]
    pattern = _QUOTED.sub("", first)
    digits = _DIGITS.search(pattern)
    decimals = (digits["decimals"] or "").count("0") if digits else 0
    if "%" in pattern:
        return f"{_decimal(value * 100, decimals, grouped=False, mark=',')}%"
    grouped = digits is not None and ("#,#" in pattern or ",0" in pattern)
    scaled = value / 1000 ** len(digits["thousands"]) if digits else value
    text = _decimal(scaled, decimals, grouped=grouped, mark="," if grouped or abs(scaled) >= _SMALL else ".")
    if digits and not grouped and not decimals and float(scaled).is_integer():
        text = text.zfill(digits.group().count("0"))
    suffix = _SUFFIX.search(first)
    return f"{text} {suffix[1].strip()}" if suffix and suffix[1].strip() else text


def _decimal(value: float, decimals: int, *, grouped: bool, mark: str) -> str:
    """The figure with `decimals` decimals at least, and as many as it has up to four."""
    text = f"{value:,.{max(_MOST_DECIMALS, decimals)}f}"
    whole, _, part = text.partition(".")
    kept = part[:decimals] + part[decimals:].rstrip("0")
    whole = whole.replace(",", "." if grouped or (kept and abs(value) >= _SMALL) else "")
    return f"{whole}{mark}{kept}" if kept else whole
