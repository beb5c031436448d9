"""A subject read once more with its misspelt and run-together words mended ("pertian", "kasusTuberculosis").

OCR and narrow table cells damage words. Mending is a second try for subjects that point to nothing as they stand:
a word that is neither Indonesian nor known to the rules is read as the nearest one the rules know, or cut in two.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from alignment import text
from alignment.matching.subject import Subject, Word
from alignment.rules import RuleSet
from alignment.rules.model import FuzzyRule, PhraseRule

_SHORTEST = 6
"""Shorter words have too many neighbours."""
_SHORTEST_PART = 4
_NEAR = 86


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
    return Mended(subject.pieces, subject.code, tuple(found.items())) if found else None


@lru_cache(maxsize=4)
def _vocabulary(ruleset: RuleSet) -> frozenset[str]:
    phrases: list[str] = []
    for bound in ruleset.rules:
        if isinstance(bound.rule, PhraseRule):
            phrases += [*bound.rule.any_of, *bound.rule.all_of]
        elif isinstance(bound.rule, FuzzyRule):
            phrases += bound.rule.like
    return frozenset(word for phrase in phrases for word in text.content(phrase))


@lru_cache(maxsize=16384)
def _read(word: str, vocabulary: frozenset[str]) -> tuple[str, ...]:
    """How a damaged word is read; empty where it is sound or beyond repair."""
    import simplemma
    from rapidfuzz import fuzz, process

    if word in vocabulary or simplemma.is_known(word, lang="id"):
        return ()
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        left, right = word[:cut], word[cut:]
        if left in vocabulary and right in vocabulary:
            return left, right
    near = process.extractOne(word, _in_order(vocabulary), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return (near[0],) if near else ()


@lru_cache(maxsize=4)
def _in_order(vocabulary: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(word for word in vocabulary if len(word) >= _SHORTEST - 1))
