"""The words of a PDF page, with boxes. Runs inside the worker process only: pdfium is not thread-safe.

Imports nothing heavy. Calls of pdfium are kept few: two or three per word decide the cost of a page.
"""

from __future__ import annotations

import ctypes
import math
import re
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from alignment.reading import calls
from alignment.reading.coordinates import Display, to_display
from alignment.reading.drawings import Box, Drawn, Picture, drawn

if TYPE_CHECKING:
    from PIL.Image import Image

_WORD = re.compile(r"\S+")
_HYPHEN = "\ufffe"  # pdfium's mark for a hyphen at the end of a line, which it joins to the next line
_LINE = re.compile("[^\r\n\ufffe]+\ufffe?|\ufffe")
_SEEN = 0.1
"""Words of which less than this part is inside their clip path cannot be read by anyone."""

_ASKEW = 20.0
"""Degrees from level or upright; letters are slanted by less where a font has no italics."""


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


class NativePage:
    """One loaded page. Close it: pdfium holds its objects."""

    def __init__(self, document: pdfium.PdfDocument, index: int) -> None:
        self._page = document[index]
        left, bottom, right, top = self._page.get_bbox()
        self.display = Display(left, bottom, right, top, self._page.get_rotation())
        self._text = self._page.get_textpage()
        self._handle = ctypes.c_void_p(calls.number(self._text.raw))
        self._boxes = calls.Values("d", 8)
        self._first, self._last = self._boxes.into[:4], self._boxes.into[4:]

    def close(self) -> None:
        """Give the page back to pdfium."""
        self._text.close()
        self._page.close()

    def turn(self, degrees: int) -> None:
        """From now on all places are those of the page turned clockwise."""
        self.display = self.display._replace(rotation=(self.display.rotation + degrees) % 360)

    def drawn(self) -> Drawn:
        """Ruling lines and pictures."""
        return drawn(self._page.raw, self.display)

    def words(self) -> list[Word]:
        """The words in pdfium's order, which is the order of drawing within lines it has joined."""
        text = self._text.get_text_range()
        place = _same if len(text) == raw.FPDFText_CountChars(self._text) else self._char_index
        words: list[Word] = []
        for number, line in enumerate(_LINE.finditer(text)):
            for match in _WORD.finditer(text, *line.span()):
                start, end = place(match.start()), place(match.end() - 1)
                box = self._stretch(start, end)
                if box is not None:
                    words.append(Word(match.group().replace(_HYPHEN, "-"), *box, number, start))
        return words

    def split_hidden(self, words: list[Word]) -> tuple[list[Word], list[Word]]:
        """The words that can be seen and those that cannot: clipped away, or outside the page. What runs askew over a
        page is its watermark or a stamp, and in neither."""
        seen: list[Word] = []
        lost: list[Word] = []
        width, height = self.display.width, self.display.height
        known, clipped, askew = None, False, False
        for word in words:
            item = calls.get_text_object(self._handle, word.start)
            if item != known:
                known, clipped = item, item is not None and _is_clipped_away(item)
                askew = item is not None and _is_askew(calls.get_char_angle(self._handle, word.start))
            if askew:
                continue
            outside = word.x1 <= 0 or word.bottom <= 0 or word.x0 >= width or word.top >= height
            (lost if outside or clipped else seen).append(word)
        return seen, lost

    def char_box(self, index: int) -> Box | None:
        """The box of one character as displayed, or None where pdfium has none."""
        return self._stretch(index, index)

    def render(self, scale: float) -> Image:
        """The page as displayed, as a grey picture of `scale` pixels a point."""
        image: Image = self._page.render(scale=scale, grayscale=True).to_pil()
        return image.copy()

    def _stretch(self, start: int, end: int) -> Box | None:
        """The box around the first and the last character of a word, as displayed."""
        if not calls.get_char_box(self._handle, start, *self._first):
            return None
        both = end != start and calls.get_char_box(self._handle, end, *self._last)
        x0, x1, y0, y1, *last = self._boxes.read()
        if both:
            x2, x3, y2, y3 = last
            x0, x1, y0, y1 = min(x0, x2), max(x1, x3), min(y0, y2), max(y1, y3)
        return to_display(self.display, x0, y0, x1, y1)

    def _char_index(self, text_index: int) -> int:
        return int(calls.get_char_index(self._handle, text_index))


def grey_picture(picture: Picture) -> Image | None:
    """The pixels of a picture as it is stored, grey, or None where pdfium cannot decode it."""
    handle = raw.FPDFImageObj_GetBitmap(picture.handle)
    if not handle:
        return None
    image: Image = pdfium.PdfBitmap.from_raw(handle).to_pil()  # pdfium's own, and gone with its wrapper
    return image.copy() if image.mode == "L" else image.getchannel("G")  # nearly what the eye sees as grey


def is_upright(picture: Picture) -> bool:
    """Does the picture stand as it is stored, neither turned nor mirrored?"""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(picture.handle, matrix)
    return bool(matrix.a > 0 and matrix.d > 0 and abs(matrix.b) < 0.01 * matrix.a and abs(matrix.c) < 0.01 * matrix.d)


def picture_pixels(picture: Picture) -> tuple[int, int]:
    """Width and height of a picture in its own pixels."""
    width, height = ctypes.c_uint(), ctypes.c_uint()
    raw.FPDFImageObj_GetImagePixelSize(picture.handle, width, height)
    return width.value, height.value


def _same(index: int) -> int:
    return index


def _is_askew(angle: float) -> bool:
    """Does an angle (radians) lie between level and upright?"""
    off = math.degrees(angle) % 90
    return _ASKEW < off < 90 - _ASKEW


def _is_clipped_away(item: int) -> bool:
    """Does the clip path of a text object leave nothing of it?"""
    clip = calls.get_clip(item)
    paths = calls.count_clips(clip)
    if paths < 1:
        return False
    x0, y0, x1, y1 = left, bottom, right, top = calls.get_bounds(item)
    for path in range(paths):
        corners = _clip_points(clip, path)
        if corners:
            left, right = max(left, min(x for x, _ in corners)), min(right, max(x for x, _ in corners))
            bottom, top = max(bottom, min(y for _, y in corners)), min(top, max(y for _, y in corners))
    seen = max(right - left, 0.0) * max(top - bottom, 0.0)
    return seen < _SEEN * (x1 - x0) * (y1 - y0)


def _clip_points(clip: int, path: int) -> list[tuple[float, ...]]:
    count = calls.count_clip_segments(clip, path)
    return [calls.get_point(calls.get_clip_segment(clip, path, index)) for index in range(count)]
