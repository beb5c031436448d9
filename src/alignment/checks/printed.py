"""The running text of a document with the way back to page and box, for what is found in it by grammar."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from alignment.checks.base import Reading, Review
from alignment.models import Box, Document, Evidence
from alignment.text import normal

_WORDS_OF_A_PAGE = 300
"""Of a format without pages."""


class _Start(NamedTuple):
    offset: int
    page: int
    box: Box | None
    number: int
    """Of the line: in its file where that is text, else in the document."""


class Printed:
    """All lines of a document joined by newlines, pages too, so that what crosses a page break is found whole."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts: list[_Start] = []
        parts: list[str] = []
        offset = 0
        for page in document.pages:
            for line in page.lines:
                number = line.number or len(self._starts) + 1
                self._starts.append(_Start(offset, page.number, line.box, number))
                parts.append(line.text)
                offset += len(line.text) + 1
        self._offsets = [start.offset for start in self._starts]
        self._paged = any(page.width for page in document.pages)
        self.text = "\n".join(parts)

    def evidence(self, start: int, end: int) -> Evidence:
        """Where a span stands: page and box of the line it starts in, its words as the quote."""
        index = bisect_right(self._offsets, start) - 1
        line = self._starts[index]
        return Evidence(
            document=self._document.id,
            page=line.page if self._paged else None,
            box=line.box,
            quote=self.text[start:end],
            place=None if self._paged else f"baris {line.number}",
        )

    def after(self, end: int, length: int) -> str:
        """The words that follow a span."""
        return self.text[end : end + length]

    def before(self, start: int, length: int) -> str:
        """The words that stand before a span."""
        return self.text[max(0, start - length) : start]


def printed(review: Review, draft: Reading) -> tuple[Printed, ...]:
    """The texts of a draft's files, put together once a review."""
    return review.once(f"printed {draft.document.id}", lambda: tuple(map(Printed, review.files(draft))))


def holds(review: Review, draft: Reading, phrases: Iterable[str]) -> bool:
    """Whether one of the phrases, in normal words, stands anywhere in a draft's files."""
    words = review.once(f"words {draft.document.id}", lambda: _words(review.files(draft)))
    return any(f" {phrase} " in words for phrase in phrases)


def _words(files: Iterable[Document]) -> str:
    return " ".join(f" {normal(page.text)} " for file in files for page in file.pages)


def is_read_whole(files: Iterable[Document], pages: float) -> bool:
    """Whether the files are a plan of at least so many pages and no excerpt, and all of it was read: else what is not
    found in them may well stand in the plan."""
    known = tuple(files)
    return sum(map(_length, known)) >= pages and not any(file.unread_pages for file in known)


def _length(file: Document) -> float:
    """In pages, as printed or as the words would fill."""
    return max(len(file.pages), sum(len(page.text.split()) for page in file.pages) / _WORDS_OF_A_PAGE)
