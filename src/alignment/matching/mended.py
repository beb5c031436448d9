"""A subject read once more with its damaged words mended ("pertian", "kasusTuberculosis", "SIPAJAK", "Desaku").

OCR and narrow table cells damage words, names of applications dress them up. Mending is a second try for subjects that
point to nothing as they stand: a word that is neither Indonesian nor known to the rules is read as what it is dressed
up from, as the nearest one the rules know, or cut in two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

from alignment.matching.nearest import NearestWord
from alignment.matching.subject import Subject, Word
from alignment.models import Match
from alignment.rules import RuleSet
from alignment.rules.compile import compiled

_SHORTEST = 6
"""Shorter words have too many neighbours."""
_SHORTEST_PART = 4
_NEAR = 86
_DRESS_BEFORE, _DRESS_AFTER = ("sim", "si"), ("ku", "kita")
"""What makes a name of a thing: si-, sim- (sistem informasi), -ku (my), -kita (our)."""


@dataclass(frozen=True)
class Mended(Subject):
    """The same pieces and places, other readings of some words: what is quoted still stands in the text."""

    readings: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The content words, mended."""
        return tuple(self._mended())

    def _mended(self) -> Iterator[Word]:
        readings = dict(self.readings)
        for word in self._words():
            parts = readings.get(word.norm)
            if parts is None:
                yield word
            elif len(parts) == 1:
                yield word._replace(norm=parts[0])
            else:
                cut = word.start + len(parts[0])
                yield word._replace(norm=parts[0], end=cut)
                yield word._replace(norm=parts[1], start=cut, adjunct=False)


def mended(subject: Subject, ruleset: RuleSet) -> Subject | None:
    """The subject with its damaged words mended, or None where no word is damaged or none can be mended."""
    vocabulary = _vocabulary(ruleset)
    found: dict[str, tuple[str, ...]] = {}
    for word in subject.words:
        if word.norm not in found and len(word.norm) >= _SHORTEST and word.norm.isalpha():
            parts = _read(word.norm, vocabulary)
            if parts:
                found[word.norm] = parts
    return Mended(subject.pieces, subject.code, subject.period, tuple(found.items())) if found else None


def read_twice(
    subject: Subject, ruleset: RuleSet, ranked: Callable[[Subject, RuleSet], tuple[Match, ...]]
) -> tuple[Match, ...]:
    """What a subject points to; where that is nothing, what it does with its damaged words mended."""
    matches = ranked(subject, ruleset)
    if not matches or matches[0].status == "rejected":
        sound = mended(subject, ruleset)
        again = ranked(sound, ruleset) if sound else ()
        if again and again[0].status != "rejected":
            return again
    return matches


@lru_cache(maxsize=4)
def _vocabulary(ruleset: RuleSet) -> frozenset[str]:
    ready = compiled(ruleset)
    phrases = [
        ready.terms.words[term] for phrase in ready.phrases.values() for term in (*phrase.any_of, *phrase.all_of)
    ]
    return frozenset(chain.from_iterable((*phrases, *(wording for _, wording in ready.wordings))))


@lru_cache(maxsize=16384)
def _read(word: str, vocabulary: frozenset[str]) -> tuple[str, ...]:
    """How a damaged word is read; empty where it is sound or beyond repair."""
    reading = () if word in vocabulary else _undressed(word, vocabulary) or _nearest(word, vocabulary)
    return reading if reading and not _is_indonesian(word) else ()


def _undressed(word: str, vocabulary: frozenset[str]) -> tuple[str, ...]:
    bare = [word.removeprefix(dress) for dress in _DRESS_BEFORE] + [word.removesuffix(dress) for dress in _DRESS_AFTER]
    return tuple([thing for thing in bare if len(thing) >= _SHORTEST_PART and thing in vocabulary][:1])


def _nearest(word: str, vocabulary: frozenset[str]) -> tuple[str, ...]:
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        left, right = word[:cut], word[cut:]
        if left in vocabulary and right in vocabulary:
            return left, right
    near = _long_words(vocabulary).find(word)
    return (near,) if near else ()


def _is_indonesian(word: str) -> bool:
    """Asked last: the dictionary takes longer to load than a page to match, and few words need it."""
    import simplemma

    return simplemma.is_known(word, lang="id")


@lru_cache(maxsize=4)
def _long_words(vocabulary: frozenset[str]) -> NearestWord:
    return NearestWord([word for word in vocabulary if len(word) >= _SHORTEST - 1], _NEAR)
