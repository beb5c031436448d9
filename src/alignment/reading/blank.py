"""Tables without any drawing: rows begin with a code or a number under each other, columns are where no word stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import inf
from statistics import median
from typing import NamedTuple

from alignment.reading.grid import Grid, GridCell
from alignment.reading.pdfium import Word

_CODE = re.compile(r"[\dX]\.\d\d\.\d\d(?:\.[\d.]+)?")
_NUMBER = re.compile(r"(\d{1,2})\.?")
_LETTER = re.compile(r"[A-Z]{1,4}[.)]")
"""What numbers a title among the rows, apart from its words: "A.", "III."."""
_FEWEST_ROWS = 3
_FEWEST_COLUMNS = 4
_WHITE = 5.0
"""A gap of this width (points) parts columns, or one of `_SMALL_WHITE` heights of the words where they are small, and
of `_LARGE_WHITE` where they are large."""
_SMALL_WHITE, _LARGE_WHITE = 0.8, 0.6
_KEPT = 0.6
"""Part of the gaps that a line of the head leaves open."""
_APART = 2.5
"""Lines of one table are no further apart than this many heights of its words."""
_DEEPEST_HEAD = 8
_EDGE = 1.0
"""Heads begin and end with their column as exactly as this (points)."""
_WIDEST_TITLE = 0.7
"""Part of a row's width that a title among the rows takes at most: lines of prose are wider."""


_Gap = tuple[float, float]


class _Line(NamedTuple):
    """Words at one height."""

    top: float
    bottom: float
    words: list[Word]
    titles: bool = False
    """Its words, left out here, are a title that runs over the columns."""


def find_blank_grids(grids: Sequence[Grid], words: Sequence[Word]) -> list[Grid]:
    """Grids of tables that stand outside `grids` and have neither lines nor colours. Points as displayed."""
    starters = _starters(words)
    if not starters:
        return []
    free = [word for word in words if not any(_inside(word, grid) for grid in grids)]
    starters = _starters(free)
    grid = _laid(starters, _titled(_lines(free), starters)) if starters else None
    return [grid] if grid is not None else []


def _inside(word: Word, grid: Grid) -> bool:
    x0, top, x1, bottom = grid.box
    return x0 < (word.x0 + word.x1) / 2 < x1 and top < (word.top + word.bottom) / 2 < bottom


def _starters(words: Sequence[Word]) -> list[Word]:
    """What the rows begin with, from the top: codes under each other, or numbers that count up."""
    coded = _aligned([word for word in words if _CODE.fullmatch(word.text)])
    if len(coded) >= _FEWEST_ROWS:
        return coded
    numbered = _aligned([word for word in words if _NUMBER.fullmatch(word.text)])
    counted = [int(word.text.rstrip(".")) for word in numbered]
    counts = all(number in (1, before + 1) for before, number in pairwise([0, *counted]))  # anew below each title
    return numbered if len(counted) >= _FEWEST_ROWS and counts else []


def _aligned(words: Sequence[Word]) -> list[Word]:
    """The words that stand under or above the leftmost of them."""
    edge = min(words, key=lambda word: word.x0).x1 if words else 0.0
    return sorted((word for word in words if word.x0 < edge), key=lambda word: word.top)


def _lines(words: Sequence[Word]) -> list[_Line]:
    lines: list[_Line] = []
    for word in sorted(words, key=lambda word: word.top):
        middle = (word.top + word.bottom) / 2
        if lines and lines[-1].top <= middle < lines[-1].bottom:
            last = lines[-1]
            lines[-1] = _Line(last.top, max(last.bottom, word.bottom), [*last.words, word])
        else:
            lines.append(_Line(word.top, word.bottom, [word]))
    return lines


def _titled(lines: Sequence[_Line], starters: Sequence[Word]) -> list[_Line]:
    """The lines, those without their words that begin where the rows begin and run on over the next column: they are
    titles among the rows and say nothing of where columns are."""
    left, reach = min(word.x0 for word in starters), max(word.x1 for word in starters)
    row = [
        word
        for line in lines
        for word in line.words
        if any(word.top < s.bottom and word.bottom > s.top for s in starters)
    ]
    widest = left + _WIDEST_TITLE * (max(word.x1 for word in row) - left)
    begun = {id(word) for word in starters}
    found: list[_Line] = []
    for line in lines:
        x0, x1 = min(word.x0 for word in line.words), max(word.x1 for word in line.words)
        told = line._replace(words=[word for word in line.words if word.x0 > x0 or not _LETTER.fullmatch(word.text)])
        whole = x0 < reach < x1 < widest and not _gaps([told], line.bottom - line.top)
        titles = whole and not any(id(word) in begun for word in line.words)
        found.append(_Line(line.top, line.bottom, [], titles=True) if titles else line)
    return found


def _laid(starters: Sequence[Word], lines: Sequence[_Line]) -> Grid | None:
    """The grid of the rows that begin with `starters`, their head above them, line by line, and the end of the last
    below."""
    height = median(word.bottom - word.top for word in starters)
    first, last = (_at(word, lines) for word in (starters[0], starters[-1]))
    if len(_gaps(lines[first : last + 1], height)) + 1 < _FEWEST_COLUMNS:
        return None
    start = _reach(lines, first, last, -1, height)
    end = _reach(lines, start, last, 1, height)
    while lines[start].titles:  # above the head
        start += 1
    while lines[end].titles:
        end -= 1
    table = lines[start : end + 1]
    titles = [n for n, line in enumerate(table) if line.titles]
    places = sorted([*(_at(word, lines) - start for word in starters), *titles])
    y = [table[0].top - 1, *_cuts(table, places), table[-1].bottom + 1]
    head = [line for line in table if line.bottom < y[1]] if first > start else []
    gaps = _narrowed(_gaps(table[len(head) :], height), head, height)
    if len(gaps) + 1 < _FEWEST_COLUMNS:
        return None
    inside = [word for line in table for word in line.words]
    x = (min(word.x0 for word in inside) - 1, *(sum(gap) / 2 for gap in gaps), max(word.x1 for word in inside) + 1)
    across = {row for row in range(len(y) - 1) for n in titles if y[row] < table[n].top < y[row + 1]}
    below = [[len(x) - 1] if row in across else [1] * (len(x) - 1) for row in range(1 if head else 0, len(y) - 1)]
    y[1:1] = [(upper.bottom + lower.top) / 2 for upper, lower in pairwise(head)]
    cells = tuple(
        GridCell(row, column, 1, width, (x[column], y[row], x[column + width], y[row + 1]))
        for row, widths in enumerate([*(_widths(line, x, height) for line in head), *below])
        for column, width in zip(accumulate(widths, initial=0), widths, strict=False)
    )
    return Grid(x, tuple(y), cells)


def _runs(line: _Line, height: float) -> list[_Gap]:
    """From where to where words of a line stand without a gap."""
    gaps = _gaps([line], height)
    ends = [min(word.x0 for word in line.words), *(edge for gap in gaps for edge in gap), max(w.x1 for w in line.words)]
    return list(zip(ends[::2], ends[1::2], strict=True))


def _narrowed(gaps: Sequence[_Gap], head: Sequence[_Line], height: float) -> list[_Gap]:
    """What the head leaves of the gaps between the columns of the body: it may be wider than what it heads. What stands
    over the middle of a gap heads both columns, unless it covers one of them and does not reach the other."""
    runs = [run for line in head for run in _runs(line, height)]
    starts, ends = [x1 for _, x1 in gaps], [x0 for x0, _ in gaps]
    found: list[_Gap] = []
    for gap, start, end in zip(gaps, [-inf, *starts], [*ends[1:], inf], strict=False):
        x0, x1 = gap
        for left, right in runs:
            middle = (left + right) / 2
            if left < x0 < right and (middle < gap[0] or (left < start + _EDGE and right < gap[1])):
                x0 = right
            elif left < x1 < right and (middle > gap[1] or (right > end - _EDGE and left > gap[0])):
                x1 = left
        found.append((x0, x1) if x0 < x1 else gap)
    return found


def _widths(line: _Line, x: Sequence[float], height: float) -> list[int]:
    """How many columns each cell of a line of the head takes: its words run on over the columns they head together."""
    runs = _runs(line, height)
    widths = [1]
    for cut in x[1:-1]:
        if any(left < cut < right for left, right in runs):
            widths[-1] += 1
        else:
            widths.append(1)
    return widths


def _at(word: Word, lines: Sequence[_Line]) -> int:
    return next(index for index, line in enumerate(lines) if word in line.words)


def _gaps(lines: Sequence[_Line], height: float) -> list[_Gap]:
    """The white corridors that run through all lines."""
    words = sorted((word for line in lines for word in line.words), key=lambda word: word.x0)
    if not words:
        return []
    white = max(min(_WHITE, _SMALL_WHITE * height), _LARGE_WHITE * height)
    gaps: list[_Gap] = []
    reach = words[0].x1
    for word in words:
        if word.x0 - reach > white:
            gaps.append((reach, word.x0))
        reach = max(reach, word.x1)
    return gaps


def _reach(lines: Sequence[_Line], first: int, last: int, step: int, height: float) -> int:
    """How far the table goes on above `first` (step -1) or below `last` (step 1): lines that are near, put no word
    inside a gap and close none; a line of the head, which has gaps of its own, may do so where it heads two columns."""
    edge = first if step < 0 else last
    before = _gaps(lines[first : last + 1], height)
    for _ in range(_DEEPEST_HEAD):
        further = edge + step
        if not 0 <= further < len(lines):
            break
        line, upper, lower = lines[further], *sorted((edge, further))
        after = _gaps(lines[min(first, further) : max(last, further) + 1], height)
        inside = [sum(x0 <= a and b <= x1 for a, b in after) for x0, x1 in before]
        heads = step < 0 and len(_gaps([line], line.bottom - line.top)) > 0
        kept = sum(map(bool, inside)) >= (_KEPT if heads else 1) * len(before)
        if (max(inside) > 1 and not heads) or not kept or lines[lower].top - lines[upper].bottom >= _APART * height:
            break
        edge = further
    return edge


def _cuts(table: Sequence[_Line], places: Sequence[int]) -> list[float]:
    """Between the rows: where two lines stand furthest apart between two starts, or right above the lower one where all
    are alike."""
    cuts: list[float] = []
    before = 0
    for place in places:
        gaps = [(_base(table[n]) - _base(table[n - 1]), n) for n in range(before + 1, place + 1)]
        if gaps:
            widest = max(gap for gap, _ in gaps)
            cut = max(n for gap, n in gaps if gap > widest - 0.5)
            cuts.append((table[cut - 1].bottom + table[cut].top) / 2)
        before = place
    return cuts


def _base(line: _Line) -> float:
    """What a line's words stand on: letters reach up, and some down, as they like."""
    return min((word.bottom for word in line.words if word.text[-1].isalnum()), default=line.bottom)
