"""Lays the columns of a head over a table that has none, by place where that fits what its rows hold, else by content.

Pictures of a sheet are pasted with other margins and other scales, and text from a scan has lost columns: the places
disagree, while codes, money and figures still follow each other as the head says.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from alignment.extraction.columns import Column, extent
from alignment.grammar import codes, money
from alignment.models.document import Cell, Table

_Kind = Literal["coded", "money", "figure", "words", "empty"]

_WIDER, _NARROWER = 1.34, 0.75
"""How much wider or narrower than its head's table a continuation may be."""
_MOVED = 0.04
"""Part of the width by which a continuation may be moved without being laid anew."""
_MOSTLY = 0.5
_FIGURES: tuple[str, ...] = ("target", "baseline", "end_target", "past", "number")
_HOLDS: dict[str, tuple[_Kind, ...]] = {
    "name": ("coded", "words"),
    "code": ("coded", "figure"),
    "budget": ("money",),
    "total": ("money",),
    "year": ("money", "figure"),
    **dict.fromkeys(_FIGURES, ("figure", "words")),
}
"""What stands below a head; below all others stand words."""
_GAIN: dict[_Kind, float] = {"coded": 5.0, "money": 4.0, "figure": 2.0, "words": 1.0, "empty": 0.0}
_SKIPPED = 0.5
_AWAY = 4.0
"""What a column loses for standing elsewhere by the whole width of the table."""


class _Held(NamedTuple):
    """A column of the table: what most of its cells hold, and from where to where it runs."""

    kind: _Kind
    x0: float
    x1: float


def laid(columns: Sequence[Column], table: Table) -> tuple[Column, ...] | None:
    """The columns of a head laid over a table; None where they fit neither by place nor by content: where codes or
    money contradict their places, a figure would get a year it does not have."""
    held = _held(table)
    if not held:
        return None
    by_place = _scaled(columns, held[0].x0, held[-1].x1)
    if by_place is not None and not _contradicted(by_place, held):
        return _parted(by_place, held)
    return _aligned(columns, held)


def parted(columns: Sequence[Column], table: Table) -> tuple[Column, ...]:
    """The columns of a table's own head; one that names programs and their outcomes over two columns is two."""
    return _parted(columns, _held(table)) if any(column.field == "name" for column in columns) else tuple(columns)


def _parted(columns: Sequence[Column], held: Sequence[_Held]) -> tuple[Column, ...]:
    found: list[Column] = []
    for column in columns:
        below = [h for h in held if column.x0 <= (h.x0 + h.x1) / 2 < column.x1]
        if column.field == "name" and [h.kind for h in below] == ["coded", "words"]:
            found.append(column._replace(x1=below[0].x1))
            found.append(column._replace(field="outcome", x0=below[0].x1))
        else:
            found.append(column)
    return tuple(found)


def _held(table: Table) -> list[_Held]:
    """What the columns of a table hold, from left to right."""
    by_column: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.column_span == 1:
            by_column.setdefault(cell.column, []).append(cell)
    found: list[_Held] = []
    for _, cells in sorted(by_column.items()):
        left, right = zip(*map(extent, cells), strict=True)
        found.append(_Held(_kind([cell.text for cell in cells]), min(left), max(right)))
    return found


def _kind(texts: Sequence[str]) -> _Kind:
    said = [text for text in texts if text.strip(" -–.\n")]
    if not said:
        return "empty"
    kinds: list[_Kind] = [_kind_of(text) for text in said]
    if kinds.count("coded") > _MOSTLY * len(kinds) / 2:
        return "coded"  # outcomes stand between the codes
    return max(("money", "figure", "words"), key=kinds.count)


def _kind_of(text: str) -> _Kind:
    coded = codes.leading(text)
    if coded is not None and codes.level(coded.code) not in ("urusan", "bidang"):  # a target is "4.38" too
        return "coded"
    if money.is_amount(text):
        return "money"
    digits, letters = (sum(map(test, text)) for test in (str.isdigit, str.isalpha))
    return "figure" if digits >= letters and digits else "words"


def _scaled(columns: Sequence[Column], left: float, right: float) -> tuple[Column, ...] | None:
    """The columns moved and scaled to a table from `left` to `right`; None where its width is another."""
    x0, x1 = columns[0].x0, columns[-1].x1
    width = x1 - x0
    if width <= 0 or not _NARROWER <= (right - left) / width <= _WIDER:
        return None
    if abs(left - x0) < _MOVED * width and abs(right - x1) < _MOVED * width:
        return tuple(columns)
    factor = (right - left) / width
    return tuple(c._replace(x0=left + (c.x0 - x0) * factor, x1=left + (c.x1 - x0) * factor) for c in columns)


def _contradicted(columns: Sequence[Column], held: Sequence[_Held]) -> bool:
    """Whether codes or money stand where the head says that there are others."""
    return any(
        column.field is not None and found.kind not in _HOLDS.get(column.field, ("words",))
        for found in held
        if found.kind in ("coded", "money")
        for column in columns
        if column.x0 <= (found.x0 + found.x1) / 2 < column.x1
    )


def _aligned(columns: Sequence[Column], held: Sequence[_Held]) -> tuple[Column, ...] | None:
    """The columns in their order, each over one that holds what it names; None unless all codes and money are named
    and every column of money has its place, so that no figure gets a year by chance."""
    pairs = _best_pairs(columns, held)
    spoken = {h for _, h in pairs}
    silent = [n for n, found in enumerate(held) if found.kind in ("coded", "money") and n not in spoken]
    placed = {c for c, _ in pairs}
    lost = [n for n, column in enumerate(columns) if column.field in ("budget", "name") and n not in placed]
    if silent or lost or not any(held[h].kind == "coded" for _, h in pairs):
        return None
    return tuple(columns[c]._replace(x0=held[h].x0, x1=held[h].x1) for c, h in pairs)


def _best_pairs(columns: Sequence[Column], held: Sequence[_Held]) -> list[tuple[int, int]]:
    """Which column lies over which, by the alignment with the highest score (Needleman and Wunsch, 1970)."""
    gains = [[_gain(column, columns, found, held) for found in held] for column in columns]
    score = [[0.0] * (len(held) + 1) for _ in range(len(columns) + 1)]
    for c in range(len(columns) + 1):
        for h in range(len(held) + 1):
            ways = [score[c - 1][h] - _SKIPPED] if c else []
            ways += [score[c][h - 1] - _SKIPPED] if h else []
            ways += [score[c - 1][h - 1] + gains[c - 1][h - 1]] if c and h else []
            score[c][h] = max(ways, default=0.0)
    pairs: list[tuple[int, int]] = []
    c, h = len(columns), len(held)
    while c and h:
        if score[c][h] == score[c - 1][h - 1] + gains[c - 1][h - 1]:
            c, h = c - 1, h - 1
            pairs.append((c, h))
        elif score[c][h] == score[c - 1][h] - _SKIPPED:
            c -= 1
        else:
            h -= 1
    return pairs[::-1]


def _gain(column: Column, columns: Sequence[Column], found: _Held, held: Sequence[_Held]) -> float:
    """How well a column of the head goes with a column of the table."""
    fits = found.kind == "empty" or found.kind in _HOLDS.get(column.field or "", ("words",))
    away = abs(_place(column, columns[0].x0, columns[-1].x1) - _place(found, held[0].x0, held[-1].x1))
    return (_GAIN[found.kind] if fits else -_GAIN[found.kind]) - _AWAY * away


def _place(column: Column | _Held, left: float, right: float) -> float:
    return ((column.x0 + column.x1) / 2 - left) / max(right - left, 0.01)
