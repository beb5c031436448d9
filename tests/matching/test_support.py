"""Which official program would carry an initiative, and what a regency may not do."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignment import corpora, rules
from alignment.evaluation import evaluate
from alignment.matching import support
from alignment.matching.subject import Subject
from alignment.models import Match

GOLD = Path(__file__).resolve().parents[1] / "gold" / "support.jsonl"


def rank(text: str) -> tuple[Match, ...]:
    return support.rank(Subject.of_text(text))


def answers(text: str) -> list[str]:
    return [match.entry_id for match in rank(text) if match.status != "rejected"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Pengembangan arsitektur SPBE", "2.16.03"),
        ("Aplikasi rekam medis puskesmas", "1.02.02"),
        ("Bank sampah digital", "2.11.11"),
        ("Uji KIR daring", "2.15.02"),
        ("Perbaikan jalan rusak", "1.03.10"),
        ("e-BPHTB: mengelola data wajib pajak", "5.02.04"),
        ("Program Pengelolaan Izin Lokasi", "2.10.02"),
        ("Program Aplikasi Informatika", "2.16.03"),
    ],
)
def test_the_matter_decides(text: str, code: str) -> None:
    assert answers(text)[0] == code


def test_a_code_decides_alone() -> None:
    first = rank("2.16.03 Program Pengelolaan Aplikasi Informatika")
    assert [match.entry_id for match in first] == ["2.16.03"]
    assert first[0].score == 1.0
    assert [reason.rule for reason in first[0].contributions] == ["code.exact"]


def test_a_code_under_quite_another_name_is_noted() -> None:
    rules_seen = [reason.rule for reason in rank("2.16.03 Beasiswa santri berprestasi")[0].contributions]
    assert rules_seen == ["code.exact", "code.other_name"]


def test_the_supporting_program_has_one_id_in_every_agency() -> None:
    assert answers("2.16.01.2.02.0001 Penyediaan Gaji dan Tunjangan ASN") == ["X.XX.01"]


def test_an_application_belongs_to_its_matter_and_not_to_informatics() -> None:
    found = answers("Aplikasi berbasis IoT untuk pemantauan kualitas udara")
    assert found[0] == "2.11.03"


def test_the_earlier_words_decide_between_equals() -> None:
    assert answers("Akta kelahiran terbit langsung di rumah sakit")[0] == "2.12.03"


@pytest.mark.parametrize(
    ("text", "affair"),
    [
        ("Pembangunan terminal tipe A", "authority.terminal-type-a"),
        ("Perpanjangan landasan pacu bandara", "authority.airport"),
        ("Perizinan tambang batuan daring", "authority.mining"),
        ("Rehabilitasi gedung SMA negeri", "authority.senior-secondary"),
        ("Konservasi terumbu karang 0-12 mil", "authority.sea-0-12"),
        ("Satelit mikro milik kota", "authority.space"),
    ],
)
def test_what_lies_outside_the_authority_is_refused_with_the_reason(text: str, affair: str) -> None:
    matches = rank(text)
    assert matches
    assert all(match.status == "rejected" for match in matches)
    against = [reason for reason in matches[0].contributions if reason.weight < 0]
    assert against[0].rule.startswith(affair)
    assert against[0].words


@pytest.mark.parametrize(
    "text",
    [
        "Jalan akses menuju bandara",
        "Bursa kerja bagi lulusan SMK",
        "Peta lahan dari citra satelit",
        "Opsen pajak kendaraan bermotor",
        "Pengelolaan hutan kota",
        "Penerangan jalan tenaga surya",
    ],
)
def test_what_lies_beside_it_is_not_refused(text: str) -> None:
    assert not [reason for match in rank(text) for reason in match.contributions if reason.rule.startswith("authority")]


def test_where_nothing_speaks_there_is_no_answer() -> None:
    assert answers("Selaras Hati") == []


def test_every_target_is_a_program_a_regency_has_or_an_affair() -> None:
    nomenclature = corpora.load("nomenclature")
    for bound in rules.load().part("support"):
        if bound.target.startswith("authority."):
            continue
        entry = nomenclature.get(bound.target)
        assert entry is not None, bound.rule.id
        assert entry.level == "program"
        assert entry.editions, bound.rule.id


def test_figures_on_the_open_gold_set_hold() -> None:
    measures = [one.all or 0 for one in evaluate("support", GOLD).measures]
    assert measures[0] >= 0.9  # right by the first answer
    assert measures[1] >= 0.95  # among the first three
    assert measures[-1] >= 0.85  # F1 of "not supported"


def test_development_figures_on_real_initiatives_hold(shared: Path) -> None:
    measures = [one.all or 0 for one in evaluate("support", shared / "cases" / "support.jsonl").measures]
    assert measures[0] >= 0.9
    assert measures[1] >= 0.95
    assert measures[-1] >= 0.85


@pytest.mark.parametrize(
    "name",
    [
        "Izin pengeboran air tanah",
        "Sensus penduduk kabupaten",
        "Pengawasan illegal fishing",
        "Penetapan UMP",
        "Izin edar kosmetik",
        "Bendungan lintas provinsi",
    ],
)
def test_an_affair_of_others_is_refused_by_its_own_words(name: str) -> None:
    matches = rank(name)
    assert matches
    assert all(match.status == "rejected" for match in matches)
    assert any(reason.rule.startswith("authority.") and reason.weight < 0 for reason in matches[0].contributions)


@pytest.mark.parametrize("name", ["Koordinasi pengawasan illegal fishing", "Sosialisasi sensus penduduk"])
def test_who_only_speaks_of_such_an_affair_is_not_refused(name: str) -> None:
    assert not any(reason.rule.endswith(".named") for match in rank(name) for reason in match.contributions)


def test_no_official_program_or_kegiatan_of_a_regency_is_refused() -> None:
    for entry in corpora.load("nomenclature").entries:
        if entry.level in ("program", "kegiatan") and entry.scope != "province" and not entry.special:
            refused = [
                reason.words for match in rank(entry.name) for reason in match.contributions if reason.weight < 0
            ]
            assert not refused, (entry.id, entry.name, refused)
