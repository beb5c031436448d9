"""The Report as its readers see it: findings numbered and grouped, programs and documents by id.

Every human format is made from this one view, so that finding 12 of the page is finding 12 of the spreadsheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from alignment import i18n
from alignment.models import SEVERITIES, Evidence, Finding, Lang, Matches, Program, Report, Severity, Source, Text
from alignment.models.document import UNREAD_ISSUES
from alignment.reporting import titles
from alignment.reporting.highlight import words_of
from alignment.reporting.labels import LISTS, family_rank
from alignment.reporting.places import place

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


class Doubt(NamedTuple):
    """What the reader could not do, or doubts, on some pages of a document."""

    source: Source
    pages: tuple[int, ...]
    """Counted from 1; none where it is about the whole document."""
    message: Text | None
    """None where the report says no more than that the pages were not read."""
    unread: bool


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
    def regions(self) -> tuple[str, ...]:
        """Of the drafts, each once."""
        return tuple(dict.fromkeys(draft.region.name for draft in self.drafts if draft.region))

    @cached_property
    def periods(self) -> tuple[str, ...]:
        """Of the drafts, each once: 2025–2029."""
        spans = (draft.period for draft in self.drafts if draft.period)
        return tuple(dict.fromkeys(f"{span.start}–{span.end}" for span in spans))

    @cached_property
    def lists(self) -> Mapping[str, str]:
        """The ranked lists that this review could fill: without a plan nothing was asked of being carried."""
        return LISTS if self.plans else {key: words for key, words in LISTS.items() if key != "carried_by"}

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """What was not or not surely read, document by document; what holds for several pages is said once."""
        return tuple(doubt for source in self.report.sources for doubt in _doubts(source))

    @cached_property
    def is_complete(self) -> bool:
        """Whether everything was opened, read and judged."""
        report = self.report
        left_open = report.unopened or report.unread or report.not_judged or self.undecided or self.doubts
        read = report.coverage.pages_read == report.coverage.pages and not report.coverage.rows_unread
        return read and not left_open and any(report.coverage.judged.values())

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
            for evidence in program.evidence:
                found.setdefault(evidence, []).append(program.id)
        return MappingProxyType({evidence: tuple(programs) for evidence, programs in found.items()})

    @cached_property
    def by_program(self) -> Mapping[str, tuple[Item, ...]]:
        """Program id to the findings about it: those that name it, and those that show one of its places."""
        found: dict[str, dict[int, Item]] = {}
        for item in self.items:
            shown = (*item.finding.evidence, *item.finding.related)
            named = [item.finding.program] if item.finding.program is not None else []
            standing = (program for evidence in shown for program in self.programs_at.get(evidence, ()))
            for program_id in (*named, *standing):
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

    def row_of(self, evidence: Evidence) -> int | None:
        """The number of the matrix row that stands there."""
        return next((self.program_numbers[program] for program in self.programs_at.get(evidence, ())), None)

    def matches(self, program: str) -> Matches:
        """What a program points to; empty where nothing was matched."""
        return self.report.matches.get(program, NOTHING)

    def title(self, code: str) -> str:
        """The name of a check, or its code where the rules do not know it (any more)."""
        known = titles.title(code)
        return known.in_language(self.lang) if known else code

    def say(self, key: str, **facts: object) -> str:
        """The words `report.<key>` in the language of the view."""
        return i18n.say(f"report.{key}", self.lang, **facts)

    def where(self, evidence: Evidence, box: bool = False) -> str:
        """Document and place: "Draf 2.pdf, hlm. 58"."""
        return ", ".join(filter(None, (self.document(evidence.document), place(evidence, self.lang, box))))

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


def _doubts(source: Source) -> Iterator[Doubt]:
    pages: dict[tuple[Text, bool], list[int]] = {}
    for issue in source.issues:
        found = pages.setdefault((issue.message, issue.code in UNREAD_ISSUES), [])
        found += [] if issue.page is None else [issue.page]
    told = {page for (_, unread), found in pages.items() if unread for page in found}
    untold = tuple(page for page in source.unread_pages if page not in told)
    if untold:
        yield Doubt(source, untold, None, unread=True)
    for (message, unread), found in pages.items():
        yield Doubt(source, tuple(found), message, unread)
