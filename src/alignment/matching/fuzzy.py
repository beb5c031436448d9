"""Wordings that are close to a rule's: indicators above all, which plans copy with small changes."""

from __future__ import annotations

from collections.abc import Iterator

from alignment.matching.fired import Fired, share
from alignment.matching.subject import BARE, Subject, Word
from alignment.rules.compile import Compiled
from alignment.rules.model import FuzzyRule, Scale

_SHARED_WORDS_SLACK = 0.25
"""A wording is compared only where its share of common words comes this near to what the rule asks."""


def fire(subject: Subject, compiled: Compiled, scale: Scale) -> Iterator[Fired]:
    """The fuzzy rules whose wording is near to a piece of the subject, each with its best piece."""
    if not compiled.wordings:
        return
    best: dict[int, tuple[float, Fired]] = {}
    for number, piece in enumerate(subject.pieces):
        words = [(index, word) for index, word in enumerate(subject.words) if word.piece == number]
        if not words:
            continue
        for index, closeness in _near([word for _, word in words], compiled):
            bound = compiled.rules[index]
            rule = bound.rule
            assert isinstance(rule, FuzzyRule)  # noqa: S101 - only fuzzy rules have wordings
            if closeness < rule.at_least or not (piece.field in rule.fields or piece.field == BARE):
                continue
            if index not in best or closeness > best[index][0]:
                weight = round(scale.weights[rule.weight] * share(piece.field, rule.fields, scale), 4)
                places = frozenset(place for place, _ in words)
                quote = subject.quote(words[0][0], words[-1][0] + 1)
                best[index] = closeness, Fired(bound, (quote,), weight, piece.field, places)
    yield from (fired for _, (_, fired) in sorted(best.items()))


def _near(words: list[Word], compiled: Compiled) -> Iterator[tuple[int, float]]:
    from rapidfuzz import fuzz

    norms = [word.norm for word in words]
    shared: dict[int, int] = {}
    for norm in dict.fromkeys(norms):
        for position in compiled.wording_words.get(norm, ()):
            shared[position] = shared.get(position, 0) + 1
    text = " ".join(norms)
    by_order = " ".join(sorted(norms))
    for position in sorted(position for position, count in shared.items() if count > 1 or len(norms) == 1):
        index, wording = compiled.wordings[position]
        rule = compiled.rules[index].rule
        assert isinstance(rule, FuzzyRule)  # noqa: S101 - only fuzzy rules have wordings
        if 2 * shared[position] / (len(norms) + len(wording)) < rule.at_least / 100 - _SHARED_WORDS_SLACK:
            continue
        closeness = max(fuzz.ratio(text, " ".join(wording)), fuzz.ratio(by_order, " ".join(sorted(wording))))
        yield index, closeness
