"""How much a plain word says, from the official vocabulary that ships: a word of every program says little."""

from __future__ import annotations

import math
from collections import Counter
from functools import cache

from alignment import corpora, text

_LEAST, _MOST = 0.35, 1.1
# fmt: off
_ORDINARY = frozenset({
    "batu", "metro", "siak", "landak", "pati", "kaur", "kota", "kabupaten", "utara", "selatan", "timur", "barat",
    "tengah", "bawang", "pinang", "pagar", "tebing", "muara", "hulu",
})
# fmt: on
"""Names of regions that are words of another meaning as well."""


@cache
def _weights() -> dict[str, float]:
    counts: Counter[str] = Counter()
    labels = 0
    for name in ("nomenclature", "sdg"):
        for entry in corpora.load(name).entries:
            counts.update(set(text.content(entry.label.id)))
            labels += 1
    most = math.log(labels + 2)
    return {word: _LEAST + (_MOST - _LEAST) * math.log((labels + 1) / count) / most for word, count in counts.items()}


@cache
def _region_words() -> frozenset[str]:
    """Words of regions' names: all words of names of one word, else those that no official label uses."""
    names = [text.content(entry.name) for entry in corpora.load("regions").entries]
    alone = {name[0] for name in names if len(name) == 1}
    within = {word for name in names for word in name if word not in _weights()}
    return frozenset((alone | within) - _ORDINARY)


def rarity(word: str) -> float | None:
    """0.35 (in every label) to 1.1 (in one); 0.0 for the name of a region; None for a word that no label uses."""
    return 0.0 if word in _region_words() else _weights().get(word)
