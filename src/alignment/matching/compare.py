"""Are two programs the same thing? Decided by what they are: object, action, kind, place; not by how names look."""

from __future__ import annotations

import math

from alignment import i18n
from alignment.matching import differences, features, likeness
from alignment.matching.differences import Difference
from alignment.matching.features import Features
from alignment.matching.likeness import Shared
from alignment.models import Overlap, Program, Reason, Text, Verdict

SAME, OVERLAPPING, RELATED = 0.9, 0.5, 0.38
"""From which score on a verdict holds; below RELATED two programs are different."""
_HALF = 0.38
"""The likeness from which two programs overlap: the score shows it as one half."""
_CURVE = math.log(0.5) / math.log(_HALF)
_LOOKS, _LOOKS_OF_EQUALS = 0.04, 0.1
"""How much the letters say; so much more between two that are all but the same."""
_ALL_BUT_THE_SAME = 0.8
_WORDS_SHOWN = 3


def compare(a: str | Program, b: str | Program) -> Overlap:
    """What two texts or programs have in common. Symmetric; says nothing about hierarchy or penunjang lines.

    A text is a name, or "NAME: description". The verdicts `same` and `overlapping` mean that one review would join
    the two; every reason quotes both sides.
    """
    first, second = sorted((features.of(a), features.of(b)), key=lambda one: (one.quote, one.normal))
    if _identical(first, second):
        return Overlap(score=1.0, verdict="same", reasons=(_reason("same_words", 1.0, first, second),))
    both = likeness.shared(first, second)
    apart = differences.between(first, second, both)
    score = round(_score(first, second, both, apart) ** _CURVE, 4)
    reasons = (_common_ground(both, first, second), *(_separating(one) for one in apart))
    return Overlap(score=score, verdict=_verdict(score), reasons=reasons)


def closeness(a: Features, b: Features) -> tuple[float, tuple[str, ...]]:
    """The score, and the words of `a` that it rests on, weightiest first: for those who compare many."""
    if _identical(a, b):
        return 1.0, (a.quote,)
    both = likeness.shared(a, b)
    heavy = sorted(both.joined_a, key=lambda unit: (-a.units[unit], unit))
    return _score(a, b, both, differences.between(a, b, both)), tuple(a.words[unit] for unit in heavy)


def _identical(a: Features, b: Features) -> bool:
    return a.normal == b.normal and not differences.elsewhere(a, b)


def _score(a: Features, b: Features, both: Shared, apart: list[Difference]) -> float:
    value = likeness.value(a, b, both)
    for one in apart:
        value = min(value * one.factor, one.ceiling)
    from rapidfuzz import fuzz

    looks = _LOOKS + _LOOKS_OF_EQUALS * max(0.0, value - _ALL_BUT_THE_SAME) / (1 - _ALL_BUT_THE_SAME)
    return round((1 - looks) * value + looks * fuzz.ratio(a.normal, b.normal) / 100, 4)


def _verdict(score: float) -> Verdict:
    if score >= SAME:
        return "same"
    if score >= OVERLAPPING:
        return "overlapping"
    return "related" if score >= RELATED else "different"


def _common_ground(both: Shared, a: Features, b: Features) -> Reason:
    heavy = sorted((unit for unit in both.joined_a if a.units[unit] >= 0.2), key=lambda unit: (-a.units[unit], unit))
    if heavy and both.weight >= likeness.LEAST_SUBJECT:
        words = ", ".join(a.words[unit] for unit in heavy[:_WORDS_SHOWN])
        return _reason("shared", round(both.weight, 2), a, b, words=words)
    light = ", ".join(a.words[unit] for unit in sorted(both.joined_a)[:_WORDS_SHOWN])
    return _reason("only_words_of_form" if light else "nothing_shared", -0.5, a, b, words=light)


def _reason(key: str, weight: float, a: Features, b: Features, **facts: str) -> Reason:
    message = i18n.both(f"overlap.{key}", a=a.quote, b=b.quote, **facts)
    return Reason(rule=f"overlap.{key}", message=message, weight=weight)


def _separating(one: Difference) -> Reason:
    """A difference in words; a fact may have words of both languages itself."""
    key = one.rule.partition(".")[0]
    in_id = {name: fact.id if isinstance(fact, Text) else fact for name, fact in one.facts}
    in_en = {name: fact.en if isinstance(fact, Text) else fact for name, fact in one.facts}
    message = Text(id=i18n.say(f"overlap.{key}", "id", **in_id), en=i18n.say(f"overlap.{key}", "en", **in_en))
    return Reason(rule=f"overlap.{one.rule}", message=message, weight=one.weight)
