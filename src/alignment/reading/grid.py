"""From ruling lines to grids: which rectangles of a page are table cells, and what rows and columns they span.

Doubled rules fall together, broken rules are joined, a missing piece of border merges two cells, and a row or column
that no cell needs disappears. The geometry is pdfplumber's (rules, crossings, cells); spans are what it does not give.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from alignment.reading.drawings import Rule, Rules

_SAME = 3.0
"""Rules closer than this (points) are one rule drawn twice."""
_GAP = 4.0
"""Pieces of one rule may be this far apart."""
_REACH = 4.0
"""A rule that ends this close to another still meets it."""
_OPEN = 7.0
"""Rules that stick out by this much, the height of a small line, enclose words."""
_COVERED = 0.6
"""Part of a side that must be ruled to be a wall."""


class GridCell(NamedTuple):
    """A cell at the top left (`row`, `column`) of what it spans, with its box as displayed."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: tuple[float, float, float, float]


class Grid(NamedTuple):
    """The cells of one ruled table, row by row. `x` and `y` are its grid lines."""

    x: tuple[float, ...]
    y: tuple[float, ...]
    cells: tuple[GridCell, ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The whole table."""
        return self.x[0], self.y[0], self.x[-1], self.y[-1]

    def cell_index(self) -> list[list[int]]:
        """For every grid position (row, column) the index of its cell, -1 where there is none."""
        index = [[-1] * (len(self.x) - 1) for _ in range(len(self.y) - 1)]
        for number, cell in enumerate(self.cells):
            for row in range(cell.row, cell.row + cell.row_span):
                for column in range(cell.column, cell.column + cell.column_span):
                    index[row][column] = number
        return index

    def position(self, x: float, y: float) -> tuple[int, int] | None:
        """The grid position (row, column) of a point, or None outside."""
        column, row = bisect_right(self.x, x) - 1, bisect_right(self.y, y) - 1
        if 0 <= row < len(self.y) - 1 and 0 <= column < len(self.x) - 1:
            return row, column
        return None


def find_grids(rules: Rules) -> list[Grid]:
    """The ruled tables of a page from top to bottom."""
    groups = _adopted(_groups(joined(rules.upright), joined(rules.lying)))
    grids = (_grid(upright, lying) for upright, lying in groups)
    return sorted((grid for grid in grids if grid is not None), key=lambda grid: (grid.y[0], grid.x[0]))


def joined(rules: Iterable[Rule]) -> list[Rule]:
    """One rule for what was drawn in pieces or twice, with the place of the longest piece."""
    whole: list[Rule] = []
    for line in lines(sorted(rules)):
        at = max(line, key=lambda rule: rule.end - rule.start).at
        line.sort(key=lambda rule: rule.start)
        start, end = line[0].start, line[0].end
        for rule in line[1:]:
            if rule.start - end > _GAP:
                whole.append(Rule(at, start, end))
                start, end = rule.start, rule.end
            else:
                end = max(end, rule.end)
        whole.append(Rule(at, start, end))
    return whole


def lines(rules: list[Rule]) -> Iterable[list[Rule]]:
    """Rules, sorted, that stand on one line."""
    line: list[Rule] = []
    for rule in rules:
        if line and rule.at - line[0].at > _SAME:
            yield line
            line = []
        line.append(rule)
    if line:
        yield line


def _groups(upright: list[Rule], lying: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that hang together, each group one table."""
    group = list(range(len(upright) + len(lying)))

    def root(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    heights = [flat.at for flat in lying]  # in order, as `joined` gives them
    for a, up in enumerate(upright):
        for b in range(bisect_left(heights, up.start - _REACH), bisect_right(heights, up.end + _REACH)):
            if lying[b].start - _REACH <= up.at <= lying[b].end + _REACH:
                group[root(len(upright) + b)] = root(a)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index in range(len(group)):
        ups, flats = groups.setdefault(root(index), ([], []))
        if index < len(upright):
            ups.append(upright[index])
        else:
            flats.append(lying[index - len(upright)])
    return list(groups.values())


def _adopted(groups: list[tuple[list[Rule], list[Rule]]]) -> list[tuple[list[Rule], list[Rule]]]:
    """Lone uprights as tall as a table belong to it: columns whose merged cells no rule crosses on this page."""
    tables = [group for group in groups if group[0] and group[1]]
    lone = [rule for upright, lying in groups if not lying for rule in upright]
    for rule in lone:
        for upright, lying in tables:
            top, bottom = min(flat.at for flat in lying), max(flat.at for flat in lying)
            if abs(rule.start - top) < 2 * _OPEN and abs(rule.end - bottom) < 2 * _OPEN:
                left = min(rule.at, *(flat.start for flat in lying))
                right = max(rule.at, *(flat.end for flat in lying))
                upright.append(rule)
                lying += [Rule(top, left, right), Rule(bottom, left, right)]
                break
    return tables


def _grid(upright: list[Rule], lying: list[Rule]) -> Grid | None:
    upright, lying = upright + _missing(lying, upright), lying + _missing(upright, lying)
    x, y = _places(upright), _places(lying)
    if len(x) < 2 or len(y) < 2:
        return None
    walls_x = _walls(upright, x, y)  # walls_x[column line][row]
    walls_y = _walls(lying, y, x)  # walls_y[row line][column]
    regions = _regions(walls_x, walls_y, len(y) - 1, len(x) - 1)
    boxes = [piece for region in regions for piece in _rectangles(region)]
    if len(boxes) < 2:
        return None
    return _compact(x, y, boxes)


def _missing(rules: list[Rule], across: list[Rule]) -> list[Rule]:
    """The outer border that nobody drew: where two or more rules end together, beyond all that cross them.

    A table that goes on over the page break is often left open there, and some have no sides.
    """
    if not across:
        return []
    first, last = min(rule.at for rule in across), max(rule.at for rule in across)
    beyond = [Rule(rule.start, rule.at, rule.at) for rule in rules if rule.start < first - _OPEN]
    beyond += [Rule(rule.end, rule.at, rule.at) for rule in rules if rule.end > last + _OPEN]
    borders = (
        Rule(line[0].at, min(rule.start for rule in line), max(rule.end for rule in line))
        for line in lines(sorted(beyond))
    )
    return [border for border in borders if border.end - border.start > _OPEN]


def _places(rules: list[Rule]) -> list[float]:
    """The grid lines: where rules stand, each once."""
    return [max(line, key=lambda rule: rule.end - rule.start).at for line in lines(sorted(rules))]


def _walls(rules: list[Rule], lines: list[float], across: list[float]) -> list[list[bool]]:
    """For every grid line and every slot across it: is the side between them ruled?"""
    covered = [[0.0] * (len(across) - 1) for _ in lines]
    for rule in rules:
        line = _nearest(lines, rule.at)
        first = max(bisect_right(across, rule.start) - 1, 0)
        for slot in range(first, len(across) - 1):
            if across[slot] >= rule.end:
                break
            covered[line][slot] += min(rule.end, across[slot + 1]) - max(rule.start, across[slot])
    return [
        [length >= _COVERED * (across[slot + 1] - across[slot]) for slot, length in enumerate(row)] for row in covered
    ]


def _nearest(lines: list[float], at: float) -> int:
    after = bisect_left(lines, at)
    if after == len(lines) or (after and at - lines[after - 1] <= lines[after] - at):
        return after - 1
    return after


_Span = tuple[int, int, int, int]  # first row, first column, last row, last column


_Slot = tuple[int, int]  # row, column


def _regions(walls_x: list[list[bool]], walls_y: list[list[bool]], rows: int, columns: int) -> list[set[_Slot]]:
    """Slots that no wall divides. What is open to the outside of the table on two sides is no cell."""
    seen = [[False] * columns for _ in range(rows)]
    regions: list[set[_Slot]] = []
    for row in range(rows):
        for column in range(columns):
            if seen[row][column]:
                continue
            seen[row][column] = True
            region, queue, open_sides = {(row, column)}, [(row, column)], set()
            while queue:
                r, c = queue.pop()
                for side, walled, r2, c2 in (
                    ("top", walls_y[r][c], r - 1, c),
                    ("bottom", walls_y[r + 1][c], r + 1, c),
                    ("left", walls_x[c][r], r, c - 1),
                    ("right", walls_x[c + 1][r], r, c + 1),
                ):
                    if walled:
                        continue
                    if not (0 <= r2 < rows and 0 <= c2 < columns):
                        open_sides.add(side)
                    elif not seen[r2][c2]:
                        seen[r2][c2] = True
                        region.add((r2, c2))
                        queue.append((r2, c2))
            if len(open_sides) < 2:
                regions.append(region)
    return regions


def _rectangles(region: set[_Slot]) -> list[_Span]:
    """A region as rectangles: one where it is one, else cut where its width changes."""
    if len(region) == 1:
        return [(row, column, row, column) for row, column in region]
    runs: list[tuple[int, int, int]] = []  # row, first column, last column
    for row, column in sorted(region):
        if runs and runs[-1][0] == row and runs[-1][2] == column - 1:
            runs[-1] = (row, runs[-1][1], column)
        else:
            runs.append((row, column, column))
    open_spans: dict[tuple[int, int], _Span] = {}
    done: list[_Span] = []
    for row, first, last in runs:
        span = open_spans.get((first, last))
        if span is not None and span[2] == row - 1:
            open_spans[first, last] = (span[0], first, row, last)
        else:
            if span is not None:
                done.append(span)
            open_spans[first, last] = (row, first, row, last)
    return done + list(open_spans.values())


def _compact(x: list[float], y: list[float], spans: list[_Span]) -> Grid:
    """The grid with only those lines at which a cell begins or ends."""
    rows = sorted({span[0] for span in spans} | {span[2] + 1 for span in spans})
    columns = sorted({span[1] for span in spans} | {span[3] + 1 for span in spans})
    row_at = {line: index for index, line in enumerate(rows)}
    column_at = {line: index for index, line in enumerate(columns)}
    cells = tuple(
        GridCell(
            row_at[top],
            column_at[left],
            row_at[bottom + 1] - row_at[top],
            column_at[right + 1] - column_at[left],
            (x[left], y[top], x[right + 1], y[bottom + 1]),
        )
        for top, left, bottom, right in sorted(spans)
    )
    return Grid(tuple(x[line] for line in columns), tuple(y[line] for line in rows), cells)
