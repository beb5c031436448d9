"""What a PDF page holds natively: its words with boxes, its ruling lines, how much of it is pictures.

Runs inside the worker process only: pdfium is not thread-safe and a damaged file can kill it. Imports nothing heavy.
Raw ctypes calls are kept few: two per word and three per drawn object decide the cost of a page.
"""

from __future__ import annotations

import ctypes
import re
from typing import Any, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from alignment.reading.coordinates import Display, to_display

Box = tuple[float, float, float, float]
_WORD = re.compile(r"\S+")
_HYPHEN = "\ufffe"  # pdfium's mark for a hyphen at the end of a line, which it joins to the next line
_LINE = re.compile("[^\r\n\ufffe]+\ufffe?|\ufffe")
_THIN = 3.0
"""A filled shape thinner than this (points) is a ruling line."""
_SHORT = 1.0
_SEEN = 0.1
"""Words of which less than this part is inside their clip path cannot be read by anyone."""
_DEEPEST_FORM = 6


class Word(NamedTuple):
    """Characters without white space, and where they stand. `line` counts pdfium's lines on the page."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    line: int
    start: int
    """Index of the first character on the page."""


class Rule(NamedTuple):
    """A ruling line: at `at` (x if it is upright, y if it lies), from `start` to `end`."""

    at: float
    start: float
    end: float


class Rules(NamedTuple):
    """The ruling lines of a page."""

    upright: list[Rule]
    lying: list[Rule]


class Drawn(NamedTuple):
    """What is drawn on a page besides words."""

    rules: Rules
    pictures: list[Box]
    hidden: set[int]
    """Addresses of text objects that nothing of can be seen: clipped away, or beside the page."""


class NativePage:
    """One loaded page. Close it: pdfium holds its objects."""

    def __init__(self, document: pdfium.PdfDocument, index: int) -> None:
        self._page = document[index]
        left, bottom, right, top = self._page.get_bbox()
        self.display = Display(left, bottom, right, top, self._page.get_rotation())
        self._text = self._page.get_textpage()
        self._box = tuple(ctypes.c_double() for _ in range(4))

    def close(self) -> None:
        """Give the page back to pdfium."""
        self._text.close()
        self._page.close()

    def words(self) -> list[Word]:
        """The words in pdfium's order, which is the order of drawing within lines it has joined."""
        text = self._text.get_text_range()
        place = _identity if len(text) == raw.FPDFText_CountChars(self._text) else self._char_index
        words: list[Word] = []
        for number, (line, offset) in enumerate(_lines(text)):
            for match in _WORD.finditer(line):
                start, end = place(match.start() + offset), place(match.end() - 1 + offset)
                first = self.char_box(start)
                if first is None:
                    continue
                last = first if start == end else self.char_box(end) or first
                words.append(
                    Word(
                        match.group(),
                        min(first[0], last[0]),
                        min(first[1], last[1]),
                        max(first[2], last[2]),
                        max(first[3], last[3]),
                        number,
                        start,
                    )
                )
        return words

    def split_hidden(self, words: list[Word], hidden: set[int]) -> tuple[list[Word], list[Word]]:
        """The words that can be seen and those that cannot: clipped away, or outside the page."""
        seen: list[Word] = []
        lost: list[Word] = []
        width, height = self.display.width, self.display.height
        for word in words:
            outside = word.x1 <= 0 or word.bottom <= 0 or word.x0 >= width or word.top >= height
            clipped = hidden and _address(raw.FPDFText_GetTextObject(self._text, word.start)) in hidden
            (lost if outside or clipped else seen).append(word)
        return seen, lost

    def char_box(self, index: int) -> Box | None:
        """The box of one character as displayed, or None where pdfium has none."""
        box = self._box
        if not raw.FPDFText_GetCharBox(self._text, index, *box):
            return None
        x0, x1, y0, y1 = (value.value for value in box)
        return to_display(self.display, x0, y0, x1, y1)

    def _char_index(self, text_index: int) -> int:
        return int(raw.FPDFText_GetCharIndexFromTextIndex(self._text, text_index))

    def drawn(self) -> Drawn:
        """Ruling lines and pictures, inside form objects too."""
        found = Drawn(Rules([], []), [], set())
        page = self._page.raw
        objects = (raw.FPDFPage_GetObject(page, index) for index in range(raw.FPDFPage_CountObjects(page)))
        _collect(objects, None, self.display, found, 0)
        return found


def _identity(index: int) -> int:
    return index


def _lines(text: str) -> list[tuple[str, int]]:
    """Lines with the index of their first character. A joined hyphen becomes "-" and ends its line."""
    return [(match.group().replace(_HYPHEN, "-"), match.start()) for match in _LINE.finditer(text)]


_Matrix = tuple[float, float, float, float, float, float]


def _collect(objects: Any, outer: _Matrix | None, display: Display, found: Drawn, depth: int) -> None:
    bounds = left, bottom, right, top = tuple(ctypes.c_float() for _ in range(4))
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
        elif kind == raw.FPDF_PAGEOBJ_TEXT:
            if _is_hidden(item, bounds):
                found.hidden.add(_address(item))
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            if raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
                box = _placed(outer, left.value, bottom.value, right.value, top.value)
                found.pictures.append(to_display(display, *box))
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
            inner = (raw.FPDFFormObj_GetObject(item, n) for n in range(raw.FPDFFormObj_CountObjects(item)))
            _collect(inner, _joined(_matrix(item), outer), display, found, depth + 1)


def _address(item: Any) -> int:
    return int(ctypes.cast(item, ctypes.c_void_p).value or 0)


def _is_hidden(item: Any, bounds: tuple[ctypes.c_float, ...]) -> bool:
    """Does the clip path of a text object, or the edge of the page, leave nothing of it?"""
    clip = raw.FPDFPageObj_GetClipPath(item)
    paths = raw.FPDFClipPath_CountPaths(clip)
    if paths < 1 or not raw.FPDFPageObj_GetBounds(item, *bounds):
        return False
    x0, y0, x1, y1 = (value.value for value in bounds)
    left, bottom, right, top = x0, y0, x1, y1
    for path in range(paths):
        corners = _clip_points(clip, path)
        if corners:
            left, right = max(left, min(x for x, _ in corners)), min(right, max(x for x, _ in corners))
            bottom, top = max(bottom, min(y for _, y in corners)), min(top, max(y for _, y in corners))
    seen = max(right - left, 0.0) * max(top - bottom, 0.0)
    return seen < _SEEN * (x1 - x0) * (y1 - y0)


def _clip_points(clip: Any, path: int) -> list[tuple[float, float]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for index in range(raw.FPDFClipPath_CountPathSegments(clip, path)):
        raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, path, index), x, y)
        points.append((x.value, y.value))
    return points


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
