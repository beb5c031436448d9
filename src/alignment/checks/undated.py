"""Amounts that were read and not used, since they name no year: their programs name their budget all the same."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from alignment.checks.base import Reading, Review
from alignment.grammar import money
from alignment.models import Evidence, Unread

_NUMBER = re.compile(r"\d+")
_LINE = 3.0
"""Points by which words of one line differ in height."""
_Place = tuple[str, int, tuple[int, ...], float]
"""File, page, the numbers of a place in a format without pages, height on the page."""


def with_amount(review: Review) -> frozenset[str]:
    """The ids of the programs of all drafts with an amount among what was not read with certainty."""
    return review.once("programs with an undated amount", lambda: frozenset(_all(review)))


def is_figure(row: Unread) -> bool:
    """Whether what was not read is an amount, and no row: "1.250.000", "Rp 200.000.000 per tahun"."""
    return money.is_amount(row.evidence.quote.partition(" per ")[0])


def _all(review: Review) -> Iterator[str]:
    for draft in review.drafts:
        yield from _of(draft)


def _of(draft: Reading) -> Iterator[str]:
    """An amount belongs to the last program that begins before it."""
    begins = sorted((_place(place), one.id) for one in draft.extraction.programs for place in one.evidence)
    for row in draft.extraction.unread:
        at = bisect_right(begins, (_place(row.evidence, _LINE), "")) - 1
        if is_figure(row) and at >= 0:
            yield begins[at][1]


def _place(place: Evidence, below: float = 0.0) -> _Place:
    numbers = tuple(map(int, _NUMBER.findall(place.place or "")))
    return (place.document, place.page or 0, numbers, place.box[1] + below if place.box else below)
