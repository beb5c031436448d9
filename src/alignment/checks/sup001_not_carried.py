"""SUP001: a program that none of the given plans carries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignment.checks.absence import lacking, together
from alignment.checks.authority import outside_authority
from alignment.checks.base import Review, Verdict, finding, named, not_judged
from alignment.checks.pointing import matches
from alignment.checks.scope import Item, items
from alignment.checks.spec import CheckSpec
from alignment.matching.official_name import code_by_name
from alignment.models import Evidence, Finding, Match, Program
from alignment.text import normal


def not_carried(review: Review, spec: CheckSpec) -> Verdict:
    """Judges the programs of the drafts against the plans; without a plan the question stays open.

    A draft that writes a plan's program beside its own has told what carries it. A program that the plans do not name
    may still find its place under one that is measured alike by the same agency, or under an official program that they
    hold: that is said, and where, and left to the reader.
    """
    if not review.plans:
        return Verdict(not_judged=(not_judged(spec, "no_plan"),))
    rows = _Rows(review)
    known = sum(len(plan.extraction.programs) for plan in review.plans)
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        programs = items(review, draft)
        judged += len(programs)
        without: list[Item] = []
        similar: list[tuple[Item, Match]] = []
        placed: list[tuple[Item, Program]] = []
        for item in programs:
            carried = matches(review, item, "carried_by")
            if any(match.status == "supported" for match in carried) or rows.told(item):
                continue
            alike = rows.measured_alike(item)
            place = None if outside_authority(review, item) else alike or rows.official(item)
            if carried and alike is None:
                similar.append((item, carried[0]))
            elif place is not None:
                placed.append((item, place))
            else:
                without.append(item)
        found.extend(lacking(spec, programs, without, known=known))
        found.extend(_similar(spec, similar, len(programs)))
        found.extend(_placed(review, spec, placed, len(programs)))
    return Verdict(judged, tuple(found))


class _Rows:
    """The rows of the given plans, by what a draft may share with them; of equals the first."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._official: dict[str, Program] = {}
        self._named: dict[str, Program] = {}
        self._measured: dict[tuple[str, str], Program] = {}
        for program in (one for plan in review.plans for one in plan.extraction.programs):
            self._named.setdefault(_bare(program.name), program)
            code = program.code or (code_by_name(program.name) if program.level == "program" else None)
            if code:
                self._official.setdefault(code, program)
            for measure in _measures(program):
                self._measured.setdefault(measure, program)

    def told(self, item: Item) -> bool:
        """Whether the draft names a row beside or above the program: "Program RPJMD: Pengelolaan Persampahan"."""
        above = (self._review.programs.get(line.parent or "") for line in item.lines)
        names = (*(name for line in item.lines for name in line.links), *(row.name for row in above if row))
        return any(_bare(name) in self._named for name in names)

    def measured_alike(self, item: Item) -> Program | None:
        """The row of the same agency with the same indicator."""
        measures = (measure for line in item.lines for measure in _measures(line))
        return next((self._measured[measure] for measure in measures if measure in self._measured), None)

    def official(self, item: Item) -> Program | None:
        """The row of the official program that would carry it."""
        codes = (match.entry_id for match in matches(self._review, item, "support"))
        return next((self._official[code] for code in codes if code in self._official), None)


def _bare(name: str) -> str:
    """A name's letters, without the word "program" and the blanks that narrow cells put into words."""
    return normal(name).removeprefix("program ").replace(" ", "")


def _measures(program: Program) -> Iterator[tuple[str, str]]:
    """Agency and indicator, for each indicator of a program that names its agency."""
    if program.agency:
        for indicator in program.indicators:
            yield _bare(program.agency), _bare(indicator.name)


def _similar(spec: CheckSpec, those: Sequence[tuple[Item, Match]], total: int) -> tuple[Finding, ...]:
    if len(those) > spec.threshold("placed_above"):
        names = [f"{named(item.program)} → {match.label.id}" for item, match in those]
        return (together(spec, [item for item, _ in those], "many_similar", total, names),)
    return tuple(_said(spec, "similar", item, match.label.id, match.evidence) for item, match in those)


def _placed(review: Review, spec: CheckSpec, those: Sequence[tuple[Item, Program]], total: int) -> tuple[Finding, ...]:
    if len(those) > spec.threshold("placed_above"):
        names = [f"{named(item.program)} → {row.code or named(row)}" for item, row in those]
        return (together(spec, [item for item, _ in those], "many_placed", total, names),)
    return tuple(
        _said(spec, "placed", item, f"{named(row)} ({review.documents[row.document].name})", row.evidence[:1])
        for item, row in those
    )


def _said(spec: CheckSpec, variant: str, item: Item, other: str, related: Sequence[Evidence]) -> Finding:
    return finding(
        spec,
        variant,
        subject=item.subject,
        evidence=item.evidence,
        program=item.program,
        related=related,
        name=named(item.program),
        other=other,
    )
