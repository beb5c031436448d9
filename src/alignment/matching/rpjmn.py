"""National priorities, program prioritas and kegiatan prioritas that a subject serves, of the RPJMN of its years."""

from __future__ import annotations

from collections import defaultdict

from alignment import corpora, rules
from alignment.matching import score
from alignment.matching.fired import Fired
from alignment.matching.mended import read_twice
from alignment.matching.subject import Subject
from alignment.models import Match, Period
from alignment.rules import RuleSet

_LIMIT = 8


def rank(subject: Subject) -> tuple[Match, ...]:
    """The priorities served, best first, each with what stands below it; empty or only rejected where none is.

    Where the period of its plan is known, only an RPJMN counts whose years the plan shares; else all that are known.
    A subject that points to nothing is read once more with its damaged words mended.
    """
    return read_twice(subject, rules.load(), _ranked)


def _ranked(subject: Subject, ruleset: RuleSet) -> tuple[Match, ...]:
    served: dict[str, list[Fired]] = defaultdict(list)
    for entry, reasons in score.fired(subject, ruleset).get("rpjmn", {}).items():
        if subject.period and not _shares_years(entry, subject.period):
            continue
        for step in _with_priority(entry):
            served[step].extend(reasons)
    scale = ruleset.scale
    return score.ranked(served, scale.levels["rpjmn"], corpora.load("rpjmn"), scale.rejected_kept)[:_LIMIT]


def known_for(period: Period) -> bool:
    """Whether the RPJMNs that are known cover at least half of the years of a plan of this period."""
    plans = {entry.id for entry in corpora.load("rpjmn").entries if entry.level == "plan"}
    years = range(period.start, period.end + 1)
    covered = [year for year in years if any(_shares_years(plan, Period(start=year, end=year)) for plan in plans)]
    return 2 * len(covered) >= len(years)


def _shares_years(entry_id: str, period: Period) -> bool:
    """By the years in its id: "rpjmn-2025-2029.pn-4"."""
    first, last = map(int, entry_id.partition(".")[0].split("-")[1:])
    return first <= period.end and period.start <= last


def _with_priority(entry_id: str) -> tuple[str, ...]:
    """The entry and the national priority it stands under ("rpjmn-2025-2029.pn-4.pp-11" -> "rpjmn-2025-2029.pn-4")."""
    priority = ".".join(entry_id.split(".")[:2])
    return (entry_id,) if priority == entry_id else (entry_id, priority)
