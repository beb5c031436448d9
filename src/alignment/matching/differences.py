"""What makes two programs of one wording two: a contrast word, a place, an action, an official name."""

from __future__ import annotations

from typing import NamedTuple

from alignment import text
from alignment.matching import lexicon
from alignment.matching.features import NUMERAL, Features
from alignment.matching.likeness import Shared, is_slip
from alignment.models import Text

_NAME_LEVEL = 0.6
"""From this weight on a contrast word stands in the name, below it in a description only."""
_BESIDE_HEAD = 0.1
"""Beside the head of its set a light word is enough: "izin lokasi"."""
_CONTRAST, _CONTRAST_BESIDE, _PLACE, _OFFICIAL, _EXCHANGED, _ACTION = -0.85, -0.25, -0.7, -1.25, -1.6, -0.7
"""What each takes from the points of two texts: as surely as it made two programs of labelled pairs."""
_SAYS, _THING = 0.05, 0.3
"""From these weights on a word says something, and what the program is about."""
_FRAME = 1 / 3
"""The part of a name that two names must begin and end with alike to be one wording."""


class Difference(NamedTuple):
    """One reason why two texts are not the same thing."""

    rule: str
    weight: float
    """What it takes from what the two have in common, below 0."""
    alone: bool
    """Whether it makes two programs by itself, whatever else they have in common."""
    facts: tuple[tuple[str, Text | str], ...]
    """For the message `overlap.<key>`, where key is the rule's first part after the dot."""


def between(a: Features, b: Features, both: Shared) -> list[Difference]:
    """All that separates `a` from `b`, the heaviest contrast first."""
    found = _contrasts(a, b)[:1]
    exchanged = None if found else _exchanged(a, b, both)
    if exchanged:
        words = (("a", exchanged[0]), ("b", exchanged[1]))
        found.append(Difference("exchanged", _EXCHANGED, True, words))
    kinds = None if found else _kinds(a, b, both)
    if kinds:
        named = (("of", kinds[2]), ("a", a.words[kinds[0]]), ("b", b.words[kinds[1]]))
        found.append(Difference("kinds", _CONTRAST, True, named))
    if a.official is not None and b.official is not None and a.official != b.official:
        found.append(Difference("official", _OFFICIAL, True, (("a", a.quote), ("b", b.quote))))
    place = elsewhere(a, b)
    if place:
        kind, name_a, name_b = place
        facts = (("type", kind), ("a", " ".join(name_a)), ("b", " ".join(name_b)))
        found.append(Difference("place", _PLACE, True, facts))
    apart = _apart(a, b)
    if apart:
        first, second = apart
        labels = lexicon.load().actions
        said = (("a", _doing(a, first)), ("b", _doing(b, second)))
        found.append(Difference("action", _ACTION, True, (("first", labels[first]), ("second", labels[second]), *said)))
    return found


def elsewhere(a: Features, b: Features) -> tuple[str, tuple[str, ...], tuple[str, ...]] | None:
    """A type of place that both name, with other names: two bridges are two."""
    for kind, name in a.places.items():
        other = b.places.get(kind)
        if other and name != other and name[0] not in other[1:] and other[0] not in name[1:]:
            same_start = name[0] == other[0] and (len(name) == 1 or len(other) == 1)
            if not same_start:
                return kind, name, other
    return None


def _exchanged(a: Features, b: Features, both: Shared) -> tuple[str, str] | None:
    """What stands in one another's place in names of one wording: "Reviu Laporan Kinerja", "Reviu Laporan Keuangan".

    Another thing there is another program, whether or not a list knows the words. Numbers tell lots apart.
    """
    one, two = a.name, b.name
    if not one or not two or (one[0] != two[0] and one[-1] != two[-1]):
        return None
    start = _alike(one, two)
    end = _alike(one[start:][::-1], two[start:][::-1])
    if start + end < _FRAME * max(len(one), len(two)):
        return None
    first, second = one[start : len(one) - end], two[start : len(two) - end]
    if not first or not second or is_slip("".join(first), "".join(second)):
        return None
    if _names_another(a, first, b, second, both) or (_are_numbers(first) and _are_numbers(second)):
        return " ".join(first), " ".join(second)
    return None


def _alike(one: tuple[str, ...], two: tuple[str, ...]) -> int:
    """How many words the two begin with alike."""
    for count, (mine, other) in enumerate(zip(one, two, strict=False)):
        if mine != other:
            return count
    return min(len(one), len(two))


def _are_numbers(words: tuple[str, ...]) -> bool:
    return all(NUMERAL.fullmatch(word) for word in words)


def _names_another(a: Features, first: tuple[str, ...], b: Features, second: tuple[str, ...], both: Shared) -> bool:
    """Whether each of two places in a wording names a thing of its own, and not the same in other words."""
    own_a, same_a = _named_in(a, first, both.joined_a)
    own_b, same_b = _named_in(b, second, both.joined_b)
    return own_a and own_b and not (same_a and same_b)


def _named_in(one: Features, words: tuple[str, ...], joined: frozenset[str]) -> tuple[bool, bool]:
    """Whether some words of a name say a thing that only this side names, and one that the other names too."""
    actions = lexicon.load().actions
    stems = {text.stem(word) for word in words}
    named = [unit for unit in one.units if unit not in actions and not stems.isdisjoint(_words_of(one, unit))]
    own = any(unit not in joined and one.units[unit] > _SAYS for unit in named)
    return own, any(unit in joined and one.units[unit] >= _THING for unit in named)


def _words_of(one: Features, unit: str) -> set[str]:
    return {text.stem(word) for word in (*unit.split(), *text.content(one.words.get(unit, unit)))}


def _kinds(a: Features, b: Features, both: Shared) -> tuple[str, str, str] | None:
    """Two kinds of one thing, and that thing, where nothing else says what both are about: waste banks and TPS 3R both
    recycle. All of a sector is no one thing."""
    if both.heaviest >= _THING:
        return None
    broader, light = lexicon.load().broader, lexicon.load().light
    kinds_of = {
        broader[unit][0]: unit
        for unit, weight in b.units.items()
        if weight >= _THING and unit in broader and unit not in both.joined_b
    }
    for unit, weight in a.units.items():
        if weight >= _THING and unit in broader and unit not in both.joined_a:
            thing = broader[unit][0]
            if thing in kinds_of and thing not in light:
                return unit, kinds_of[thing], thing
    return None


def _contrasts(a: Features, b: Features) -> list[Difference]:
    """Contrast sets in which each side names something that the other does not.

    Naming one thing in common joins (women and children, women), unless each also names another of its own by name
    (entrepreneurs with a disability, entrepreneurs among migrants).
    """
    if not a.members and not b.members:
        return []
    contrasts = lexicon.load().contrasts
    of_b = {one.contrast: one for one in b.members}
    of_a = {one.contrast: one for one in a.members}
    found: list[tuple[float, int, frozenset[int], frozenset[int]]] = []
    for number, one in of_a.items():
        contrast = contrasts[number]
        if contrast.heads and not (number in a.heads and number in b.heads):
            continue
        two = of_b.get(number)
        if two is not None:
            own, others_own = one.named - two.implied, two.named - one.implied
            least = min(one.weight, two.weight)
            if own and others_own and (not one.implied & two.implied or least >= _NAME_LEVEL):
                found.append((least, number, own, others_own))
        elif contrast.unmarked:
            found.append((one.weight, number, one.named, frozenset()))
    for number, two in of_b.items():
        if contrasts[number].unmarked and number not in of_a and number in a.heads and number in b.heads:
            found.append((two.weight, number, frozenset(), two.named))
    found.sort(key=lambda one: (-one[0], one[1]))
    return [_contrast(a, b, one) for one in found[:1]]


def _contrast(a: Features, b: Features, found: tuple[float, int, frozenset[int], frozenset[int]]) -> Difference:
    weight, number, of_a, of_b = found
    contrast = lexicon.load().contrasts[number]
    by_name = weight >= (_BESIDE_HEAD if contrast.heads else _NAME_LEVEL)
    facts = (
        ("what", contrast.label),
        ("a", _named(a, contrast, of_a) or a.quote),
        ("b", _named(b, contrast, of_b) or b.quote),
    )
    return Difference(f"contrast.{contrast.name}", _CONTRAST if by_name else _CONTRAST_BESIDE, by_name, facts)


def _named(one: Features, contrast: lexicon.Contrast, members: frozenset[int]) -> str:
    """The words of the text that name a member of the set."""
    broader = lexicon.load().broader
    for unit, words in one.words.items():
        for concept in (unit, *broader.get(unit, ())):
            if contrast.members.get(concept) in members:
                return words
    return ""


def _doing(one: Features, action: str) -> str:
    """The words of an action; the first of the name where it belongs to a longer wording."""
    return one.words.get(action) or one.quote.split(maxsplit=1)[0]


def _apart(a: Features, b: Features) -> tuple[str, str] | None:
    """Two actions that make two programs: those they open with, where one is a phase; else where none goes with any."""
    if not a.leads or not b.leads or a.leads & b.leads:
        return None
    known = lexicon.load()
    opening = min(a.leads), min(b.leads)
    if (a.leads <= known.phases) != (b.leads <= known.phases):
        return None if go_together(a.leads, b.leads) else opening
    of_a, of_b = a.actions | a.leads, b.actions | b.leads
    return None if of_a & of_b or go_together(of_a, of_b) else opening


def go_together(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether an action of each is one that a program may be told by in place of the other."""
    near = lexicon.load().near
    return any(frozenset((one, other)) in near for one in some for other in others)
