from __future__ import annotations

from collections.abc import Callable

from alignment.models import Report
from alignment.review.diff import diff

Make = Callable[..., Report]


def test_a_draft_typeset_anew_changes_nothing(report: Make) -> None:
    old = report({"Bank sampah": 5, "Kartu sehat": 7}, ("Bank sampah",))
    new = report({"BANK  SAMPAH": 5, "Kartu\nsehat": 7}, ("BANK  SAMPAH",), page=40, document="d2")
    told = diff(old, new)
    assert [len(part) for part in (told.fixed, told.new, told.added, told.gone, told.changed)] == [0, 0, 0, 0, 0]
    assert [finding.program for finding in told.still_open] == ["d2:BANK  SAMPAH"]


def test_fixed_and_new_findings_each_under_their_heading(report: Make) -> None:
    programs = {"Bank sampah": 5, "Kartu sehat": 7}
    told = diff(report(programs, ("Bank sampah",)), report(programs, ("Kartu sehat",), document="d2"))
    assert [finding.message.id for finding in told.fixed] == ["Bank sampah"]
    assert [finding.message.id for finding in told.new] == ["Kartu sehat"]
    assert not told.still_open


def test_a_reworded_program_keeps_its_finding_open(report: Make) -> None:
    old = report({"Pengelolaan bank sampah kelurahan": 5}, ("Pengelolaan bank sampah kelurahan",))
    new = report({"Pengelolaan bank sampah di setiap kelurahan": 5}, ("Pengelolaan bank sampah di setiap kelurahan",))
    told = diff(old, new)
    assert len(told.still_open) == 1
    assert not told.fixed
    assert not told.new
    assert [change.fields for change in told.changed] == [("name",)]


def test_programs_added_gone_and_changed(report: Make) -> None:
    old = report({"Bank sampah": 5, "Kartu sehat": 7, "Taman baca": 1})
    new = report({"Bank sampah": 6, "Kartu sehat": 7, "Pasar digital": 2}, document="d2")
    told = diff(old, new)
    assert [program.name for program in told.added] == ["Pasar digital"]
    assert [program.name for program in told.gone] == ["Taman baca"]
    assert [(change.after.name, change.fields) for change in told.changed] == [("Bank sampah", ("budget",))]


def test_a_report_against_itself_says_nothing(report: Make) -> None:
    same = report({"Bank sampah": 5, "Kartu sehat": 7}, ("Bank sampah", "Kartu sehat"))
    told = diff(same, same)
    assert told.still_open == same.findings
    assert [len(part) for part in (told.fixed, told.new, told.added, told.gone, told.changed)] == [0, 0, 0, 0, 0]
