"""Rows that look alike because they belong together: never an overlap."""

from __future__ import annotations

import re
from collections.abc import Mapping

from alignment.checks.scope import is_supporting
from alignment.models import Program
from alignment.text import content, normal

_PHASE = re.compile(
    r"\b(?:tahap|fase|phase|stage|tahun(?:\s+ke)?|periode|batch|angkatan|seri|termin|paket)\s*-?\s*(?:[ivx]+|\d{1,4})\b"
    r"|\b(?:lanjutan|jangka\s+(?:pendek|menengah|panjang)|20\d\d(?:\s*[-–]\s*20\d\d)?)\b",
    re.IGNORECASE,
)


def are_kin(a: Program, b: Program, programs: Mapping[str, Program]) -> bool:
    """Whether two rows belong together by the way plans are made, whatever their names say."""
    return (
        is_supporting(a)
        or is_supporting(b)
        or _above(a, b, programs)
        or _above(b, a, programs)
        or _one_code(a, b)
        or _phases(a, b)
        or _shares(a, b)
        or _generic_parts(a, b, programs)
    )


def _above(a: Program, b: Program, programs: Mapping[str, Program]) -> bool:
    seen: set[str] = set()
    parent = b.parent
    while parent is not None and parent not in seen:
        if parent == a.id:
            return True
        seen.add(parent)
        row = programs.get(parent)
        parent = row.parent if row else None
    return False


def _one_code(a: Program, b: Program) -> bool:
    """Lines of one official program for several units, or its repetition in another table or plan."""
    return a.code is not None and a.code == b.code


def _phases(a: Program, b: Program) -> bool:
    """One program told in parts of time: “Tahap I” and “Tahap II”, short and long term, years that do not meet."""
    if a.horizon and b.horizon and a.horizon != b.horizon:
        return True
    first, second = set(a.years or a.budget), set(b.years or b.budget)
    if first and second and not first & second:
        return True
    return _PHASE.findall(a.name) != _PHASE.findall(b.name) and _bare(a.name) == _bare(b.name)


def _bare(name: str) -> str:
    return normal(_PHASE.sub(" ", name))


def _shares(a: Program, b: Program) -> bool:
    """One program shared out over places or spending units: the same words, another place in the column for it."""
    if normal(a.name) != normal(b.name):
        return False
    return _differ(a.location, b.location) or _differ(a.unit, b.unit)


def _generic_parts(a: Program, b: Program, programs: Mapping[str, Program]) -> bool:
    """“Sosialisasi” or “Monitoring dan evaluasi” below two programs: each is a part of its own program."""
    above_a, above_b = (programs.get(row.parent) if row.parent else None for row in (a, b))
    if above_a is None or above_b is None or above_a.id == above_b.id or normal(above_a.name) == normal(above_b.name):
        return False
    return len(content(a.name)) <= 3 or len(content(b.name)) <= 3


def _differ(one: str | None, other: str | None) -> bool:
    return bool(one and other) and normal(one or "") != normal(other or "")
