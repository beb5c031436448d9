"""The rows of the given plans that carry a program of a draft, as programs and not only as matches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from alignment.checks.base import Review
from alignment.checks.scope import Item, items
from alignment.models import Program


class Carried(NamedTuple):
    """A program of a draft and the rows of the plans that carry it, best first."""

    item: Item
    rows: tuple[Program, ...]


def carried(review: Review) -> Iterator[Carried]:
    """The programs of all drafts that a plan carries beyond doubt."""
    for draft in review.drafts:
        for item in items(review, draft):
            sure = [match for line in item.lines for match in review.of(line).carried_by if match.status == "supported"]
            ids = dict.fromkeys(match.entry_id for match in sure)
            rows = tuple(review.programs[one] for one in ids if one in review.programs)
            if rows:
                yield Carried(item, rows)
