"""What stands on the head or foot of page after page: running titles, stamps, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from alignment.models.document import Line, Page

_MARGIN = 0.15
"""Head and foot of a page, as parts of its height."""
_OFTEN = 3
_NO_WORD = re.compile(r"[\d\W_]+")


class Furniture(NamedTuple):
    """The running lines of a document, each without its digits (see `key`)."""

    lines: frozenset[str]

    def holds(self, line: Line, page: Page) -> bool:
        """Is this one of the running lines, or a lone page number?"""
        return in_margin(line, page) and (key(line) in self.lines or line.text.strip(" -–|").isdecimal())


def furniture(pages: Sequence[Page]) -> Furniture:
    """What stands on the head or foot of a third of all pages, and of three at least."""
    margins = ({key(line) for line in page.lines if in_margin(line, page)} for page in pages)
    counts = Counter(text for margin in margins for text in sorted(margin))
    often = max(_OFTEN, sum(bool(page.lines) for page in pages) / _OFTEN)
    return Furniture(frozenset(text for text, count in counts.items() if count >= often and text))


def in_margin(line: Line, page: Page) -> bool:
    """Does the line stand on the head or foot of its page?"""
    return line.box is not None and (line.box[3] < _MARGIN * page.height or line.box[1] > (1 - _MARGIN) * page.height)


def key(line: Line) -> str:
    """The words of a line without digits and marks: page numbers differ from page to page."""
    return _NO_WORD.sub(" ", line.text).strip().casefold()
