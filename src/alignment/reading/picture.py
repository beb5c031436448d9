"""A page as a picture: its ruling lines, so that a scanned table still has rows, and the picture without them for OCR.

Runs inside the worker process. Works on Pillow's own pictures, for pages with pictures are many and loading numpy takes
longer than looking at most of them. A mask is a picture too: white (255) where something is, else black.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import pairwise
from typing import NamedTuple

from PIL import Image, ImageChops

from alignment.reading.drawings import Box, Rule, Rules
from alignment.reading.grid import Grid, joined, lines

_DARKER = 18
"""A ruling line is at least this much darker (of 255) than the paper; spreadsheets draw theirs in pale grey."""
_LONG = 30.0
"""Shortest lying line, points: no letter has a stroke of this length."""
_TALL = 14.0
"""Shortest upright line, points."""
_BESIDE = (1.5, 3.0)
"""How far to either side of a line, points, it must be lighter: that tells a line from a coloured cell."""
_CLEAR = 0.8
"""White on either side of where a line goes on, points."""
_TOUCHED = 0.15
"""Part of a strip that letters may touch and it still parts two cells; words that run across it touch far more."""
_DRAWN = 0.3
"""Part of a line that must still be seen where no letters touch it, between two uprights, for it to be there."""
_LETTERS = 2.5
"""How far to either side of a line, points, letters that touch it reach."""
_STROKES = 0.1
"""Part of a place for a line that is dark where letters stand on it."""
_EDGE = 4.0
"""Points within which a line meets the edge of its picture."""
_FEWEST_THROUGH = 4
"""A picture with so many uprights from edge to edge was cut out of a sheet."""
_CROSSES = 0.2
"""Part of such a picture's width that a line between rows crosses at least."""
_MOSTLY_THERE = 0.4
"""Part of the height over which a pale upright shows between the letters that touch it."""
_INK = 140
_BRIDGED = 1.0
"""Gaps up to this, points, are bridged: letters that touch a line, dust."""
_FILLED = 0.92
"""Part of a bridged run that must be there; a row of letters has far less."""
_SAME = 0.8
"""Part of its length that a run shares with the one in the row before where both are one band."""


class View(NamedTuple):
    """A grey picture of a part of a page: `across` and `down` pixels a point, its corner at (`left`, `top`).

    A spreadsheet picture may be squeezed in one direction; its own pixels are what Tesseract reads best.
    """

    grey: Image.Image
    across: float
    down: float
    left: float
    top: float

    def pixels(self, box: Box) -> tuple[int, int, int, int]:
        """A box of the page in whole pixels."""
        x0, top, x1, bottom = box
        return (
            max(int((x0 - self.left) * self.across), 0),
            max(int((top - self.top) * self.down), 0),
            max(int((x1 - self.left) * self.across), 0),
            max(int((bottom - self.top) * self.down), 0),
        )

    def box(self, x: float, y: float, width: float, height: float) -> Box:
        """A box in pixels as one of the page."""
        x0, top = self.left + x / self.across, self.top + y / self.down
        return x0, top, x0 + width / self.across, top + height / self.down


class Ruled(NamedTuple):
    """The lines of a view in points of the page, and the view without them."""

    rules: Rules
    clean: View


class _Band(NamedTuple):
    """Runs of a line in neighbouring rows: first and last row and column in pixels, the last ones excluded."""

    top: int
    bottom: int
    start: int
    end: int


def ruled(view: View) -> Ruled:
    """Find the ruling lines of a view."""
    grey, across, down, left, top = view
    lying = _bands(_ridges(grey, down), int(_LONG * across), int(_BRIDGED * across))
    upright = _bands(_ridges(_mirrored(grey), across), int(_TALL * down), int(_BRIDGED * down))
    clean = _mirrored(_without(upright, _mirrored(_without(lying, grey))))
    rules = Rules(
        [Rule(left + _middle(band) / across, top + band.start / down, top + band.end / down) for band in upright],
        [Rule(top + _middle(band) / down, left + band.start / across, left + band.end / across) for band in lying],
    )
    return Ruled(rules, view._replace(grey=clean))


def _middle(band: _Band) -> float:
    return (band.top + band.bottom) / 2


def _mirrored(picture: Image.Image) -> Image.Image:
    """The picture with its columns as rows."""
    return picture.transpose(Image.Transpose.TRANSPOSE)


def _ridges(grey: Image.Image, scale: float) -> Image.Image:
    """The mask of the pixels darker than what lies above and below them, close by or a little farther."""
    width, height = grey.size
    away = [max(int(points * scale), 1) for points in _BESIDE]
    steps = [
        reduce(ImageChops.lighter, [ImageChops.subtract(grey.crop((0, by, width, height + by)), grey) for by in side])
        for side in (away, [-by for by in away])  # what is beyond the edge is black, and lighter than nothing
    ]
    return _mask(reduce(ImageChops.darker, steps), _DARKER + 1, 255)


def _mask(picture: Image.Image, darkest: int, lightest: int) -> Image.Image:
    """The mask of the pixels with a grey from `darkest` to `lightest`, both included."""
    return picture.point([255 * (darkest <= value <= lightest) for value in range(256)])


def _rows(mask: Image.Image) -> Iterator[bytes]:
    pixels, width = mask.tobytes(), mask.width
    return (pixels[start : start + width] for start in range(0, len(pixels), width))


def _share(pixels: bytes) -> float:
    """The part of a mask's pixels that are set."""
    return pixels.count(255) / len(pixels) if pixels else 0.0


def _runs(mask: Image.Image, shortest: int, gap: int) -> Iterator[tuple[int, int, int]]:
    """Row, start and end of long runs; small gaps are bridged where most of the run is there."""
    run = re.compile(rb"\xff+(?:\x00{1,%d}\xff+)*" % gap if gap else rb"\xff+")
    for number, row in enumerate(_rows(mask)):
        for match in run.finditer(row):
            if match.end() - match.start() >= shortest and _share(match.group()) >= _FILLED:
                yield number, *match.span()


def _bands(mask: Image.Image, shortest: int, gap: int) -> list[_Band]:
    """Long runs, joined over the rows they share."""
    open_bands: list[_Band] = []
    done: list[_Band] = []
    for row, start, end in _runs(mask, shortest, gap):
        done += [band for band in open_bands if band.bottom < row]
        open_bands = [band for band in open_bands if band.bottom >= row]
        for index, band in enumerate(open_bands):
            shared = min(end, band.end) - max(start, band.start)
            if band.bottom == row and shared > _SAME * min(end - start, band.end - band.start):
                open_bands[index] = _Band(band.top, row + 1, min(start, band.start), max(end, band.end))
                break
        else:
            open_bands.append(_Band(row, row + 1, start, end))
    return done + open_bands


def _without(bands: Sequence[_Band], grey: Image.Image) -> Image.Image:
    """The picture with lines painted over by what lies beside them."""
    clean = grey.copy()
    for band in bands:
        above, first, last = max(band.top - 2, 0), max(band.top - 1, 0), min(band.bottom + 1, grey.height)
        beside = clean.crop((band.start, above, band.end, above + 1))
        clean.paste(beside.resize((beside.width, last - first), Image.Resampling.NEAREST), (band.start, first))
    return clean


def enlarged(grey: Image.Image, times: int) -> Image.Image:
    """The picture `times` as wide and high, smoothly."""
    return grey.resize((grey.width * times, grey.height * times), Image.Resampling.BICUBIC) if times > 1 else grey


def framed(found: Ruled) -> Rules:
    """The rules of a picture cut out of a sheet, whose lines run from edge to edge: the edges are its border, and a
    line that crosses a good part of it goes on wherever some of it can still be seen. Other pictures keep their rules.
    """
    width, height = found.clean.grey.size
    left, top, right, bottom = found.clean.box(0, 0, width, height)
    through = [r for r in found.rules.upright if r.start <= top + _EDGE and r.end >= bottom - _EDGE]
    if len(through) < _FEWEST_THROUGH:
        return found.rules
    between = [Rule(x, top, bottom) for x in (left, *_pale(found.clean), right)]
    upright = found.rules.upright + between
    lying = [Rule(top, left, right), Rule(bottom, left, right)]
    drawn = _ridges(found.clean.grey, found.clean.down)
    ink = _mask(found.clean.grey, 0, _INK - 1)
    places = sorted({rule.at for rule in joined(upright)})
    for line in lines(sorted(joined(found.rules.lying))):
        if sum(rule.end - rule.start for rule in line) < _CROSSES * (right - left):
            continue  # a stroke of heavy letters
        at = max(line, key=lambda rule: rule.end - rule.start).at
        for x0, x1 in pairwise(places):
            across = any(rule.start <= x0 + _EDGE and rule.end >= x1 - _EDGE for rule in line)
            if across or _goes_on(found.clean, drawn, ink, Rule(at, x0 + _CLEAR, x1 - _CLEAR)):
                lying.append(Rule(at, x0, x1))
    return Rules(upright, lying)


def _goes_on(view: View, drawn: Image.Image, ink: Image.Image, line: Rule) -> bool:
    """Whether a line shows between two uprights: a dark one all along, a pale one in the gaps between the letters that
    touch it. Letters that stand where it should be are dark in places and leave the gaps white."""
    at, start, end = line
    place = view.pixels((start, at - _CLEAR, end, at + _CLEAR))
    dark = _share(_columns(ink, place))
    if dark > _STROKES:
        return dark > _FILLED
    letters = _columns(ink, view.pixels((start, at - _LETTERS, end, at + _LETTERS)))
    between = bytes(seen for seen, letter in zip(_columns(drawn, place), letters, strict=True) if not letter)
    return bool(between) and _share(between) >= _DRAWN


def _columns(mask: Image.Image, place: tuple[int, int, int, int]) -> bytes:
    """The columns of a part of a mask: set where any of their pixels is."""
    x0, y0, x1, y1 = place[0], place[1], min(place[2], mask.width), min(place[3], mask.height)
    if x0 >= x1 or y0 >= y1:
        return bytes(max(x1 - x0, 0))
    return reduce(ImageChops.lighter, (mask.crop((x0, y, x1, y + 1)) for y in range(y0, y1))).tobytes()


def _pale(view: View) -> list[float]:
    """Where pale uprights stand that words touch everywhere, so that no long piece of them is left."""
    grey = _mirrored(view.grey)
    there = ImageChops.darker(_ridges(grey, view.across), _mask(grey, _INK, 255))
    pale = bytes(255 * (_share(column) >= _MOSTLY_THERE) for column in _rows(there))
    return [view.left + (match.start() + match.end() - 1) / 2 / view.across for match in re.finditer(rb"\xff+", pale)]


def completed(found: Ruled, grids: list[Grid], rules: Rules) -> Rules:
    """The rules, with the uprights of each table carried on through rows that leave a white gap there.

    A picture loses pieces of pale lines; where another row has the line and hardly a letter crosses it, it goes on.
    """
    whole = Rules(list(rules.upright), list(rules.lying))
    ink = _mirrored(_mask(found.clean.grey, 0, _INK - 1))
    for grid in grids:
        for x in grid.x[1:-1]:
            for top, bottom in pairwise(grid.y):
                x0, y0, x1, y1 = found.clean.pixels((x - _CLEAR, top + _CLEAR, x + _CLEAR, bottom - _CLEAR))
                if _share(_columns(ink, (y0, x0, y1, x1))) <= _TOUCHED:
                    whole.upright.append(Rule(x, top, bottom))
    return whole
