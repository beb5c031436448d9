"""The known word that a damaged one is nearest to."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache


class NearestWord:
    """Looks a word up among `known`: the one with the highest ratio of letters, at least `least` of 100.

    Only words of nearly the same length are compared: letters inserted or left out show there.
    """

    def __init__(self, known: Iterable[str], least: float) -> None:
        self._known = sorted(known)
        self._share = 1 - least / 100
        self._least = least
        self._able = lru_cache(maxsize=64)(self._of_about)

    def find(self, word: str) -> str | None:
        """The nearest known word, of equals the first by alphabet; None where none is near."""
        from rapidfuzz import fuzz, process

        found = process.extractOne(word, self._able(len(word)), scorer=fuzz.ratio, score_cutoff=self._least)
        return found[0] if found else None

    def _of_about(self, length: int) -> list[str]:
        """The known words that may be near to one of this length, by alphabet."""
        return [word for word in self._known if abs(len(word) - length) <= self._share * (len(word) + length) + 1e-9]
