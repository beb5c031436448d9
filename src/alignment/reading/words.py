"""Words put together: into lines of a page and into the cells of a grid."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from alignment.reading.grid import Grid
from alignment.reading.pdfium import Word

Box = tuple[float, float, float, float]
CharBox = Callable[[int], Box | None]
_FEW_LETTERS = 3


class TextLine(NamedTuple):
    """Words that stand on one line, and the box around them."""

    text: str
    box: Box


def lines_of(words: Iterable[Word]) -> list[TextLine]:
    """The lines of a page in the order in which they were drawn."""
    groups: dict[int, list[Word]] = {}
    for word in words:
        groups.setdefault(word.line, []).append(word)
    return [TextLine(" ".join(word.text for word in group), _around(group)) for group in groups.values()]


def fill(grid: Grid, words: list[Word], char_box: CharBox) -> list[str]:
    """The text of each cell of `grid`: its words by line, then from left to right; lines end with a newline.

    A word belongs to the cell that holds its centre. One that runs over a cell's border is cut there.
    """
    index = grid.cell_index()
    left, top, right, bottom = grid.box
    contents: list[list[Word]] = [[] for _ in grid.cells]
    for word in words:
        middle = (word.top + word.bottom) / 2
        if not (top <= middle <= bottom and word.x1 > left and word.x0 < right):
            continue
        for part in _parts(grid, index, word, middle, char_box):
            place = grid.position((part.x0 + part.x1) / 2, middle)
            if place is not None and (number := index[place[0]][place[1]]) >= 0:
                contents[number].append(part)
    return [_text(content) for content in contents]


def _parts(grid: Grid, index: list[list[int]], word: Word, middle: float, char_box: CharBox) -> list[Word]:
    """The word, or its pieces where it crosses into another cell by more than a letter's edge."""
    edge = min(2.0, (word.x1 - word.x0) / 4)
    ends = grid.position(word.x0 + edge, middle), grid.position(word.x1 - edge, middle)
    if len(word.text) == 1 or ends[0] is None or ends[1] is None or _cell(index, ends[0]) == _cell(index, ends[1]):
        return [word]
    pieces: list[Word] = []
    owner = None
    for offset, letter in enumerate(word.text):
        box = char_box(word.start + offset)
        if box is None:
            return [word]
        place = grid.position((box[0] + box[2]) / 2, middle)
        here = None if place is None else _cell(index, place)
        if pieces and here == owner:
            last = pieces[-1]
            pieces[-1] = last._replace(text=last.text + letter, x0=min(last.x0, box[0]), x1=max(last.x1, box[2]))
        else:
            pieces.append(word._replace(text=letter, x0=box[0], x1=box[2], start=word.start + offset))
        owner = here
    return pieces


def _cell(index: list[list[int]], place: tuple[int, int]) -> int:
    return index[place[0]][place[1]]


def _text(words: list[Word]) -> str:
    groups: dict[int, list[Word]] = {}
    for word in words:
        groups.setdefault(word.line, []).append(word)
    if words and all(_is_upright(group) for group in groups.values()):
        return "\n".join(" ".join(word.text for word in group) for group in groups.values())
    lines: list[tuple[Box, list[Word]]] = []
    for box, group in sorted(((_around(group), group) for group in groups.values()), key=lambda pair: pair[0][1]):
        if lines and _beside(lines[-1][0], box):
            lines[-1] = (_joined(lines[-1][0], box), sorted(lines[-1][1] + group, key=lambda word: word.x0))
        else:
            lines.append((box, group))
    return "\n".join(" ".join(word.text for word in line) for _, line in lines)


def _is_upright(group: list[Word]) -> bool:
    """Do these words run up or down the page, as in a narrow head? Then their order is that of drawing."""
    x0, top, x1, bottom = _around(group)
    return sum(len(word.text) for word in group) > _FEW_LETTERS and bottom - top > 2 * (x1 - x0)


def _beside(a: Box, b: Box) -> bool:
    """Do two runs of words stand on one line? They share height and not width."""
    shared = min(a[3], b[3]) - max(a[1], b[1])
    return shared > 0.5 * min(a[3] - a[1], b[3] - b[1]) and min(a[2], b[2]) - max(a[0], b[0]) < 1.0


def _joined(a: Box, b: Box) -> Box:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])


def _around(words: list[Word]) -> Box:
    return (
        min(word.x0 for word in words),
        min(word.top for word in words),
        max(word.x1 for word in words),
        max(word.bottom for word in words),
    )
