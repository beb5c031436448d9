"""Tables that have lines or colours between their rows and nothing between their columns: the columns are where no word
stands."""

from __future__ import annotations

from itertools import pairwise
from statistics import median

from alignment.reading.drawings import Drawn, Rule, Rules
from alignment.reading.grid import Grid, find_grids, joined
from alignment.reading.pdfium import Word

_FEWEST_RULES = 3
_FEWEST_ROWS = 2
_FEWEST_COLUMNS = 3
_SIDE = 4.0
"""Rules of one table start, and end, this close together."""
_APART = 260.0
"""Rows of one table are not taller than this."""
_WHITE = 5.0
"""A gap of this width (points) parts columns, or one of `_SMALL_WHITE` heights of the words where they are small."""
_SMALL_WHITE = 0.8
_FEWEST_WORDS = 8
_BEGINS = 0.1
"""Part of a table's width in which a title among its rows begins."""

_Row = tuple[float, float]
"""Top and bottom."""


def find_open_grids(drawn: Drawn, grids: list[Grid], words: list[Word]) -> list[Grid]:
    """Grids of tables without uprights, from the lying rules and coloured rows outside `grids`. Points as displayed."""
    edges = [Rule(at, x0, x1) for (x0, top, x1, bottom), _ in drawn.bands for at in (top, bottom)]
    free = sorted(
        rule
        for rule in joined(drawn.rules.lying + edges)
        if not any(g.y[0] - 1 <= rule.at <= g.y[-1] + 1 and rule.start < g.x[-1] and rule.end > g.x[0] for g in grids)
    )
    found: list[Grid] = []
    for group in _groups(free):
        inside = _inside(group, words)
        titles = _titles(group, inside)
        told = [word for word in inside if not any(_between(word, title) for title in titles)]
        uprights = _gaps(group, told) if len(told) >= _FEWEST_WORDS else []
        if len(uprights) + 1 >= _FEWEST_COLUMNS:
            top, bottom = group[0].at, group[-1].at
            left, right = min(rule.start for rule in group), max(rule.end for rule in group)
            parts = _without((top, bottom), titles)
            sides = [Rule(x, *part) for x in uprights for part in parts]
            sides += [Rule(x, top, bottom) for x in (left, right)]
            found += (grid for grid in find_grids(Rules(sides, group)) if len(grid.y) > _FEWEST_ROWS)
    return found


def _groups(rules: list[Rule]) -> list[list[Rule]]:
    """Rules that lie under each other with a full-width one above and below, each group one table."""
    groups: list[list[Rule]] = []
    for rule in rules:
        for group in groups:
            left, right = min(r.start for r in group), max(r.end for r in group)
            within = rule.start > left - _SIDE and rule.end < right + _SIDE
            if within and rule.at - group[-1].at < _APART:
                group.append(rule)
                break
        else:
            groups.append([rule])
    return [_closed(group) for group in groups if _is_table(_closed(group))]


def _closed(group: list[Rule]) -> list[Rule]:
    """Without what follows the last full-width rule."""
    left, right = min(rule.start for rule in group), max(rule.end for rule in group)
    full = [n for n, rule in enumerate(group) if rule.start < left + _SIDE and rule.end > right - _SIDE]
    return group[: full[-1] + 1] if full else []


def _is_table(group: list[Rule]) -> bool:
    heights = {round(rule.at / 3) for rule in group}
    return len(heights) >= _FEWEST_RULES


def _inside(group: list[Rule], words: list[Word]) -> list[Word]:
    left, right = min(rule.start for rule in group), max(rule.end for rule in group)
    return [
        word
        for word in words
        if group[0].at < (word.top + word.bottom) / 2 < group[-1].at and word.x1 > left and word.x0 < right
    ]


def _titles(group: list[Rule], words: list[Word]) -> list[_Row]:
    """The rows with nothing but words on one line that begin at the left and go on without a gap: a title among the
    rows runs over the columns, and says nothing of where they are."""
    left, right = min(rule.start for rule in group), max(rule.end for rule in group)
    found: list[_Row] = []
    for upper, lower in pairwise(sorted({rule.at for rule in group})):
        row = [word for word in words if _between(word, (upper, lower))]
        if not row or max(word.top for word in row) >= min(word.bottom for word in row):
            continue
        if min(word.x0 for word in row) < left + _BEGINS * (right - left) and not _gaps(group, row):
            found.append((upper, lower))
    return found


def _between(word: Word, row: _Row) -> bool:
    return row[0] < (word.top + word.bottom) / 2 < row[1]


def _without(whole: _Row, rows: list[_Row]) -> list[_Row]:
    """What is left of a height without the rows, which are in order."""
    edges = [whole[0], *(edge for row in rows for edge in row), whole[1]]
    return [(upper, lower) for upper, lower in zip(edges[::2], edges[1::2], strict=True) if lower > upper]


def _gaps(group: list[Rule], words: list[Word]) -> list[float]:
    """The middles of the white corridors that run through all rows."""
    gaps: list[float] = []
    white = min(_WHITE, _SMALL_WHITE * median(word.bottom - word.top for word in words))
    reach = left = min(rule.start for rule in group)
    for word in sorted(words, key=lambda word: word.x0):
        if word.x0 - reach > white and reach > left:
            gaps.append((reach + word.x0) / 2)
        reach = max(reach, word.x1)
    return gaps
