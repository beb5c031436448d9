"""What stands on the head or foot of page after page: running titles, stamps, page numbers."""

from __future__ import annotations

import re
from collections import Counter

from alignment.models.document import Line, Page

_MARGIN = 0.15
"""Head and foot of a page, as parts of its height."""
_OFTEN = 3
"""A third of the pages, and at least three."""


def furniture(pages: tuple[Page, ...] | list[Page]) -> frozenset[str]:
    """The running lines, each without its digits (see `key`)."""
    margins = ({key(line) for line in page.lines if in_margin(line, page)} for page in pages)
    counts = Counter(text for margin in margins for text in sorted(margin))
    return frozenset(text for text, count in counts.items() if count >= max(_OFTEN, len(pages) / _OFTEN) and text)


def in_margin(line: Line, page: Page) -> bool:
    """Does the line stand on the head or foot of its page?"""
    return line.box is not None and (line.box[3] < _MARGIN * page.height or line.box[1] > (1 - _MARGIN) * page.height)


def is_furniture(line: Line, page: Page, running: frozenset[str]) -> bool:
    """Is this one of the running lines, or a lone page number?"""
    return in_margin(line, page) and (key(line) in running or line.text.strip(" -–|").isdecimal())


def key(line: Line) -> str:
    """The words of a line without digits and marks: page numbers differ from page to page."""
    return re.sub(r"[\d\W_]+", " ", line.text).strip().casefold()
