"""National priorities, program prioritas and kegiatan prioritas that a subject serves, of both RPJMN periods."""

from __future__ import annotations

from collections import defaultdict

from alignment import corpora, rules
from alignment.matching import score
from alignment.matching.fired import Fired
from alignment.matching.subject import Subject
from alignment.models import Match

_LIMIT = 8


def rank(subject: Subject) -> tuple[Match, ...]:
    """The priorities served, best first, each with what stands below it; empty or only rejected where none is."""
    ruleset = rules.load()
    groups = score.fired(subject, ruleset).get("rpjmn", {})
    served: dict[str, list[Fired]] = defaultdict(list)
    for entry, reasons in groups.items():
        for step in _with_priority(entry):
            served[step].extend(reasons)
    levels = ruleset.scale.levels["rpjmn"]
    return score.ranked(served, levels, corpora.load("rpjmn"), ruleset.scale.rejected_kept)[:_LIMIT]


def _with_priority(entry_id: str) -> tuple[str, ...]:
    """The entry and the national priority it stands under ("rpjmn-2025-2029.pn-4.pp-11" -> "rpjmn-2025-2029.pn-4")."""
    priority = ".".join(entry_id.split(".")[:2])
    return (entry_id,) if priority == entry_id else (entry_id, priority)
