"""Several files of one plan are judged as one draft."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

import alignment
from alignment.errors import NoProgramError
from alignment.extraction.joining import join
from alignment.models import Evidence, Extraction, Indicator, Program
from alignment.reporting.form import blank_form

BOOK = (
    "Master Plan Smart City Kabupaten Contoh Tahun 2025-2029\n\n"
    "Smart Governance mencakup program mal pelayanan publik digital, program satu data desa.\n\n"
    "Smart Living mencakup program puskesmas tanpa antrean, program halte ramah difabel.\n"
)
ANALYSIS = (
    "Analisis Strategis Smart City Kabupaten Contoh\n\nKesiapan daerah dinilai dari struktur dan infrastruktur.\n"
)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    (tmp_path / "buku1.txt").write_text(ANALYSIS, encoding="utf-8")
    (tmp_path / "buku2.txt").write_text(BOOK, encoding="utf-8")
    workbook = load_workbook(io.BytesIO(blank_form("id")))
    sheet = workbook.worksheets[0]
    heads = {str(cell.value): cell.column for cell in sheet[5]}
    rows = (
        ("Program satu data desa", "Smart Governance", "Peraturan Presiden Nomor 39 Tahun 2019", 250_000_000),
        ("Program bank sampah digital", "Smart Environment", "", 100_000_000),
    )
    for number, (name, pillar, law, amount) in enumerate(rows, 6):
        sheet.cell(number, heads["Nama program"], name)
        sheet.cell(number, heads["Dimensi smart city"], pillar)
        sheet.cell(number, heads["Dasar hukum"], law or None)
        sheet.cell(number, heads["Anggaran 2026 (Rp)"], amount)
    workbook.save(tmp_path / "formulir.xlsx")
    return [tmp_path / name for name in ("buku1.txt", "buku2.txt", "formulir.xlsx")]


def test_what_two_files_print_is_one_program_with_two_places(files):
    report = alignment.check(files, options={"as_one": True})
    assert report.unopened == ()
    assert [source.name for source in report.sources] == ["buku1.txt", "buku2.txt", "formulir.xlsx"]
    names = [program.name for program in report.programs]
    assert len(names) == 5
    (data,) = [program for program in report.programs if "satu data desa" in program.name]
    assert {place.document for place in data.evidence} == {report.sources[1].id, report.sources[2].id}
    assert data.budget == {2026: Decimal(250_000_000)}
    assert data.legal_basis is not None
    assert not [finding for finding in report.findings if finding.code.startswith("OVL")]
    assert [source.programs for source in report.sources] == [0, 4, 2]


def test_what_the_files_say_differently_is_found_and_named_file_by_file(files):
    book = load_workbook(files[2])
    sheet = book.worksheets[0]
    sheet["B2"], sheet["B3"] = "Kabupaten Banyuwangi", "2026-2030"
    sheet.cell(6, 3, "Smart Living")
    book.save(files[2])
    report = alignment.check(files, options={"as_one": True})
    told = [finding for finding in report.findings if finding.code == "DOC001"]
    assert len(report.programs) == 5
    assert len(told) == 2  # nobody knows "Kabupaten Contoh"
    assert "2026-2030 in “formulir.xlsx”" in told[0].message.en
    assert "Smart Governance in “buku2.txt”, Smart Living in “formulir.xlsx”" in told[1].message.en
    assert [place.document for place in told[1].related] == [report.sources[2].id]


def test_neither_the_order_of_the_files_nor_a_file_given_twice_changes_the_findings(files):
    told = []
    for order in ([0, 1, 2], [2, 1, 0], [1, 2, 0, 2]):
        report = alignment.check([files[n] for n in order], options={"as_one": True})
        told.append((report.programs, report.findings, report.matches))
    assert told[0] == told[1] == told[2]


def test_missing_pillars_are_those_of_all_files_together(files):
    report = alignment.check(files, options={"as_one": True})
    assert _missing_pillars(report) == 3  # branding, economy, society: environment stands in the form alone
    assert _missing_pillars(alignment.check(files[1:])) == 8


def _missing_pillars(report):
    return sum(finding.message.en.count("Smart ") for finding in report.findings if finding.code == "PIL003")


def test_every_place_named_belongs_to_a_file_of_the_report(files):
    report = alignment.check(files, options={"as_one": True})
    known = {source.id for source in report.sources}
    places = [place for finding in report.findings for place in (*finding.evidence, *finding.related)]
    places += [place for program in report.programs for place in program.evidence]
    assert {place.document for place in places} <= known
    assert {program.document for program in report.programs} <= known


def test_one_plan_without_any_program_is_refused(files):
    with pytest.raises(NoProgramError):
        alignment.check(files[:1], options={"as_one": True})


def test_the_command_takes_the_files_as_one_plan(files, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "alignment", "check", *map(str, files), "--as-one", "-o", str(tmp_path / "out"),
         "--fail-on", "never"],
        capture_output=True, text=True, encoding="utf-8", check=False, timeout=120,
        env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert len(report["programs"]) == 5
    assert (tmp_path / "out" / "report.html").is_file()


def _program(document: str, number: int = 0, **facts: object) -> Program:
    told = {"level": "program", "name": "Program Satu Data Desa", **facts}
    evidence = (Evidence(document=document, page=1, quote=str(told["name"])),)
    return Program.model_validate({"id": f"{document}/{number}", "document": document, "evidence": evidence, **told})


def _joined(one: Program, other: Program) -> tuple[Program, ...]:
    return join([Extraction(document=p.document, programs=(p,)) for p in (one, other)]).programs


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ({"agency": "DLH"}, {"agency": "Dinas Lingkungan Hidup"}, 1),
        ({"code": "1.02.01", "agency": "Dinas Kesehatan"}, {"code": "1.02.01", "agency": "RSUD Genteng"}, 2),
        ({"name": "Satu data desa", "level": "initiative"}, {}, 1),
        ({"code": "2.16.02"}, {"name": "Satu Data Desa"}, 1),
        ({"code": "2.16.02"}, {"code": "2.16.02", "name": "Program Satu Data Ds."}, 1),
        ({"code": "2.16.02"}, {"code": "2.16.03"}, 2),
        ({"unit": "Puskesmas Sobo"}, {"unit": "Puskesmas Licin"}, 2),
        ({"budget": {2026: 5}, "agency": "Bidang Aptika"}, {"budget": {2026: 5}, "agency": "Diskominfo"}, 1),
        ({"level": "initiative"}, {"level": "program"}, 1),
        ({"level": "kegiatan"}, {"level": "program"}, 2),
        ({"location": "Kecamatan Rogojampi"}, {"location": "Kecamatan Genteng"}, 2),
    ],
)
def test_programs_of_two_files_are_one_unless_something_tells_them_apart(one, other, count):
    assert len(_joined(_program("a", **one), _program("b", **other))) == count


@pytest.mark.parametrize(
    ("one", "other", "fact"),
    [
        ({"agency": "Dinas Kesehatan"}, {"agency": "Dinas Pendidikan"}, "agency"),
        ({"declared_pillar": "living"}, {"declared_pillar": "society"}, "pillar"),
        ({"horizon": "short"}, {"horizon": "long"}, "horizon"),
        ({"budget": {2026: 5}}, {"budget": {2026: 6}}, "budget"),
        ({"budget": {2026: 5}, "code": "2.16.02"}, {"budget": {2026: 6}, "code": "2.16.02"}, "budget"),
    ],
)
def test_what_two_files_say_differently_of_a_program_that_each_prints_once_is_a_conflict(one, other, fact):
    whole = join(
        [Extraction(document=p.document, programs=(p,)) for p in (_program("a", **one), _program("b", **other))]
    )
    assert len(whole.programs) == 1
    (conflict,) = whole.conflicts
    assert (conflict.fact, [place.document for place in conflict.places]) == (fact, ["a", "b"])
    assert conflict.program == whole.programs[0].id


def test_the_file_that_said_it_first_is_named_though_another_file_lay_between():
    prints = [
        _program("a"),
        _program("b", horizon="short"),
        _program("c", horizon="long"),
        _program("d", horizon="long"),
    ]
    whole = join([Extraction(document=p.document, programs=(p,)) for p in prints])
    (conflict,) = whole.conflicts
    assert [place.document for place in conflict.places] == ["b", "c"]


def test_names_that_stand_for_several_programs_are_told_apart_by_what_else_is_said():
    ours = (_program("a", agency="Dinas Kesehatan"), _program("a", 1, agency="Dinas Pendidikan"))
    theirs = (_program("b", agency="Dinas Pendidikan"), _program("b", 1, agency="Dinas Sosial"))
    whole = join([Extraction(document="a", programs=ours), Extraction(document="b", programs=theirs)])
    assert [program.agency for program in whole.programs] == ["Dinas Kesehatan", "Dinas Pendidikan", "Dinas Sosial"]
    assert whole.conflicts == ()


def test_joining_keeps_what_either_file_says_and_where_it_hangs():
    one = _program("a", indicators=(Indicator(name="Desa terdata"),), budget={2026: 5}, funding=("APBD",))
    other = _program("b", benefit="Mudah", indicators=(Indicator(name="Data mutakhir"),), budget={2026: 5, 2027: 7})
    child = _program("b", 1, name="Kegiatan pelatihan wali data", level="kegiatan", parent=other.id)
    whole = join([Extraction(document="a", programs=(one,)), Extraction(document="b", programs=(other, child))])
    first, second = whole.programs
    assert (first.id, first.benefit, first.funding) == (one.id, "Mudah", ("APBD",))
    assert [indicator.name for indicator in first.indicators] == ["Desa terdata", "Data mutakhir"]
    assert first.budget == {2026: Decimal(5), 2027: Decimal(7)}
    assert [place.document for place in first.evidence] == ["a", "b"]
    assert (second.parent, second.document) == (one.id, "a")


def test_what_one_file_prints_twice_stays_two():
    twice = (_program("b", 0), _program("b", 1))
    whole = join([Extraction(document="a"), Extraction(document="b", programs=twice)])
    assert len(whole.programs) == 2
