"""Scans that lie askew on the glass: how far they are tilted, and the picture put straight.

Runs inside the worker process.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from alignment.reading.picture import View

_MOST = 3.0
"""Degrees; scanners do not feed paper more askew."""
_STEPS = (0.25, 0.05)
_STRAIGHT = 0.12
"""Degrees below which nothing is gained."""
_STRIDE = 3
_INK = 128


def straightened(view: View) -> View:
    """The view turned about its middle so that its lines of text and its rules lie level.

    Places on it are those of the straight picture: at a tilt of one degree they are up to 7 points off at the edges.
    """
    degrees = tilt(view.grey)
    if abs(degrees) < _STRAIGHT:
        return view
    return view._replace(grey=view.grey.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255))


def tilt(grey: Image.Image) -> float:
    """By how many degrees the right side hangs lower than the left: where ink gathers in the fewest rows."""
    rows, columns = np.nonzero(np.asarray(grey)[::_STRIDE, ::_STRIDE] < _INK)
    if not len(rows):
        return 0.0
    best = 0.0
    for step, reach in zip(_STEPS, (_MOST, _STEPS[0]), strict=True):
        count = round(reach / step)
        angles = [best + step * n for n in range(-count, count + 1)]
        best = max(angles, key=lambda angle: (_gathered(rows, columns, angle), -abs(angle)))
    return best


def _gathered(rows: NDArray[np.intp], columns: NDArray[np.intp], degrees: float) -> float:
    """How much ink lies in few rows once it is sheared back by an angle."""
    level = np.rint(rows - columns * math.tan(math.radians(degrees))).astype(np.intp)
    counts = np.bincount(level - level.min()).astype(np.float64)
    return float((counts**2).sum())
