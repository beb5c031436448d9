"""Phrases of the rules found in a subject, by surface words first and by stems beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from alignment.matching.fired import Fired, share
from alignment.matching.subject import BARE, Subject
from alignment.rules.compile import Compiled
from alignment.rules.model import FieldName, PhraseRule, Scale

_BREAK = "\n"
"""Stands between pieces, so that no phrase runs from one into the next."""


class Hit(NamedTuple):
    """A term at some of the subject's words."""

    quote: str
    places: frozenset[int]
    stemmed: bool
    adjunct: bool
    """Whether its first word says where or for whom."""
    field: str
    """That its first word stands in."""


Hits = dict[int, list[Hit]]
"""By the number of the term."""


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
        found.setdefault(term, []).append(_hit(subject, place[start], place[end - 1] + 1, stemmed))
    for term, some in found.items():
        if len(some) > 1 and len({hit.stemmed for hit in some}) > 1:
            found[term] = [hit for hit in some if not hit.stemmed]
    return found


def _hit(subject: Subject, start: int, end: int, stemmed: bool) -> Hit:
    """The subject's words `start` to `end` (end excluded)."""
    places = frozenset(range(start, end))
    return Hit(subject.quote(start, end), places, stemmed, subject.words[start].adjunct, subject.field(start))


def fire(subject: Subject, compiled: Compiled, scale: Scale) -> Iterator[Fired]:
    """The phrase rules that fire, and those that a contrast word held back (weight 0)."""
    found = hits(subject, compiled)
    spoken: dict[int, list[Hit]] = {}
    for term, some in found.items():
        for index in compiled.triggers.get(term, ()):
            spoken.setdefault(index, []).extend(some)
    for index in sorted(spoken):
        phrase = compiled.phrases[index]
        seen = _counting(spoken[index], phrase.rule)
        needed = [_counting(found.get(term, ()), phrase.rule) for term in phrase.all_of]
        if not seen or not all(needed):
            continue
        held = [hit for term in phrase.none_of if term in found for hit in _counting(found[term], phrase.rule)]
        if held:
            yield Fired(phrase.bound, _quotes(held), 0.0, held[0].field, _places(held))
            continue
        seen += [some[0] for some in needed]
        worth = [_worth(hit, phrase.rule, scale) for hit in seen]
        weight = max(worth, key=abs)
        yield Fired(phrase.bound, _quotes(seen), weight, seen[worth.index(weight)].field, _places(seen))


def _counting(some: Iterable[Hit], rule: PhraseRule) -> list[Hit]:
    """The hits that the rule takes: in a part of the program it looks at, and as written where it is exact."""
    fields, exact = _looked_at(rule.fields), rule.exact
    return [hit for hit in some if hit.field in fields and not (exact and hit.stemmed)]


@cache
def _looked_at(fields: tuple[FieldName, ...]) -> frozenset[str]:
    """The fields of a subject in which a rule for `fields` counts."""
    return frozenset(fields) if fields in (("agency",), ("heading",)) else frozenset((*fields, BARE))


def _worth(hit: Hit, rule: PhraseRule, scale: Scale) -> float:
    weight = scale.weights[rule.weight] * share(hit.field, rule.fields, scale)
    if hit.stemmed:
        weight *= scale.stems
    if hit.adjunct:
        weight *= scale.adjuncts
    return round(weight, 4)


def _quotes(some: list[Hit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([hit.quote for hit in some]))


def _places(some: list[Hit]) -> frozenset[int]:
    return some[0].places.union(*[hit.places for hit in some[1:]])
