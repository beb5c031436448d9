"""The known word that a damaged one is nearest to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache


class NearestWord:
    """Looks a word up among `known`: the one with the highest ratio of letters, at least `least` of 100.

    Only what can be alike enough is compared: letters inserted or left out show in the length and in which letters
    a word has.
    """

    def __init__(self, known: Iterable[str], least: float) -> None:
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in known:
            self._by_length[len(word)].append(word)
        self._share = 1 - least / 100
        self._least = least
        self._of_length = lru_cache(maxsize=64)(self._with_letters)

    def find(self, word: str) -> str | None:
        """The nearest known word, of equals the first by alphabet; None where none is near."""
        from rapidfuzz import fuzz, process

        letters, able = _letters(word), list[str]()
        for length in self._by_length:
            most = int(self._share * (length + len(word)) + 1e-9)
            if abs(length - len(word)) <= most:
                able += [near for own, near in self._of_length(length) if (own ^ letters).bit_count() <= most]
        found = process.extractOne(word, sorted(able), scorer=fuzz.ratio, score_cutoff=self._least) if able else None
        return found[0] if found else None

    def _with_letters(self, length: int) -> list[tuple[int, str]]:
        return [(_letters(word), word) for word in self._by_length[length]]


def _letters(word: str) -> int:
    """The letters that occur, as bits: letters that share one only hide a difference."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits
