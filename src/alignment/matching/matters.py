"""Which matters a text is of, as the rules know them: official programs, sub-dimensions of the pillars, SDG targets.

Two programs told in other words still point to the same program, sub-dimension and target; two told in the same words
may not. The phrases of the rules are the thesaurus for that.
"""

from __future__ import annotations

import math
from collections import defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

from alignment import corpora, rules
from alignment.matching import phrase, score
from alignment.matching.fired import Fired
from alignment.matching.subject import Subject
from alignment.models import Text
from alignment.rules import PartName
from alignment.rules.compile import compiled

_GAIN = 0.6
"""What agreeing on one part gives or takes, from all targets in common to none."""
_LIFT = 0.35
"""The most that agreeing gives: less than what two programs need to overlap, for a matter holds many of them."""


class _Part(NamedTuple):
    rules: PartName
    corpus: str
    weight: float


_PARTS = (_Part("support", "nomenclature", 1.0), _Part("pillars", "pillars", 1.0), _Part("sdg", "sdg", 0.4))
_Targets = dict[str, float]
"""What a text points to in one part: a vector of length 1."""


def agreement(a: str, b: str) -> float:
    """How far two texts are of one matter: -0.72 (each of another by all parts) to 0.35; 0 where no part says something
    of both."""
    even = [
        part.weight * (_cosine(one, two) - 0.5)
        for part, one, two in zip(_PARTS, _of(a), _of(b), strict=True)
        if one and two
    ]
    return min(_LIFT, round(_GAIN * sum(even), 4))


def named(a: str, b: str) -> tuple[Text, Text]:
    """What each of two texts is of, in words, by the first part that says something of both: the same where both point
    to the same. Raises StopIteration where none does."""
    told = zip(_PARTS, _of(a), _of(b), strict=True)
    part, one, two = next((part, one, two) for part, one, two in told if one and two)
    shared = {target: min(value, two[target]) for target, value in one.items() if target in two}
    return _label(part, shared or one), _label(part, shared or two)


@lru_cache(maxsize=32768)
def _of(text: str) -> tuple[_Targets, ...]:
    """The targets of a text by part, each with its part of their common length."""
    ruleset = rules.load()
    groups: dict[PartName, dict[str, list[Fired]]] = defaultdict(lambda: defaultdict(list))
    for one in phrase.fire(Subject.of_text(text), compiled(ruleset), ruleset.scale):
        if one.weight > 0:
            groups[one.bound.part][one.bound.target].append(one)
    return tuple(_scaled(groups[part.rules]) for part in _PARTS)


def _scaled(groups: dict[str, list[Fired]]) -> _Targets:
    scores = {target: score.combine(some).score for target, some in groups.items()}
    length = math.hypot(*scores.values())
    return {target: value / length for target, value in scores.items()}


def _cosine(a: _Targets, b: _Targets) -> float:
    return sum([value * b[target] for target, value in a.items() if target in b])


def _label(part: _Part, targets: _Targets) -> Text:
    return _named(part.corpus, min(targets, key=lambda target: (-targets[target], target)))


@cache
def _named(corpus: str, target: str) -> Text:
    entry = corpora.load(corpus).get(target)
    return entry.label if entry else Text(id=target, en=target)
