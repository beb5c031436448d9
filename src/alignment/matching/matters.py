"""Which matters a text is of, as the rules know them: official programs, sub-dimensions of the pillars, SDG targets.

Two programs told in other words still point to the same program, sub-dimension and target; two told in the same words
may not. The phrases of the rules are the thesaurus for that.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
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


class _Part(NamedTuple):
    rules: PartName
    corpus: str
    weight: float


_PARTS = (_Part("support", "nomenclature", 1.0), _Part("pillars", "pillars", 1.0), _Part("sdg", "sdg", 0.4))
_RULES = frozenset(part.rules for part in _PARTS)
_Targets = dict[str, float]
"""What a text points to in one part: a vector of length 1."""


class _Spoken(NamedTuple):
    """A text as the rules read it."""

    fired: tuple[Fired, ...]
    """Those that speak for something."""
    words: tuple[frozenset[str], ...]
    """The stems that each of them rests on."""
    stems: frozenset[str]
    rules: dict[str, frozenset[str]]
    """Their ids, each with those stems."""
    targets: tuple[_Targets, ...]
    """What the text points to, by part."""


def in_other_words(a: str, b: str) -> bool:
    """Whether one rule speaks of both texts, of each by words that the other has not: its phrases are wordings of one
    thing."""
    ruleset = rules.load()
    one, two = _read(a, ruleset).rules, _read(b, ruleset).rules
    return any(not (words <= two[rule] or two[rule] <= words) for rule, words in one.items() if rule in two)


def beside(a: str, b: str) -> float:
    """How far two texts are of one matter by the phrases that only one of them holds: -0.72 (each of another by all
    parts) to 0.72; 0 where no part says something of both."""
    ruleset = rules.load()
    one, two = _read(a, ruleset), _read(b, ruleset)
    return _agreement(_alone(one, two.stems), _alone(two, one.stems))


def named(a: str, b: str) -> tuple[Text, Text]:
    """What each of two texts is of, in words, by the part that joins them, else by the first that says something of
    both. Raises ValueError where none does."""
    ruleset = rules.load()
    told = list(_told(_read(a, ruleset).targets, _read(b, ruleset).targets))
    part, one, two = max(told, key=lambda some: not some[1].keys().isdisjoint(some[2]))
    shared = {target: min(value, two[target]) for target, value in one.items() if target in two}
    return _label(part, shared or one), _label(part, shared or two)


def _agreement(a: tuple[_Targets, ...], b: tuple[_Targets, ...]) -> float:
    return round(_GAIN * sum([part.weight * (_cosine(one, two) - _EVEN) for part, one, two in _told(a, b)]), 4)


def _told(a: tuple[_Targets, ...], b: tuple[_Targets, ...]) -> Iterator[tuple[_Part, _Targets, _Targets]]:
    """The parts that say something of both."""
    return ((part, one, two) for part, one, two in zip(_PARTS, a, b, strict=False) if one and two)


@lru_cache(maxsize=4096)
def _read(text: str, ruleset: RuleSet) -> _Spoken:
    subject = Subject.of_text(text)
    fired = tuple([one for one in phrase.fire(subject, compiled(ruleset), ruleset.scale) if _speaks(one)])
    stems = [stem(word.norm) for word in subject.words]
    words = tuple([frozenset([stems[place] for place in one.places]) for one in fired])
    named = {one.bound.rule.id: some for one, some in zip(fired, words, strict=True)}
    return _Spoken(fired, words, frozenset(stems), named, _targets(fired))


def _speaks(one: Fired) -> bool:
    return one.weight > 0 and one.bound.part in _RULES


def _alone(one: _Spoken, elsewhere: frozenset[str]) -> tuple[_Targets, ...]:
    """The targets of the rules that rest on words of which the other text has not all, whatever their forms."""
    if one.stems.isdisjoint(elsewhere):
        return one.targets
    own = [fired for fired, words in zip(one.fired, one.words, strict=True) if not words <= elsewhere]
    if len(own) == len(one.fired):
        return one.targets
    return _targets(own) if own else ()


def _targets(fired: Iterable[Fired]) -> tuple[_Targets, ...]:
    groups: dict[PartName, dict[str, list[Fired]]] = {part.rules: defaultdict(list) for part in _PARTS}
    for one in fired:
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
