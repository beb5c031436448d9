"""A page as a picture: its ruling lines, so that a scanned table still has rows, and the picture without them for OCR.

Runs inside the worker process. numpy and Pillow come with spaCy and pdfplumber.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

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

    grey: NDArray[np.uint8]
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
    upright = _bands(_ridges(grey.T, across), int(_TALL * down), int(_BRIDGED * down))
    clean = grey.copy()
    for band in lying:
        _erase(clean, band)
    for band in upright:
        _erase(clean.T, band)
    rules = Rules(
        [Rule(left + _middle(band) / across, top + band.start / down, top + band.end / down) for band in upright],
        [Rule(top + _middle(band) / down, left + band.start / across, left + band.end / across) for band in lying],
    )
    return Ruled(rules, view._replace(grey=clean))


def _middle(band: _Band) -> float:
    return (band.top + band.bottom) / 2


def _ridges(grey: NDArray[np.uint8], scale: float) -> NDArray[np.bool_]:
    """Pixels darker than what lies above and below them, close by or a little farther."""
    values = grey.astype(np.int16)
    lighter_above = np.zeros(grey.shape, dtype=np.bool_)
    lighter_below = np.zeros(grey.shape, dtype=np.bool_)
    for points in _BESIDE:
        away = max(int(points * scale), 1)
        steps = values[away:] - values[:-away] if grey.shape[0] > away else values[:0]
        lighter_below[: len(steps)] |= steps > _DARKER
        lighter_above[len(grey) - len(steps) :] |= steps < -_DARKER
    return lighter_above & lighter_below


def _runs(mask: NDArray[np.bool_], shortest: int, gap: int) -> list[tuple[int, int, int]]:
    """Row, start and end of long runs; small gaps are bridged where most of the run is there."""
    edges = np.diff(mask.astype(np.int8), axis=1, prepend=0, append=0)
    rows, starts = np.nonzero(edges == 1)
    _, ends = np.nonzero(edges == -1)
    if not len(rows):
        return []
    parted = (np.diff(rows) > 0) | (starts[1:] - ends[:-1] > gap)
    firsts = np.concatenate(([0], np.nonzero(parted)[0] + 1))
    lasts = np.concatenate((firsts[1:] - 1, [len(rows) - 1]))
    there = np.add.reduceat(ends - starts, firsts)
    lengths = ends[lasts] - starts[firsts]
    long = (lengths >= shortest) & (there >= _FILLED * lengths)
    return list(
        zip(rows[firsts][long].tolist(), starts[firsts][long].tolist(), ends[lasts][long].tolist(), strict=True)
    )


def _bands(mask: NDArray[np.bool_], shortest: int, gap: int) -> list[_Band]:
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


def _erase(picture: NDArray[np.uint8], band: _Band) -> None:
    """Paint over a line with what lies beside it."""
    above = max(band.top - 2, 0)
    picture[max(band.top - 1, 0) : band.bottom + 1, band.start : band.end] = picture[above, band.start : band.end]


def enlarged(grey: NDArray[np.uint8], times: int) -> NDArray[np.uint8]:
    """The picture `times` as wide and high, smoothly."""
    if times <= 1:
        return grey
    from PIL import Image

    image = Image.fromarray(grey)
    return np.asarray(image.resize((image.width * times, image.height * times), Image.Resampling.BICUBIC)).copy()


def framed(found: Ruled) -> Rules:
    """The rules of a picture cut out of a sheet, whose lines run from edge to edge: the edges are its border, and a
    line that crosses a good part of it goes on wherever some of it can still be seen. Other pictures keep their rules.
    """
    height, width = found.clean.grey.shape
    left, top, right, bottom = found.clean.box(0, 0, width, height)
    through = [r for r in found.rules.upright if r.start <= top + _EDGE and r.end >= bottom - _EDGE]
    if len(through) < _FEWEST_THROUGH:
        return found.rules
    between = [Rule(x, top, bottom) for x in (left, *_pale(found.clean), right)]
    upright = found.rules.upright + between
    lying = [Rule(top, left, right), Rule(bottom, left, right)]
    drawn = _ridges(found.clean.grey, found.clean.down)
    ink = found.clean.grey < _INK
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


def _goes_on(view: View, drawn: NDArray[np.bool_], ink: NDArray[np.bool_], line: Rule) -> bool:
    """Whether a line shows between two uprights: a dark one all along, a pale one in the gaps between the letters that
    touch it. Letters that stand where it should be are dark in places and leave the gaps white."""
    at, start, end = line
    x0, y0, x1, y1 = view.pixels((start, at - _CLEAR, end, at + _CLEAR))
    _, above, _, below = view.pixels((start, at - _LETTERS, end, at + _LETTERS))
    dark = float(ink[y0:y1, x0:x1].any(axis=0).mean()) if x1 > x0 else 0.0
    if dark > _STROKES:
        return dark > _FILLED
    gaps = np.logical_not(ink[above:below, x0:x1].any(axis=0))
    seen = np.asarray(drawn[y0:y1, x0:x1].any(axis=0))
    return bool(gaps.any()) and float(seen[gaps].mean()) >= _DRAWN


def _pale(view: View) -> list[float]:
    """Where pale uprights stand that words touch everywhere, so that no long piece of them is left."""
    there = _ridges(view.grey.T, view.across) & (view.grey.T >= _INK)
    places = np.nonzero(there.mean(axis=1) >= _MOSTLY_THERE)[0]
    return [
        view.left + float(group.mean()) / view.across
        for group in np.split(places, np.nonzero(np.diff(places) > 1)[0] + 1)
        if len(group)
    ]


def completed(found: Ruled, grids: list[Grid], rules: Rules) -> Rules:
    """The rules, with the uprights of each table carried on through rows that leave a white gap there.

    A picture loses pieces of pale lines; where another row has the line and hardly a letter crosses it, it goes on.
    """
    whole = Rules(list(rules.upright), list(rules.lying))
    ink = found.clean.grey < _INK
    for grid in grids:
        for x in grid.x[1:-1]:
            for top, bottom in zip(grid.y, grid.y[1:], strict=False):
                if _share(found.clean, ink, (x - _CLEAR, top + _CLEAR, x + _CLEAR, bottom - _CLEAR), 0) <= _TOUCHED:
                    whole.upright.append(Rule(x, top, bottom))
    return whole


def _share(view: View, mask: NDArray[np.bool_], strip: Box, along: int) -> float:
    """The part of a narrow strip of the page over which the mask is set; `along` is the axis the strip runs along."""
    x0, y0, x1, y1 = view.pixels(strip)
    seen = mask[y0:y1, x0:x1].any(axis=1 - along)
    return float(seen.mean()) if seen.size else 0.0
