"""What a program is called and what it is: "NAME: description", "SHORT (what it stands for)", "SHORT yaitu ..."."""

from __future__ import annotations

import re

_SPLIT = re.compile(r"\s*:\s+|\s+[-–—]\s+(?=[A-Z])|,?\s+(?:yaitu|yakni|adalah|merupakan)\s+")
_BRACKET = re.compile(r"([^()]+)\(([^()]{12,})\)([^()]*)")
_NO_LETTER = re.compile(r"[\W\d_]+")
_LONGEST_SHORT = 30
"""Letters of a short form."""
_LONGER, _LONGEST = 1.5, 8
"""What it stands for is so many times as long."""


def name_and_description(given: str) -> tuple[str, str]:
    """A text in two parts, the second empty where it only names."""
    parts = _SPLIT.split(given, maxsplit=1)
    if len(parts) == 2 and len(parts[1].split()) > 1:
        return parts[0], parts[1]
    bracketed = _BRACKET.fullmatch(given.strip())
    if bracketed and len(bracketed[2].split()) > len(bracketed[1].split()):
        return bracketed[1], f"{bracketed[2]} {bracketed[3]}"
    return given, ""


def short_form(given: str) -> str:
    """How a text begins that is first put in short: "Kompor Panggul" of "Kompor Panggul (Komoditas Porang Pangan
    Unggul)", which is about no stove; empty where the name says what it is about."""
    name, description = name_and_description(given)
    return name if _spelt_from(_letters(name), _letters(description)) else ""


def _letters(given: str) -> str:
    return _NO_LETTER.sub("", given.casefold())


def _spelt_from(short: str, full: str) -> bool:
    """True where `short` is letters of `full` in their order, from the first on."""
    if not 0 < len(short) <= _LONGEST_SHORT or len(full) < _LONGER * len(short) or short[0] != full[0]:
        return False
    rest = iter(full[: _LONGEST * len(short)])
    return all(letter in rest for letter in short)
