"""Pillars and sub-dimensions of a program: what speaks for a sub-dimension speaks for its pillar too."""

from __future__ import annotations

from collections import defaultdict

from alignment import corpora, rules
from alignment.matching import score
from alignment.matching.fired import Fired
from alignment.matching.subject import Subject
from alignment.models import Match


def rank(subject: Subject) -> tuple[Match, ...]:
    """The pillars best first, then the sub-dimensions best first; only what was rejected where nothing speaks."""
    ruleset = rules.load()
    levels = ruleset.scale.levels["pillars"]
    corpus = corpora.load("pillars")
    groups = score.fired(subject, ruleset).get("pillars", {})
    by_pillar: dict[str, list[Fired]] = defaultdict(list)
    for target, reasons in groups.items():
        by_pillar[target.partition(".")[0]].extend(reasons)
    subdimensions = {target: reasons for target, reasons in groups.items() if "." in target}

    def ranked(reasons_of: dict[str, list[Fired]] | score.Grouped) -> list[Match]:
        return [score.match(entry, score.combine(some), levels, corpus) for entry, some in reasons_of.items()]

    pillars = score.trimmed(ranked(by_pillar), ruleset.scale.rejected_kept)
    below = score.trimmed(ranked(subdimensions), 0)
    accepted = [one for one in pillars if one.status != "rejected"]
    return (*accepted, *below, *pillars[len(accepted) :])
