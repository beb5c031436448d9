"""Codes of the nomenclature resolved to their entry, however a plan prints them."""

from __future__ import annotations

import re
from functools import lru_cache

from alignment.corpora.loading import load
from alignment.models.corpus import NomenclatureEntry

_PARTS = re.compile(r"[0-9]{1,4}|X{1,2}")
_WIDTHS = (1, 2, 2, 1, 2, 4)
_SHAPES = frozenset({1, 2, 3, 5, 6})
_SUPPORTING = ("X", "XX", "01")


@lru_cache(maxsize=16384)
def canonical(code: str) -> str | None:
    """The code with its parts padded as the nomenclature prints them, or None where it has no such shape.

    "1.1.01" is 1.01.01; the last part of a sub kegiatan is compared as an integer, so "2.16.03.2.02.09" is
    2.16.03.2.02.0009.
    """
    parts = "".join(code.split()).upper().strip(".").split(".")
    if len(parts) not in _SHAPES or not all(_PARTS.fullmatch(part) for part in parts):
        return None
    padded = [_padded(part, width) for part, width in zip(parts, _WIDTHS, strict=False)]
    return None if None in padded else ".".join(map(str, padded))


def lookup(code: str) -> NomenclatureEntry | None:
    """The entry of a code as printed, or None. Program 01 of any bidang is the supporting program `X.XX.01`."""
    shaped = canonical(code)
    if shaped is None:
        return None
    corpus = load("nomenclature")
    found = corpus.get(shaped)
    if found is not None:
        return found
    parts = shaped.split(".")
    if parts[2:3] == ["01"] and ".".join(parts[:2]) in corpus:
        return corpus.get(".".join((*_SUPPORTING, *parts[3:])))
    return None


def _padded(part: str, width: int) -> str | None:
    if part[0] == "X":
        return part if len(part) == width else None
    digits = str(int(part))
    return digits.zfill(width) if len(digits) <= width else None
