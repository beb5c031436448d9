"""Which programs are held against each other at all."""

from __future__ import annotations

import pytest

from alignment import checks
from alignment.checks.base import Reading, Review
from alignment.checks.example import review_of
from alignment.checks.pairs import pairs, versions
from alignment.checks.spec import Sketch, SketchedProgram
from alignment.models import Region

_NAMES = ("Bank sampah digital", "Taman baca keliling")


def _two_drafts(first: str | None, second: str | None) -> Review:
    sketched = tuple(SketchedProgram(name=name) for name in _NAMES)
    review = review_of(Sketch(programs=sketched, second_draft=sketched), matched=False)
    drafts = tuple(
        Reading(
            one.document.model_copy(update={"region": Region(name="R", code=code) if code else None}), one.extraction
        )
        for one, code in zip(review.drafts, (first, second), strict=True)
    )
    return Review(drafts)


@pytest.mark.parametrize(
    ("first", "second", "count"), [("35.10", "35.10", 2), (None, "35.10", 2), ("35.10", "51.71", 0)]
)
def test_drafts_of_two_regions_hold_no_doubles(first: str | None, second: str | None, count: int) -> None:
    assert len(pairs(_two_drafts(first, second))) == count


def test_drafts_that_share_a_few_programs_are_no_versions_of_each_other() -> None:
    assert versions(_two_drafts(None, None)) == ()


def test_a_big_plan_is_not_compared_each_with_each() -> None:
    names = [f"Pembangunan {thing} {number}" for thing in ("embung", "pasar", "jalan") for number in range(400)]
    review = review_of(Sketch(programs=tuple(SketchedProgram(name=name) for name in names)), matched=False)
    assert len(pairs(review)) < len(names) * 30


def test_the_rupiah_at_stake_are_those_of_the_years_in_common_beyond_the_dearest() -> None:
    row = {"name": "Pengembangan aplikasi pengaduan masyarakat"}
    sketch = Sketch(
        programs=(
            SketchedProgram(**row, fields={"agency": "Dinas Kominfo"}, budget={2026: 500_000_000, 2027: 100_000_000}),
            SketchedProgram(**row, fields={"agency": "Bagian Organisasi"}, budget={2026: 1_250_000_000}),
        )
    )
    (finding,) = checks.run(review_of(sketch, matched=False), checks.load(), ["OVL001"]).findings
    assert finding.message.id.endswith("Yang dianggarkan dua kali: Rp 500.000.000 (2026).")
    assert finding.message.en.endswith("Budgeted twice: Rp 500,000,000 (2026).")


def test_an_output_that_many_rows_state_is_a_formula() -> None:
    fields = {"output": "Terlaksananya kegiatan sesuai rencana", "location": "Kota Kupang", "years": [2026]}
    names = ("Penataan taman", "Posyandu lansia", "Arsip desa", "Jalan lingkungan", "Pameran batik")
    sketch = Sketch(programs=tuple(SketchedProgram(name=name, fields=fields) for name in names))
    assert not checks.run(review_of(sketch, matched=False), checks.load(), ["OVL002"]).findings


def _plan(name: str, agency: str | None) -> Sketch:
    rows = (
        SketchedProgram(level="program", fields={"code": "2.16.03"}, name="Program Pengelolaan Aplikasi Informatika"),
        SketchedProgram(
            level="sub_kegiatan", fields={"code": "2.16.03.2.02.0033"}, name="Penyelenggaraan pusat kendali"
        ),
        SketchedProgram(level="sub_kegiatan", fields={"code": "2.16.03.2.02.0036"}, name="Penyediaan Akses Internet"),
    )
    fields = {"agency": agency} if agency else {}
    return Sketch(kind="renstra", programs=(*rows, SketchedProgram(name=name, fields=fields)))


def test_what_another_agency_names_itself_is_held_against_the_nearest_row_of_the_plan() -> None:
    plan = _plan("Pemasangan wifi gratis di balai desa", "Dinas Pemberdayaan Masyarakat dan Desa")
    (finding,) = checks.run(review_of(plan, matched=False), checks.load(), ["OVL002"]).findings
    assert "Penyediaan Akses Internet" in finding.message.id


@pytest.mark.parametrize(
    ("name", "agency"),
    [("Pemasangan wifi gratis di balai desa", None), ("Penyediaan akses jalan wisata", "Dinas Pekerjaan Umum")],
)
def test_a_row_of_the_plan_itself_and_another_thing_double_no_row(name: str, agency: str | None) -> None:
    assert not checks.run(review_of(_plan(name, agency), matched=False), checks.load(), ["OVL002"]).findings
