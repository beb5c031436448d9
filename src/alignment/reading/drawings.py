"""What is drawn on a PDF page besides words: ruling lines and pictures. Runs inside the worker process only.

Three calls an object decide the cost of a page, so shapes are asked for more than their bounds only where they are
big enough to be boxes.
"""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

from pypdfium2 import raw

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


class Drawn(NamedTuple):
    """What is drawn on a page besides words."""

    rules: Rules
    pictures: list[Picture]


def drawn(page: Any, display: Display) -> Drawn:
    """Ruling lines and pictures of a loaded page (a raw handle), inside form objects too."""
    found = Drawn(Rules([], []), [])
    objects = (raw.FPDFPage_GetObject(page, index) for index in range(raw.FPDFPage_CountObjects(page)))
    _collect(objects, None, display, found, 0)
    return found


_Matrix = tuple[float, float, float, float, float, float]


def _collect(objects: Any, outer: _Matrix | None, display: Display, found: Drawn, depth: int) -> None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for item in objects:
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            if not raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
                continue
            box = _placed(outer, left.value, bottom.value, right.value, top.value)
            x0, y0, x1, y1 = to_display(display, *box)
            if x1 - x0 <= _THIN or y1 - y0 <= _THIN:
                _add(found.rules, x0, y0, x1, y1)
            else:
                _outline(item, outer, display, found.rules)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            if raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
                box = _placed(outer, left.value, bottom.value, right.value, top.value)
                found.pictures.append(Picture(to_display(display, *box), item))
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
            inner = (raw.FPDFFormObj_GetObject(item, n) for n in range(raw.FPDFFormObj_CountObjects(item)))
            _collect(inner, _joined(_matrix(item), outer), display, found, depth + 1)


def _add(rules: Rules, x0: float, y0: float, x1: float, y1: float) -> None:
    width, height = x1 - x0, y1 - y0
    if width <= _THIN and height > max(width, _SHORT):
        rules.upright.append(Rule((x0 + x1) / 2, y0, y1))
    elif height <= _THIN and width > max(height, _SHORT):
        rules.lying.append(Rule((y0 + y1) / 2, x0, x1))


def _outline(item: Any, outer: _Matrix | None, display: Display, rules: Rules) -> None:
    """The straight sides of a drawn shape. Only what is stroked is a rule: a filled box is a colour behind words."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill, stroke)
    if not stroke.value:
        return
    matrix = _joined(_matrix(item), outer)
    x, y = ctypes.c_float(), ctypes.c_float()
    start = previous = (0.0, 0.0)
    for index in range(raw.FPDFPath_CountSegments(item)):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = _at(matrix, x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            _add(rules, *to_display(display, *previous, *point))
        if raw.FPDFPathSegment_GetClose(segment):
            _add(rules, *to_display(display, *point, *start))
            point = start
        previous = point


def _matrix(item: Any) -> _Matrix:
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, matrix)
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


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
