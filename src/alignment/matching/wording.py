"""Which of many official wordings is closest to a text: rare words weigh more, and every score names its words.

An inverted index over word stems and pairs of neighbouring stems. Entries of any kind can be looked up (indicator
names, program names): the index knows nothing of what they mean.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from alignment import text as words
from alignment.matching.nearest import NearestWord

PAIR_WEIGHT = 0.6
"""A pair of neighbouring words counts this part of its rarity: it tells "kematian ibu" from "kematian bayi"."""
UNKNOWN_WEIGHT = 0.45
"""A word that no entry has (a place, a number) counts this part of the rarest word."""
COMMON_SHARE = 0.12
"""Words in more than this share of the entries do not bring entries up; they only count where others did."""
SHORTLIST = 6
"""Entries a hit asked for that are looked at closely."""
MIN_REPAIR_LENGTH = 6
_SAME_WORD = 88
"""Of 100, the ratio of letters from which on an unknown word is a known one misspelt."""


class Hit(NamedTuple):
    """An entry near to a text."""

    id: str
    score: float
    """0..1; 1 where both have the same words."""
    words: tuple[str, ...]
    """The words of the text that decided, as they stand there, weightiest first."""


class _Word(NamedTuple):
    stem: str
    surface: str


class WordingIndex:
    """Looks up texts among `entries` (id, wording). An id may stand several times with other wordings: the best counts.

    Built once, then only read: safe to share between threads.
    """

    def __init__(self, entries: Iterable[tuple[str, str]], ignore: Iterable[str] = (), sharpness: float = 1.0) -> None:
        """`ignore` names words that say nothing here, on either side ("kabupaten"). `sharpness` is the power of rarity:
        above 1, one rare word tells more than several common ones."""
        self._ignored = frozenset(ignore)
        given = [(identity, _features(self._stems(wording))) for identity, wording in entries]
        self._ids = [identity for identity, _ in given]
        self._features = [frozenset(own) for _, own in given]
        counts = Counter(chain.from_iterable(own for _, own in given))
        total = max(len(given), 1)
        self._rarity = {
            feature: math.pow(math.log(1 + total / count), sharpness) * (PAIR_WEIGHT if " " in feature else 1.0)
            for feature, count in counts.items()
        }
        self._rarest = math.pow(math.log(1 + total), sharpness)
        common = max(3, COMMON_SHARE * total)
        self._common = frozenset(feature for feature, count in counts.items() if count > common)
        rarity = self._rarity.__getitem__
        self._scale = [1 / math.sqrt(sum(map(rarity, own)) or 1.0) for _, own in given]
        self._postings: dict[str, list[int]] = {feature: [] for feature in counts if feature not in self._common}
        for number, (_, own) in enumerate(given):
            for feature in own:
                if feature in self._postings:
                    self._postings[feature].append(number)
        self._known = frozenset(feature for feature in counts if " " not in feature)
        self._nearest = NearestWord(self._known, _SAME_WORD)
        self._repair = lru_cache(maxsize=8192)(self._nearest_known)

    def search(self, text: str, limit: int = 10, least: float = 0.0) -> list[Hit]:
        """The entries nearest to `text` with a score of at least `least`, best first, ties by id.

        Scores grow with the rare words that both share and fall with the rare words that only one of them has.
        """
        found = self._known_words(self._said(text))
        query = _features([word.stem for word in found])
        shared: dict[int, float] = {}
        seen = shared.get
        for feature in query:
            if feature in self._postings:
                rarity = self._rarity[feature]
                for number in self._postings[feature]:
                    shared[number] = seen(number, 0.0) + rarity
        if not shared:
            return []
        common = [feature for feature in query if feature in self._common]
        size = math.sqrt(sum(self._weight(feature) for feature in query))
        most = sum(self._rarity[feature] for feature in common)
        scale, needed = self._scale, least * size
        able = [
            (overlap * scale[number], -number)
            for number, overlap in shared.items()
            if (overlap + most) * scale[number] >= needed
        ]
        near = sorted(able, reverse=True)[: SHORTLIST * limit]
        return [hit for hit in self._best(near, found, common, size, limit) if hit.score >= least]

    def _best(
        self, near: list[tuple[float, int]], found: list[_Word], common: list[str], size: float, limit: int
    ) -> list[Hit]:
        """The shortlist `near` with the common words counted in, each id once."""
        scored: dict[str, tuple[float, int]] = {}
        for rare, negative in near:
            number = -negative
            own = self._features[number]
            score = rare + self._scale[number] * sum([self._rarity[feature] for feature in common if feature in own])
            identity = self._ids[number]
            if identity not in scored or score > scored[identity][0]:
                scored[identity] = (score, number)
        best = sorted(scored.items(), key=lambda item: (-item[1][0], item[0]))[:limit]
        return [
            Hit(identity, min(score / size, 1.0), self._decided(found, number)) for identity, (score, number) in best
        ]

    def _stems(self, wording: str) -> list[str]:
        """The stems of `_said`, for wordings of which nothing is quoted."""
        silent = words.FUNCTION_WORDS | self._ignored
        return [words.stem(norm) for norm in words.normal(wording).split(" ") if norm and norm not in silent]

    def _said(self, text: str) -> list[_Word]:
        cleaned = words.clean(text)
        return [
            _Word(words.stem(norm), cleaned[start:end])
            for norm, start, end in words.tokens(cleaned)
            if norm not in words.FUNCTION_WORDS and norm not in self._ignored
        ]

    def _weight(self, feature: str) -> float:
        if feature in self._rarity:
            return self._rarity[feature]
        return 0.0 if " " in feature else UNKNOWN_WEIGHT * self._rarest

    def _decided(self, found: list[_Word], number: int) -> tuple[str, ...]:
        """The words of the text that the entry has too, rarest first."""
        own = self._features[number]
        rarity = {word.surface: self._rarity[word.stem] for word in found if word.stem in own}
        return tuple(sorted(rarity, key=lambda surface: (-rarity[surface], surface)))

    def _known_words(self, found: list[_Word]) -> list[_Word]:
        """Words the entries do not know are tried as misspelt or run-together ones ("kepatuhanatas")."""
        result: list[_Word] = []
        for word in found:
            if word.stem in self._known or len(word.stem) < MIN_REPAIR_LENGTH or any(map(str.isdigit, word.stem)):
                result.append(word)
            else:
                result.extend(_Word(known, word.surface) for known in self._repair(word.surface.casefold()))
        return result

    def _nearest_known(self, surface: str) -> tuple[str, ...]:
        stem = words.stem(surface)
        near = self._nearest.find(stem)
        if near is not None:
            return (near,)
        for cut in range(3, len(surface) - 2):
            left, right = surface[:cut], surface[cut:]
            if _is_word(left, self._known) and _is_word(right, self._known):
                return tuple(words.stem(part) for part in (left, right) if part not in words.FUNCTION_WORDS)
        return (stem,)


def _is_word(part: str, known: frozenset[str]) -> bool:
    return part in words.FUNCTION_WORDS or (len(part) > 3 and words.stem(part) in known)


def _features(stems: list[str]) -> list[str]:
    """Stems and neighbouring pairs, each once, in the order of the text: a sum over a set would vary with the seed."""
    pairs = [f"{first} {second}" for first, second in pairwise(stems)]
    return list(dict.fromkeys([*stems, *pairs]))
