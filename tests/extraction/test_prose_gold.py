"""Programs of drafts in prose, lists and forms against what their writer set down first (tests/gold/prose).

Every document is fictional. Its programs have to be found, nothing else may be read as one, and what the draft says of
each (pillar, agency, years, money, quick win) has to stand in its fields. What is missed today is listed by name.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from alignment import text
from alignment.extraction import extract_programs
from alignment.models import Program
from alignment.reading import read

GOLD = Path(__file__).parents[1] / "gold" / "prose"
LABELS = [json.loads(line) for line in (GOLD / "programs.jsonl").read_text(encoding="utf-8").splitlines()]
MISSED = {
    "pasar tani digital",  # only beside another program: "akan disandingkan dengan"
    "inkubator wirausaha kampus",  # scanned as "lnkubator"
}


@cache
def found(document: str) -> dict[str, Program]:
    """The programs of a document by name, without the kegiatan below them."""
    programs = extract_programs(read(GOLD / document)).programs
    return {plain(program.name): program for program in programs if program.level not in ("kegiatan", "sub_kegiatan")}


def plain(name: str) -> str:
    return text.normal(name).removeprefix("program ")


def missed(label: dict[str, Any]) -> bool:
    return plain(label["name"]) in MISSED


@pytest.mark.parametrize("label", LABELS, ids=lambda label: label["document"])
def test_the_programs_are_found_and_no_others(label):
    expected = {plain(program["name"]) for program in label["programs"] if not missed(program)}
    assert set(found(label["document"])) == expected


@pytest.mark.parametrize("label", LABELS, ids=lambda label: label["document"])
def test_what_a_draft_says_of_a_program_stands_in_its_fields(label):
    for said in label["programs"]:
        if missed(said):
            continue
        program = found(label["document"])[plain(said["name"])]
        assert program.declared_pillar == said.get("pillar", program.declared_pillar)
        assert plain(said.get("agency", "")) in plain(program.agency or "")
        assert list(program.years) == said.get("years", list(program.years))
        assert bool(program.quick_win) is said.get("quick_win", False)
        if "rupiah" in said:
            assert (program.total or sum(program.budget.values())) == said["rupiah"]


@pytest.mark.parametrize("label", [one for one in LABELS if "activities" in one], ids=lambda label: label["document"])
def test_activities_stand_below_a_program_or_nowhere(label):
    programs = extract_programs(read(GOLD / label["document"])).programs
    activities = {text.normal(words) for words in label["activities"]}
    read_as = [program for program in programs if text.normal(program.name) in activities]
    assert all(program.level == "kegiatan" and program.parent for program in read_as)
