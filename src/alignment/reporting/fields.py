"""The table of the findings, column by column: one definition for the spreadsheet and the CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from alignment.models import Evidence, Program
from alignment.reporting.labels import family, family_label
from alignment.reporting.places import by_ocr, corners, place, sayings
from alignment.reporting.view import View
from alignment.reporting.workbook import Kind, Value


class Field(NamedTuple):
    """A column of a table whose rows are all of one kind: how a value is taken from the thing the row is about."""

    key: str
    """Of its head, `report.<key>`."""
    width: float
    value: Callable[[View, Any], Value]
    kind: Kind = "text"


def of_first(evidence: tuple[Evidence, ...], value: Callable[[Evidence], Value]) -> Value:
    """What is told of the primary place; None where there is none."""
    return value(evidence[0]) if evidence else None


def named(program: Program | None) -> str | None:
    """Code and name."""
    if program is None:
        return None
    return f"{program.code} {program.name}" if program.code else program.name


def _quotes(evidence: Iterable[Evidence], view: View) -> str:
    """Each quote once; the places of one that stands in several behind it."""
    lines = []
    for said in sayings(evidence):
        places = "; ".join(place(one, view.lang, box=False) for one in said.places)
        lines.append(f"{said.quote} [{places}]" if len(said.places) > 1 else said.quote)
    return "\n".join(lines)


FINDINGS: tuple[Field, ...] = (
    Field("number", 6, lambda _, i: i.number, "whole"),
    Field("severity", 12, lambda v, i: v.say(i.finding.severity), "tone"),
    Field("code", 9, lambda _, i: i.finding.code),
    Field("message", 46, lambda v, i: i.finding.message.in_language(v.lang)),
    Field("suggestion", 34, lambda v, i: i.finding.suggestion.in_language(v.lang)),
    Field("program", 28, lambda _, i: named(i.program)),
    Field("agency", 18, lambda _, i: i.program.agency if i.program else None),
    Field("document", 18, lambda v, i: of_first(i.finding.evidence, lambda e: v.document(e.document))),
    Field("page_head", 9, lambda _, i: of_first(i.finding.evidence, lambda e: e.page), "whole"),
    Field("place", 16, lambda v, i: of_first(i.finding.evidence, lambda e: _beside_page(e, v))),
    Field("quote", 36, lambda v, i: _quotes(i.finding.evidence, v)),
    Field("related", 44, lambda v, i: "\n".join(f"{v.where(e)}: {e.quote}" for e in i.finding.related)),
    Field("outcome", 16, lambda v, i: v.say(f"outcome_{i.finding.outcome}")),
    Field("confidence", 17, lambda v, i: v.say(f"confidence_{i.finding.confidence}")),
    Field("check", 26, lambda v, i: v.title(i.finding.code)),
    Field("family", 18, lambda v, i: family_label(family(i.finding.code), v.lang)),
    Field("box_head", 20, lambda _, i: of_first(i.finding.evidence, lambda e: corners(e.box) if e.box else None)),
    Field("fingerprint", 19, lambda _, i: i.finding.fingerprint),
)


def _beside_page(evidence: Evidence, view: View) -> str:
    return " · ".join(filter(None, (evidence.place, by_ocr(evidence, view.lang))))
