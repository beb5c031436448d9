"""The examples of a check made into reviews, so that its YAML can be held to what it says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from alignment.checks.base import Reading, Review
from alignment.checks.spec import Sketch, SketchedProgram
from alignment.matching.resolve import match_programs
from alignment.models import Box, Document, Evidence, Extraction, Issue, Line, Page, Program, Text, Unread

_LINE = 14.0


def review_of(sketch: Sketch, *, matched: bool = True) -> Review:
    """The review that a sketch describes, its programs matched by the rules in use unless nobody asks for that."""
    drafts = [_draft(sketch)]
    if sketch.second_draft:
        drafts.append(_reading("second", sketch.second_draft))
    plans = [_plan(sketch)] if sketch.against else []
    matches = match_programs(
        [program for draft in drafts for program in draft.extraction.programs if matched],
        [program for plan in plans for program in plan.extraction.programs],
    )
    return Review(tuple(drafts), tuple(plans), matches, dt.date.fromisoformat(sketch.as_of))


def _draft(sketch: Sketch) -> Reading:
    reading = _reading("draft", sketch.programs)
    document = reading.document.model_copy(
        update={
            "kind": sketch.kind,
            "period": sketch.period,
            "region": sketch.region,
            "missions": sketch.missions,
            "title": "Master Plan Smart City" if sketch.kind == "master_plan" else None,
            "pages": (
                _page(sketch.text),
                *(Page(number=n, width=595, height=842) for n in range(2, sketch.pages + 1)),
            ),
            "issues": tuple(_issue(issue) for issue in sketch.issues),
            "legal_basis": tuple(Evidence(document="draft", page=1, quote=item) for item in sketch.legal_basis),
        }
    )
    below = _box(len(sketch.programs) + 1)
    unread = tuple(
        Unread(
            evidence=Evidence(document="draft", page=1, box=below, quote=row),
            reason=Text(id="Kode terpotong.", en="Code cut."),
        )
        for row in sketch.unread
    )
    return Reading(document, reading.extraction.model_copy(update={"unread": unread}))


def _plan(sketch: Sketch) -> Reading:
    reading = _reading("plan", sketch.against)
    return reading._replace(document=reading.document.model_copy(update={"pages": (_page(sketch.against_text),)}))


def _page(text: str) -> Page:
    lines = (Line(line, _box(n)) for n, line in enumerate(text.splitlines()))
    return Page(number=1, width=595, height=842, lines=tuple(lines))


def _reading(name: str, sketched: Iterable[SketchedProgram]) -> Reading:
    programs = tuple(_program(name, number, one) for number, one in enumerate(sketched, 1))
    document = Document(
        id=name,
        name=f"{name}.pdf",
        sha256="0" * 64,
        kind="rpjmd" if name == "plan" else "master_plan",
        pages=(_page(""),),
        engine="sketch",
    )
    return Reading(document, Extraction(document=name, programs=programs))


def _program(document: str, number: int, sketched: SketchedProgram) -> Program:
    return Program.model_validate(
        {
            "id": f"{document}:{sketched.key or number}",
            "document": document,
            "parent": f"{document}:{sketched.parent}" if sketched.parent else None,
            "level": sketched.level,
            "name": sketched.name,
            "budget": sketched.budget,
            "evidence": (Evidence(document=document, page=sketched.page, box=_box(number), quote=sketched.name),),
            **sketched.fields,
        }
    )


def _box(line: int) -> Box:
    return (50.0, 50 + _LINE * line, 545.0, 62 + _LINE * line)


def _issue(told: str) -> Issue:
    """ "no_text:3" is a page 3 without text."""
    code, _, page = told.partition(":")
    return Issue.model_validate(
        {"code": code, "page": int(page), "message": {"id": "Tidak terbaca.", "en": "Not readable."}}
    )
