"""Are two programs the same thing? Decided by what they are: object, action, kind, place; not by how names look."""

from __future__ import annotations

import math
from collections.abc import Mapping

from alignment import i18n
from alignment.matching import differences, features, likeness, matters
from alignment.matching.differences import Difference
from alignment.matching.features import Features
from alignment.matching.likeness import Shared
from alignment.models import Overlap, Program, Reason, Text, Verdict

SAME, OVERLAPPING, RELATED = 0.89, 0.5, 0.38
"""From which score on a verdict holds; below RELATED two programs are different."""
_HALF, _STEEP = 0.38, 3.4
"""The points at which two programs are as likely to overlap as not, and how fast the score rises there."""
_TWO, _ORDER = 0.3, 0.04
"""The most points of two programs that something keeps apart by itself, and what more count for there."""
_IN_OTHER_WORDS, _BESIDE = 0.3, 0.5
"""What it adds that a rule knows the two for one thing in other words, and how much counts of which matters they are of
beside their common words."""
_LIFT = 0.35
"""The most that being of one matter adds: less than what two programs need to overlap, for a matter holds many."""
_WORDS_SHOWN = 3
_WORTH_SAYING = 0.1
"""Points from which it is a reason that two programs are of one matter, or of two."""


def compare(a: str | Program, b: str | Program) -> Overlap:
    """What two texts or programs have in common. Symmetric; says nothing about hierarchy or penunjang lines.

    A text is a name, or "NAME: description". The verdicts `same` and `overlapping` mean that one review would join
    the two; every reason quotes both sides.
    """
    first, second = sorted((features.of(a), features.of(b)), key=lambda one: (one.quote, one.normal))
    if _identical(first, second):
        return Overlap(score=1.0, verdict="same", reasons=(_reason("same_words", 1.0, first, second),))
    both = likeness.shared(first, second)
    alike = likeness.value(first, second, both)
    matter = _matter(first, second)
    apart = differences.between(first, second, both)
    points = _left(alike + matter, apart)
    score = round(1 / (1 + math.exp(_STEEP * (_HALF - points))), 4)
    reasons = [_common_ground(both, alike, first, second)]
    if matter >= _WORTH_SAYING or (matter <= -_WORTH_SAYING and both.joined_a):
        reasons.append(_by_matter(matter, first, second))
    reasons.extend(map(_separating, apart))
    return Overlap(score=score, verdict=_verdict(score), reasons=tuple(reasons))


def closeness(a: Features, b: Features) -> tuple[float, tuple[str, ...]]:
    """How much the words of two say the same (0..1), and the words of `a` that it rests on, weightiest first: for those
    who compare many."""
    if _identical(a, b):
        return 1.0, (a.quote,)
    both = likeness.shared(a, b)
    heavy = sorted(both.joined_a, key=lambda unit: (-a.units[unit], unit))
    value = _left(likeness.value(a, b, both), differences.between(a, b, both))
    return max(0.0, value), tuple(a.words[unit] for unit in heavy)


def _matter(a: Features, b: Features) -> float:
    """What being of one matter or of two says, as the rules know it."""
    said = _IN_OTHER_WORDS * matters.in_other_words(a.told, b.told) + _BESIDE * matters.beside(a.told, b.told)
    return min(_LIFT, said)


def _identical(a: Features, b: Features) -> bool:
    return a.normal == b.normal and not differences.elsewhere(a, b)


def _left(points: float, apart: list[Difference]) -> float:
    """The points that are left after what separates; where that makes two programs, more only orders them."""
    left = points + sum([one.weight for one in apart])
    if left > _TWO and any(one.alone for one in apart):
        return _TWO + _ORDER * (left - _TWO)
    return left


def _verdict(score: float) -> Verdict:
    if score >= SAME:
        return "same"
    if score >= OVERLAPPING:
        return "overlapping"
    return "related" if score >= RELATED else "different"


def _common_ground(both: Shared, value: float, a: Features, b: Features) -> Reason:
    named = _named(a, both.joined_a) or _named(b, both.joined_b)
    heavy = [words for words, weight in named if weight >= 0.2]
    if heavy and both.weight >= likeness.LEAST_SUBJECT:
        return _reason("shared", round(value, 2), a, b, words=", ".join(heavy[:_WORDS_SHOWN]))
    light = ", ".join(words for words, _ in named[:_WORDS_SHOWN])
    return _reason("only_words_of_form" if light else "nothing_shared", 0.0, a, b, words=light)


def _named(one: Features, joined: frozenset[str]) -> list[tuple[str, float]]:
    """The words of what a text shares with the other, weightiest first."""
    heaviest_first = sorted(joined, key=lambda unit: (-one.units[unit], unit))
    return [(one.words[unit], one.units[unit]) for unit in heaviest_first]


def _by_matter(weight: float, a: Features, b: Features) -> Reason:
    """What both are of; that each is of another matter needs saying only where words join them."""
    first, second = matters.named(a.told, b.told)
    return _reason("own_matter" if weight < 0 else "one_matter", weight, a, b, first=first, second=second)


def _reason(key: str, weight: float, a: Features, b: Features, **facts: Text | str) -> Reason:
    return _said(key, weight, {"a": a.quote, "b": b.quote, **facts})


def _separating(one: Difference) -> Reason:
    return _said(one.rule, one.weight, dict(one.facts))


def _said(rule: str, weight: float, facts: Mapping[str, Text | str]) -> Reason:
    """A reason in words: a rule is worded by its first part."""
    message = i18n.both(f"overlap.{rule.partition('.')[0]}", **facts)
    return Reason(rule=f"overlap.{rule}", message=message, weight=weight)
