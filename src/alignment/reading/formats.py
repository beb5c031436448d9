"""What every reader gives back."""

from __future__ import annotations

from typing import NamedTuple

from alignment.models.document import Heading, Issue, Page


class Read(NamedTuple):
    """Pages, what is wrong with them, who read them, headings where the format marks them, and the words on
    head and foot of the pages where it keeps them apart."""

    pages: tuple[Page, ...]
    issues: tuple[Issue, ...]
    engine: str
    headings: tuple[Heading, ...] = ()
    running: str = ""
