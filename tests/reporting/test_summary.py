"""The figures of the summary: every program under one pillar, every rupiah once."""

from __future__ import annotations

from decimal import Decimal

from alignment.models import Program, Report
from alignment.reporting.summary import families, pillar_rows, top_spending
from alignment.reporting.view import View


def row(name: str, level: str, parent: str | None = None, budget: int | None = None) -> Program:
    money = {} if budget is None else {2026: Decimal(budget)}
    return Program(id=name, document="d", level=level, name=name, parent=parent, budget=money)


def counted(*programs: Program) -> list[str]:
    return sorted(top_spending(programs, {program.id: program for program in programs}))


def test_a_row_below_a_row_with_a_budget_is_not_counted_again() -> None:
    below = (row("k", "kegiatan", "p", 10), row("s", "sub_kegiatan", "k", 10))

    assert counted(row("p", "program", budget=10), *below) == ["p"]


def test_a_program_without_figures_is_counted_by_the_rows_below_it() -> None:
    assert counted(row("p", "program"), row("k", "kegiatan", "p", 4), row("l", "kegiatan", "p", 0)) == ["k", "l"]


def test_headings_never_count_their_programs_do() -> None:
    assert counted(row("u", "urusan", budget=9), row("b", "bidang", "u", 9), row("p", "program", "b", 9)) == ["p"]


def test_a_circle_of_parents_from_elsewhere_ends() -> None:
    assert counted(row("a", "program", "b", 1), row("b", "program", "a", 1), row("c", "program", "c", 1)) == ["c"]


def test_every_program_stands_under_the_pillar_the_draft_declares(report: Report) -> None:
    """p4 is declared under society and points to environment; p2 declares none and stands below p1."""
    rows = {row.pillar: row for row in pillar_rows(View(report, "id"))}

    assert list(rows) == ["governance", "branding", "economy", "living", "society", "environment", None]
    assert (rows["governance"].programs, rows["society"].programs, rows[None].programs) == (3, 1, 1)
    assert rows["governance"].lines == 1
    assert (rows["environment"].programs, rows["environment"].others) == (0, 1)
    assert rows["governance"].budget == Decimal(32250000000) + Decimal("4875500000.50")
    assert rows["branding"].budget is None
    assert sum(row.programs + row.lines for row in rows.values()) == len(report.programs)


def test_a_program_without_a_declared_pillar_stands_where_its_words_point(report: Report) -> None:
    bare = tuple(program.model_copy(update={"declared_pillar": None}) for program in report.programs)
    rows = {row.pillar: row for row in pillar_rows(View(report.model_copy(update={"programs": bare}), "id"))}

    assert (rows["environment"].programs, rows["society"].programs, rows["society"].others) == (1, 0, 1)


def test_a_pillar_carries_the_findings_about_its_programs(report: Report) -> None:
    rows = {row.pillar: row for row in pillar_rows(View(report, "id"))}

    assert rows["society"].findings == (1, 1, 1)
    assert rows["governance"].findings == (1, 2, 0)


def test_a_finding_about_many_programs_is_known_at_each_of_them(report: Report) -> None:
    """A check may say once what holds for many: its places tell which."""
    places = (*report.programs[2].evidence, *report.programs[3].evidence)
    many = report.findings[0].model_copy(update={"program": None, "evidence": places})
    view = View(report.model_copy(update={"findings": (many,)}), "id")
    rows = {row.pillar: row for row in pillar_rows(view)}

    assert sorted(view.by_program) == ["p3", "p4"]
    assert rows["governance"].findings == rows["society"].findings == (0, 1, 0)


def test_rows_stand_below_their_parents_and_none_is_lost(report: Report) -> None:
    below = (
        row("s", "sub_kegiatan", "k"),
        row("k", "kegiatan", "p"),
        row("o", "initiative", "nowhere"),
        row("p", "program"),
    )
    circle = (row("a", "program", "b"), row("b", "program", "a"))
    view = View(report.model_copy(update={"programs": (*below, *circle)}), "id")

    assert [program.id for program in view.rows] == ["o", "p", "k", "s", "a", "b"]


def test_families_stand_in_reading_order_and_those_of_plugins_last(report: Report) -> None:
    odd = report.findings[0].model_copy(update={"code": "AIR001"})
    view = View(report.model_copy(update={"findings": (odd, *report.findings)}), "id")

    assert [row.family for row in families(view)] == ["RDG", "PIL", "REG", "SUP", "OVL", "AIR"]


def test_findings_carry_one_number_through_all_formats(report: Report) -> None:
    view = View(report, "id")

    assert [item.number for item in view.items] == list(range(1, len(report.findings) + 1))
    assert [item.number for section in view.sections for group in section.groups for item in group.items] == [
        item.number for item in view.items
    ]
