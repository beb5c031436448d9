from __future__ import annotations

import json
from pathlib import Path

import pytest

from alignment import corpora, rules
from alignment.evaluation import evaluate
from alignment.matching import sdg, sdg_mentions
from alignment.matching.official_name import code_by_name
from alignment.matching.subject import Subject
from alignment.models import Indicator, Match, Program

GOLD = Path(__file__).resolve().parents[1] / "gold" / "sdg.jsonl"


def ranked(text: str) -> tuple[Match, ...]:
    return sdg.rank(Subject.of_text(text))


def answers(text: str) -> list[str]:
    return [match.entry_id for match in ranked(text) if match.status != "rejected"]


def program(name: str, *indicators: str, code: str | None = None, description: str | None = None) -> Program:
    return Program(
        id="p",
        document="d",
        level="program",
        name=name,
        code=code,
        description=description,
        indicators=tuple(Indicator(name=one) for one in indicators),
    )


def test_our_own_set_holds_its_level() -> None:
    result = evaluate("sdg", GOLD)
    assert (result.figure("top_1") or 0) >= 0.9
    assert (result.figure("target_within_3") or 0) >= 0.95


def test_the_development_cases_hold_what_is_asked(shared: Path) -> None:
    result = evaluate("sdg", shared / "cases" / "sdg.jsonl")
    assert (result.figure("top_1") or 0) >= 0.85
    assert (result.figure("precision") or 0) >= 0.92
    assert (result.figure("coverage") or 0) >= 0.85
    assert (result.figure("target_within_3") or 0) >= 0.85


def test_administration_serves_no_goal_of_its_own() -> None:
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if not case["goals"]:
            assert {sdg.goal_of(entry) for entry in answers(case["text"])} <= {"16"}, case["text"]


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("Tingkat pengangguran terbuka", "8.5.2"),
        ("Prevalensi stunting (pendek dan sangat pendek) pada balita", "2.2.1"),
        ("Rasio elektrifikasi", "7.1.1"),
    ],
)
def test_an_indicator_worded_like_an_official_one_names_it(text: str, entry: str) -> None:
    first = ranked(text)[0]
    assert first.entry_id == entry
    assert any(one.rule == f"sdg.{entry}.wording" for one in first.contributions)


def test_content_without_an_indicator_names_the_target() -> None:
    assert answers("Bursa kerja daring bagi pencari kerja")[0] == "8.5"


def test_what_speaks_for_a_goal_alone_names_the_goal() -> None:
    assert answers("Kampung sehat bersama") == ["3"]


def test_every_contribution_shows_words_that_stand_in_the_text() -> None:
    text = "Pengelolaan Sampah 3R dan penanganan stunting; Sistem peringatan dini banjir berbasis sensor"
    for match in ranked(text):
        for one in match.contributions:
            assert one.words
            assert all(word.casefold() in text.casefold() for word in one.words)


def test_a_contrast_word_that_held_a_rule_back_is_shown() -> None:
    held = [
        one for match in ranked("Pengendalian penyakit hewan menular") for one in match.contributions if not one.weight
    ]
    assert any("penyakit hewan" in word.casefold() for one in held for word in one.words)


def test_a_code_speaks_where_the_name_does_not() -> None:
    entries = [match.entry_id for match in sdg.rank(Subject.of_program(program("Selaras Hati", code="1.03.03")))]
    assert entries[0] == "6.1"


def test_an_official_name_stands_for_its_code() -> None:
    assert code_by_name("PROGRAM PENGELOLAAN PERIKANAN BUDIDAYA") == "3.25.04"
    assert code_by_name("Pengelolaan Budidaya Perikanan") == "3.25.04"
    assert code_by_name("Selaras Hati") is None


def test_the_indicator_of_a_program_measures_the_target() -> None:
    subject = Subject.of_program(program("Selaras Hati", "Angka kematian ibu per 100.000 kelahiran hidup"))
    first = sdg.rank(subject)[0]
    assert first.entry_id.startswith("3.1")
    assert {one.field for one in first.contributions if one.weight} == {"indicators"}


def test_a_bare_brand_name_is_not_guessed() -> None:
    assert answers("Selaras Hati") == []


def test_numbers_named_in_a_text_count_only_where_they_exist() -> None:
    assert set(answers("mendukung TPB 6 dan SDG 11.6")) >= {"6", "11.6"}
    assert "4.15" not in answers("mendukung SDG 4.15")


def test_what_a_program_declares_is_not_taken_for_its_content() -> None:
    subject = Subject.of_program(program("Selaras Hati", description="Mendukung TPB 6"))
    assert "6" not in [match.entry_id for match in sdg.rank(subject) if match.status != "rejected"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TPB 18", "no_goal"),
        ("SDG 0", "no_goal"),
        ("SDG 4.15", "no_target"),
        ("SDG 4.d", "no_target"),
        ("SDG 4.7", "exists"),
        ("TPB 4.a", "exists"),
        ("TPB 4.7.9", "unknown_indicator"),
    ],
)
def test_numbers_are_checked_against_what_exists(text: str, expected: str) -> None:
    assert [one.existence for one in sdg_mentions.find(text)] == [expected]


def test_every_rule_points_to_an_entry_that_exists_and_every_goal_has_rules() -> None:
    corpus = corpora.load("sdg")
    targets = {bound.target for bound in rules.load().part("sdg")}
    assert all(target in corpus for target in targets)
    assert {sdg.goal_of(target) for target in targets} == {str(goal) for goal in range(1, 18)}


def test_the_same_text_gives_the_same_matches() -> None:
    assert ranked("Pengelolaan sampah berbasis masyarakat") == ranked("Pengelolaan sampah berbasis masyarakat")
