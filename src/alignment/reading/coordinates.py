"""The one place where a library's coordinates become ours.

Ours: points of the page as displayed (after CropBox and /Rotate), origin top left, y downwards.
"""

from __future__ import annotations

from typing import NamedTuple


class Display(NamedTuple):
    """How a PDF page is shown: its visible box in PDF space (origin bottom left, y upwards) and its clockwise turn."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int
    """0, 90, 180 or 270 degrees, clockwise."""

    @property
    def width(self) -> float:
        """Points, as displayed."""
        return self.right - self.left if self.rotation in (0, 180) else self.top - self.bottom

    @property
    def height(self) -> float:
        """Points, as displayed."""
        return self.top - self.bottom if self.rotation in (0, 180) else self.right - self.left


def turned(
    box: tuple[float, float, float, float], degrees: int, width: float, height: float
) -> tuple[float, float, float, float]:
    """Where a box of a page, `width` by `height` points, lies once the page is turned clockwise by a quarter (90) or
    three (270); as it is at 0."""
    x0, top, x1, bottom = box
    if degrees == 90:
        return height - bottom, x0, height - top, x1
    if degrees == 270:
        return top, width - x1, bottom, width - x0
    return box


def to_display(display: Display, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
    """A box of PDF space as (x0, top, x1, bottom) of the page as displayed. Corners may come in any order."""
    if x0 > x1:
        x0, x1 = x1, x0
    if y0 > y1:
        y0, y1 = y1, y0
    left, bottom, right, top, rotation = display
    if rotation == 0:
        return x0 - left, top - y1, x1 - left, top - y0
    if rotation == 90:
        return y0 - bottom, x0 - left, y1 - bottom, x1 - left
    if rotation == 180:
        return right - x1, y0 - bottom, right - x0, y1 - bottom
    return top - y1, right - x1, top - y0, right - x0
