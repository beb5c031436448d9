"""What a program is, as comparable parts: things, action, kind, place. Made once per text and kept."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from alignment import text
from alignment.matching import lexicon
from alignment.matching.rarity import rarity
from alignment.models import Program

_DESCRIPTION_WEIGHT = 0.55
_NAME_BESIDE_DESCRIPTION = 0.12  # a brand says little once the description speaks
_BRAND_WEIGHT = 0.8
_ACTION_WEIGHT = 0.25
_MANAGE_WEIGHT = 0.04
_VERB_WEIGHT = 0.15  # "memudahkan", "menghubungkan": how a thing works, not what it is
_NUMBER_WEIGHT = 0.04
_REGION_WEIGHT = 0.02
_OBJECT_WEIGHT = 0.3  # from here on a word says what the program is about
_SPLIT = re.compile(r"\s*:\s+|\s+[-–—]\s+(?=[A-Z])")
_NON = re.compile(r"\bnon[\s-]+(?=\w)", re.IGNORECASE)
_BUDI = re.compile(r"\bbudi daya\b", re.IGNORECASE)


class Features(NamedTuple):
    """One text, ready to be compared. Units are concepts of the lexicon, or stems of words that it does not know."""

    quote: str
    normal: str
    units: dict[str, float]
    """Unit to weight."""
    total: float
    actions: frozenset[str]
    members: tuple[tuple[int, frozenset[int], float], ...]
    """(contrast set, members named, weight of the heaviest)."""
    heads: frozenset[int]
    """Contrast sets whose head the text names."""
    unknown: tuple[str, ...]
    """Units that no list of words knows: misspelt words and names."""
    places: dict[str, tuple[str, ...]]
    """Type of place to the names that follow it."""
    words: dict[str, str]
    """Unit to the words as printed."""


def of(item: str | Program) -> Features:
    """The features of a text ("NAME: description" or a bare name) or of a program."""
    if isinstance(item, str):
        return _of_parts(*_name_and_description(item))
    described = "; ".join(part for part in (item.description, item.output) if part)
    named = item.name if not item.application else f"{item.name} ({item.application})"
    where = ", ".join(part for part in (item.unit, item.location) if part)
    name, inside = _name_and_description(named)
    return _of_parts(name, "; ".join(part for part in (inside, described) if part), where)


def _name_and_description(given: str) -> tuple[str, str]:
    parts = _SPLIT.split(given, maxsplit=1)
    return (parts[0], parts[1]) if len(parts) == 2 and len(parts[1].split()) > 1 else (given, "")


class _Word(NamedTuple):
    norm: str
    printed: str
    described: bool


@lru_cache(maxsize=32768)
def _of_parts(name: str, description: str, where: str = "") -> Features:
    words = _words(name, described=False) + _words(description, described=True)
    known = lexicon.load()
    units: dict[str, float] = {}
    printed: dict[str, str] = {}
    unknown: list[str] = []
    has_description = bool(description)
    index = 0
    while index < len(words):
        concept, length = _longest(words, index, known)
        word = words[index]
        if concept is None:
            unit, weight, familiar = _plain(word, known)
            if not familiar:
                unknown.append(unit)
                weight *= _NAME_BESIDE_DESCRIPTION if has_description and not word.described else _BRAND_WEIGHT
        else:
            unit, weight = concept, _weight(concept, known)
        if word.described:
            weight *= _DESCRIPTION_WEIGHT
        if weight > units.get(unit, 0.0):
            units[unit] = weight
        printed.setdefault(unit, " ".join(one.printed for one in words[index : index + length]))
        index += length
    if not any(weight >= _OBJECT_WEIGHT for weight in units.values()):
        units = _lifted(units)
    return Features(
        quote=text.clean(name if not description else f"{name}: {description}"),
        normal=" ".join(word.norm for word in words),
        units=units,
        total=sum(units.values()),
        actions=frozenset(unit for unit in units if unit in known.actions and unit != "action:manage"),
        members=_members(units, known),
        heads=frozenset(number for unit in units for number in known.heads_of.get(unit, ())),
        unknown=tuple(dict.fromkeys(unknown)),
        places=_places(f"{name}, {where}" if where else name, known),
        words=printed,
    )


def _words(part: str, *, described: bool) -> list[_Word]:
    if not part:
        return []
    joined = _BUDI.sub("budidaya", _NON.sub("non", text.clean(part)))
    expansions = lexicon.load().expansions
    words: list[_Word] = []
    for token in text.tokens(joined):
        if token.norm in text.FUNCTION_WORDS:
            continue
        surface = joined[token.start : token.end]
        words.extend(_Word(norm, surface, described) for norm in expansions.get(token.norm, (token.norm,)))
    return words


def _longest(words: list[_Word], index: int, known: lexicon.Lexicon) -> tuple[str | None, int]:
    """The concept of the longest wording that starts here: by surface first, by stems where that is longer."""
    found: str | None = None
    length = 1
    for phrase, concept in known.phrases.surface.get(words[index].norm, ()):
        if len(phrase) == 1 or all(
            index + step < len(words) and words[index + step].norm == phrase[step] for step in range(1, len(phrase))
        ):
            found, length = concept, len(phrase)
            break
    for phrase, concept in known.phrases.stems.get(text.stem(words[index].norm), ()):
        if len(phrase) < length or (found and len(phrase) == length):
            break
        if all(
            index + step < len(words) and text.stem(words[index + step].norm) == phrase[step]
            for step in range(1, len(phrase))
        ):
            return concept, len(phrase)
    return found, length


def _weight(concept: str, known: lexicon.Lexicon) -> float:
    if concept in known.light:
        return known.light[concept]
    if concept == "action:manage":
        return _MANAGE_WEIGHT
    return _ACTION_WEIGHT if concept in known.actions else 1.0


@lru_cache(maxsize=65536)
def _plain_word(norm: str, in_lexicon: bool) -> tuple[str, float, bool]:
    if norm.isdigit():
        return norm, _NUMBER_WEIGHT, True
    weight = rarity(norm)
    if weight == 0.0:
        return norm, _REGION_WEIGHT, True
    unit = text.stem(norm)
    if norm.startswith("me") and len(norm) > 6 and unit != norm:
        return unit, _VERB_WEIGHT, True
    return unit, weight or 1.0, in_lexicon or weight is not None


def _plain(word: _Word, known: lexicon.Lexicon) -> tuple[str, float, bool]:
    return _plain_word(word.norm, word.norm in known.vocabulary)


def _lifted(units: dict[str, float]) -> dict[str, float]:
    """Where a text has light words only ("Sistem Informasi Desa"), they are what it is about."""
    heaviest = max(units.values(), default=1.0)
    return {unit: weight / heaviest for unit, weight in units.items()} if heaviest else units


def _members(units: dict[str, float], known: lexicon.Lexicon) -> tuple[tuple[int, frozenset[int], float], ...]:
    named: dict[int, dict[int, float]] = {}
    for unit, weight in units.items():
        for concept in (unit, *known.broader.get(unit, ())):
            for number in known.contrasts_of.get(concept, ()):
                member = known.contrasts[number].members[concept]
                group = named.setdefault(number, {})
                group[member] = max(group.get(member, 0.0), weight)
    return tuple((number, frozenset(group), max(group.values())) for number, group in sorted(named.items()))


def _places(part: str, known: lexicon.Lexicon) -> dict[str, tuple[str, ...]]:
    """Proper names after a type of place: {"jembatan": ("dumpoh", "kebonrejo")}."""
    cleaned = text.clean(part)
    tokens = text.tokens(cleaned)
    shouting = cleaned.upper() == cleaned
    found: dict[str, tuple[str, ...]] = {}
    for index, token in enumerate(tokens):
        always = token.norm in known.naming_types
        if not always and token.norm not in known.place_types:
            continue
        names = []
        for following in tokens[index + 1 : index + 4]:
            capital = cleaned[following.start].isupper() or following.norm.isdigit()
            name = always or (
                not shouting
                and following.norm not in known.vocabulary
                and following.norm not in text.FUNCTION_WORDS
                and rarity(following.norm) is None
            )
            if not (capital and name):
                break
            names.append(following.norm)
        if names:
            found.setdefault(token.norm, tuple(names))
    return found
