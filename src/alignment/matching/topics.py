"""What matter a word belongs to, as the support rules know it: two words of one official program are of one matter."""

from __future__ import annotations

from functools import cache

from alignment import rules, text
from alignment.matching import lexicon
from alignment.rules.model import PhraseRule

_TOO_COMMON = 4
"""A phrase that speaks for more programs than this says nothing about the matter."""


@cache
def _programs_of() -> tuple[dict[tuple[str, ...], frozenset[str]], dict[str, frozenset[str]]]:
    """Programs by phrase (content words), and by the stem of phrases of one word."""
    by_phrase: dict[tuple[str, ...], set[str]] = {}
    for bound in rules.load().part("support"):
        if (
            isinstance(bound.rule, PhraseRule)
            and bound.rule.weight in ("decisive", "strong")
            and not bound.target.startswith("authority.")
        ):
            for phrase in bound.rule.any_of:
                by_phrase.setdefault(text.content(phrase), set()).add(bound.target)
    by_stem: dict[str, set[str]] = {}
    for words, programs in by_phrase.items():
        if len(words) == 1:
            by_stem.setdefault(text.stem(words[0]), set()).update(programs)
    few = {words: frozenset(some) for words, some in by_phrase.items() if len(some) <= _TOO_COMMON}
    return few, {stem: frozenset(some) for stem, some in by_stem.items() if len(some) <= _TOO_COMMON}


def of_words(words: tuple[str, ...]) -> frozenset[str]:
    """The programs that rules link with exactly these content words (a single word also by its stem)."""
    phrases, stems = _programs_of()
    found = phrases.get(words)
    if found is None and len(words) == 1:
        found = stems.get(text.stem(words[0]))
    return found or frozenset()


@cache
def of_concept(concept: str) -> frozenset[str]:
    """The programs that rules link with any wording of a concept of the lexicon."""
    found: set[str] = set()
    for wording in _wordings().get(concept, ()):
        found |= of_words(wording)
    return frozenset(found) if len(found) <= _TOO_COMMON else frozenset()


@cache
def _wordings() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for wording, concept in lexicon.load().surface.concepts.items():
        found[concept] = (*found.get(concept, ()), wording)
    return found
