"""A rule that fired on a subject, before scores are made of it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from alignment.models import Contribution
from alignment.rules.model import BoundRule, FieldName, Scale


class Fired(NamedTuple):
    """One rule, the words it saw and what they weigh. Weight 0: it would have fired, `words` held it back."""

    bound: BoundRule
    words: tuple[str, ...]
    weight: float
    field: str
    places: frozenset[int]
    """The subject's words it rests on, by index: words speak once for an entry."""

    def contribution(self) -> Contribution:
        """As a match shows it."""
        return contribution(self.bound.rule.id, self.words, self.weight, self.field)


@lru_cache(maxsize=4096)
def contribution(rule: str, words: tuple[str, ...], weight: float, field: str) -> Contribution:
    """A reason as a match shows it, made once: a rule that speaks for a target speaks for what stands over it too."""
    return Contribution(rule=rule, words=words, weight=weight, field=field)


def share(field: str, fields: tuple[FieldName, ...], scale: Scale) -> float:
    """What a rule keeps of its weight in `field`; all of it where the rule asks for that field alone."""
    return 1.0 if fields == (field,) else scale.fields.get(field, 1.0)
