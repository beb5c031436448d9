"""What makes two programs of one wording two: a contrast word, a place, an action, an official name."""

from __future__ import annotations

from typing import NamedTuple

from alignment import text
from alignment.matching import lexicon
from alignment.matching.features import Features
from alignment.matching.likeness import Shared
from alignment.models import Text

_NAME_LEVEL = 0.6
"""From this weight on a contrast word stands in the name, below it in a description only."""
_BESIDE_HEAD = 0.1
"""Beside the head of its set a light word is enough: "izin lokasi"."""
_CONTRAST, _CONTRAST_BESIDE, _PLACE, _OFFICIAL, _EXCHANGED, _ACTION = -0.8, -0.4, -0.8, -0.8, -0.5, -0.4
"""What each takes from the points of two texts: as surely as it made two programs of labelled pairs."""
_THING, _PLAIN_THING = 0.3, 0.7
"""From this weight on a word says what the program is about; from the second on, so much that two of them in common
outweigh an exchange."""


_ONE_AND_GAP, _ONE_MATTER = 2, 0.3


class Difference(NamedTuple):
    """One reason why two texts are not the same thing."""

    rule: str
    weight: float
    """What it takes from what the two have in common, below 0."""
    alone: bool
    """Whether it makes two programs by itself, whatever else they have in common."""
    facts: tuple[tuple[str, Text | str], ...]
    """For the message `overlap.<key>`, where key is the rule's first part after the dot."""


def between(a: Features, b: Features, both: Shared, matter: float = 0.0) -> list[Difference]:
    """All that separates `a` from `b`, the heaviest contrast first; `matter` is how far they are of one matter."""
    found = _contrasts(a, b)[:1]
    exchanged = None if found else _exchanged(a, b, both, matter)
    if exchanged:
        words = (("a", exchanged[0]), ("b", exchanged[1]))
        found.append(Difference("exchanged", _EXCHANGED, True, words))
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


def _exchanged(a: Features, b: Features, both: Shared, matter: float) -> tuple[str, str] | None:
    """The words by which two names of one frame differ: "Pengadaan Kursi SD", "Pengadaan Meja SD".

    What is put in the place of another thing is another thing, whether or not a list knows the two words; several words
    beside one shared thing may say the same of it where all is of one matter.
    """
    if not both.joined_a:
        return None
    own_a, frame_a = _frame(a, both.joined_a)
    own_b, frame_b = _frame(b, both.joined_b)
    if not own_a or not own_b or frame_a != frame_b or len(frame_a) < 2 or frame_a.count("") != 1:
        return None
    if len(frame_a) == _ONE_AND_GAP and max(len(own_a), len(own_b)) > 1 and matter >= _ONE_MATTER:
        return None
    things = sum(a.units[unit] >= _PLAIN_THING for unit in frame_a if unit)
    if things > 1 or _words_of(a, own_a) & _words_of(b, own_b):
        return None
    return " ".join(a.words[unit] for unit in own_a), " ".join(b.words[unit] for unit in own_b)


def _words_of(one: Features, units: list[str]) -> set[str]:
    return {text.stem(word) for unit in units for word in (*unit.split(), *text.content(one.words[unit]))}


def _frame(one: Features, joined: frozenset[str]) -> tuple[list[str], list[str]]:
    """The weighty words that only this side has, and what is left of its name with a gap ("") where they stood."""
    own = [unit for unit in one.frame if unit not in joined and one.units[unit] >= _THING]
    frame: list[str] = []
    for unit in one.frame:
        if unit in joined:
            frame.append(unit)
        elif unit in own and frame[-1:] != [""]:
            frame.append("")
    return own, frame


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
