"""Proves layouts on their own cases: a small table goes in, the expected programs must come out."""

from __future__ import annotations

from pathlib import Path

from alignment.extraction.layouts import Case, Expected, layouts
from alignment.extraction.programs import extract_programs
from alignment.models import Cell, Document, Page, Program, Table, Text


def prove(folder: Path | None = None) -> tuple[int, tuple[Text, ...]]:
    """How many layouts were tried, and what failed. Raises RuleError where a file is wrong."""
    tried = layouts(folder)
    failures: list[Text] = []
    for layout in tried:
        found = extract_programs(document_of(layout.case)).programs
        failures.extend(_failures(layout.name, layout.case, found))
    return len(tried), tuple(failures)


def document_of(case: Case) -> Document:
    """The case's table as a document of one page without positions."""
    cells = tuple(
        Cell(row, column, 1, 1, text) for row, texts in enumerate(case.rows) for column, text in enumerate(texts)
    )
    columns = max(len(texts) for texts in case.rows)
    table = Table(page=1, rows=len(case.rows), columns=columns, cells=cells, line=0)
    page = Page(number=1, width=0, height=0, tables=(table,))
    return Document(id="case", name="case", sha256="0" * 64, engine="case", pages=(page,))


def _failures(name: str, case: Case, found: tuple[Program, ...]) -> list[Text]:
    names = {program.id: program.name for program in found}
    got = [(p.name, p.level, p.code, names.get(p.parent or ""), _budget(p)) for p in found]
    expected = [(e.name, e.level, e.code, e.parent, _expected_budget(e)) for e in case.gives]
    if got == expected:
        return []
    return [
        Text(
            id=f"{name}: yang diharapkan {expected}, yang keluar {got}",
            en=f"{name}: expected {expected}, got {got}",
        )
    ]


def _budget(program: Program) -> dict[int, str]:
    return {year: str(amount) for year, amount in program.budget.items()}


def _expected_budget(expected: Expected) -> dict[int, str]:
    return dict(expected.budget)
