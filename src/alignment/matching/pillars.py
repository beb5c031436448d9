"""Pillars and sub-dimensions of a program: what speaks for a sub-dimension speaks for its pillar too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from alignment import corpora, rules
from alignment.matching import score
from alignment.matching.fired import Fired
from alignment.matching.mended import read_twice
from alignment.matching.subject import NAMING, Subject
from alignment.models import Match
from alignment.rules import RuleSet


def rank(subject: Subject) -> tuple[Match, ...]:
    """The pillars best first, then the sub-dimensions best first; only what was rejected where nothing speaks.

    A subject that points to none is read once more with its damaged words mended.
    """
    return read_twice(subject, rules.load(), _ranked)


def _ranked(subject: Subject, ruleset: RuleSet) -> tuple[Match, ...]:
    levels = ruleset.scale.levels["pillars"]
    corpus = corpora.load("pillars")
    groups = score.fired(subject, ruleset).get("pillars", {})
    by_pillar: dict[str, list[Fired]] = defaultdict(list)
    for target, reasons in groups.items():
        by_pillar[target.partition(".")[0]].extend(reasons)
    below = {target: reasons for target, reasons in groups.items() if "." in target}
    pillars = score.ranked(by_pillar, levels, corpus, ruleset.scale.rejected_kept)
    subdimensions = score.ranked(below, levels, corpus, 0)
    accepted = [one for one in pillars if one.status != "rejected"] or _alone(pillars, below)
    return (*accepted, *subdimensions, *pillars[len(accepted) :])


def _alone(pillars: tuple[Match, ...], below: Mapping[str, Iterable[Fired]]) -> list[Match]:
    """The only pillar that anything speaks for, however little, if the name does: doubtful, and the one to ask about.

    Words that speak for a pillar at large and for none of its sub-dimensions (bupati, layanan) say too little.
    """
    heard = [one for one in pillars if one.score > 0]
    told = any(one.weight > 0 and one.field in NAMING for reasons in below.values() for one in reasons)
    return [heard[0].model_copy(update={"status": "ambiguous"})] if told and len(heard) == 1 else []
