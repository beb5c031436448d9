"""Indicators of a plan that are worded like TPB indicators: every official wording is an implicit fuzzy rule."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from alignment import corpora, resources, text
from alignment.matching.fired import Fired, share
from alignment.matching.subject import Subject
from alignment.matching.wording import WordingIndex
from alignment.rules.model import CONTENT_FIELDS, BoundRule, FuzzyRule, RuleSet

_FIELDS = frozenset({"text", "name", "indicators", "outcome", "output"})
"""Where an indicator may stand. A description or a heading that shares words with one does not measure it."""
_LEAST = 0.34
"""Below, what a text shares with a wording is chance ("persentase", "jumlah penduduk")."""
_STEEPNESS = 1.3
_SHARPNESS = 1.6
_ONE_WORD = 0.75
"""A single shared word counts only from this nearness on ("Opini", of a wording that is little more than that)."""
_SAYS_NOTHING = frozenset(
    {"kabupaten", "kota", "provinsi", "program", "kegiatan", "per", "100.000", "1.000", "100000", "1000"}
)
"""Where and per how many, not what: regional plans put them everywhere."""
_TELLING = 4
"""Our short labels count from so many words on: "aid for capacity-building" is near to too much."""
_MOST = 0.92
_HITS = 6


def worded_like(subject: Subject, ruleset: RuleSet) -> Iterator[Fired]:
    """Entries whose wording is near to a piece of the subject: the nearer, the weightier, up to 0.92."""
    index = _index(ruleset)
    for number, piece in enumerate(subject.pieces):
        if piece.field not in _FIELDS:
            continue
        for hit in index.search(piece.text, _HITS, _LEAST):
            if len(hit.words) < 2 and hit.score < _ONE_WORD:
                continue
            kept = share(piece.field, ("indicators",), ruleset.scale)
            weight = round(min(_MOST, (hit.score - _LEAST / 2) * _STEEPNESS) * kept, 4)
            yield Fired(implicit_rule(hit.id), hit.words, weight, piece.field, _places(subject, number, hit.words))


def _places(subject: Subject, number: int, words: tuple[str, ...]) -> frozenset[int]:
    said = {word.casefold() for word in words}
    return frozenset(place for place, word in enumerate(subject.words) if word.piece == number and word.norm in said)


@lru_cache(maxsize=4)
def _index(ruleset: RuleSet) -> WordingIndex:
    corpus = corpora.load("sdg")
    wordings: list[tuple[str, str]] = []
    for entry in corpus.entries:
        if entry.level == "indicator":
            official = [name for name in (entry.official_id, entry.official_en) if name]
            ours = [name for name in (entry.label.id, entry.label.en) if len(text.content(name)) >= _TELLING]
            wordings += [(entry.id, name) for name in official + ours]
    for bound in ruleset.part("sdg"):
        if isinstance(bound.rule, FuzzyRule):
            wordings += [(bound.target, name) for name in bound.rule.like]
    return WordingIndex(wordings, ignore=_SAYS_NOTHING, sharpness=_SHARPNESS)


@cache
def implicit_rule(entry_id: str, kind: str = "wording") -> BoundRule:
    """What a planner would write for the entry. It has no cases: the official wordings themselves are its cases."""
    rule = FuzzyRule.model_construct(
        id=f"sdg.{entry_id}.{kind}",
        kind="fuzzy",
        weight="decisive",
        cases=(),
        like=(),
        at_least=50,
        fields=CONTENT_FIELDS,
    )
    return BoundRule("sdg", entry_id, rule, resources.corpora_folder() / "sdg" / "entries.csv", 0)
