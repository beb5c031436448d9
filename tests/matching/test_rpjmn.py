from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from alignment import corpora, rules
from alignment.matching import rpjmn
from alignment.matching.subject import Subject
from alignment.models import Period, Program

GOLD = Path(__file__).resolve().parents[1] / "gold" / "sdg.jsonl"


def answers(text: str) -> list[str]:
    return [match.entry_id for match in rpjmn.rank(Subject.of_text(text)) if match.status != "rejected"]


@pytest.mark.parametrize(
    ("text", "now", "before"),
    [
        ("Percepatan penurunan stunting", "rpjmn-2025-2029.pn-4.pp-11.kp-02", "rpjmn-2020-2024.pn-3"),
        ("Pengelolaan persampahan dan bank sampah", "rpjmn-2025-2029.pn-2.pp-18", "rpjmn-2020-2024.pn-6"),
        ("Pengelolaan aplikasi informatika dan SPBE", "rpjmn-2025-2029.pn-7.pp-10", "rpjmn-2020-2024.pn-7"),
        ("Peningkatan daya tarik destinasi pariwisata", "rpjmn-2025-2029.pn-3.pp-05", "rpjmn-2020-2024.pn-1"),
        ("Penyelenggaraan jalan kabupaten", "rpjmn-2025-2029.pn-3.pp-01", "rpjmn-2020-2024.pn-5"),
    ],
)
def test_a_program_serves_priorities_of_both_periods(text: str, now: str, before: str) -> None:
    found = answers(text)
    assert now in found
    assert before in found


def test_what_stands_below_a_priority_speaks_for_it() -> None:
    found = answers("Penuntasan tuberkulosis")
    assert {"rpjmn-2025-2029.pn-4", "rpjmn-2025-2029.pn-4.pp-13.kp-01"} <= set(found)


def test_a_code_alone_names_the_priority() -> None:
    program = Program(id="p", document="d", level="program", name="Selaras Hati", code="2.11.11")
    first = [match.entry_id for match in rpjmn.rank(Subject.of_program(program)) if match.status != "rejected"]
    assert "rpjmn-2025-2029.pn-2.pp-18" in first


def test_administration_serves_no_priority() -> None:
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if not case["goals"] and not case["ambiguous"]:
            assert answers(case["text"]) == [], case["text"]


def test_rules_point_to_entries_a_region_can_serve() -> None:
    corpus = corpora.load("rpjmn")
    for bound in rules.load().part("rpjmn"):
        entry = corpus.get(bound.target)
        assert entry is not None, bound.target
        assert entry.regional, bound.target


def test_every_priority_of_both_periods_has_rules() -> None:
    served = {".".join(bound.target.split(".")[:2]) for bound in rules.load().part("rpjmn")}
    priorities = {entry.id for entry in corpora.load("rpjmn").entries if entry.level == "priority"}
    assert served == priorities


@pytest.mark.parametrize(
    ("start", "end", "plans"),
    [
        (2018, 2022, {"rpjmn-2020-2024"}),
        (2025, 2029, {"rpjmn-2025-2029"}),
        (2021, 2026, {"rpjmn-2020-2024", "rpjmn-2025-2029"}),
        (2008, 2013, set()),
    ],
)
def test_only_priorities_of_the_plans_own_years_count(start: int, end: int, plans: set[str]) -> None:
    period = Period(start=start, end=end)
    subject = replace(Subject.of_text("Percepatan penurunan stunting"), period=period)
    assert {match.entry_id.partition(".")[0] for match in rpjmn.rank(subject)} == plans
    assert rpjmn.known_for(period) == bool(plans)
