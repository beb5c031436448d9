"""Reports made of small programs and findings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest

from alignment.checks import fingerprint
from alignment.models import Coverage, Evidence, Finding, Program, Report, Text

Make = Callable[..., Report]


@pytest.fixture
def report() -> Make:
    """A report on programs given as name -> budget, with a PIL001 finding on each name in `lacking`."""

    def make(programs: dict[str, int], lacking: tuple[str, ...] = (), page: int = 1, document: str = "d1") -> Report:
        made = tuple(
            Program(
                id=f"{document}:{name}",
                document=document,
                level="initiative",
                name=name,
                budget={2026: Decimal(budget)},
                evidence=(Evidence(document=document, page=page + number, quote=name),),
            )
            for number, (name, budget) in enumerate(programs.items())
        )
        findings = tuple(_finding(program) for program in made if program.name in lacking)
        return Report(
            tool="test",
            as_of=dt.date(2026, 1, 1),
            sources=(),
            findings=findings,
            coverage=Coverage(pages=1, pages_read=1, programs=len(made), rows_unread=0),
            programs=made,
        )

    return make


def _finding(program: Program) -> Finding:
    return Finding(
        code="PIL001",
        outcome="fail",
        severity="warning",
        confidence="medium",
        message=Text(id=program.name, en=program.name),
        suggestion=Text(id="-", en="-"),
        program=program.id,
        evidence=program.evidence,
        fingerprint=fingerprint.of("PIL001", [program.name]),
    )
