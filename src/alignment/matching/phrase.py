"""Phrases of the rules found in a subject, by surface words first and by stems beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from alignment import text
from alignment.matching.fired import Fired, share
from alignment.matching.subject import BARE, Subject
from alignment.rules.compile import Compiled, Term
from alignment.rules.model import PhraseRule, Scale

_BREAK = "\n"
"""Stands between pieces, so that no phrase runs from one into the next."""


class Hit(NamedTuple):
    """A term at the subject's words `start` to `end` (end excluded)."""

    start: int
    end: int
    stemmed: bool


Hits = dict[Term, tuple[Hit, ...]]


@lru_cache(maxsize=512)
def hits(subject: Subject, compiled: Compiled) -> Hits:
    """Every term of every rule that occurs in `subject`. A term found as written is not reported by its stems again."""
    words: list[str] = []
    place: list[int] = []
    for index, word in enumerate(subject.words):
        if index and word.piece != subject.words[index - 1].piece:
            words.append(_BREAK)
            place.append(-1)
        words.append(word.norm)
        place.append(index)
    found: dict[Term, list[Hit]] = defaultdict(list)
    for term, start, end in compiled.surface.find(words):
        found[term].append(Hit(place[start], place[end - 1] + 1, stemmed=False))
    written = frozenset(found)
    stems = [word if word is _BREAK else text.stem(word) for word in words]
    for stem, start, end in compiled.stems.find(stems):
        for term in compiled.stemmed[stem]:
            if term not in written:
                found[term].append(Hit(place[start], place[end - 1] + 1, stemmed=True))
    return {term: tuple(places) for term, places in found.items()}


def fire(subject: Subject, compiled: Compiled, scale: Scale) -> Iterator[Fired]:
    """The phrase rules that fire, and those that a contrast word held back (weight 0)."""
    found = hits(subject, compiled)
    candidates = {index for term in found for index in compiled.triggers.get(term, ())}
    for index in sorted(candidates):
        fired = _fire(index, found, subject, compiled, scale)
        if fired:
            yield fired


def _fire(index: int, found: Hits, subject: Subject, compiled: Compiled, scale: Scale) -> Fired | None:
    bound = compiled.rules[index]
    rule = bound.rule
    assert isinstance(rule, PhraseRule)  # noqa: S101 - only phrase rules have triggers

    def seen(terms: tuple[Term, ...]) -> list[Hit]:
        return [
            hit
            for term in terms
            for hit in found.get(term, ())
            if not (rule.exact and hit.stemmed) and _looked_at(subject.field(hit.start), rule)
        ]

    needed = [seen((term,)) for term in compiled.all_of[index]]
    spoken = seen(compiled.any_of[index])
    if not all(needed) or (compiled.any_of[index] and not spoken):
        return None
    held = seen(compiled.none_of[index])
    if held:
        return Fired(bound, _quotes(subject, held), 0.0, subject.field(held[0].start), _places(held))
    spoken += [hit for hits_of_one in needed for hit in hits_of_one[:1]]
    weights = [_worth(hit, subject, rule, scale) for hit in spoken]
    best = max(range(len(spoken)), key=lambda n: abs(weights[n]))
    return Fired(bound, _quotes(subject, spoken), weights[best], subject.field(spoken[best].start), _places(spoken))


def _looked_at(field: str, rule: PhraseRule) -> bool:
    return field in rule.fields or (field == BARE and rule.fields not in (("agency",), ("heading",)))


def _worth(hit: Hit, subject: Subject, rule: PhraseRule, scale: Scale) -> float:
    weight = scale.weights[rule.weight] * share(subject.field(hit.start), rule.fields, scale)
    return round(weight * (scale.stems if hit.stemmed else 1.0), 4)


def _quotes(subject: Subject, places: list[Hit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(subject.quote(hit.start, hit.end) for hit in places))


def _places(places: list[Hit]) -> frozenset[int]:
    return frozenset(word for hit in places for word in range(hit.start, hit.end))
