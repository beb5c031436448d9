"""What a program is, as comparable parts: things, action, kind, place. Made once per text and kept."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from alignment import text
from alignment.matching import calling, lexicon, units
from alignment.matching.official_name import program_by_name
from alignment.matching.rarity import rarity
from alignment.models import Program

_DESCRIPTION_WEIGHT = 0.55
_BRAND_BESIDE_DESCRIPTION = 0.08  # a brand says little once the description speaks
_OBJECT_WEIGHT = 0.3  # from here on a word says what the program is about
_SECTOR = 0.45  # the weight of a whole sector
_WHERE = 0.3  # of what only says where
_DIRECTIONS = frozenset(["utara", "selatan", "timur", "barat", "tengah"])
NUMERAL = re.compile(r"\d+|[ivx]+")
_ACRONYM = re.compile(r"\(\s*([^\s()]{2,20})\s*\)")
_AND = frozenset(["dan", "serta", "atau"])
_WRITING = frozenset([lexicon.PLAN, "action:build", "action:license"])  # done to a paper, all three are writing it
_JOINED = re.compile(r"[,/&]|\b(?:dan|serta|atau)\b", re.IGNORECASE)
_WORDS_OF_BRAND = 3
_SAYS_NOTHING = 0.05  # the weight of a word of form


class Member(NamedTuple):
    """What a text names of one contrast set."""

    contrast: int
    """Index of the set in the lexicon."""
    named: frozenset[int]
    implied: frozenset[int]
    """The named members and those that a named thing is a kind of."""
    weight: float
    """Of the heaviest named."""


class Features(NamedTuple):
    """One text, ready to be compared. Units are concepts of the lexicon, or stems of words that it does not know."""

    quote: str
    told: str
    """What says what the program is: the quote, without a name that only calls it something."""
    normal: str
    units: dict[str, float]
    """Unit to weight."""
    vague: bool
    """True where no word says what the program is about: "Penyelenggaraan Manajemen Layanan"."""
    soft: frozenset[str]
    """What parts of longer wordings mean: they join where the other text names them, and are never missed."""
    total: float
    actions: frozenset[str]
    leads: frozenset[str]
    """The actions that a text opens with: supervising a building is supervising, "pembinaan dan pengawasan" is both."""
    name: tuple[str, ...]
    """The words of a bare name; empty where a description says more."""
    members: tuple[Member, ...]
    heads: frozenset[int]
    """Contrast sets whose head the text names."""
    unknown: frozenset[str]
    """Units that no list of words knows: misspelt words and names."""
    places: dict[str, tuple[str, ...]]
    """Type of place to the names that follow it."""
    words: dict[str, str]
    """Unit to the words as printed."""
    official: str | None
    """The official program whose name this is."""
    topics: dict[str, frozenset[str]]
    """Weighty unit to the official programs that its words speak for."""


class _Weighed(NamedTuple):
    """The units of a name and of a description, and what they weigh together."""

    named: units.Units
    described: units.Units
    weights: dict[str, float]
    vague: bool


def of(item: str | Program) -> Features:
    """The features of a text ("NAME: description" or a bare name) or of a program."""
    if isinstance(item, str):
        return _of_text(item)
    described = "; ".join(part for part in (item.description, item.output) if part)
    named = item.name if not item.application else f"{item.name} ({item.application})"
    where = ", ".join(part for part in (item.unit, item.location) if part)
    name, inside = calling.name_and_description(named)
    return _of_parts(name, "; ".join(part for part in (inside, described) if part), where)


@lru_cache(maxsize=32768)
def _of_text(given: str) -> Features:
    return _of_parts(*calling.name_and_description(given))


def things(given: str, least: float) -> tuple[tuple[str, str], ...]:
    """What a text names that weighs at least so much: units, each with its words as printed."""
    weighed = _weighed_parts(*calling.name_and_description(given))
    printed = {**weighed.described.printed, **weighed.named.printed}
    return tuple((unit, printed[unit]) for unit, weight in weighed.weights.items() if weight >= least)


@lru_cache(maxsize=4096)
def _weighed_parts(name: str, description: str) -> _Weighed:
    known = lexicon.load()
    named, described = units.of(_without_spelled_out(name, known)), units.of(description)
    weights = (
        _weighed(named, described, _brand(name, named, description) | _called(name, named, described))
        if description
        else _without_acronyms(name, named)
    )
    heaviest = max((weight for unit, weight in weights.items() if unit not in known.actions), default=0.0)
    vague = heaviest < _OBJECT_WEIGHT
    if vague or (heaviest <= _SECTOR and (known.platforms & weights.keys() or _doing(weights, known))):
        weights = _lifted(weights, heaviest)
    return _Weighed(named, described, weights, vague)


@lru_cache(maxsize=32768)
def _of_parts(name: str, description: str, where: str = "") -> Features:
    known = lexicon.load()
    named, described, weights, vague = _weighed_parts(name, description)
    soft = (named.soft | described.soft) - weights.keys()
    compared = _without_where(weights, named, described)
    quote = text.clean(name if not description else f"{name}: {description}")
    brand = bool(description) and all(weights[unit] <= _BRAND_BESIDE_DESCRIPTION for unit in named.weights)
    return Features(
        quote=quote,
        told=description if brand else quote,
        normal=" ".join((*named.norms, *described.norms)),
        units=compared,
        vague=vague,
        soft=soft,
        total=sum(compared.values()),
        actions=_doing(weights, known),
        leads=_opening(name, named.norms) or _opening(description, described.norms),
        name=() if description else tuple(known.place_short.get(word, word) for word in named.norms),
        members=_members(weights, known),
        heads=_heads((*weights, *soft), known),
        unknown=named.unfamiliar | described.unfamiliar,
        places=_places(f"{name}, {where}" if where else name, known),
        words={**described.printed, **named.printed},
        official=None if description else program_by_name(name),
        topics={
            unit: about
            for unit, weight in weights.items()
            if weight >= _OBJECT_WEIGHT and (about := named.topics.get(unit) or described.topics.get(unit))
        },
    )


def _without_where(weights: dict[str, float], named: units.Units, described: units.Units) -> dict[str, float]:
    """What says where makes two programs neither one nor two by itself: "di pasar" is no market."""
    what = (named.weights.keys() - named.where) | (described.weights.keys() - described.where)
    return {unit: weight if unit in what else weight * _WHERE for unit, weight in weights.items()}


def _without_acronyms(name: str, named: units.Units) -> dict[str, float]:
    """A lone word in brackets that no list knows is what the name is called for short: "... Pariwisata (Puspita)"."""
    short = {text.stem(word.casefold()) for word in _ACRONYM.findall(name)} & named.unfamiliar
    return {unit: _BRAND_BESIDE_DESCRIPTION if unit in short else weight for unit, weight in named.weights.items()}


def _opening(part: str, norms: tuple[str, ...]) -> frozenset[str]:
    """The actions that a text opens with, joined by "dan" or a mark; words of form and of any program may stand before
    ("Program peningkatan pelatihan"), and the last may belong to a longer wording ("pembangunan gedung"). A paper is
    planned, whatever else it is called to make one ("pembuatan prosedur")."""
    known = lexicon.load()
    for length in range(known.surface.longest.get(norms[0], 0) if norms else 0, 1, -1):
        whole = known.surface.at(norms, 0, least=length, most=length)
        if whole and whole[0] in known.actions and whole[0] != lexicon.NEUTRAL:
            return frozenset([whole[0]])
    found: set[str] = set()
    end = 0
    for token in text.tokens(part):
        action = known.openings.get(token.norm)
        if action and action != lexicon.NEUTRAL:
            if found and not _JOINED.search(part, end, token.start):
                break
            found.add(action)
            end = token.end
        elif token.norm in known.papers and found <= _WRITING:
            return frozenset([lexicon.PLAN])
        elif token.norm not in _AND and (found or not (action or known.light.get(token.norm, 1.0) <= _SAYS_NOTHING)):
            break
    return frozenset(found)


def _without_spelled_out(name: str, known: lexicon.Lexicon) -> str:
    """Without a short form in brackets that the words before it spell: "Kesehatan Ibu dan Anak (KIA)" is no identity
    card, whatever KIA is short for elsewhere."""
    found = _ACRONYM.search(name)
    if found is None or found[1].casefold() not in known.expansions:
        return name
    before = text.content(name[: found.start()])[-len(found[1]) :]
    spelt = "".join(word[0] for word in before) == found[1].casefold()
    return name[: found.start()] + name[found.end() :] if spelt else name


def _doing(weights: dict[str, float], known: lexicon.Lexicon) -> frozenset[str]:
    return frozenset(unit for unit in weights if unit in known.actions and unit != lexicon.NEUTRAL)


def _brand(name: str, named: units.Units, description: str) -> frozenset[str]:
    """The units of a name that only call it something: unknown words, and ordinary ones in capitals ("PETIR: ...")."""
    shouted = name.isupper() and not description.isupper() and len(named.weights) <= _WORDS_OF_BRAND
    return named.unfamiliar | {unit for unit in named.weights if shouted and rarity(unit) is not None}


def _called(name: str, named: units.Units, described: units.Units) -> frozenset[str]:
    """The units of a name that is one word no official name uses ("Srikandi: ..."): it may be called so after anything.
    Where what explains it is of another matter, it says nothing of its own."""
    light = lexicon.load().light
    said = [word for word in text.content(name) if word not in light]
    if len(said) != 1 or rarity(said[0]) is not None:
        return frozenset()
    matters = frozenset[str]().union(*described.topics.values())
    return frozenset(unit for unit in named.weights if matters.isdisjoint(named.topics[unit]))


def _weighed(named: units.Units, described: units.Units, brand: frozenset[str]) -> dict[str, float]:
    """The name before the description; where the name is a brand, the description is all there is."""
    weights = {
        unit: min(weight, _BRAND_BESIDE_DESCRIPTION) if unit in brand else weight
        for unit, weight in named.weights.items()
    }
    speaks = any(weight >= _OBJECT_WEIGHT for weight in weights.values())
    share = _DESCRIPTION_WEIGHT if speaks else 1.0
    for unit, weight in described.weights.items():
        weights[unit] = max(weights.get(unit, 0.0), share * weight)
    return weights


def _lifted(weights: dict[str, float], heaviest: float) -> dict[str, float]:
    """Where a text has light words only ("Sistem Informasi Desa"), they are what it is about; an application for a
    whole sector ("Portal Pariwisata") is about that."""
    actions = lexicon.load().actions
    return {unit: weight if unit in actions or not heaviest else weight / heaviest for unit, weight in weights.items()}


def _heads(units_: tuple[str, ...], known: lexicon.Lexicon) -> frozenset[int]:
    """The contrast sets whose head a text names, or a kind of it: "PBB" is a tax. What has a head alone as a thing of
    its own is about that very word."""
    named = {number for unit in units_ for number in known.heads_of.get(unit, ())}
    kinds = {
        number
        for unit in units_
        for concept in known.broader.get(unit, ())
        for number in known.heads_of.get(concept, ())
        if not known.contrasts[number].unmarked
    }
    return frozenset(named | kinds)


def _members(weights: dict[str, float], known: lexicon.Lexicon) -> tuple[Member, ...]:
    named: dict[int, dict[int, float]] = {}
    implied: dict[int, set[int]] = {}
    for unit, weight in weights.items():
        for steps, concept in enumerate((unit, *known.broader.get(unit, ()))):
            for number in known.contrasts_of.get(concept, ()):
                contrast = known.contrasts[number]
                member = contrast.members[concept]
                implied.setdefault(number, set()).add(member)
                if not steps or contrast.kinds:
                    group = named.setdefault(number, {})
                    group[member] = max(group.get(member, 0.0), weight / known.light.get(unit, 1.0))
    return tuple(
        Member(number, frozenset(named.get(number, ())), frozenset(some), max(named.get(number, {0: 0.0}).values()))
        for number, some in sorted(implied.items())
    )


def _places(part: str, known: lexicon.Lexicon) -> dict[str, tuple[str, ...]]:
    """Proper names after a type of place: {"jembatan": ("dumpoh", "kebonrejo")}."""
    cleaned = text.clean(part)
    tokens = text.tokens(cleaned)
    shouting = cleaned.upper() == cleaned
    found: dict[str, tuple[str, ...]] = {}
    for index, token in enumerate(tokens):
        before = tokens[index - 1].norm if index else ""
        kind = known.place_short.get(token.norm, token.norm)
        if f"{before} {kind}" in known.naming_types:
            kind = f"{before} {kind}"
        always = kind in known.naming_types
        if kind in _DIRECTIONS and before and cleaned[token.start].isupper() and rarity(before) == 0.0:
            found.setdefault(before, (kind,))
        elif kind in known.numbered_types and index + 1 < len(tokens) and NUMERAL.fullmatch(tokens[index + 1].norm):
            found.setdefault(kind, (tokens[index + 1].norm,))
        if not always and kind not in known.place_types:
            continue
        names = []
        for following in tokens[index + 1 : index + 4]:
            capital = cleaned[following.start].isupper() or following.norm.isdigit()
            if not capital or not (always or (not shouting and _is_name(following.norm, known))):
                break
            if known.place_short.get(following.norm, following.norm) in known.place_types:
                break
            names.append(following.norm)
        if names:
            found.setdefault(kind, tuple(names))
    return found


def _is_name(norm: str, known: lexicon.Lexicon) -> bool:
    if norm in _DIRECTIONS:
        return True
    weight = rarity(norm)
    return norm not in text.FUNCTION_WORDS and (weight == 0.0 or (weight is None and norm not in known.vocabulary))
