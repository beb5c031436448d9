"""Which matters a text is of, as the rules know them: official programs, sub-dimensions of the pillars, SDG targets.

Two programs told in other words still point to the same program, sub-dimension and target; two told in the same words
may not. The phrases of the rules are the thesaurus for that.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from alignment import corpora, rules
from alignment.matching import phrase, score
from alignment.matching.fired import Fired
from alignment.matching.subject import Subject
from alignment.models import Text
from alignment.rules import PartName, RuleSet
from alignment.rules.compile import compiled
from alignment.text import stem

_GAIN = 0.6
"""What agreeing on one part gives or takes, from all targets in common to none."""
_EVEN = 0.5
"""The likeness (cosine) of targets that neither joins nor separates."""
_LIFT = 0.35
"""The most that agreeing gives: less than what two programs need to overlap, for a matter holds many of them."""


class _Part(NamedTuple):
    rules: PartName
    corpus: str
    weight: float


class _Spoken(NamedTuple):
    """A text as the rules read it: those that speak for something, and the stems of its words by their place."""

    fired: list[Fired]
    stems: tuple[str, ...]


_PARTS = (_Part("support", "nomenclature", 1.0), _Part("pillars", "pillars", 1.0), _Part("sdg", "sdg", 0.4))
_Targets = dict[str, float]
"""What a text points to in one part: a vector of length 1."""


def agreement(a: str, b: str) -> float:
    """How far two texts are of one matter: -0.72 (each of another by all parts) to 0.35; 0 where no part says something
    of both."""
    ruleset = rules.load()
    return min(_LIFT, _agreement(_of(a, ruleset), _of(b, ruleset)))


def beside(a: str, b: str) -> float:
    """How far two texts are of one matter by the phrases that only one of them holds: -0.72 to 0.72."""
    return _agreement(_targets(_only(a, b)), _targets(_only(b, a)))


def named(a: str, b: str) -> tuple[Text, Text]:
    """What each of two texts is of, in words, by the first part that says something of both: the same where both point
    to the same. Raises StopIteration where none does."""
    ruleset = rules.load()
    part, one, two = next(_told(_of(a, ruleset), _of(b, ruleset)))
    shared = {target: min(value, two[target]) for target, value in one.items() if target in two}
    return _label(part, shared or one), _label(part, shared or two)


def _agreement(a: tuple[_Targets, ...], b: tuple[_Targets, ...]) -> float:
    return round(_GAIN * sum([part.weight * (_cosine(one, two) - _EVEN) for part, one, two in _told(a, b)]), 4)


def _told(a: tuple[_Targets, ...], b: tuple[_Targets, ...]) -> Iterator[tuple[_Part, _Targets, _Targets]]:
    """The parts that say something of both."""
    return ((part, one, two) for part, one, two in zip(_PARTS, a, b, strict=True) if one and two)


@lru_cache(maxsize=32768)
def _of(text: str, ruleset: RuleSet) -> tuple[_Targets, ...]:
    """The targets of a text by part."""
    return _targets(_read(text, ruleset).fired)


@lru_cache(maxsize=4096)
def _read(text: str, ruleset: RuleSet) -> _Spoken:
    subject = Subject.of_text(text)
    fired = [one for one in phrase.fire(subject, compiled(ruleset), ruleset.scale) if one.weight > 0]
    return _Spoken(fired, tuple([stem(word.norm) for word in subject.words]))


def _only(text: str, other: str) -> list[Fired]:
    """The rules that speak for something in `text` by words of which `other` has not all, whatever their forms."""
    ruleset = rules.load()
    elsewhere = set(_read(other, ruleset).stems)
    fired, stems = _read(text, ruleset)
    return [one for one in fired if any(stems[place] not in elsewhere for place in one.places)]


def _targets(fired: list[Fired]) -> tuple[_Targets, ...]:
    groups: dict[PartName, dict[str, list[Fired]]] = {part.rules: defaultdict(list) for part in _PARTS}
    for one in fired:
        if one.bound.part in groups:
            groups[one.bound.part][one.bound.target].append(one)
    return tuple([_scaled(some) for some in groups.values()])


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
