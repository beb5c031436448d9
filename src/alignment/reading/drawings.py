"""What is drawn on a PDF page besides words: ruling lines and pictures. Runs inside the worker process only.

Three calls an object decide the cost of a page, so shapes are asked for more than their bounds only where they are
big enough to be boxes.
"""

from __future__ import annotations

import ctypes
from itertools import repeat
from typing import Any, NamedTuple

from pypdfium2 import raw

from alignment.reading import calls
from alignment.reading.coordinates import Display, to_display

Box = tuple[float, float, float, float]
_THIN = 3.0
"""A shape thinner than this (points) is a ruling line."""
_SHORT = 1.0
_DEEPEST_FORM = 6
FEW_WORDS = 15
"""Under a picture may stand a stamp or a page number of so many words, and it still is all there is to see."""
NOTABLE = 0.05
"""Part of a page from which on a picture may be a table."""


class Rule(NamedTuple):
    """A ruling line: at `at` (x if it is upright, y if it lies), from `start` to `end`."""

    at: float
    start: float
    end: float


class Rules(NamedTuple):
    """The ruling lines of a page."""

    upright: list[Rule]
    lying: list[Rule]


class Picture(NamedTuple):
    """A picture on the page: its box as displayed, and pdfium's handle, valid while the page is open."""

    box: Box
    handle: Any


class Band(NamedTuple):
    """A filled box: a colour behind words, often of a whole row. `colour`: red, green, blue, 0..255."""

    box: Box
    colour: tuple[int, int, int]


class Drawn(NamedTuple):
    """What is drawn on a page besides words."""

    rules: Rules
    pictures: list[Picture]
    bands: list[Band]


def drawn(page: Any, display: Display) -> Drawn:
    """Ruling lines and pictures of a loaded page (a raw handle), inside form objects too."""
    found = Drawn(Rules([], []), [], [])
    handle = calls.number(page)
    objects = list(map(calls.get_object, repeat(handle), range(calls.count_objects(handle))))
    _collect(objects, None, display, found, 0)
    return found


_Matrix = tuple[float, float, float, float, float, float]


def _collect(objects: list[int], outer: _Matrix | None, display: Display, found: Drawn, depth: int) -> None:
    for item, kind in zip(objects, map(calls.get_type, objects), strict=True):
        if kind == raw.FPDF_PAGEOBJ_TEXT:  # nearly all of them
            continue
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
            inner = list(map(calls.get_form_object, repeat(item), range(calls.count_form_objects(item))))
            _collect(inner, _joined(_matrix(item), outer), display, found, depth + 1)
        elif kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
            x0, y0, x1, y1 = box = to_display(display, *_placed(outer, *calls.get_bounds(item)))
            if kind == raw.FPDF_PAGEOBJ_IMAGE:
                found.pictures.append(Picture(box, ctypes.cast(item, raw.FPDF_PAGEOBJECT)))
            elif x1 - x0 <= _THIN or y1 - y0 <= _THIN:
                _add(found.rules, x0, y0, x1, y1)
            elif not _outline(item, outer, display, found.rules):
                found.bands.append(Band(box, _colour(item)))


def _add(rules: Rules, x0: float, y0: float, x1: float, y1: float) -> None:
    width, height = x1 - x0, y1 - y0
    if width <= _THIN and height > max(width, _SHORT):
        rules.upright.append(Rule((x0 + x1) / 2, y0, y1))
    elif height <= _THIN and width > max(height, _SHORT):
        rules.lying.append(Rule((y0 + y1) / 2, x0, x1))


def _outline(item: int, outer: _Matrix | None, display: Display, rules: Rules) -> bool:
    """The straight sides of a drawn shape. Only what is stroked is a rule: a filled box is a colour behind words.

    False where it is not stroked."""
    _, stroked = calls.get_draw_mode(item)
    if not stroked:
        return False
    matrix = _joined(_matrix(item), outer)
    start = previous = (0.0, 0.0)
    for index in range(calls.count_segments(item)):
        segment = calls.get_segment(item, index)
        point = _at(matrix, *calls.get_point(segment))
        kind = calls.get_segment_type(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            _add(rules, *to_display(display, *previous, *point))
        if calls.is_closing(segment):
            _add(rules, *to_display(display, *point, *start))
            point = start
        previous = point
    return True


def _colour(item: int) -> tuple[int, int, int]:
    red, green, blue, _ = map(int, calls.get_fill(item))
    return red, green, blue


def _matrix(item: int) -> _Matrix:
    a, b, c, d, e, f = calls.get_matrix(item)
    return a, b, c, d, e, f


def _joined(inner: _Matrix, outer: _Matrix | None) -> _Matrix:
    if outer is None:
        return inner
    a, b, c, d, e, f = inner
    A, B, C, D, E, F = outer  # noqa: N806 - the names of the PDF reference
    return a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F


def _at(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _placed(matrix: _Matrix | None, x0: float, y0: float, x1: float, y1: float) -> Box:
    if matrix is None:
        return x0, y0, x1, y1
    corners = [_at(matrix, x, y) for x in (x0, x1) for y in (y0, y1)]
    return (
        min(x for x, _ in corners),
        min(y for _, y in corners),
        max(x for x, _ in corners),
        max(y for _, y in corners),
    )
