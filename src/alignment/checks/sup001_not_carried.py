"""SUP001: a program that none of the given plans carries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from alignment.checks.absence import lacking, together
from alignment.checks.authority import outside_authority
from alignment.checks.base import Review, Verdict, finding, named, not_judged
from alignment.checks.pointing import matches
from alignment.checks.scope import Item, items
from alignment.checks.spec import CheckSpec
from alignment.matching.official_name import code_by_name
from alignment.models import Evidence, Finding, Match, Program


def not_carried(review: Review, spec: CheckSpec) -> Verdict:
    """Judges the programs of the drafts against the plans; without a plan the question stays open.

    A program that the plans do not name may still find its place under an official program that they hold: that is
    said, and where, and left to the reader.
    """
    if not review.plans:
        return Verdict(not_judged=(not_judged(spec, "no_plan"),))
    official = _official_rows(review)
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        programs = items(review, draft)
        judged += len(programs)
        without: list[Item] = []
        similar: list[tuple[Item, Match]] = []
        placed: list[tuple[Item, Program]] = []
        for item in programs:
            carried = matches(review, item, "carried_by")
            row = None if outside_authority(review, item) else _place(review, item, official)
            if any(match.status == "supported" for match in carried):
                continue
            if carried:
                similar.append((item, carried[0]))
            elif row is not None:
                placed.append((item, row))
            else:
                without.append(item)
        found.extend(lacking(spec, programs, without))
        found.extend(_similar(spec, similar, len(programs)))
        found.extend(_placed(review, spec, placed, len(programs)))
    return Verdict(judged, tuple(found))


def _place(review: Review, item: Item, official: Mapping[str, Program]) -> Program | None:
    """The plans' row of the official program that would carry it."""
    return next(
        (official[match.entry_id] for match in matches(review, item, "support") if match.entry_id in official), None
    )


def _official_rows(review: Review) -> Mapping[str, Program]:
    """The first row of the plans for each official program they hold, by its code."""
    rows: dict[str, Program] = {}
    for plan in review.plans:
        for program in plan.extraction.programs:
            code = program.code or (code_by_name(program.name) if program.level == "program" else None)
            if code:
                rows.setdefault(code, program)
    return rows


def _similar(spec: CheckSpec, those: Sequence[tuple[Item, Match]], total: int) -> tuple[Finding, ...]:
    if len(those) > spec.threshold("group_above"):
        return (together(spec, [item for item, _ in those], "many_similar", total),)
    return tuple(_said(spec, "similar", item, match.label.id, match.evidence) for item, match in those)


def _placed(review: Review, spec: CheckSpec, those: Sequence[tuple[Item, Program]], total: int) -> tuple[Finding, ...]:
    if len(those) > spec.threshold("placed_above"):
        return (together(spec, [item for item, _ in those], "many_placed", total),)
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
