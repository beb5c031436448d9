"""The Report as its readers see it: findings numbered and grouped, programs and documents by id.

Every human format is made from this one view, so that finding 12 of the page is finding 12 of the spreadsheet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from alignment.models import SEVERITIES, Evidence, Finding, Lang, Matches, Program, Report, Severity, Source
from alignment.reporting import titles
from alignment.reporting.highlight import words_of
from alignment.reporting.labels import family_rank

GRAVEST_FIRST: tuple[Severity, ...] = tuple(reversed(SEVERITIES))
NOTHING = Matches()


class Item(NamedTuple):
    """A finding and its number in this report, counted from 1 in reading order."""

    number: int
    finding: Finding
    program: Program | None
    words: tuple[str, ...]
    """What to mark in its quotes."""


class Group(NamedTuple):
    """The findings of one check at one severity."""

    code: str
    title: str
    items: tuple[Item, ...]


class Section(NamedTuple):
    """The findings of one severity, check by check."""

    severity: Severity
    groups: tuple[Group, ...]

    @property
    def size(self) -> int:
        """How many findings."""
        return sum(len(group.items) for group in self.groups)


@dataclass(frozen=True)
class View:
    """What the formats read. Nothing here is decided anew: only ordered, counted and looked up."""

    report: Report
    lang: Lang

    @cached_property
    def programs(self) -> Mapping[str, Program]:
        """By id."""
        return MappingProxyType({program.id: program for program in self.report.programs})

    @cached_property
    def rows(self) -> tuple[Program, ...]:
        """The programs, each followed by those below it, else in the order of the report."""
        below: dict[str | None, list[Program]] = {}
        for program in self.report.programs:
            below.setdefault(program.parent if program.parent in self.programs else None, []).append(program)
        found: dict[str, Program] = {}
        for start in (*below.get(None, ()), *self.report.programs):  # the second: a circle of parents has no top
            waiting = [start]
            while waiting:
                program = waiting.pop()
                if program.id not in found:
                    found[program.id] = program
                    waiting.extend(reversed(below.get(program.id, ())))
        return tuple(found.values())

    @cached_property
    def program_numbers(self) -> Mapping[str, int]:
        """Program id to its place in the matrix, counted from 1."""
        return MappingProxyType({program.id: n for n, program in enumerate(self.rows, 1)})

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Drafts and plans by id."""
        return MappingProxyType({source.id: source for source in self.report.sources})

    @cached_property
    def drafts(self) -> tuple[Source, ...]:
        """The documents that are judged."""
        return tuple(source for source in self.report.sources if source.role == "draft")

    @cached_property
    def plans(self) -> tuple[Source, ...]:
        """The documents they are held against."""
        return tuple(source for source in self.report.sources if source.role == "plan")

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All findings, gravest first, check by check, else in the order of the report."""
        order = sorted(
            self.report.findings,
            key=lambda finding: (GRAVEST_FIRST.index(finding.severity), family_rank(finding.code), finding.code),
        )
        return tuple(
            Item(n, finding, self._program(finding), self._words(finding)) for n, finding in enumerate(order, 1)
        )

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The findings as they are printed; a severity without findings has no groups."""
        return tuple(Section(severity, self._groups(severity)) for severity in GRAVEST_FIRST)

    @cached_property
    def programs_at(self) -> Mapping[Evidence, tuple[str, ...]]:
        """Place to the ids of the programs that stand there."""
        found: dict[Evidence, list[str]] = {}
        for program in self.report.programs:
            for place in program.evidence:
                found.setdefault(place, []).append(program.id)
        return MappingProxyType({place: tuple(programs) for place, programs in found.items()})

    @cached_property
    def by_program(self) -> Mapping[str, tuple[Item, ...]]:
        """Program id to the findings about it: those that name it, and those that show one of its places."""
        found: dict[str, dict[int, Item]] = {}
        for item in self.items:
            shown = (*item.finding.evidence, *item.finding.related)
            named = [item.finding.program] if item.finding.program is not None else []
            for program_id in (*named, *(program for place in shown for program in self.programs_at.get(place, ()))):
                found.setdefault(program_id, {})[item.number] = item
        return MappingProxyType({program: tuple(items.values()) for program, items in found.items()})

    @cached_property
    def undecided(self) -> tuple[Item, ...]:
        """Findings that say: this could not be decided."""
        return tuple(item for item in self.items if item.finding.outcome == "unknown")

    def line_up(self, program: Program) -> tuple[Program, ...]:
        """`program`, its parent and so on up to the top."""
        line = {program.id: program}
        while (program := self.programs.get(program.parent or "", program)).id not in line:  # a circle has no top
            line[program.id] = program
        return tuple(line.values())

    def row_of(self, place: Evidence) -> int | None:
        """The number of the matrix row that stands at `place`."""
        return next((self.program_numbers[program] for program in self.programs_at.get(place, ())), None)

    def matches(self, program: str) -> Matches:
        """What a program points to; empty where nothing was matched."""
        return self.report.matches.get(program, NOTHING)

    def title(self, code: str) -> str:
        """The name of a check, or its code where the rules do not know it (any more)."""
        known = titles.title(code)
        return known.in_language(self.lang) if known else code

    def document(self, document: str) -> str:
        """The file name of a document, or its id where the report does not list it."""
        source = self.sources.get(document)
        return source.name if source else document

    def _program(self, finding: Finding) -> Program | None:
        return self.programs.get(finding.program) if finding.program is not None else None

    def _words(self, finding: Finding) -> tuple[str, ...]:
        matches = self.matches(finding.program) if finding.program is not None else NOTHING
        return words_of(finding, matches)

    def _groups(self, severity: Severity) -> tuple[Group, ...]:
        items: dict[str, list[Item]] = {}
        for item in self.items:
            if item.finding.severity == severity:
                items.setdefault(item.finding.code, []).append(item)
        return tuple(Group(code, self.title(code), tuple(found)) for code, found in items.items())
