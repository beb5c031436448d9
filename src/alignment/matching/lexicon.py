"""The words of `rules/lexicon/`: what is one thing, what is a kind of another, what must not be mixed up."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator

from alignment import resources, text, yamlfile
from alignment.models.base import Frozen, Text

NEUTRAL = "action:manage"
"""The action that goes with every other."""
PLAN = "action:plan"
_SHORTEST_STEMS = 4
SECTOR = 0.4
"""From this weight on a light word names a whole sector, whichever wording its group of synonyms is named by."""


class _ActionEntry(Frozen):
    label: Text
    words: list[str]


class _Actions(Frozen):
    actions: dict[str, _ActionEntry]
    phases: list[str]
    papers: list[str]
    near: list[tuple[str, str]]


Wordings = Annotated[list[str], BeforeValidator(lambda line: [wording.strip() for wording in line.split(",")])]
"""Wordings as they stand in a file: one line, commas between them."""


class _Synonyms(Frozen):
    groups: list[Wordings]


class _Narrower(Frozen):
    narrower: dict[str, Wordings]


class _ContrastEntry(Frozen):
    name: str
    label: Text
    head: tuple[str, ...] = ()
    unmarked: bool = False
    kinds: bool = False
    members: list[list[str]]


class _Contrasts(Frozen):
    sets: list[_ContrastEntry]


class _LightGroup(Frozen):
    name: str
    weight: float
    words: list[str]


class _LightWords(Frozen):
    groups: list[_LightGroup]


class _Abbreviations(Frozen):
    expansions: dict[str, str]


class _Places(Frozen):
    types: list[str]
    always: list[str]
    numbered: list[str]
    short: dict[str, str]


class Contrast(NamedTuple):
    """Words that exclude each other, as concepts."""

    name: str
    label: Text
    heads: frozenset[str]
    members: dict[str, int]
    """Concept to the number of its member; concepts of one member do not exclude each other."""
    unmarked: bool
    kinds: bool
    """True where a kind of a member excludes the other members too (cattle are livestock, and no rice)."""


class Phrases(NamedTuple):
    """Wordings, to be found where they start."""

    concepts: dict[tuple[str, ...], str]
    """The words of a wording to its concept."""
    longest: dict[str, int]
    """First word to the number of words of the longest wording that begins with it."""

    def at(self, words: tuple[str, ...], start: int, least: int = 1, most: int = 99) -> tuple[str, int] | None:
        """The concept of the longest wording that starts there, of so many words, and their number."""
        for length in range(min(self.longest.get(words[start], 0), len(words) - start, most), least - 1, -1):
            concept = self.concepts.get(words[start : start + length])
            if concept is not None:
                return concept, length
        return None


class Lexicon(NamedTuple):
    """Everything the lexicon says. A concept is named by the first wording of its group; actions by `action:<name>`."""

    surface: Phrases
    stems: Phrases
    light: dict[str, float]
    """Concept to weight, for the words that say little."""
    platforms: frozenset[str]
    """What applications call themselves, as concepts."""
    actions: dict[str, Text]
    openings: dict[str, str]
    """Single word to the action it is."""
    phases: frozenset[str]
    """Actions that, named first, are what is done to the actions named after them."""
    papers: frozenset[str]
    """Single words for what is there once it is written: regulations, procedures, plans."""
    near: frozenset[frozenset[str]]
    """Pairs of actions that one program may be told by."""
    broader: dict[str, tuple[str, ...]]
    """Concept to what it is a kind of, all the way up, nearest first."""
    contrasts: tuple[Contrast, ...]
    contrasts_of: dict[str, tuple[int, ...]]
    """Concept to the contrast sets it is a member of."""
    heads_of: dict[str, tuple[int, ...]]
    expansions: dict[str, tuple[str, ...]]
    place_types: frozenset[str]
    naming_types: frozenset[str]
    numbered_types: frozenset[str]
    place_short: dict[str, str]
    """Short form of a type of place to its full form."""
    vocabulary: frozenset[str]
    """Every single word the lexicon uses."""


@cache
def load(folder: Path | None = None) -> Lexicon:
    """The lexicon of `folder` (the shipped one by default), read once. Raises RuleError with file and place."""
    folder = folder or resources.rules_folder() / "lexicon"
    abbreviations = yamlfile.load_model(folder / "abbreviations.yaml", _Abbreviations)
    expansions = {short: text.content(long) for short, long in abbreviations.expansions.items()}
    words = _Wordings(expansions)
    synonyms = [yamlfile.load_model(path, _Synonyms) for path in sorted((folder / "synonyms").glob("*.yaml"))]
    narrower = yamlfile.load_model(folder / "narrower.yaml", _Narrower).narrower
    contrast_file = yamlfile.load_model(folder / "contrasts.yaml", _Contrasts)
    actions = yamlfile.load_model(folder / "actions.yaml", _Actions)
    light_file = yamlfile.load_model(folder / "light-words.yaml", _LightWords)
    places = yamlfile.load_model(folder / "places.yaml", _Places)
    for group in (group for sector in synonyms for group in sector.groups):
        words.add(group)
    for parent, children in narrower.items():
        words.add([parent])
        for child in children:
            words.add([child])
    contrasts = tuple(_contrast(entry, words) for entry in contrast_file.sets)
    for name, action in actions.actions.items():
        words.add(action.words, f"action:{name}")
    light: dict[str, float] = {}
    platforms = set()
    for light_group in light_file.groups:
        for word in light_group.words:
            concept = words.add([word])
            if light_group.weight >= SECTOR or words.names(concept, word):
                light.setdefault(concept, light_group.weight)
            if light_group.name == "platform":
                platforms.add(concept)
    return Lexicon(
        surface=_phrases(words.concepts),
        stems=_phrases(words.stemmed()),
        light=light,
        platforms=frozenset(platforms),
        actions={f"action:{name}": action.label for name, action in actions.actions.items()},
        openings={
            word: f"action:{name}"
            for name, action in actions.actions.items()
            for word in action.words
            if " " not in word
        },
        phases=frozenset(f"action:{name}" for name in actions.phases),
        papers=frozenset(actions.papers),
        near=frozenset(frozenset(f"action:{name}" for name in pair) for pair in actions.near),
        broader=_all_the_way_up(narrower, words),
        contrasts=contrasts,
        contrasts_of=_index(contrasts, "members"),
        heads_of=_index(contrasts, "heads"),
        expansions=expansions,
        place_types=frozenset(text.normal(word) for word in places.types),
        naming_types=frozenset(text.normal(word) for word in places.always),
        numbered_types=frozenset(text.normal(word) for word in places.numbered),
        place_short={text.normal(short): text.normal(full) for short, full in places.short.items()},
        vocabulary=words.vocabulary(),
    )


class _Wordings:
    """Collects wordings while the files are read, abbreviations read in full; the first group to name one keeps it."""

    def __init__(self, expansions: dict[str, tuple[str, ...]]) -> None:
        self._expansions = expansions
        self.concepts: dict[tuple[str, ...], str] = {}

    def add(self, group: list[str], name: str | None = None, join: str | None = None) -> str:
        """Put the wordings of one group under one concept and return it: `name`, else what the first wording (then
        `join`) already means, else the first wording itself."""
        keys = [self._key(word) for word in group]
        first = self._key(join) if join else keys[0]
        concept = name or self.concepts.get(keys[0]) or self.concepts.get(first) or " ".join(first)
        for key in keys:
            if key:
                self.concepts.setdefault(key, concept)
        return concept

    def _key(self, wording: str) -> tuple[str, ...]:
        return tuple(full for word in text.content(wording) for full in self._expansions.get(word, (word,)))

    def names(self, concept: str, wording: str) -> bool:
        """Whether a concept is called by this wording: a group is as light as the wording it is named by."""
        return concept == " ".join(self._key(wording))

    def stemmed(self) -> dict[tuple[str, ...], str]:
        """The wordings by the stems of their words, without actions ("perbekalan" is no "pembekalan")."""
        found: dict[tuple[str, ...], str] = {}
        for key, concept in self.concepts.items():
            stems = tuple(text.stem(word) for word in key)
            if len("".join(stems)) >= _SHORTEST_STEMS and not concept.startswith("action:"):
                found.setdefault(stems, concept)
        return found

    def vocabulary(self) -> frozenset[str]:
        return frozenset(word for key in self.concepts for word in key)


def _phrases(concepts: dict[tuple[str, ...], str]) -> Phrases:
    longest: dict[str, int] = {}
    for words in concepts:
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return Phrases(concepts, longest)


def _contrast(entry: _ContrastEntry, words: _Wordings) -> Contrast:
    return Contrast(
        entry.name,
        entry.label,
        frozenset(words.add([head]) for head in entry.head),
        {words.add([word], join=member[0]): number for number, member in enumerate(entry.members) for word in member},
        entry.unmarked,
        entry.kinds,
    )


def _all_the_way_up(narrower: dict[str, list[str]], words: _Wordings) -> dict[str, tuple[str, ...]]:
    parents: dict[str, list[str]] = {}
    for parent, children in narrower.items():
        for child in children:
            up, down = words.add([parent]), words.add([child])
            if up != down:
                parents.setdefault(down, []).append(up)
    chains = {}
    for child, nearest in parents.items():
        chain: list[str] = []
        queue = list(nearest)
        while queue:
            parent = queue.pop(0)
            if parent not in chain and parent != child:
                chain.append(parent)
                queue.extend(parents.get(parent, ()))
        chains[child] = tuple(chain)
    return chains


def _index(contrasts: tuple[Contrast, ...], part: str) -> dict[str, tuple[int, ...]]:
    index: dict[str, tuple[int, ...]] = {}
    for number, contrast in enumerate(contrasts):
        for concept in sorted(getattr(contrast, part)):
            index[concept] = (*index.get(concept, ()), number)
    return index
