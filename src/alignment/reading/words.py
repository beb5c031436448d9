"""Words put together: into lines of a page and into the cells of a grid."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from alignment.reading.grid import Grid
from alignment.reading.pdfium import Word

Box = tuple[float, float, float, float]
CharBox = Callable[[int], Box | None]
_FEW_LETTERS = 3
_LONG = 4
"""Letters from which on a word is longer than it is high."""
_FEWEST_TURNED = 15
_MOSTLY = 0.8


class TextLine(NamedTuple):
    """Words that stand on one line, and the box around them."""

    text: str
    box: Box


def lines_of(words: Iterable[Word]) -> list[TextLine]:
    """The lines of a page in the order in which they were drawn."""
    return [TextLine(" ".join(word.text for word in group), _around(group)) for group in _by_line(words)]


def turn_of(words: Sequence[Word]) -> int:
    """By how many degrees, clockwise, a page must be turned to read its words: 90 where most run up the page, 270 where
    they run down, else 0."""
    long = [word for word in words if len(word.text) >= _LONG]
    upright = [word for word in long if word.bottom - word.top > word.x1 - word.x0]
    if len(upright) < _FEWEST_TURNED or len(upright) < _MOSTLY * len(long):
        return 0
    pairs = [(a, b) for a, b in pairwise(words) if a.line == b.line]
    up = sum(b.bottom <= a.top + 1 for a, b in pairs)
    return 90 if 2 * up > len(pairs) else 270


def fill(grid: Grid, words: list[Word], char_box: CharBox) -> list[str]:
    """The text of each cell of `grid`: its words by line, then from left to right; lines end with a newline.

    A word belongs to the cell that holds its centre. One that runs over a cell's border is cut there.
    """
    rows: list[list[int | None]] = [[None, *cells, None] for cells in grid.cell_index()]  # None is beside the table
    left, _, right, _ = grid.box
    contents: dict[int | None, list[Word]] = {}
    for word in words:
        row = bisect_right(grid.y, (word.top + word.bottom) / 2)
        if 0 < row < len(grid.y) and word.x1 > left and word.x0 < right:
            for owner, part in _parts(grid.x, rows[row - 1], word, char_box):
                contents.setdefault(owner, []).append(part)
    return [_text(contents.get(number, [])) for number in range(len(grid.cells))]


def _parts(
    x: Sequence[float], owners: list[int | None], word: Word, char_box: CharBox
) -> list[tuple[int | None, Word]]:
    """The word, or its pieces where it crosses into another cell by more than a letter's edge, each with its cell.

    `owners` are the cells between the grid lines `x` in the word's row.
    """
    whole = [(owners[bisect_right(x, (word.x0 + word.x1) / 2)], word)]
    edge = min(2.0, (word.x1 - word.x0) / 4)
    first, last = owners[bisect_right(x, word.x0 + edge)], owners[bisect_right(x, word.x1 - edge)]
    if first == last or first is None or last is None or len(word.text) == 1:
        return whole
    pieces: list[tuple[int | None, Word]] = []
    for offset, letter in enumerate(word.text):
        box = char_box(word.start + offset)
        if box is None:
            return whole
        owner = owners[bisect_right(x, (box[0] + box[2]) / 2)]
        if pieces and pieces[-1][0] == owner:
            last_piece = pieces[-1][1]
            text, x0, x1 = last_piece.text + letter, min(last_piece.x0, box[0]), max(last_piece.x1, box[2])
            pieces[-1] = owner, last_piece._replace(text=text, x0=x0, x1=x1)
        else:
            pieces.append((owner, word._replace(text=letter, x0=box[0], x1=box[2], start=word.start + offset)))
    return pieces


def _text(words: list[Word]) -> str:
    if _is_stacked(words):
        return "".join(word.text for word in words)
    groups = _by_line(words)
    if len(groups) < 2:
        return " ".join(word.text for word in words)
    boxed = [(_around(group), group) for group in groups]
    if all(_is_upright(box, group) for box, group in boxed):
        return "\n".join(" ".join(word.text for word in group) for group in groups)
    lines: list[tuple[Box, list[Word]]] = []
    for box, group in sorted(boxed, key=lambda pair: pair[0][1]):
        if lines and _beside(lines[-1][0], box):
            lines[-1] = (_joined(lines[-1][0], box), sorted(lines[-1][1] + group, key=lambda word: word.x0))
        else:
            lines.append((box, group))
    return "\n".join(" ".join(word.text for word in line) for _, line in lines)


def _by_line(words: Iterable[Word]) -> list[list[Word]]:
    groups: dict[int, list[Word]] = {}
    for word in words:
        groups.setdefault(word.line, []).append(word)
    return list(groups.values())


def _is_stacked(words: list[Word]) -> bool:
    """Are these letters over each other, as pdfium gives words that run up the page, one or a few at a time? Their
    order is that of drawing."""
    letters = [word.text for word in words]
    if len(words) <= _FEW_LETTERS or not all(map(str.isalpha, letters)) or sum(map(len, letters)) >= 2 * len(words):
        return False
    x0, top, x1, bottom = _around(words)
    return bottom - top > 2 * (x1 - x0)


def _is_upright(box: Box, group: list[Word]) -> bool:
    """Do these words run up or down the page, as in a narrow head? Then their order is that of drawing."""
    x0, top, x1, bottom = box
    return bottom - top > 2 * (x1 - x0) and sum(len(word.text) for word in group) > _FEW_LETTERS


def _beside(a: Box, b: Box) -> bool:
    """Do two runs of words stand on one line? They share height and not width."""
    shared = min(a[3], b[3]) - max(a[1], b[1])
    return shared > 0.5 * min(a[3] - a[1], b[3] - b[1]) and min(a[2], b[2]) - max(a[0], b[0]) < 1.0


def _joined(a: Box, b: Box) -> Box:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])


def _around(words: list[Word]) -> Box:
    _, x0, top, x1, bottom, _, _ = zip(*words, strict=True)
    return min(x0), min(top), max(x1), max(bottom)
