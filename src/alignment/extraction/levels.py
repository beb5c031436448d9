"""Which level a name without a code has: by its words, the nomenclature, its number's style or its indent."""

from __future__ import annotations

import re
from collections.abc import Sequence

from alignment import text
from alignment.extraction.rows import Row
from alignment.extraction.wording import is_outcome, level_word
from alignment.grammar import codes
from alignment.models.document import Box, Document
from alignment.models.program import Level

_STYLES = (
    ("upper", re.compile(r"[A-Z]{1,2}\.?")),
    ("digit", re.compile(r"\d{1,2}\.?")),
    ("lower", re.compile(r"[a-z]{1,2}\.?")),
)
_INDENT = 4.0
"""Points by which a name must be set in to be one level lower."""


class Levels:
    """The levels of one run's names, learned from the rows that say theirs."""

    def __init__(self, rows: Sequence[tuple[Row, str]], document: Document) -> None:
        self._left = _lefts(document, {row.page for row, _ in rows})
        self._names = _official()
        styles: dict[str, set[Level]] = {}
        self._by_indent: dict[Level, list[float]] = {}
        for row, name in rows:
            level = self._sure(name)
            if level is None:
                continue
            style = _style(row)
            if style is not None:
                styles.setdefault(style, set()).add(level)
            left = self._indent(row)
            if left is not None:
                self._by_indent.setdefault(level, []).append(left)
        # a number of one style on rows of several levels just counts the rows
        self._by_style: dict[str, Level] = {style: next(iter(of)) for style, of in styles.items() if len(of) == 1}
        self._counts = frozenset(style for style, of in styles.items() if len(of) > 1)
        known = {level for level in (self._sure(name) for _, name in rows) if level is not None}
        self.otherwise: Level = "kegiatan" if known == {"program"} else "sub_kegiatan"
        """What a name is that nothing tells the level of: one below those that say theirs."""
        self.known_any = bool(self._by_style or self._by_indent) or bool(known)

    def of(self, row: Row, name: str) -> tuple[Level | None, str]:
        """The level and the name without its level word; (None, name) where nothing says it."""
        word, plain = level_word(name)
        if word is not None:
            return word, plain
        sure = self._sure(name)
        if sure is not None:
            return sure, plain
        if is_outcome(name):
            return None, plain
        style = _style(row)
        if style is not None and style not in self._counts:
            known = self._by_style.get(style)
            if known is not None:
                return known, plain
            return self._below_style(style), plain
        return self._by_place(row), plain

    def _sure(self, name: str) -> Level | None:
        word, _ = level_word(name)
        return word or self._names.get(text.normal(name))

    def _below_style(self, style: str) -> Level | None:
        names = [name for name, _ in _STYLES]
        above = [self._by_style[other] for other in names[: names.index(style)] if other in self._by_style]
        if not above:
            return None
        return _one_below(above[-1])

    def _by_place(self, row: Row) -> Level | None:
        left = self._indent(row)
        if left is None:
            return None
        middles = {level: sorted(lefts)[len(lefts) // 2] for level, lefts in self._by_indent.items()}
        if not middles or max(middles.values()) - min(middles.values()) < _INDENT:
            return None  # no indents at all, or all alike: they say nothing
        lowest = max(middles, key=codes.PLANNED.index)
        if left > middles[lowest] + _INDENT:
            return _one_below(lowest)
        return min(middles, key=lambda level: (abs(middles[level] - left), -codes.PLANNED.index(level)))

    def _indent(self, row: Row) -> float | None:
        box = next((value.box for value in row.values if value.field == "name" and not value.carried), None)
        if box is None:
            return None
        inside = [
            left
            for left, middle in self._left.get(row.page, ())
            if box[0] - 1 <= left < box[2] and box[1] <= middle <= box[3]
        ]
        return min(inside) - box[0] if inside else None


def _one_below(level: Level) -> Level:
    return codes.PLANNED[min(codes.PLANNED.index(level) + 1, len(codes.PLANNED) - 1)]


def _style(row: Row) -> str | None:
    number = row.text("number", carried=False).strip()
    return next((name for name, pattern in _STYLES if pattern.fullmatch(number)), None)


def _lefts(document: Document, pages: set[int]) -> dict[int, list[tuple[float, float]]]:
    """Left edge and vertical middle of every line of the pages named."""
    boxes: dict[int, list[Box]] = {
        page.number: [line.box for line in page.lines if line.box is not None]
        for page in document.pages
        if page.number in pages
    }
    return {number: [(box[0], (box[1] + box[3]) / 2) for box in found] for number, found in boxes.items()}


def _official() -> dict[str, Level]:
    """Normal names of the nomenclature's programs and kegiatan, current and former."""
    from alignment import corpora

    names: dict[str, Level] = {}
    for entry in corpora.load("nomenclature").entries:
        if entry.level in codes.PLANNED:
            for name in (entry.label.id, *entry.former_names):
                names.setdefault(text.normal(name), entry.level)
    return names
