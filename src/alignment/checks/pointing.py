"""What a program points to, its own words first, then the words of what stands below it."""

from __future__ import annotations

import re
from typing import Literal

from alignment import corpora
from alignment.checks.base import Review, quoted
from alignment.checks.scope import Item, accepted
from alignment.models import Match, Text
from alignment.text import normal, says

_GOAL = re.compile(r"(?<!\d)(1[0-7]|[1-9])(?!\d)")
Answer = Literal["pillars", "sdg", "support", "rpjmn", "carried_by"]


def matches(review: Review, item: Item, answer: Answer) -> tuple[Match, ...]:
    """The accepted matches of an item: those of its own lines, best first; if none, the supported ones below it."""
    own = [match for line in item.lines for match in accepted(getattr(review.of(line), answer))]
    if not own:
        own = [
            match for line in item.below for match in getattr(review.of(line), answer) if match.status == "supported"
        ]
    best: dict[str, Match] = {}
    for match in own:
        if match.entry_id not in best or match.score > best[match.entry_id].score:
            best[match.entry_id] = match
    return tuple(sorted(best.values(), key=lambda match: (-match.score, match.entry_id)))


def words(match: Match) -> Text:
    """The words that speak for a match, in quotes, each once; none that stands in longer ones."""
    spoken = dict.fromkeys(word for part in match.contributions if part.weight > 0 for word in part.words)
    inside = {word for word in spoken if any(word != other and says(other, (normal(word),)) for other in spoken)}
    return quoted([word for word in spoken if word not in inside], ", ")


def root(match: Match) -> str:
    """The pillar or goal that a match belongs to: "living" of "living.health", "4" of "4.7"."""
    return match.entry_id.partition(".")[0]


def label(corpus: str, entry_id: str) -> Text:
    """What an entry of a corpus is called; its id where the corpus does not know it."""
    entry = corpora.load(corpus).get(entry_id)
    return entry.label if entry else Text(id=entry_id, en=entry_id)


def declared_goals(item: Item) -> tuple[str, ...]:
    """The goals of the SDG named in the item's rows; a target stands for its goal."""
    named = [match for line in item.lines for one in line.declared_sdg if (match := _GOAL.search(one))]
    return tuple(dict.fromkeys(match[1] for match in named))
