"""How much two texts speak of the same: shared things against what each side alone speaks of."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from alignment.matching import lexicon
from alignment.matching.features import Features
from alignment.matching.rarity import rarity

LEAST_SUBJECT = 0.4
"""Texts that share less weight than this share words of form only."""

_BOTH_SIDES = 0.65  # what each side alone speaks of counts against, most where both sides do
_ONE_MATTER, _TWO_MATTERS = 0.35, 1.6  # ... by whether it is of one official program, or of two
_ONE_SIDE, _ONE_SIDE_OF_A_SECTOR = 0.08, 0.35
_THING = 0.5
_VAGUE = 0.5  # one of the two does not say what it is about
_FORM_ONLY = 3
_KIND_OF = 0.7  # durian seedlings among fruit seedlings
_MISSPELT = 0.95
_PART_OF = 0.6  # UMKM in "produk UMKM"
_SAME_MATTER = 0.2  # no word in common, and yet of one official program
_NEAR = 88  # of 100: two spellings of one word
_LONG_WORD, _SLIP = 5, 82  # letters a word must have to be misspelt, and how alike (of 100) the two spellings must be


class Shared(NamedTuple):
    """What both speak of, and the weight of what only one does."""

    weight: float
    rest_a: float
    rest_b: float
    joined_a: frozenset[str]
    """Units of `a` that have a partner in `b`."""
    joined_b: frozenset[str]
    heaviest: float
    """Of what both name, as the side says it that makes less of it."""


def shared(a: Features, b: Features) -> Shared:
    """The units both have, those that are a kind of the other's, parts of wordings, and misspelt ones."""
    weight = heaviest = 0.0
    rest_a, rest_b = a.total, b.total
    left: list[str] = []
    joined: list[str] = []
    for unit, own in a.units.items():
        other = b.units.get(unit)
        if other is None:
            left.append(unit)
        else:
            weight += (own + other) / 2
            rest_a -= own
            rest_b -= other
            joined.append(unit)
            heaviest = max(heaviest, min(own, other))
    right = [unit for unit in b.units if unit not in a.units]
    joined_a, joined_b = set(joined), set(joined)
    for one, two, part in _kindred(a, b, left, right):
        weight += part * min(a.units[one], b.units[two])
        rest_a -= part * a.units[one]
        rest_b -= part * b.units[two]
        joined_a.add(one)
        joined_b.add(two)
        heaviest = max(heaviest, min(a.units[one], b.units[two]))
    for unit in left:
        if unit in b.soft and unit not in joined_a:
            weight += _PART_OF * a.units[unit]
            rest_a -= a.units[unit]
            joined_a.add(unit)
            heaviest = max(heaviest, a.units[unit])
    for unit in right:
        if unit in a.soft and unit not in joined_b:
            weight += _PART_OF * b.units[unit]
            rest_b -= b.units[unit]
            joined_b.add(unit)
            heaviest = max(heaviest, b.units[unit])
    return Shared(weight, max(rest_a, 0.0), max(rest_b, 0.0), frozenset(joined_a), frozenset(joined_b), heaviest)


def value(a: Features, b: Features, both: Shared) -> float:
    """0..1: the part of what the two speak of that they share."""
    if not both.weight:
        return _SAME_MATTER if _one_matter(a, b) else 0.0
    less, more = sorted((both.rest_a, both.rest_b))
    one_side = _ONE_SIDE if both.heaviest >= _THING else _ONE_SIDE_OF_A_SECTOR
    ratio = both.weight / (both.weight + _both_sides(a, b, both) * less + one_side * more)
    if a.vague != b.vague:
        ratio *= _VAGUE
    if both.weight < LEAST_SUBJECT:
        ratio *= (both.weight / LEAST_SUBJECT) ** _FORM_ONLY
        if ratio < _SAME_MATTER and _one_matter(a, b):
            return _SAME_MATTER
    return ratio


def _one_matter(a: Features, b: Features) -> bool:
    return not _matters(a, frozenset()).isdisjoint(_matters(b, frozenset()))


def _both_sides(a: Features, b: Features, both: Shared) -> float:
    """What each side alone speaks of separates less where it is of one matter, more where it is of two."""
    of_a, of_b = _matters(a, both.joined_a), _matters(b, both.joined_b)
    if not of_a or not of_b:
        return _BOTH_SIDES
    return _ONE_MATTER if of_a & of_b else _TWO_MATTERS


def _matters(one: Features, without: frozenset[str]) -> set[str]:
    found: set[str] = set()
    for unit, programs in one.topics.items():
        if unit not in without:
            found |= programs
    return found


def _kindred(a: Features, b: Features, left: list[str], right: list[str]) -> list[tuple[str, str, float]]:
    """Units that are not the same and still belong together: a kind of the other, or the other misspelt."""
    broader = lexicon.load().broader
    found = []
    taken: set[str] = set()
    for one in left:
        for parent in broader.get(one, ()):
            if parent in b.units and parent not in a.units and parent not in taken:
                found.append((one, parent, _KIND_OF))
                taken |= {one, parent}
                break
    for two in right:
        for parent in broader.get(two, ()):
            if two not in taken and parent in a.units and parent not in b.units and parent not in taken:
                found.append((parent, two, _KIND_OF))
                taken |= {two, parent}
                break
    if a.unknown or b.unknown:
        found.extend(_misspelt(a, b, left, right, taken))
        found.extend((one, parts[0], _MISSPELT) for one in left if (parts := _written_apart(one, right)))
        found.extend((parts[0], two, _MISSPELT) for two in right if (parts := _written_apart(two, left)))
    return found


def _written_apart(whole: str, among: list[str]) -> tuple[str, str] | None:
    """Two words that one side writes apart and the other as one: "video tron"."""
    for first, second in pairwise(among):
        if first + second == whole:
            return first, second
    return None


def _misspelt(
    a: Features, b: Features, left: list[str], right: list[str], taken: set[str]
) -> list[tuple[str, str, float]]:
    found = []
    for one in left:
        for two in right:
            if (
                one[0] == two[0]
                and (one in a.unknown or two in b.unknown)
                and one not in taken
                and two not in taken
                and _one_word(one, two)
            ):
                found.append((one, two, _MISSPELT))
                taken |= {one, two}
    return found


def is_slip(one: str, other: str) -> bool:
    """Whether one word is the other misspelt: a slip makes a long word into one that no official name uses ("sisten");
    "pertanian" and "pertanahan" are two words."""
    from rapidfuzz import fuzz

    if min(len(one), len(other)) < _LONG_WORD or not (one + other).isalpha():
        return False
    return fuzz.ratio(one, other) >= _SLIP and (rarity(one) is None or rarity(other) is None)


def _one_word(one: str, two: str) -> bool:
    if min(len(one), len(two)) < 5 or abs(len(one) - len(two)) > 3:
        return False
    from rapidfuzz import fuzz

    return fuzz.ratio(one, two) >= _NEAR - 5 * (len(one) > 8)
