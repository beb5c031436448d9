"""Are two programs the same thing? Decided by what they are: object, action, kind, place; not by how names look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from alignment import i18n
from alignment.matching import features, lexicon
from alignment.matching.features import Features
from alignment.models import Overlap, Program, Reason, Text, Verdict

SAME, OVERLAPPING, RELATED = 0.86, 0.5, 0.3
"""From which score on a verdict holds; below RELATED two programs are different."""

_BOTH_SIDES = 0.75  # what each side alone speaks of counts against, most where both sides do
_ONE_MATTER, _TWO_MATTERS = 0.35, 1.6
_ONE_SIDE = 0.07
_KIND_OF = 0.7  # durian seedlings among fruit seedlings
_MISSPELT = 0.95
_PART_OF = 0.6  # UMKM in "produk UMKM"
_LEAST_SUBJECT = 0.5  # sharing less than this weight is sharing words of form only
_FORM_ONLY = 3
_CONTRAST_CEILING = 0.28
_SIDE_CONTRAST = 0.55  # the contrast stands in a description only
_NAME_LEVEL = 0.6
_APART = 0.55
_LOOKS = 0.04  # how much the letters say between equals
_NEAR = 88  # of 100: two spellings of one word


class _Shared(NamedTuple):
    weight: float
    rest_a: float
    rest_b: float
    pairs: tuple[tuple[str, str], ...]
    """Units of both sides that mean the same."""


def compare(a: str | Program, b: str | Program) -> Overlap:
    """What two texts or programs have in common. Symmetric; says nothing about hierarchy or penunjang lines."""
    first, second = sorted((features.of(a), features.of(b)), key=lambda one: (one.quote, one.normal))
    return _compare(first, second)


def closeness(a: Features, b: Features) -> tuple[float, tuple[str, ...]]:
    """The score and the words of `a` that it rests on, weightiest first: for those who compare many."""
    value, _ = _judge(a, b)
    shared = sorted((unit for unit in a.units if unit in b.units), key=lambda unit: -a.units[unit])
    return value, tuple(a.words[unit] for unit in shared)


def _compare(a: Features, b: Features) -> Overlap:
    value, reasons = _judge(a, b)
    return Overlap(score=value, verdict=_verdict(value), reasons=reasons)


def _verdict(value: float) -> Verdict:
    if value >= SAME:
        return "same"
    if value >= OVERLAPPING:
        return "overlapping"
    return "related" if value >= RELATED else "different"


def _judge(a: Features, b: Features) -> tuple[float, tuple[Reason, ...]]:
    if a.normal == b.normal and not _elsewhere(a, b):
        return 1.0, (_reason("same_words", 1.0, a, b),)
    shared = _common(a, b)
    value = shared.weight / (
        shared.weight
        + _both_sides(a, b, shared) * min(shared.rest_a, shared.rest_b)
        + _ONE_SIDE * max(shared.rest_a, shared.rest_b)
        + 1e-9
    )
    if shared.weight < _LEAST_SUBJECT:
        value *= (shared.weight / _LEAST_SUBJECT) ** _FORM_ONLY
    reasons = [_shared_reason(shared, a, b)]
    for reason, ceiling, factor in _separations(a, b):
        value = min(value * factor, ceiling)
        reasons.append(reason)
    looks = _look_alike(a, b)
    return round((1 - _LOOKS) * value + _LOOKS * looks, 4), tuple(reasons)


def _both_sides(a: Features, b: Features, shared: _Shared) -> float:
    """What each side alone speaks of separates less where it is of one matter, more where it is of two."""
    joined = {unit for pair in shared.pairs for unit in pair}
    of_a = frozenset[str]().union(*(about for unit, about in a.topics.items() if unit not in joined))
    of_b = frozenset[str]().union(*(about for unit, about in b.topics.items() if unit not in joined))
    if not of_a or not of_b:
        return _BOTH_SIDES
    return _ONE_MATTER if of_a & of_b else _TWO_MATTERS


def _common(a: Features, b: Features) -> _Shared:
    broader = lexicon.load().broader
    weight = 0.0
    rest_a, rest_b = a.total, b.total
    pairs: list[tuple[str, str]] = []
    for unit, own in a.units.items():
        other = b.units.get(unit)
        if other is not None:
            weight += (own + other) / 2
            rest_a -= own
            rest_b -= other
            pairs.append((unit, unit))
    left = [unit for unit in a.units if unit not in b.units]
    right = [unit for unit in b.units if unit not in a.units]
    for one, two, part in _kindred(a, b, left, right, broader):
        weight += part * (a.units[one] + b.units[two]) / 2
        rest_a -= part * a.units[one]
        rest_b -= part * b.units[two]
        pairs.append((one, two))
    for unit in left:
        if unit in b.soft:
            weight += _PART_OF * a.units[unit]
            rest_a -= a.units[unit]
    for unit in right:
        if unit in a.soft:
            weight += _PART_OF * b.units[unit]
            rest_b -= b.units[unit]
    return _Shared(weight, max(rest_a, 0.0), max(rest_b, 0.0), tuple(pairs))


def _kindred(
    a: Features, b: Features, left: Sequence[str], right: Sequence[str], broader: dict[str, tuple[str, ...]]
) -> list[tuple[str, str, float]]:
    """Units that are not the same and still belong together: a kind of the other, or the other misspelt."""
    found = []
    taken: set[str] = set()
    for one in left:
        for parent in broader.get(one, ()):
            if parent in right and parent not in taken:
                found.append((one, parent, _KIND_OF))
                taken |= {one, parent}
                break
    for two in right:
        for parent in broader.get(two, ()):
            if two not in taken and parent in left and parent not in taken:
                found.append((parent, two, _KIND_OF))
                taken |= {two, parent}
                break
    for one in left:
        if one in taken or not (a.unknown or b.unknown):
            continue
        for two in right:
            if two not in taken and (one in a.unknown or two in b.unknown) and _one_word(one, two):
                found.append((one, two, _MISSPELT))
                taken |= {one, two}
                break
    return found


def _one_word(one: str, two: str) -> bool:
    if min(len(one), len(two)) < 5 or one[0] != two[0] or abs(len(one) - len(two)) > 3:
        return False
    from rapidfuzz import fuzz

    return fuzz.ratio(one, two) >= _NEAR - 5 * (len(one) > 8)


def _look_alike(a: Features, b: Features) -> float:
    from rapidfuzz import fuzz

    return fuzz.ratio(a.normal, b.normal) / 100


def _separations(a: Features, b: Features) -> list[tuple[Reason, float, float]]:
    """What keeps the two apart: (reason, highest score left, factor)."""
    known = lexicon.load()
    found: list[tuple[Reason, float, float]] = []
    for number, of_a, of_b, weight in _opposed(a, b):
        contrast = known.contrasts[number]
        words_a = _named(a, contrast, of_a) or a.quote
        words_b = _named(b, contrast, of_b) or b.quote
        reason = Reason(
            rule=f"contrast.{contrast.name}",
            message=_say("contrast", what=contrast.label, a=words_a, b=words_b),
            weight=-0.7 if weight >= _NAME_LEVEL else -0.4,
        )
        ceiling = _CONTRAST_CEILING if weight >= _NAME_LEVEL else 1.0
        found.append((reason, ceiling, 1.0 if weight >= _NAME_LEVEL else _SIDE_CONTRAST))
        break
    if _official(a, b):
        message = _say("official", a=a.quote, b=b.quote)
        found.append((Reason(rule="contrast.official", message=message, weight=-0.7), _CONTRAST_CEILING, 1.0))
    place = _elsewhere(a, b)
    if place:
        kind, name_a, name_b = place
        message = i18n.both("overlap.place", type=kind, a=" ".join(name_a), b=" ".join(name_b))
        found.append((Reason(rule="contrast.place", message=message, weight=-0.6), 0.45, 0.7))
    done = _apart(a, b, known)
    if done:
        first, second = done
        message = _say(
            "action", first=known.actions[first], second=known.actions[second], a=a.words[first], b=b.words[second]
        )
        found.append((Reason(rule="contrast.action", message=message, weight=-0.3), 1.0, _APART))
    return found


def _official(a: Features, b: Features) -> bool:
    """True where both bear the name of an official program, and not of the same one."""
    return a.official is not None and b.official is not None and a.official != b.official


def _opposed(a: Features, b: Features) -> list[tuple[int, frozenset[int], frozenset[int], float]]:
    """Contrast sets in which each side names something that the other does not, the heaviest first.

    Naming one thing in common joins (women and children, women), unless each also names another of its own by name
    (entrepreneurs with a disability, entrepreneurs among migrants).
    """
    contrasts = lexicon.load().contrasts
    of_b = {number: (members, weight) for number, members, weight in b.members}
    found = []
    for number, members, weight in a.members:
        contrast = contrasts[number]
        if contrast.heads and not (number in a.heads and number in b.heads):
            continue
        if number in of_b:
            others, other_weight = of_b[number]
            own, others_own = members - others, others - members
            least = min(weight, other_weight)
            if own and others_own and (not members & others or least >= _NAME_LEVEL):
                found.append((number, own, others_own, least if not members & others else least - 0.01))
        elif contrast.unmarked:
            found.append((number, members, frozenset(), weight))
    in_a = {number for number, _, _ in a.members}
    for number, (members, weight) in of_b.items():
        contrast = contrasts[number]
        if contrast.unmarked and number not in in_a and number in a.heads and number in b.heads:
            found.append((number, frozenset(), members, weight))
    return sorted(found, key=lambda one: (-one[3], one[0]))


def _named(one: Features, contrast: lexicon.Contrast, members: frozenset[int]) -> str:
    """The words of the text that name a member of the set."""
    for unit, words in one.words.items():
        if contrast.members.get(unit) in members:
            return words
    return ""


def _elsewhere(a: Features, b: Features) -> tuple[str, tuple[str, ...], tuple[str, ...]] | None:
    for kind, name in a.places.items():
        other = b.places.get(kind)
        if other and name[0] != other[0] and not set(name) & {other[0]} and not set(other) & {name[0]}:
            return kind, name, other
    return None


def _apart(a: Features, b: Features, known: lexicon.Lexicon) -> tuple[str, str] | None:
    if not a.actions or not b.actions or a.actions & b.actions:
        return None
    for first in sorted(a.actions):
        for second in sorted(b.actions):
            if frozenset((first, second)) in known.apart:
                return first, second
    return None


def _shared_reason(shared: _Shared, a: Features, b: Features) -> Reason:
    heavy = [one for one, _ in sorted(shared.pairs, key=lambda pair: -a.units[pair[0]]) if a.units[one] >= 0.2][:3]
    if heavy and shared.weight >= _LEAST_SUBJECT:
        words = ", ".join(a.words[unit] for unit in heavy)
        return _reason("shared", round(shared.weight, 2), a, b, words=words)
    light = ", ".join(a.words[one] for one, _ in shared.pairs[:3])
    key = "only_words_of_form" if light else "nothing_shared"
    return _reason(key, -0.5, a, b, words=light)


def _reason(key: str, weight: float, a: Features, b: Features, **facts: str) -> Reason:
    return Reason(
        rule=f"overlap.{key}", message=i18n.both(f"overlap.{key}", a=a.quote, b=b.quote, **facts), weight=weight
    )


def _say(key: str, **facts: Text | str) -> Text:
    """`i18n.both`, with facts that are words of both languages themselves."""
    in_id = {name: fact.id if isinstance(fact, Text) else fact for name, fact in facts.items()}
    in_en = {name: fact.en if isinstance(fact, Text) else fact for name, fact in facts.items()}
    return Text(id=i18n.say(f"overlap.{key}", "id", **in_id), en=i18n.say(f"overlap.{key}", "en", **in_en))
