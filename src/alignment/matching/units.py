"""The words of a text as units that can be compared: concepts of the lexicon, or stems of words it does not know."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from alignment import text
from alignment.matching import lexicon, topics
from alignment.matching.rarity import rarity

_UNFAMILIAR_WEIGHT = 0.8
_ACTION_WEIGHT = 0.25
_MANAGE_WEIGHT = 0.04
_VERB_WEIGHT = 0.15  # "memudahkan", "menghubungkan": how a thing works, not what it is
_NUMBER_WEIGHT = 0.04
_REGION_WEIGHT = 0.02
_LEAST_RESPELT, _RESPELT = 7, 92  # letters, and of 100
_MAKING = re.compile(r"(.{3,}?)[nl]?isasi")  # pipanisasi, pavingisasi
_NON = re.compile(r"\bnon[\s-]+(?=\w)", re.IGNORECASE)
_BUDI = re.compile(r"\bbudi daya\b", re.IGNORECASE)
_GLUED = re.compile(r"(?<=[a-zA-Z])[.,](?=[a-zA-Z])")


class Units(NamedTuple):
    """What a text names."""

    weights: dict[str, float]
    soft: frozenset[str]
    """What parts of longer wordings mean by themselves."""
    unfamiliar: frozenset[str]
    """Units that no list of words knows: misspelt words, names, brands."""
    printed: dict[str, str]
    """Unit to its words as printed."""
    norms: tuple[str, ...]
    topics: dict[str, frozenset[str]]
    """Unit to the official programs its words speak for."""
    where: frozenset[str]
    """Units that only say where: they stand right after "di"."""


@lru_cache(maxsize=32768)
def of(part: str) -> Units:
    """The units of a text. Shared by all who ask: do not change it."""
    known = lexicon.load()
    norms, printed_words, after_di = _words(part)
    stems = tuple(map(text.stem, norms))
    weights: dict[str, float] = {}
    soft: set[str] = set()
    unfamiliar: set[str] = set()
    printed: dict[str, str] = {}
    about: dict[str, frozenset[str]] = {}
    what: set[str] = set()
    start = 0
    while start < len(norms):
        concept, length = _longest(norms, stems, start, known)
        end = start + length
        if concept is None:
            unit, weight, familiar = _plain(norms[start])
            if not familiar:
                unfamiliar.add(unit)
        else:
            unit, weight = concept, _weight(concept, known)
            if length > 1:
                soft.update(_inside(norms[start:end], concept, known))
        weights[unit] = max(weights.get(unit, 0.0), weight)
        if start not in after_di:
            what.add(unit)
        printed.setdefault(unit, " ".join(surface for _, surface in dict.fromkeys(printed_words[start:end])))
        matter = topics.of_words(norms[start:end])
        if matter or unit not in about:
            about[unit] = about.get(unit, frozenset()) | (matter or topics.of_words(tuple(unit.split())))
        start = end
    return Units(
        weights, frozenset(soft), frozenset(unfamiliar), printed, norms, about, frozenset(weights.keys() - what)
    )


def _words(part: str) -> tuple[tuple[str, ...], list[tuple[int, str]], frozenset[int]]:
    """The content words, abbreviations in full and slips of the pen mended, and for each the printed one with its
    place: the words of an abbreviation are printed as one. Last, the indices of those right after "di"."""
    joined = _GLUED.sub(" ", _BUDI.sub("budidaya", _NON.sub("non", text.clean(part))))
    expansions = lexicon.load().expansions
    norms: list[str] = []
    printed: list[tuple[int, str]] = []
    after_di: set[int] = set()
    for token in text.tokens(joined):
        if token.norm in text.FUNCTION_WORDS:
            if token.norm == "di":
                after_di.add(len(norms))
            continue
        surface = joined[token.start : token.end]
        for norm in expansions.get(token.norm, (token.norm,)):
            norms.append(_respelt(norm))
            printed.append((token.start, surface))
    return tuple(norms), printed, frozenset(after_di)


@lru_cache(maxsize=65536)
def _respelt(norm: str) -> str:
    """A word that no list knows, as the one it is a slip of the pen of ("penyelenggaraaan")."""
    vocabulary = lexicon.load().vocabulary
    if len(norm) < _LEAST_RESPELT or norm in vocabulary or rarity(norm) is not None or any(map(str.isdigit, norm)):
        return norm
    made_of = _MAKING.fullmatch(norm)
    if made_of and made_of[1] in vocabulary:
        return made_of[1]
    from rapidfuzz import fuzz, process

    near = process.extractOne(norm, _alike(norm[0], len(norm)), scorer=fuzz.ratio, score_cutoff=_RESPELT)
    return near[0] if near else norm


@cache
def _alike(first: str, length: int) -> tuple[str, ...]:
    """The words of the lexicon with this first letter and nearly this many letters."""
    vocabulary = lexicon.load().vocabulary
    return tuple(sorted(word for word in vocabulary if word[0] == first and abs(len(word) - length) <= 1))


def _longest(
    norms: tuple[str, ...], stems: tuple[str, ...], start: int, known: lexicon.Lexicon
) -> tuple[str | None, int]:
    """The concept of the longest wording that starts here; it leaves its last words to a longer wording that starts
    among them ("perbaikan | rumah susun sewa", though "perbaikan rumah" is a wording too)."""
    found, length = _wording_at(norms, stems, start, known)
    for inner in range(start + 1, start + length):
        _, longer = _wording_at(norms, stems, inner, known)
        if longer > length and inner + longer > start + length:
            shorter = _wording_at(norms[:inner], stems[:inner], start, known)
            if shorter[0] is not None:
                return shorter
    return found, length


def _wording_at(
    norms: tuple[str, ...], stems: tuple[str, ...], start: int, known: lexicon.Lexicon
) -> tuple[str | None, int]:
    """The longest wording that starts here: by surface first, by stems where that is longer."""
    found = known.surface.at(norms, start)
    return known.stems.at(stems, start, least=found[1] + 1 if found else 1) or found or (None, 1)


def _inside(norms: tuple[str, ...], whole: str, known: lexicon.Lexicon) -> list[str]:
    """What the parts of a longer wording mean by themselves: "produk UMKM" speaks of UMKM too. A single word that no
    official name uses may be a namesake: "hak paten" is of another matter than PATEN of the kecamatan."""
    found = []
    for start, word in enumerate(norms):
        concept, length = known.surface.at(norms, start, most=len(norms) - 1) or (whole, 0)
        if concept == whole or concept in known.light or concept in known.actions:
            continue
        if length > 1 or rarity(word) is not None or _of_one_matter(concept, whole):
            found.append(concept)
    return found


def _of_one_matter(concept: str, other: str) -> bool:
    """Whether two concepts are, as far as the rules know."""
    first, second = topics.of_concept(concept), topics.of_concept(other)
    return not first or not second or not first.isdisjoint(second)


def _weight(concept: str, known: lexicon.Lexicon) -> float:
    if concept in known.light:
        return known.light[concept]
    if concept == lexicon.NEUTRAL:
        return _MANAGE_WEIGHT
    return _ACTION_WEIGHT if concept in known.actions else 1.0


@lru_cache(maxsize=65536)
def _plain(norm: str) -> tuple[str, float, bool]:
    """A word the lexicon has no concept for: its unit, its weight, and whether any list knows it."""
    if norm.isdigit():
        return norm, _NUMBER_WEIGHT, True
    weight = rarity(norm)
    if weight == 0.0:
        return norm, _REGION_WEIGHT, True
    unit = text.stem(norm)
    if norm.startswith("me") and len(norm) > 6 and unit != norm:
        return unit, _VERB_WEIGHT, True
    if weight is None and norm not in lexicon.load().vocabulary:
        return unit, _UNFAMILIAR_WEIGHT, False
    return unit, weight or 1.0, True
