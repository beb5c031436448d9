"""What a program is, as comparable parts: things, action, kind, place. Made once per text and kept."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from alignment import text
from alignment.matching import lexicon, topics
from alignment.matching.rarity import official_program, rarity
from alignment.models import Program

_DESCRIPTION_WEIGHT = 0.55
_BRAND_BESIDE_DESCRIPTION = 0.08  # a brand says little once the description speaks
_BRAND_WEIGHT = 0.8
_ACTION_WEIGHT = 0.25
_MANAGE_WEIGHT = 0.04
_VERB_WEIGHT = 0.15  # "memudahkan", "menghubungkan": how a thing works, not what it is
_NUMBER_WEIGHT = 0.04
_REGION_WEIGHT = 0.02
_DIRECTIONS = frozenset(["utara", "selatan", "timur", "barat", "tengah"])
_LEAST_RESPELT, _RESPELT = 7, 92
_OBJECT_WEIGHT = 0.3  # from here on a word says what the program is about
_SPLIT = re.compile(r"\s*:\s+|\s+[-–—]\s+(?=[A-Z])|,?\s+(?:yaitu|yakni|adalah|merupakan)\s+")
_BRACKET = re.compile(r"([^()]+)\(([^()]{12,})\)([^()]*)")
_NON = re.compile(r"\bnon[\s-]+(?=\w)", re.IGNORECASE)
_BUDI = re.compile(r"\bbudi daya\b", re.IGNORECASE)
_GLUED = re.compile(r"(?<=[a-zA-Z])[.,](?=[a-zA-Z])")


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
    normal: str
    units: dict[str, float]
    """Unit to weight."""
    vague: bool
    """True where no word says what the program is about: "Penyelenggaraan Manajemen Layanan"."""
    soft: frozenset[str]
    """What parts of longer wordings mean: they join where the other text names them, and are never missed."""
    total: float
    actions: frozenset[str]
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


def of(item: str | Program) -> Features:
    """The features of a text ("NAME: description" or a bare name) or of a program."""
    if isinstance(item, str):
        return _of_text(item)
    described = "; ".join(part for part in (item.description, item.output) if part)
    named = item.name if not item.application else f"{item.name} ({item.application})"
    where = ", ".join(part for part in (item.unit, item.location) if part)
    name, inside = _name_and_description(named)
    return _of_parts(name, "; ".join(part for part in (inside, described) if part), where)


@lru_cache(maxsize=32768)
def _of_text(given: str) -> Features:
    return _of_parts(*_name_and_description(given))


def _name_and_description(given: str) -> tuple[str, str]:
    """ "NAME: description", "BRAND (what it stands for)" and "BRAND yaitu ..." in two parts."""
    parts = _SPLIT.split(given, maxsplit=1)
    if len(parts) == 2 and len(parts[1].split()) > 1:
        return parts[0], parts[1]
    bracketed = _BRACKET.fullmatch(given.strip())
    if bracketed and len(bracketed[2].split()) > len(bracketed[1].split()):
        return bracketed[1], f"{bracketed[2]} {bracketed[3]}"
    return given, ""


class _Word(NamedTuple):
    norm: str
    printed: str


@lru_cache(maxsize=32768)
def _of_parts(name: str, description: str, where: str = "") -> Features:
    known = lexicon.load()
    named = _units(_words(name), known)
    described = _units(_words(description), known)
    if description and not any(weight >= _OBJECT_WEIGHT for weight in named.weights.values()):
        share = 1.0  # the name is a brand: the description is all there is
    else:
        share = _DESCRIPTION_WEIGHT
    for unit in named.unknown if description else ():
        named.weights[unit] = _BRAND_BESIDE_DESCRIPTION
    units = dict(named.weights)
    for unit, weight in described.weights.items():
        units[unit] = max(units.get(unit, 0.0), share * weight)
    vague = not any(weight >= _OBJECT_WEIGHT for weight in units.values())
    if vague:
        units = _lifted(units)
    return Features(
        quote=text.clean(name if not description else f"{name}: {description}"),
        normal=" ".join(named.norms + described.norms),
        units=units,
        vague=vague,
        soft=(named.soft | described.soft) - units.keys(),
        total=sum(units.values()),
        actions=frozenset(unit for unit in units if unit in known.actions and unit != "action:manage"),
        members=_members(units, known),
        heads=frozenset(number for unit in units for number in known.heads_of.get(unit, ())),
        unknown=frozenset(named.unknown + described.unknown),
        places=_places(f"{name}, {where}" if where else name, known),
        words={**described.printed, **named.printed},
        official=None if description else official_program(name),
        topics={
            unit: about
            for unit, weight in units.items()
            if weight >= _OBJECT_WEIGHT and (about := named.topics.get(unit) or described.topics.get(unit))
        },
    )


class _Units(NamedTuple):
    weights: dict[str, float]
    soft: frozenset[str]
    unknown: list[str]
    printed: dict[str, str]
    norms: list[str]
    topics: dict[str, frozenset[str]]


def _units(words: list[_Word], known: lexicon.Lexicon) -> _Units:
    weights: dict[str, float] = {}
    soft: set[str] = set()
    unknown: list[str] = []
    printed: dict[str, str] = {}
    about: dict[str, frozenset[str]] = {}
    index = 0
    while index < len(words):
        concept, length = _longest(words, index, known)
        if concept is None:
            unit, weight, familiar = _plain(words[index], known)
            if not familiar:
                unknown.append(unit)
                weight *= _BRAND_WEIGHT
        else:
            unit, weight = concept, _weight(concept, known)
            soft.update(_inside(words[index : index + length], concept, known))
        weights[unit] = max(weights.get(unit, 0.0), weight)
        printed.setdefault(unit, " ".join(one.printed for one in words[index : index + length]))
        matter = topics.of_words(tuple(word.norm for word in words[index : index + length]))
        if matter or unit not in about:
            about[unit] = about.get(unit, frozenset()) | (matter or topics.of_words(tuple(unit.split())))
        index += length
    return _Units(weights, frozenset(soft), unknown, printed, [word.norm for word in words], about)


def _inside(words: list[_Word], whole: str, known: lexicon.Lexicon) -> list[str]:
    """What the parts of a longer wording mean by themselves: "produk UMKM" speaks of UMKM too."""
    found = []
    for index in range(len(words) if len(words) > 1 else 0):
        for phrase, concept in known.phrases.surface.get(words[index].norm, ()):
            rest = [word.norm for word in words[index : index + len(phrase)]]
            if concept != whole and len(phrase) < len(words) and rest == list(phrase):
                if concept not in known.light and concept not in known.actions:
                    found.append(concept)
                break
    return found


def _words(part: str) -> list[_Word]:
    if not part:
        return []
    joined = _GLUED.sub(" ", _BUDI.sub("budidaya", _NON.sub("non", text.clean(part))))
    expansions = lexicon.load().expansions
    words: list[_Word] = []
    for token in text.tokens(joined):
        if token.norm in text.FUNCTION_WORDS:
            continue
        surface = joined[token.start : token.end]
        words.extend(_Word(_respelt(norm), surface) for norm in expansions.get(token.norm, (token.norm,)))
    return words


@lru_cache(maxsize=65536)
def _respelt(norm: str) -> str:
    """A word that no list knows, as the one it is a slip of the pen of ("penyelenggaraaan")."""
    vocabulary = lexicon.load().vocabulary
    if len(norm) < _LEAST_RESPELT or norm in vocabulary or rarity(norm) is not None or any(map(str.isdigit, norm)):
        return norm
    from rapidfuzz import fuzz, process

    near = process.extractOne(norm, _alike(norm[0], len(norm)), scorer=fuzz.ratio, score_cutoff=_RESPELT)
    return near[0] if near else norm


@cache
def _alike(first: str, length: int) -> tuple[str, ...]:
    """The words of the lexicon with this first letter and nearly this many letters."""
    vocabulary = lexicon.load().vocabulary
    return tuple(sorted(word for word in vocabulary if word[0] == first and abs(len(word) - length) <= 1))


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


def _members(units: dict[str, float], known: lexicon.Lexicon) -> tuple[Member, ...]:
    named: dict[int, dict[int, float]] = {}
    implied: dict[int, set[int]] = {}
    for unit, weight in units.items():
        for steps, concept in enumerate((unit, *known.broader.get(unit, ()))):
            for number in known.contrasts_of.get(concept, ()):
                contrast = known.contrasts[number]
                member = contrast.members[concept]
                implied.setdefault(number, set()).add(member)
                if not steps or contrast.kinds:
                    group = named.setdefault(number, {})
                    group[member] = max(group.get(member, 0.0), weight)
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
        kind = token.norm
        if index and f"{tokens[index - 1].norm} {kind}" in known.naming_types:
            kind = f"{tokens[index - 1].norm} {kind}"
        always = kind in known.naming_types
        if not always and kind not in known.place_types:
            continue
        names = []
        for following in tokens[index + 1 : index + 4]:
            capital = cleaned[following.start].isupper() or following.norm.isdigit()
            if not capital or not (always or (not shouting and _is_name(following.norm, known))):
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
