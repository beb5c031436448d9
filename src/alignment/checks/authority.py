"""Whether a program is a regency's to do at all, as the match of its support says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from alignment import corpora
from alignment.checks.base import Review
from alignment.checks.kinds import is_of_a_province
from alignment.checks.scope import Item
from alignment.models.corpus import Affair

_RULE = "authority."


class Outside(NamedTuple):
    """An affair of the centre or the province, and the words that name it."""

    affair: Affair
    words: tuple[str, ...]


def outside_authority(review: Review, item: Item) -> Outside | None:
    """What takes an item out of a regency's hands, or None."""
    if item.program.document in _of_provinces(review):
        return None
    return next(_refusals(review, item), None)


def _of_provinces(review: Review) -> frozenset[str]:
    return frozenset(draft.document.id for draft in review.drafts if is_of_a_province(draft))


def _refusals(review: Review, item: Item) -> Iterator[Outside]:
    """What refused the programs that would carry it: rules of authority, or the affair's own words in its name."""
    for match in review.of(item.program).support[:1]:
        for contribution in match.contributions:
            if contribution.weight < 0 and contribution.rule.startswith(_RULE):
                affair = corpora.load("authority").get(contribution.rule.split(".")[1])
                if isinstance(affair, Affair):
                    yield Outside(affair, contribution.words)
