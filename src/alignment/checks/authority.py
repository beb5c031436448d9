"""Whether a program is a regency's to do at all: by the rules of authority, and by the words of the affair itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from alignment import corpora
from alignment.checks.base import Review
from alignment.checks.kinds import is_of_a_province
from alignment.checks.scope import Item
from alignment.models.corpus import Affair
from alignment.text import content, normal

_RULE = "authority."


class Outside(NamedTuple):
    """An affair of the centre or the province, and the words that name it."""

    affair: Affair
    words: tuple[str, ...]


def outside_authority(review: Review, item: Item) -> Outside | None:
    """What takes an item out of a regency's hands, or None."""
    if item.program.document in _of_provinces(review):
        return None
    found = (*_by_rule(review, item), *_by_name(item))
    return found[0] if found else None


def _of_provinces(review: Review) -> frozenset[str]:
    return frozenset(draft.document.id for draft in review.drafts if is_of_a_province(draft))


def _by_rule(review: Review, item: Item) -> Iterator[Outside]:
    """The rules of authority that refused what would carry it."""
    for match in review.of(item.program).support[:1]:
        for contribution in match.contributions:
            if contribution.weight < 0 and contribution.rule.startswith(_RULE):
                affair = corpora.load("authority").get(contribution.rule.split(".")[1])
                if isinstance(affair, Affair):
                    yield Outside(affair, contribution.words)


def _by_name(item: Item) -> Iterator[Outside]:
    """Its name says the affair in several words, and nothing of what lies beside it and is a regency's."""
    name = f" {normal(item.program.name)} "
    for affair in corpora.load("authority").entries:
        if not isinstance(affair, Affair) or affair.standing != "confirmed":
            continue
        words = tuple(word for word in affair.words if len(content(word)) > 1 and f" {normal(word)} " in name)
        if words and not any(f" {normal(word)} " in name for word in affair.allowed_words):
            yield Outside(affair, words)
