"""A review from end to end, on small drafts written for the purpose and on the real road map of Kupang."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from alignment import pipeline
from alignment.errors import AlignmentError, ConfigError, NoProgramError
from alignment.models import Report

ROAD_MAP = """Road map Kota Contoh Smart City

Smart Governance mencakup program peningkatan mutu pelayanan publik dan program penataan peraturan daerah.
Smart Economy mencakup program pembinaan pedagang kaki lima dan program penerapan sistem inovasi daerah.
Smart Society mencakup program penerapan sistem inovasi daerah dan program pengembangan budaya baca.

Penyusunan ini berdasarkan Peraturan Presiden Nomor 95 Tahun 2018 tentang Sistem Pemerintahan Berbasis Elektronik.
"""


@pytest.fixture
def road_map(tmp_path: Path) -> Path:
    path = tmp_path / "peta jalan – kota.txt"
    path.write_text(ROAD_MAP, encoding="utf-8")
    return path


def test_review_reads_extracts_matches_checks_and_reports(road_map: Path) -> None:
    report = pipeline.check(road_map)
    assert [program.declared_pillar for program in report.programs] == (
        ["governance"] * 2 + ["economy"] * 2 + ["society"] * 2
    )
    assert set(report.matches) == {program.id for program in report.programs}
    assert report.sources[0].role == "draft"
    assert report.coverage.programs == 6
    assert {edition.name for edition in report.editions} >= {"rules", "checks", "corpora/regulations", "corpora/sdg"}


def test_same_program_under_two_pillars_is_one_finding_with_both_places(road_map: Path) -> None:
    found = [finding for finding in pipeline.check(road_map).findings if finding.code.startswith("OVL")]
    assert [finding.code for finding in found] == ["OVL001"]
    assert found[0].evidence
    assert found[0].related


def test_support_by_plans_is_not_judged_without_a_plan(road_map: Path) -> None:
    report = pipeline.check(road_map)
    assert "SUP001" in {left.code for left in report.not_judged}
    assert "SUP001" not in {finding.code for finding in report.findings}


def test_a_plan_that_holds_the_same_programs_carries_them(road_map: Path, tmp_path: Path) -> None:
    plan = tmp_path / "rpjmd.txt"
    plan.write_text(ROAD_MAP.replace("Kota Contoh", "Rencana Kota"), encoding="utf-8")
    report = pipeline.check(road_map, [plan])
    assert "SUP001" not in {finding.code for finding in report.findings}
    assert report.coverage.judged["SUP001"] > 0
    assert all(match.carried_by for match in report.matches.values())


def test_report_dumps_and_loads_to_the_same_value(road_map: Path) -> None:
    report = pipeline.check(road_map)
    assert Report.model_validate_json(report.model_dump_json()) == report


def test_same_input_gives_the_same_bytes(road_map: Path) -> None:
    assert pipeline.check(road_map).model_dump_json() == pipeline.check(road_map).model_dump_json()


def test_draft_without_program_is_an_error_and_no_pass(tmp_path: Path) -> None:
    letter = tmp_path / "surat.txt"
    letter.write_text("Dengan hormat, bersama ini kami sampaikan undangan rapat.\n", encoding="utf-8")
    with pytest.raises(NoProgramError) as raised:
        pipeline.check(letter)
    assert "surat.txt" in str(raised.value)


def test_of_several_drafts_the_unreadable_one_is_listed_and_the_others_are_judged(
    road_map: Path, tmp_path: Path
) -> None:
    missing = tmp_path / "tidak ada.pdf"
    report = pipeline.check([missing, road_map])
    assert [draft.name for draft in report.unopened] == [str(missing)]
    assert report.coverage.programs == 6


def test_drafts_that_cannot_be_read_at_all_raise_the_first_error(tmp_path: Path) -> None:
    with pytest.raises(AlignmentError) as raised:
        pipeline.check([tmp_path / "satu.pdf", tmp_path / "dua.pdf"])
    assert "satu.pdf" in str(raised.value)


def test_plan_that_cannot_be_read_is_an_error(road_map: Path, tmp_path: Path) -> None:
    with pytest.raises(AlignmentError, match=r"rpjmd\.pdf"):
        pipeline.check(road_map, tmp_path / "rpjmd.pdf")


def test_same_file_given_twice_is_one_draft(road_map: Path) -> None:
    report = pipeline.check([road_map, road_map])
    assert len(report.sources) == 1
    assert [finding.code for finding in report.findings if finding.code.startswith("OVL")] == ["OVL001"]


def test_no_draft_at_all_is_an_error() -> None:
    with pytest.raises(ConfigError):
        pipeline.check([])


def test_options_may_be_plain_and_unknown_ones_are_errors(road_map: Path) -> None:
    assert pipeline.check(road_map, options={"lang": "en"}).coverage.programs == 6
    with pytest.raises(ConfigError, match="colour"):
        pipeline.check(road_map, options={"colour": "red"})


def test_law_is_judged_as_of_the_day_asked_for(road_map: Path) -> None:
    report = pipeline.check(road_map, as_of=dt.date(2020, 1, 1))
    assert report.as_of == dt.date(2020, 1, 1)


def test_every_finding_shows_its_place_and_both_languages(road_map: Path) -> None:
    report = pipeline.check(road_map)
    assert report.findings
    for finding in report.findings:
        assert finding.evidence, finding.code
        for text in (finding.message, finding.suggestion):
            assert text.id
            assert text.en
            assert "{" not in text.id + text.en
    assert len({finding.fingerprint for finding in report.findings}) == len(report.findings)


def test_kupang_road_map_has_28_programs_and_one_overlap(shared: Path) -> None:
    report = pipeline.check(shared / "documents" / "news" / "kupang-2019.txt")
    assert Counter(program.declared_pillar for program in report.programs) == {
        "governance": 5,
        "branding": 4,
        "economy": 8,
        "living": 5,
        "society": 5,
        "environment": 1,
    }
    overlaps = [finding for finding in report.findings if finding.code.startswith("OVL")]
    assert len(overlaps) == 1
    quotes = [place.quote.casefold() for place in (*overlaps[0].evidence, *overlaps[0].related)]
    assert any("sistem inovasi daerah" in quote for quote in quotes)
    assert any("sisten inovasi daerah" in quote for quote in quotes)


def test_kupang_citation_is_known_and_no_finding_speaks_against_it(shared: Path) -> None:
    report = pipeline.check(shared / "documents" / "news" / "kupang-2019.txt")
    assert not [finding for finding in report.findings if finding.code in ("REG002", "REG003", "REG005")]
    assert not [finding for finding in report.findings if finding.code == "REG001" and finding.severity == "error"]
