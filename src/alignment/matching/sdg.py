"""Goals, targets and indicators of the SDG/TPB that a subject serves.

Two grades of evidence: an indicator of the plan is worded like a TPB indicator (it measures the target), or the words
of the program say what it does (it contributes). Both end in the target; the indicator itself is named where the
wording is close enough to be that indicator.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from alignment import corpora, rules
from alignment.matching import code, score, sdg_mentions
from alignment.matching.fired import Fired
from alignment.matching.mended import read_twice
from alignment.matching.official_name import code_by_name
from alignment.matching.sdg_wording import implicit_rule, worded_like
from alignment.matching.subject import BARE, Piece, Subject
from alignment.models import Match
from alignment.rules import RuleSet
from alignment.rules.compile import compiled

_NAMES_INDICATOR = 0.5
"""From this weight on, a wording is that indicator and not just near its target."""
_GOAL_ALONE = 0.2
"""Targets below this score are too weak to stand for their goal."""
_MENTION_WEIGHT = 0.95
_LIMIT = 6


def rank(subject: Subject) -> tuple[Match, ...]:
    """The most specific entry of each reading, best first; empty or only rejected where nothing speaks.

    A subject that points to nothing is read once more with its damaged words mended.
    """
    return read_twice(subject, rules.load(), _ranked)


def _ranked(subject: Subject, ruleset: RuleSet) -> tuple[Match, ...]:
    readings = {
        entry: reasons for own in _by_goal(_reasons(subject, ruleset)).values() for entry, reasons in _readings(own)
    }
    scale = ruleset.scale
    return score.ranked(readings, scale.levels["sdg"], corpora.load("sdg"), scale.rejected_kept)[:_LIMIT]


def _reasons(subject: Subject, ruleset: RuleSet) -> Iterator[Fired]:
    for reasons in score.fired(subject, ruleset).get("sdg", {}).values():
        yield from reasons
    yield from worded_like(subject, ruleset)
    if subject.code is None and subject.pieces:
        yield from _by_official_name(subject.pieces[0], ruleset)
        yield from _mentioned(subject.pieces[0])


def _by_official_name(piece: Piece, ruleset: RuleSet) -> Iterator[Fired]:
    """What the code rules say of the program that bears this name."""
    found = code_by_name(piece.text)
    if found is not None:
        for one in code.fire(Subject((), found), compiled(ruleset), ruleset.scale):
            if one.bound.part == "sdg":
                yield one._replace(words=(piece.text,), field=piece.field)


def _mentioned(piece: Piece) -> Iterator[Fired]:
    """Numbers named in a bare text. What a program declares is not used: it is judged against the content."""
    if piece.field == BARE:
        for mention, existence in sdg_mentions.find(piece.text):
            entry = mention.number if existence == "exists" else mention.target
            if entry is not None and existence in ("exists", "unknown_indicator"):
                words = (piece.text[mention.start : mention.end],)
                yield Fired(implicit_rule(entry, "mention"), words, _MENTION_WEIGHT, piece.field, frozenset())


def _by_goal(reasons: Iterable[Fired]) -> dict[str, list[Fired]]:
    groups: dict[str, list[Fired]] = defaultdict(list)
    for one in reasons:
        groups[goal_of(one.bound.target)].append(one)
    return groups


def _readings(reasons: list[Fired]) -> Iterator[tuple[str, list[Fired]]]:
    """The entries of one goal and their reasons; what speaks for the goal speaks for each target that has its own."""
    at_large = [one for one in reasons if "." not in one.bound.target]
    by_target: dict[str, list[Fired]] = defaultdict(list)
    for one in reasons:
        if "." in one.bound.target:
            by_target[target_of(one.bound.target)].append(one)
    named = False
    for target, own in by_target.items():
        entry, kept = _most_specific(target, own)
        if not at_large or score.combine(kept).score >= _GOAL_ALONE:
            named = True
            yield entry, [*kept, *at_large]
    if not named:
        yield goal_of(reasons[0].bound.target), reasons


def _most_specific(target: str, reasons: list[Fired]) -> tuple[str, list[Fired]]:
    """The indicator that the wording is close to, else the target, and its reasons: of several wordings only the best,
    for indicators of one target are worded alike."""
    near = [one for one in reasons if one.bound.target != target or one.bound.rule.id.endswith(".wording")]
    if not near:
        return target, reasons
    best = max(near, key=lambda one: (one.weight, one.bound.target))
    others = [one for one in reasons if one not in near]
    return (best.bound.target if best.weight >= _NAMES_INDICATOR else target), [*others, best]


def goal_of(entry_id: str) -> str:
    """ "4" of "4", "4.7", "4.7.1.(a)"."""
    return entry_id.split(".", 1)[0]


def target_of(entry_id: str) -> str:
    """ "4.7" of "4.7" and of all indicators below it; a goal stays what it is."""
    return ".".join(entry_id.split(".", 2)[:2])
