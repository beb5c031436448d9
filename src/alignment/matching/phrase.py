"""Phrases of the rules found in a subject, by surface words first and by stems beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from alignment.matching.fired import Fired, share
from alignment.matching.subject import BARE, Subject
from alignment.rules.compile import Compiled, Term
from alignment.rules.model import FieldName, PhraseRule, Scale

_BREAK = "\n"
"""Stands between pieces, so that no phrase runs from one into the next."""


class Hit(NamedTuple):
    """A term at the subject's words `start` to `end` (end excluded)."""

    start: int
    end: int
    stemmed: bool
    field: str
    """That the first word stands in."""


Hits = dict[Term, list[Hit]]


def hits(subject: Subject, compiled: Compiled) -> Hits:
    """Every term of every rule that occurs in `subject`. A term found as written is not reported by its stems again."""
    words: list[str] = []
    place: list[int] = []
    piece = 0
    for index, word in enumerate(subject.words):
        if word.piece != piece and words:
            words.append(_BREAK)
            place.append(-1)
        piece = word.piece
        words.append(word.norm)
        place.append(index)
    found: Hits = {}
    for start, end, term, stemmed in compiled.terms.find(words):
        first = place[start]
        found.setdefault(term, []).append(Hit(first, place[end - 1] + 1, stemmed, subject.field(first)))
    for term, some in found.items():
        if len(some) > 1 and len({hit.stemmed for hit in some}) > 1:
            found[term] = [hit for hit in some if not hit.stemmed]
    return found


def fire(subject: Subject, compiled: Compiled, scale: Scale) -> Iterator[Fired]:
    """The phrase rules that fire, and those that a contrast word held back (weight 0)."""
    found = hits(subject, compiled)
    spoken: dict[int, list[Hit]] = {}
    for term, some in found.items():
        for index in compiled.triggers.get(term, ()):
            spoken.setdefault(index, []).extend(some)
    for index in sorted(spoken):
        bound = compiled.rules[index]
        assert isinstance(bound.rule, PhraseRule)  # noqa: S101 - only phrase rules have triggers
        seen = _counting(spoken[index], bound.rule)
        if not seen:
            continue
        needed = [_counting(found.get(term, ()), bound.rule) for term in compiled.all_of[index]]
        if not all(needed):
            continue
        contrasts = [term for term in compiled.none_of[index] if term in found]
        held = [hit for term in contrasts for hit in _counting(found[term], bound.rule)]
        if held:
            yield Fired(bound, _quotes(subject, held), 0.0, held[0].field, _places(held))
            continue
        seen += [some[0] for some in needed]
        worth = [_worth(hit, subject, bound.rule, scale) for hit in seen]
        weight = max(worth, key=abs)
        yield Fired(bound, _quotes(subject, seen), weight, seen[worth.index(weight)].field, _places(seen))


def _counting(some: Iterable[Hit], rule: PhraseRule) -> list[Hit]:
    """The hits that the rule takes: in a part of the program it looks at, and as written where it is exact."""
    fields, exact = _looked_at(rule.fields), rule.exact
    return [hit for hit in some if hit.field in fields and not (exact and hit.stemmed)]


@cache
def _looked_at(fields: tuple[FieldName, ...]) -> frozenset[str]:
    """The fields of a subject in which a rule for `fields` counts."""
    return frozenset(fields) if fields in (("agency",), ("heading",)) else frozenset((*fields, BARE))


def _worth(hit: Hit, subject: Subject, rule: PhraseRule, scale: Scale) -> float:
    weight = scale.weights[rule.weight] * share(hit.field, rule.fields, scale)
    if hit.stemmed:
        weight *= scale.stems
    if subject.words[hit.start].adjunct:
        weight *= scale.adjuncts
    return round(weight, 4)


def _quotes(subject: Subject, places: list[Hit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([subject.quote(hit.start, hit.end) for hit in places]))


def _places(places: list[Hit]) -> frozenset[int]:
    return frozenset[int]().union(*[range(hit.start, hit.end) for hit in places])
