"""From fired rules to ranked matches: what each reason adds, what speaks against, and where the lines are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from alignment.corpora import Corpus
from alignment.matching import cited, code, fuzzy, phrase
from alignment.matching.fired import Fired
from alignment.matching.subject import Subject
from alignment.models import Match, Status
from alignment.rules import PartName, RuleSet
from alignment.rules.compile import compiled
from alignment.rules.model import Levels

Grouped = dict[str, tuple[Fired, ...]]


class Scored(NamedTuple):
    """A score 0..1 and the reasons that made it, weightiest first."""

    score: float
    reasons: tuple[Fired, ...]


@lru_cache(maxsize=32)
def fired(subject: Subject, ruleset: RuleSet) -> dict[PartName, Grouped]:
    """All rules that fire on `subject`, by part and target. Shared by all rankings of one subject: do not change it."""
    ready = compiled(ruleset)
    parts: dict[PartName, dict[str, list[Fired]]] = defaultdict(lambda: defaultdict(list))
    for kind in (phrase, code, fuzzy, cited):
        for one in kind.fire(subject, ready, ruleset.scale):
            parts[one.bound.part][one.bound.target].append(one)
    return {part: {target: tuple(some) for target, some in groups.items()} for part, groups in parts.items()}


def combine(reasons: Iterable[Fired]) -> Scored:
    """1 - prod(1 - w) over what speaks for, less what speaks against.

    Words speak once: a reason whose words all stand in weightier ones already adds nothing and is left out.
    """
    doubt, against = 1.0, 0.0
    heard: set[int] = set()
    kept: list[Fired] = []
    for one in sorted(reasons, key=_weightiest_first):
        if one.weight > 0:
            if one.places and one.places <= heard:
                continue
            heard |= one.places
            doubt *= 1 - one.weight
        else:
            against -= one.weight
        kept.append(one)
    return Scored(round(max(0.0, 1 - doubt - against), 4), tuple(kept))


def _weightiest_first(one: Fired) -> tuple[float, str]:
    return -one.weight, one.bound.rule.id


def status(score: float, levels: Levels) -> Status:
    """The named level of a score."""
    if score >= levels.supported:
        return "supported"
    return "ambiguous" if score >= levels.ambiguous else "rejected"


def match(entry_id: str, scored: Scored, levels: Levels, corpus: Corpus[Any]) -> Match:
    """A scored entry as a Match. Raises KeyError where the corpus does not know it."""
    entry = corpus.get(entry_id)
    if entry is None:
        raise KeyError(entry_id)
    return Match(
        entry_id=entry_id,
        label=entry.label,
        score=scored.score,
        status=status(scored.score, levels),
        contributions=tuple(one.contribution() for one in scored.reasons),
    )


def trimmed(matches: Iterable[Match], rejected_kept: int) -> tuple[Match, ...]:
    """Best first; of the rejected, only the best few."""
    best_first = sorted(matches, key=lambda one: -one.score)
    accepted = [one for one in best_first if one.status != "rejected"]
    rejected = [one for one in best_first if one.status == "rejected"]
    return (*accepted, *rejected[:rejected_kept])


def ranked(groups: Mapping[str, Iterable[Fired]], levels: Levels, corpus: Corpus[Any], kept: int) -> tuple[Match, ...]:
    """Each entry by its reasons, best first, with the best `kept` of the rejected at the end.

    Of equal scores the one comes first whose words stand last: names begin with what is done (pendidikan, perizinan)
    and end with what it is done to (perkoperasian).
    Raises KeyError where the corpus does not know an entry.
    """
    scored = {entry_id: combine(reasons) for entry_id, reasons in groups.items()}
    best_first = sorted((-one.score, -_last(one), entry_id) for entry_id, one in scored.items())
    accepted = sum([one.score >= levels.ambiguous for one in scored.values()])
    shown = [entry_id for _, _, entry_id in best_first[: accepted + kept]]
    return tuple([match(entry_id, scored[entry_id], levels, corpus) for entry_id in shown])


def _last(scored: Scored) -> int:
    return max([max(one.places) for one in scored.reasons if one.places and one.weight > 0], default=0)
