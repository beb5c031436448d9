"""Which programs a check speaks about: at the level a reviewer would, once each.

In a coded plan that is the program; its kegiatan and sub kegiatan inherit. A program printed once for every unit that
spends on it, or again in a cascading table, is one item.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from alignment.checks.base import Reading, Review
from alignment.grammar import codes
from alignment.models import Evidence, Level, Match, Program
from alignment.text import normal

_JUDGED: tuple[Level, ...] = ("program", "initiative")
_BELOW: tuple[Level, ...] = ("kegiatan", "sub_kegiatan")
_SUPPORTING_NAME = "penunjang urusan pemerintah"
_PLACES_SHOWN = 5


class Item(NamedTuple):
    """One program as a reviewer counts it: its first line, all its lines, and everything below them."""

    program: Program
    lines: tuple[Program, ...]
    below: tuple[Program, ...]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Where it can be seen: the first places of its lines."""
        places = [place for line in self.lines for place in line.evidence]
        return tuple(places[:_PLACES_SHOWN])

    @property
    def subject(self) -> tuple[str, ...]:
        """What names it in a fingerprint: the code where it has one, so that a reworded name is the same matter."""
        return (self.program.code or self.program.name, self.program.declared_pillar or "")


def items(reading: Reading) -> tuple[Item, ...]:
    """The programs of a document to judge, in reading order; without penunjang programs."""
    programs = reading.extraction.programs
    children: dict[str, list[Program]] = defaultdict(list)
    for program in programs:
        if program.parent:
            children[program.parent].append(program)
    lines: dict[tuple[str, ...], list[Program]] = defaultdict(list)
    for program in programs:
        if program.level in _levels(programs) and not is_supporting(program):
            lines[_key(program)].append(program)
    return tuple(Item(same[0], tuple(same), tuple(_below(same, children))) for same in lines.values())


def judged(review: Review) -> tuple[Item, ...]:
    """The items of all drafts."""
    return tuple(item for draft in review.drafts for item in items(draft))


def is_supporting(program: Program) -> bool:
    """Whether it is the program every agency has (penunjang), or a part of it."""
    if program.code and codes.is_supporting(program.code):
        return True
    return _SUPPORTING_NAME in normal(program.name)


def accepted(matches: Iterable[Match]) -> tuple[Match, ...]:
    """The matches that are an answer: supported or ambiguous."""
    return tuple(match for match in matches if match.status != "rejected")


def _levels(programs: tuple[Program, ...]) -> tuple[Level, ...]:
    """Program and initiative; in a plan that prints neither, the highest level it does print."""
    present = {program.level for program in programs}
    if present & set(_JUDGED):
        return _JUDGED
    return next(((level,) for level in _BELOW if level in present), _JUDGED)


def _key(program: Program) -> tuple[str, ...]:
    if program.code:
        return (program.code, normal(program.name))
    return ("", normal(program.name), program.declared_pillar or "")


def _below(lines: list[Program], children: dict[str, list[Program]]) -> Iterable[Program]:
    waiting, seen = [line.id for line in lines], set()
    while waiting:
        parent = waiting.pop(0)
        for child in children.get(parent, ()):
            if child.id not in seen:  # a broken file may hold a circle
                seen.add(child.id)
                waiting.append(child.id)
                yield child
