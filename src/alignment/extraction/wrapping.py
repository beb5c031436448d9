"""Where the lines of a page end, and whether a line goes on in the next one: paragraphs are wrapped."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from math import inf
from typing import NamedTuple

from alignment.extraction.labels import labelled
from alignment.extraction.listmarks import marked
from alignment.models.document import Box, Document, Line, Page

_MARGINS = 1.15
"""The right margin over the left one, at most."""
_GAP = 0.95
"""Line heights between the lines of one paragraph, at most."""
_NUMBERED_HEADING = re.compile(r"\s*(?:BAB|Bab)\b|\s*\d{1,2}\.\d")
_SLACK = 0.08
"""Part of the line that a wrapped heading may leave empty."""
_MIDDLE = (0.4, 0.62)
"""Parts of the page between which the right one of two columns begins."""
_FEWEST_LINES = 5
"""Of each of two columns."""
_ACROSS = 0.1
"""Lines that reach over both columns (titles) among the lines of a page, at most."""
_LONGEST_WORD = 12
"""Line heights."""
_WRAPPED = ("text", "markdown")
"""The engines of files that may be wrapped by hand; elsewhere a line without a place is a paragraph."""
_SHORTEST_WRAPPED, _LONGEST_WRAPPED = 60, 130
_SHORTEST_BROKEN = 25
"""Letters of a line that is broken inside a sentence, in a file whose lines are not all full."""
_SHARE_FULL = 0.15
"""Full lines among all lines of a wrapped file, at least."""


class Width(NamedTuple):
    """Where full lines end: points from the left, and letters in files without places (0: lines are not wrapped)."""

    right: float
    letters: float
    broken: float
    """Letters of a line that may be broken inside a sentence, at least: infinite where every line is a paragraph."""
    left_column: tuple[float, float] | None = None
    """Of a page in two columns: where full lines of the left one end, and where the right one begins."""

    def of(self, box: Box) -> float:
        """Where a full line ends that stands where `box` is."""
        if self.left_column is not None and box[2] < self.left_column[1]:
            return self.left_column[0]
        return self.right


def widths(document: Document) -> Iterator[Width]:
    """Where the full lines of each page end."""
    rights = _right_margins(document.pages)
    for page in document.pages:
        typed = document.engine in _WRAPPED
        letters = _wrapped_length(page) if typed else 0.0
        broken = 0.0 if letters else _SHORTEST_BROKEN if typed else inf
        yield Width(rights.get(page.width, 0.0), letters, broken, _left_column(page))


def goes_on(before: Line, line: Line, width: Width, headings: Collection[str]) -> bool:
    """Whether a line is of the paragraph of the line before; none goes on behind or into one of `headings`."""
    mark, words = marked(line.text)
    if mark or labelled(words) or line.text in headings or before.text in headings:
        return False
    if before.number is not None and line.number is not None and line.number > before.number + 1:  # a blank line
        return False
    first = len(words.split(maxsplit=1)[0]) + 1 if words else 0
    if before.box is None or line.box is None:
        ended = before.text.endswith((".", ":", ";")) or not line.text[:1].islower()
        return 0 < width.letters < len(before.text) + first or (not ended and len(before.text) >= width.broken)
    height = max(before.box[3] - before.box[1], line.box[3] - line.box[1])
    near = line.box[1] - before.box[3] < _GAP * height and line.box[1] > before.box[1]
    letter = (before.box[2] - before.box[0]) / max(len(before.text), 1)
    room = min(first * letter, _LONGEST_WORD * height)
    if _NUMBERED_HEADING.match(before.text):  # set larger than what it heads
        room = min(room, _SLACK * width.right)
    if line.box[0] > before.box[2] and line.box[3] < before.box[1]:  # from one column's foot to the next one's head
        return line.text[:1].islower()
    full = before.box[2] + room > width.of(before.box)
    return near and (full or line.text[:1].islower() or before.text.count("(") > before.text.count(")"))


def _wrapped_length(page: Page) -> int:
    """Letters in a full line of a file whose paragraphs are wrapped; 0 where each line is a paragraph."""
    lengths = sorted(len(line.text) for line in page.lines)
    if not lengths or not _SHORTEST_WRAPPED <= lengths[-1] <= _LONGEST_WRAPPED:
        return 0
    full = sum(length >= 0.85 * lengths[-1] for length in lengths)
    return lengths[-1] if full >= max(3, _SHARE_FULL * len(lengths)) else 0


def _right_margins(pages: Sequence[Page]) -> dict[float, float]:
    """Where full lines end, by the width of pages: at the farthest ends of lines; where all are short, as far from the
    right edge as lines begin from the left."""
    boxes: dict[float, list[Box]] = defaultdict(list)
    for page in pages:
        boxes[page.width].extend(line.box for line in page.lines if line.box is not None)
    return {
        width: max(_at([box[2] for box in found], 0.9), width - _at([box[0] for box in found], 0.1) * _MARGINS)
        for width, found in boxes.items()
        if found
    }


def _left_column(page: Page) -> tuple[float, float] | None:
    """Where full lines of the left of two columns end, and where the right column begins; None for other pages."""
    boxes = [line.box for line in page.lines if line.box is not None]
    right = [box for box in boxes if box[0] > page.width * _MIDDLE[0]]
    if len(right) < _FEWEST_LINES:
        return None
    begins = _at([box[0] for box in right], 0.1)
    left = [box for box in boxes if box[2] < begins]
    across = len(boxes) - len(left) - len(right)
    if begins > page.width * _MIDDLE[1] or len(left) < _FEWEST_LINES or across > _ACROSS * len(boxes):
        return None
    return _at([box[2] for box in left], 0.9), begins


def _at(values: list[float], share: float) -> float:
    return sorted(values)[int(share * (len(values) - 1))]
