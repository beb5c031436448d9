"""Ruling lines become cells, however they are drawn."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from alignment.reading.drawings import Rule, Rules
from alignment.reading.grid import Grid, find_grids

X = (50.0, 150.0, 260.0, 400.0)
Y = (100.0, 140.0, 190.0, 230.0)
FULL = Rules([Rule(x, Y[0], Y[-1]) for x in X], [Rule(y, X[0], X[-1]) for y in Y])


def _only(rules: Rules) -> Grid:
    (grid,) = find_grids(rules)
    return grid


def _places(grid: Grid) -> list[tuple[int, int, int, int]]:
    return [cell[:4] for cell in grid.cells]


WHOLE = [(row, column, 1, 1) for row in range(3) for column in range(3)]


def test_a_plain_table() -> None:
    grid = _only(FULL)
    assert _places(grid) == WHOLE
    assert (grid.x, grid.y) == (X, Y)


def test_rules_drawn_twice_make_no_slivers() -> None:
    doubled = Rules(
        FULL.upright + [Rule(x + 1.4, *Y[:: len(Y) - 1]) for x in X],
        FULL.lying + [Rule(y - 1.4, X[0], X[-1]) for y in Y],
    )
    assert _places(_only(doubled)) == WHOLE


def test_rules_drawn_in_pieces_are_whole() -> None:
    pieces = Rules(
        [Rule(x, a + 0.5, b - 0.5) for x in X for a, b in itertools.pairwise(Y)],
        [Rule(y, a + 0.5, b - 0.5) for y in Y for a, b in itertools.pairwise(X)],
    )
    assert _places(_only(pieces)) == WHOLE


def test_a_missing_piece_joins_two_cells() -> None:
    upright = [rule for rule in FULL.upright if rule.at != X[1]] + [Rule(X[1], Y[1], Y[-1])]
    assert (0, 0, 1, 2) in _places(_only(Rules(upright, FULL.lying)))


def test_a_table_open_at_the_page_break_is_closed() -> None:
    cut = Rules(FULL.upright, [rule for rule in FULL.lying if rule.at != Y[-1]])
    assert _places(_only(cut)) == WHOLE


def test_a_table_without_sides_is_closed() -> None:
    inner = Rules([rule for rule in FULL.upright if rule.at not in (X[0], X[-1])], FULL.lying)
    assert _places(_only(inner)) == WHOLE


def test_columns_of_merged_cells_belong_to_the_table() -> None:
    left = [Rule(x, Y[0], Y[-1]) for x in (-30.0, 10.0)]
    grid = _only(Rules(FULL.upright + left, FULL.lying))
    assert grid.x == (-30.0, 10.0, *X)
    assert (0, 0, 3, 1) in _places(grid)


def test_two_tables_stay_two() -> None:
    below = Rules(
        [rule._replace(start=rule.start + 300, end=rule.end + 300) for rule in FULL.upright],
        [rule._replace(at=rule.at + 300) for rule in FULL.lying],
    )
    first, second = find_grids(Rules(FULL.upright + below.upright, FULL.lying + below.lying))
    assert _places(first) == _places(second) == WHOLE


def test_an_underlined_heading_is_no_table() -> None:
    assert find_grids(Rules([], [Rule(100, 50, 500), Rule(103, 50, 500)])) == []


@st.composite
def _tables(draw: st.DrawFn) -> tuple[Rules, list[tuple[int, int, int, int]]]:
    """A table whose cells are merged along random rows, and the cells it must give."""
    columns, rows = draw(st.integers(2, 6)), draw(st.integers(2, 6))
    xs = [50.0 + 60 * n for n in range(columns + 1)]
    ys = [80.0 + 30 * n for n in range(rows + 1)]
    shift = draw(st.floats(0, 1))
    upright, cells = [], []
    for row in range(rows):
        start = 0
        for column in range(1, columns + 1):
            if column == columns or draw(st.booleans()):
                upright.append(Rule(xs[column] + shift, ys[row], ys[row + 1]))
                cells.append((row, start, 1, column - start))
                start = column
        upright.append(Rule(xs[0], ys[row], ys[row + 1]))
    used = sorted({start for _, start, _, _ in cells} | {columns})
    place = {column: index for index, column in enumerate(used)}
    expected = [(row, place[start], 1, place[start + width] - place[start]) for row, start, _, width in cells]
    return Rules(upright, [Rule(y, xs[0], xs[-1]) for y in ys]), expected


@given(_tables())
@settings(deadline=None)
def test_merged_rows_come_out_as_drawn(case: tuple[Rules, list[tuple[int, int, int, int]]]) -> None:
    rules, expected = case
    assert sorted(_places(_only(rules))) == sorted(expected)


@given(
    st.lists(st.tuples(st.floats(0, 600), st.floats(0, 800), st.floats(0, 800)), max_size=30),
    st.lists(st.tuples(st.floats(0, 800), st.floats(0, 600), st.floats(0, 600)), max_size=30),
)
@settings(deadline=None)
def test_no_rules_crash_and_no_place_has_two_cells(upright: list, lying: list) -> None:
    rules = Rules(
        [Rule(a, min(b, c), max(b, c)) for a, b, c in upright], [Rule(a, min(b, c), max(b, c)) for a, b, c in lying]
    )
    for grid in find_grids(rules):
        places = [
            (row, column)
            for cell in grid.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        ]
        assert len(places) == len(set(places))
        assert all(row < len(grid.y) - 1 and column < len(grid.x) - 1 for row, column in places)
