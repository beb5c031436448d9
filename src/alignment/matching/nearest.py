"""The known word that a damaged one is nearest to."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache


class NearestWord:
    """Looks a word up among `known`: the one with the highest ratio of letters, at least `least` of 100.

    Only what can be alike enough is compared: letters inserted or left out show in the length and in which letters
    a word has.
    """

    def __init__(self, known: Iterable[str], least: float) -> None:
        self._known = [(_letters(word), word) for word in sorted(known)]
        self._least = least
        self._as_long_as = lru_cache(maxsize=64)(self._of_nearly_the_length)

    def find(self, word: str) -> str | None:
        """The nearest known word, of equals the first; None where none is near."""
        from rapidfuzz import fuzz, process

        letters = _letters(word)
        able = [near for own, near, most in self._as_long_as(len(word)) if (own ^ letters).bit_count() <= most]
        found = process.extractOne(word, able, scorer=fuzz.ratio, score_cutoff=self._least) if able else None
        return found[0] if found else None

    def _of_nearly_the_length(self, length: int) -> list[tuple[int, str, int]]:
        """The letters, the word, and the most single letters that may be inserted or left out between the two."""
        share = 1 - self._least / 100
        able = [(own, word, int(share * (length + len(word)) + 1e-9)) for own, word in self._known]
        return [one for one in able if abs(len(one[1]) - length) <= one[2]]


def _letters(word: str) -> int:
    """The letters that occur, as bits: letters that share one only hide a difference."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits
