"""Which programs a check speaks about: at the level a reviewer would, once each.

In a coded plan that is the program; its kegiatan and sub kegiatan inherit. A program printed once for every unit that
spends on it, or again in a cascading table, is one item, however OCR spelt its name. A row that states a level of
service and nothing that is done is no program, though a table lists it as one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from alignment import resources, yamlfile
from alignment.checks.base import Reading, Review
from alignment.grammar import codes
from alignment.models import Evidence, Frozen, Level, Match, Program
from alignment.text import normal

_JUDGED: tuple[Level, ...] = ("program", "initiative")
_BELOW: tuple[Level, ...] = ("kegiatan", "sub_kegiatan")
_SUPPORTING_NAME = "penunjang urusan pemerintah"
_PLACES_SHOWN = 5
_ALIKE = 85
"""Percent of letters that two prints of one code's name have in common."""
_FIGURE = re.compile(r"\d")


class _ServiceLevels(Frozen):
    """`rules/lexicon/service-levels.yaml`."""

    begins: tuple[str, ...]


class Item(NamedTuple):
    """One program as a reviewer counts it: its first line, all its lines, and everything below them."""

    program: Program
    lines: tuple[Program, ...]
    below: tuple[Program, ...]

    @property
    def rows(self) -> tuple[Program, ...]:
        """Its lines, then everything below them."""
        return (*self.lines, *self.below)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Where it can be seen: the first places of its lines."""
        places = [place for line in self.lines for place in line.evidence]
        return tuple(places[:_PLACES_SHOWN])

    @property
    def subject(self) -> tuple[str, ...]:
        """What names it in a fingerprint: the code where it has one, so that a reworded name is the same matter."""
        return (self.program.code or self.program.name, self.program.declared_pillar or "")


def items(review: Review, draft: Reading) -> tuple[Item, ...]:
    """The programs of a draft to judge, in reading order; without penunjang programs. Told apart once a review."""
    return review.once(f"items {draft.document.id}", lambda: _items(draft.extraction.programs))


def judged(review: Review) -> tuple[Item, ...]:
    """The items of all drafts."""
    return tuple(item for draft in review.drafts for item in items(review, draft))


def first_places(items: Iterable[Item]) -> list[Evidence]:
    """One place of each item, for a finding on many."""
    return [item.evidence[0] for item in items if item.evidence]


def is_supporting(program: Program) -> bool:
    """Whether it is the program every agency has (penunjang), or a part of it."""
    if program.code and codes.is_supporting(program.code):
        return True
    return _SUPPORTING_NAME in normal(program.name)


def states_a_level(program: Program) -> bool:
    """Whether its name states a level of service and nothing that is done: "SLA 99,9%"."""
    return f"{normal(program.name)} ".startswith(_service_levels()) and bool(_FIGURE.search(program.name))


def accepted(matches: Iterable[Match]) -> tuple[Match, ...]:
    """The matches that are an answer: supported or ambiguous."""
    return tuple(match for match in matches if match.status != "rejected")


@cache
def _service_levels() -> tuple[str, ...]:
    file = yamlfile.load_model(resources.rules_folder() / "lexicon" / "service-levels.yaml", _ServiceLevels)
    return tuple(f"{words} " for words in file.begins)


def _items(programs: tuple[Program, ...]) -> tuple[Item, ...]:
    children: dict[str, list[Program]] = defaultdict(list)
    for program in programs:
        if program.parent:
            children[program.parent].append(program)
    levels = _levels(programs)
    heads = {program.parent for program in programs if program.level in levels}
    lines: dict[tuple[str, ...], list[Program]] = defaultdict(list)
    spelt: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for program in programs:
        if program.level not in levels or (program.id in heads and not program.budget):
            continue  # "Program RPJMD" in a column beside the initiatives that are judged
        if not is_supporting(program) and not states_a_level(program):
            key = _key(program, spelt[program.code or ""])
            lines[key].append(program)
    return tuple(Item(same[0], tuple(same), tuple(_below(same, children))) for same in lines.values())


def _levels(programs: tuple[Program, ...]) -> tuple[Level, ...]:
    """Program and initiative; in a plan that prints neither, the highest level it does print."""
    present = {program.level for program in programs}
    if present & set(_JUDGED):
        return _JUDGED
    return next(((level,) for level in _BELOW if level in present), _JUDGED)


def _key(program: Program, known: list[tuple[str, ...]]) -> tuple[str, ...]:
    """What tells items apart. `known`: the keys of the same code so far, which one of an alike name joins."""
    from rapidfuzz import fuzz

    name = normal(program.name)
    if not program.code:
        return ("", name, program.declared_pillar or "")
    for key in known:
        if fuzz.ratio(name.replace(" ", ""), key[1].replace(" ", ""), score_cutoff=_ALIKE):
            return key
    known.append((program.code, name))
    return known[-1]


def _below(lines: list[Program], children: dict[str, list[Program]]) -> Iterable[Program]:
    waiting, seen = [line.id for line in lines], set()
    while waiting:
        parent = waiting.pop(0)
        for child in children.get(parent, ()):
            if child.id not in seen:  # a broken file may hold a circle
                seen.add(child.id)
                waiting.append(child.id)
                yield child
