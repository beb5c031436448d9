"""Which official program of the nomenclature would carry an initiative: by code, by name, by what rules know of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from alignment import corpora, rules
from alignment.corpora import nomenclature
from alignment.matching import score
from alignment.matching.fired import Fired
from alignment.matching.subject import Subject
from alignment.matching.wording import WordingIndex
from alignment.models import Contribution, Match, Text
from alignment.models.corpus import NomenclatureEntry
from alignment.rules.model import Levels

_AUTHORITY = "authority."
_OUTSIDE = 0.6
"""From this score on, the rules of authority say that a regency may not do it."""
_NEAR_NAME, _SAME_NAME = 0.2, 0.93
_NAME_WEIGHT, _SAME_NAME_WEIGHT = 0.62, 0.92
_KEGIATAN_PART = 0.85
"""A kegiatan's name says a little less about its program than the program's own name."""
_LIMIT = 5
_EARLY, _COVERED = 0.03, 0.02


def rank(subject: Subject) -> tuple[Match, ...]:
    """The programs that would carry the subject, best first; empty or only rejected where none may."""
    official = _official(subject)
    if official is not None:
        return (official,)
    ruleset = rules.load()
    levels = ruleset.scale.levels["support"]
    groups = score.fired(subject, ruleset).get("support", {})
    outside = [
        one for target, reasons in groups.items() if target.startswith(_AUTHORITY) for one in _authority(reasons)
    ]
    named = _named(subject)
    programs = {target for target in groups if not target.startswith(_AUTHORITY)} | set(named)
    length = len(subject.words)
    matches = (_match(target, groups.get(target, ()), named.get(target), levels, length) for target in sorted(programs))
    ranked = score.trimmed(matches, ruleset.scale.rejected_kept)[:_LIMIT]
    return tuple(_refused(ranked, outside, subject)) if outside else ranked


def _official(subject: Subject) -> Match | None:
    """The program that the subject's code names, stated: a code decides."""
    entry = nomenclature.lookup(subject.code) if subject.code else None
    while entry is not None and entry.level in ("kegiatan", "sub_kegiatan"):
        entry = corpora.load("nomenclature").get(entry.parent) if entry.parent else None
    if entry is None or entry.level != "program":
        return None
    return Match(
        entry_id=entry.id,
        label=entry.label,
        score=1.0,
        status="supported",
        contributions=(Contribution(rule="code.exact", words=(str(subject.code),), weight=1.0, field="code"),),
    )


@cache
def _names() -> WordingIndex:
    """Current and former names of the programs and kegiatan a regency or city may have, each under its program."""
    return WordingIndex(_wordings())


def _wordings() -> Iterator[tuple[str, str]]:
    corpus = corpora.load("nomenclature")
    for entry in corpus.entries:
        if entry.level not in ("program", "kegiatan") or entry.scope == "province" or not entry.editions:
            continue
        program = entry.id if entry.level == "program" else entry.parent
        for name in (entry.name, *entry.former_names):
            yield f"{program} {entry.level}", name.removeprefix("PROGRAM ")


def _named(subject: Subject) -> Mapping[str, Contribution]:
    """Programs whose name or kegiatan's name is near to the subject's name."""
    found: dict[str, Contribution] = {}
    for piece in subject.pieces[:1]:
        for hit in _names().search(piece.text, limit=8):
            program, level = hit.id.split()
            near = hit.score * (1.0 if level == "program" else _KEGIATAN_PART)
            if near < _NEAR_NAME:
                continue
            weight = _SAME_NAME_WEIGHT if near >= _SAME_NAME else round(_NAME_WEIGHT * near, 4)
            if program not in found or found[program].weight < weight:
                found[program] = Contribution(rule=f"name.{level}", words=hit.words, weight=weight, field=piece.field)
    return found


def _match(
    target: str, reasons: tuple[Fired, ...], named: Contribution | None, levels: Levels, length: int
) -> Match:
    entry: NomenclatureEntry | None = corpora.load("nomenclature").get(target)
    if entry is None:
        raise KeyError(target)
    by_rules = score.combine(reasons)
    value = by_rules.score if named is None else 1 - (1 - by_rules.score) * (1 - named.weight)
    value = (1 - _EARLY - _COVERED) * value + _place_of_words(by_rules.reasons, length)
    contributions = [one.contribution() for one in by_rules.reasons]
    if named is not None:
        contributions.append(named)
    return Match(
        entry_id=target,
        label=entry.label,
        score=round(value, 4),
        status=score.status(value, levels),
        contributions=tuple(sorted(contributions, key=lambda one: (-one.weight, one.rule))),
    )


def _place_of_words(reasons: tuple[Fired, ...], length: int) -> float:
    """An Indonesian name says first what it is about: earlier words and more of them decide between equals."""
    places = frozenset[int]().union(*(one.places for one in reasons if one.weight > 0))
    if not places:
        return 0.0
    return _EARLY * (1 - min(places) / length) + _COVERED * len(places) / length


def _authority(reasons: tuple[Fired, ...]) -> Iterator[Contribution]:
    scored = score.combine(reasons)
    if scored.score >= _OUTSIDE:
        for one in scored.reasons:
            if one.weight > 0:
                yield one.contribution().model_copy(update={"weight": -one.weight})


def _refused(ranked: tuple[Match, ...], outside: list[Contribution], subject: Subject) -> Iterator[Match]:
    """What would have been chosen, refused for the reason that a regency may not do it."""
    if not ranked:
        words = subject.pieces[0].text if subject.pieces else ""
        yield Match(
            entry_id=outside[0].rule,
            label=Text(id=words, en=words),
            score=0.0,
            status="rejected",
            contributions=tuple(outside),
        )
    for match in ranked[:3]:
        yield match.model_copy(
            update={"score": 0.0, "status": "rejected", "contributions": (*outside, *match.contributions)}
        )
