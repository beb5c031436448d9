"""Which official program of the nomenclature would carry an initiative: by code, by name, by what rules know of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from alignment import corpora, rules, text
from alignment.corpora import Corpus, nomenclature
from alignment.matching import affairs, features, score, topics
from alignment.matching.fired import Fired, contribution
from alignment.matching.mended import read_twice
from alignment.matching.score import Scored
from alignment.matching.subject import Subject
from alignment.matching.wording import WordingIndex
from alignment.models import Contribution, Match, Text
from alignment.models.corpus import NomenclatureEntry
from alignment.rules import RuleSet
from alignment.rules.model import Levels

_AUTHORITY = "authority."
_OUTSIDE = 0.6
"""From this score on, the rules of authority say that a regency may not do it."""
_SURE, _AHEAD = 0.8, 0.1
"""Where one program's rules reach this and no other comes near it, names that are merely near are not asked."""
_NEAR_NAME, _NAME_WEIGHT, _SAME_NAME_WEIGHT = 0.2, 0.62, 0.97
_KEGIATAN_PART = 0.85
"""A kegiatan's name says a little less about its program than the program's own name."""
_THING, _SYNONYM_WEIGHT = 0.7, 0.45
"""A word of this weight that means the same as a word of the rules speaks for its program, if nothing better does."""
_EARLY, _COVERED = 0.03, 0.02
_KEPT = 5
_OTHER_NAME = 0.35
"""A code whose name shares less than this with the official one is noted as a code under another name."""


_LEVEL_OF_PARTS = {3: "program", 5: "kegiatan", 6: "sub_kegiatan"}


class _Candidate(NamedTuple):
    score: float
    entry_id: str
    reasons: tuple[Fired, ...]
    name: Contribution | None


class _Names(NamedTuple):
    """Current and former names of what a regency or city may have; kegiatan stand for their program."""

    exact: dict[str, str]
    near: WordingIndex


def rank(subject: Subject) -> tuple[Match, ...]:
    """The programs that would carry the subject, best first; empty or only rejected where none may.

    A nomenclature code decides alone. Rules `authority.*` refuse what lies outside a regency's authority: then the
    best candidates are kept as rejected, with the words that refuse them as contributions of negative weight. A subject
    that points to none is read once more with its damaged words mended.
    """
    official = _official(subject)
    return (official,) if official is not None else read_twice(subject, rules.load(), _ranked)


def _ranked(subject: Subject, ruleset: RuleSet) -> tuple[Match, ...]:
    levels = ruleset.scale.levels["support"]
    groups = score.fired(subject, ruleset).get("support", {})
    candidates = _candidates(subject, groups)
    outside = _outside(subject, groups)
    if outside:
        return tuple(_refused(candidates, outside))
    good = [one for one in candidates if one.score >= levels.ambiguous][:_KEPT]
    rejected = [one for one in candidates if one.score < levels.ambiguous][: ruleset.scale.rejected_kept]
    return tuple(_match(one, levels) for one in (*good, *rejected))


@cache
def _corpus() -> Corpus[NomenclatureEntry]:
    return corpora.load("nomenclature")


def _official(subject: Subject) -> Match | None:
    """The program that the subject's code names, stated: a code decides."""
    named = _known(subject.code) if subject.code else None
    entry = named
    while entry is not None and entry.level in ("kegiatan", "sub_kegiatan"):
        entry = _corpus().get(entry.parent) if entry.parent else None
    if entry is None or named is None or entry.level != "program":
        return None
    reasons = [Contribution(rule="code.exact", words=(str(subject.code),), weight=1.0, field="code")]
    if named.level == _LEVEL_OF_PARTS.get(str(subject.code).count(".") + 1) and _under_another_name(subject, named):
        reasons.append(Contribution(rule="code.other_name", words=(named.name,), weight=0.0, field="name"))
    return Match(entry_id=entry.id, label=entry.label, score=1.0, status="supported", contributions=tuple(reasons))


def _known(code: str) -> NomenclatureEntry | None:
    """The entry of a code, or the nearest above it: sub kegiatan are known only where they were imported."""
    shaped = nomenclature.canonical(code)
    parts = shaped.split(".") if shaped else []
    for length in (6, 5, 3):
        entry = nomenclature.lookup(".".join(parts[:length])) if len(parts) >= length else None
        if entry is not None:
            return entry
    return None


def _under_another_name(subject: Subject, entry: NomenclatureEntry) -> bool:
    """True where the printed name has next to nothing in common with any official name of its code."""
    printed = {text.stem(word.norm) for word in subject.words if word.piece == 0}
    if not printed:
        return False
    shares = []
    for name in (entry.name, *entry.former_names):
        official = {text.stem(word) for word in text.content(name)}
        shares.append(len(printed & official) / max(len(printed | official), 1))
    return max(shares) < _OTHER_NAME


def _candidates(subject: Subject, groups: score.Grouped) -> list[_Candidate]:
    """Programs by rules and names, best first."""
    scored = {target: score.combine(reasons) for target, reasons in groups.items() if not target.startswith(_AUTHORITY)}
    best, second = sorted((0.0, 0.0, *(one.score for one in scored.values())), reverse=True)[:2]
    named = _named(subject, near=best < _SURE or best - second < _AHEAD)
    length = len(subject.words)
    found = []
    for target in {**scored, **named}:
        by_rules = scored.get(target, Scored(0.0, ()))
        name = named.get(target)
        value = 1 - (1 - by_rules.score) * (1 - (name.weight if name else 0.0))
        value = (1 - _EARLY - _COVERED) * value + _place_of_words(by_rules.reasons, length)
        found.append(_Candidate(round(value, 4), target, by_rules.reasons, name))
    return sorted(found, key=lambda one: (-one.score, one.entry_id))


def _place_of_words(reasons: tuple[Fired, ...], length: int) -> float:
    """An Indonesian name says first what it is about: earlier words and more of them decide between equals."""
    places = frozenset[int]().union(*(one.places for one in reasons if one.weight > 0))
    if not places:
        return 0.0
    return _EARLY * (1 - min(places) / length) + _COVERED * len(places) / length


@cache
def _names() -> _Names:
    wordings: list[tuple[str, str]] = []
    exact: dict[str, str] = {}
    for entry in _corpus().entries:
        if entry.level not in ("program", "kegiatan") or entry.scope == "province" or not entry.editions:
            continue
        program = entry.id if entry.level == "program" else entry.parent or entry.id
        for name in (entry.name, *entry.former_names):
            bare = text.normal(name).removeprefix("program ")
            wordings.append((f"{program} {entry.level}", bare))
            if entry.level == "program" or bare not in exact:
                exact[bare] = program
    return _Names(exact, WordingIndex(wordings))


def _named(subject: Subject, *, near: bool) -> dict[str, Contribution]:
    """Programs whose own or whose kegiatan's name is the subject's name, or near to it."""
    if not subject.pieces:
        return {}
    field, given = subject.pieces[0]
    found: dict[str, Contribution] = {}
    same = _names().exact.get(text.normal(given).removeprefix("program "))
    if same is not None:
        found[same] = Contribution(rule="name.exact", words=(given,), weight=_SAME_NAME_WEIGHT, field=field)
    if not near:
        return found
    for unit, printed in features.things(given, _THING):
        for program in topics.of_concept(unit):
            reason = contribution("lexicon.synonym", (printed,), _SYNONYM_WEIGHT, field)
            found.setdefault(program, reason)
    for hit in _names().near.search(given, limit=6, least=_NEAR_NAME):
        program, level = hit.id.split()
        closeness = hit.score * (1.0 if level == "program" else _KEGIATAN_PART)
        weight = round(_NAME_WEIGHT * closeness, 4)
        if closeness >= _NEAR_NAME and (program not in found or found[program].weight < weight):
            found[program] = Contribution(rule=f"name.{level}", words=hit.words, weight=weight, field=field)
    return found


def _match(one: _Candidate, levels: Levels) -> Match:
    entry = _corpus().get(one.entry_id)
    if entry is None:
        raise KeyError(one.entry_id)
    contributions = [fired.contribution() for fired in one.reasons]
    if one.name is not None:
        contributions.append(one.name)
    return Match(
        entry_id=one.entry_id,
        label=entry.label,
        score=one.score,
        status=score.status(one.score, levels),
        contributions=tuple(sorted(contributions, key=lambda reason: (-reason.weight, reason.rule))),
    )


def _outside(subject: Subject, groups: score.Grouped) -> list[Contribution]:
    """What refuses the subject: rules of authority, and the affairs that its name names."""
    by_rule = [one for target, reasons in groups.items() if target.startswith(_AUTHORITY) for one in _refusing(reasons)]
    return [*by_rule, *(affairs.named(subject.pieces[0].text, subject.pieces[0].field) if subject.pieces else ())]


def _refusing(reasons: tuple[Fired, ...]) -> Iterator[Contribution]:
    scored = score.combine(reasons)
    if scored.score >= _OUTSIDE:
        for one in scored.reasons:
            if one.weight > 0:
                yield one.contribution().model_copy(update={"weight": -one.weight})


def _refused(candidates: list[_Candidate], outside: list[Contribution]) -> Iterator[Match]:
    """What would have been chosen, refused; the affair itself where nothing would."""
    if not candidates:
        affair = outside[0].rule.removeprefix(_AUTHORITY).rpartition(".")[0]
        entry = corpora.load("authority").get(affair)
        label = entry.label if entry else Text(id=affair, en=affair)
        yield Match(entry_id=affair, label=label, score=0.0, status="rejected", contributions=tuple(outside))
    for one in candidates[:3]:
        program = _corpus().get(one.entry_id)
        contributions = (*outside, *(fired.contribution() for fired in one.reasons))
        yield Match(
            entry_id=one.entry_id,
            label=program.label if program else Text(id=one.entry_id, en=one.entry_id),
            score=0.0,
            status="rejected",
            contributions=contributions,
        )
