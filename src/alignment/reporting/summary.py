"""The figures of the summary: findings by family and severity, programs and money by pillar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from alignment.models import PILLARS, Finding, Match, Program, Report
from alignment.reporting import figures
from alignment.reporting.labels import family, family_rank
from alignment.reporting.view import GRAVEST_FIRST, View

HEADINGS = ("urusan", "bidang")
"""Levels that spend nothing themselves and serve no pillar: they only head the programs below them."""
_LEADING = ("program", "initiative")


class Tally(NamedTuple):
    """Findings by severity."""

    error: int
    warning: int
    info: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.error + self.warning + self.info


class FamilyRow(NamedTuple):
    """The findings of one family of checks."""

    family: str
    findings: Tally


class PillarRow(NamedTuple):
    """What a pillar holds. Each program counts under one pillar (see `pillar_of`)."""

    pillar: str | None
    """None for the programs without any pillar."""
    programs: int
    """Programs and initiatives."""
    lines: int
    """Kegiatan and sub kegiatan below them."""
    others: int
    """Programs under other pillars whose words point here as well."""
    budget: Decimal | None
    """Rupiah of all years; None where no line has a budget."""
    findings: Tally
    """About its programs; one finding can be about programs of several pillars."""


class Checks(NamedTuple):
    """How much of what the tool can look at it looked at."""

    done: tuple[str, ...]
    """Codes of those that judged something."""
    idle: tuple[str, ...]
    """Codes of those that ran and found nothing in the drafts to judge."""
    known: int
    """All of them, with those that were left out."""


def checks(report: Report) -> Checks:
    """The checks of a review by what came of them."""
    judged = report.coverage.judged
    known = {*judged, *report.coverage.off, *(question.code for question in report.not_judged)}
    done = tuple(code for code in sorted(judged) if judged[code])
    return Checks(done, tuple(code for code in sorted(judged) if not judged[code]), len(known))


class Figure(NamedTuple):
    """One figure of how much was read and judged."""

    key: str
    """Of its name, `report.<key>`."""
    value: int | str
    left_open: bool
    """Whether it says that something was not judged."""


def coverage(view: View) -> tuple[Figure, ...]:
    """How much was opened, read and judged, in the order of every format."""
    report, read = view.report, view.report.coverage
    asked = checks(report)
    return (
        *((Figure("unopened", len(report.unopened), True),) if report.unopened else ()),
        Figure("pages_read", _part(read.pages_read, read.pages, view), read.pages_read < read.pages),
        Figure("rows_unread", read.rows_unread, read.rows_unread > 0),
        Figure("checks_done", _part(len(asked.done), asked.known, view), bool(report.not_judged)),
        Figure("undecided", len(view.undecided), bool(view.undecided)),
        Figure("programs_found", read.programs, read.programs == 0),
    )


def _part(part: int, total: int, view: View) -> str:
    return view.say("of_total", part=figures.count(part, view.lang), total=figures.count(total, view.lang))


def tally(findings: Iterable[Finding]) -> Tally:
    """How many findings of each severity."""
    counted = Counter(finding.severity for finding in findings)
    return Tally(*(counted[severity] for severity in GRAVEST_FIRST))


def families(view: View) -> tuple[FamilyRow, ...]:
    """One row a family that has findings, in reading order."""
    counted: dict[str, list[Finding]] = {}
    for finding in view.report.findings:
        counted.setdefault(family(finding.code), []).append(finding)
    return tuple(FamilyRow(name, tally(counted[name])) for name in sorted(counted, key=family_rank))


def pillars_of(ranked: tuple[Match, ...]) -> tuple[str, ...]:
    """The pillars a program has, best first, without its sub-dimensions."""
    return tuple(dict.fromkeys(match.entry_id.partition(".")[0] for match in ranked if match.status != "rejected"))


def pillar_of(program: Program, view: View) -> str | None:
    """The pillar the draft puts a program under; where it says none, the first that its words point to.

    What a row does not say itself, the row above it says.
    """
    line = [above for above in view.line_up(program) if above.level not in HEADINGS]
    declared = (above.declared_pillar for above in line if above.declared_pillar)
    found = (pillar for above in line for pillar in pillars_of(view.matches(above.id).pillars)[:1])
    return next(declared, None) or next(found, None)


def pillar_rows(view: View) -> tuple[PillarRow, ...]:
    """The six pillars, with programs or without, and a last row for programs that have none."""
    programs = [program for program in view.report.programs if program.level not in HEADINGS]
    of = {program.id: pillar_of(program, view) for program in programs}
    spending = top_spending(view.report.programs, view.programs)
    others = sorted({pillar for pillar in of.values() if pillar is not None and pillar not in PILLARS})
    rows = {name: _PillarCount() for name in (*PILLARS, *others, None)}
    for program in programs:
        row = rows[of[program.id]]
        row.add(program, program.id in spending)
        row.findings.update({item.number: item.finding for item in view.by_program.get(program.id, ())})
        for other in pillars_of(view.matches(program.id).pillars):
            if other in rows and other != of[program.id]:
                rows[other].others += 1
    return tuple(row.frozen(name) for name, row in rows.items())


def total_budget(program: Program) -> Decimal | None:
    """The rupiah of all years; None where the row has no figure."""
    return sum(program.budget.values(), Decimal(0)) if program.budget else None


def top_spending(programs: Iterable[Program], by_id: Mapping[str, Program]) -> frozenset[str]:
    """The rows whose budgets add up without counting any rupiah twice: those with no budgeted row above them.

    Headings (urusan, bidang) never count, their programs do.
    """
    budgeted = {program.id for program in programs if program.budget and program.level not in HEADINGS}
    return frozenset(program for program in budgeted if not _has_ancestor(by_id[program], budgeted, by_id))


def _has_ancestor(program: Program, wanted: set[str], by_id: Mapping[str, Program]) -> bool:
    seen = {program.id}
    parent = program.parent
    while parent is not None and parent in by_id and parent not in seen:  # a report from elsewhere may hold a circle
        if parent in wanted:
            return True
        seen.add(parent)
        parent = by_id[parent].parent
    return False


class _PillarCount:
    def __init__(self) -> None:
        self.programs = self.lines = self.others = 0
        self.budget: Decimal | None = None
        self.findings: dict[int, Finding] = {}

    def add(self, program: Program, spends: bool) -> None:
        if program.level in _LEADING:
            self.programs += 1
        else:
            self.lines += 1
        if spends:
            self.budget = (self.budget or Decimal(0)) + (total_budget(program) or Decimal(0))

    def frozen(self, name: str | None) -> PillarRow:
        return PillarRow(name, self.programs, self.lines, self.others, self.budget, tally(self.findings.values()))
