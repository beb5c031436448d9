"""Overlap in real plans: copies and paraphrases of their own programs, planted as another agency would write them."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from alignment import checks
from alignment.checks.base import Reading, Review
from alignment.extraction import extract_programs
from alignment.models import Evidence, Finding, Program
from alignment.reading import read

ROOT = Path(__file__).parents[2]
PLANTED = [
    json.loads(line) for line in (ROOT / "tests/gold/overlap-planted.jsonl").read_text(encoding="utf-8").splitlines()
]
LEAST_FOUND = {"copy": 0.95, "paraphrase": 0.7, "paraphrase-later": 0.36}
"""Of `paraphrase`, 0.80 is wanted; the later ones were written after the first had taught their words."""
MOST_OTHERS = 3
STRANGERS = {
    name: [json.loads(line) for line in (ROOT / "tests/gold" / name).read_text(encoding="utf-8").splitlines()]
    for name in ("overlap-planted-2.jsonl", "overlap-planted-3.jsonl")
}
LEAST_OF_STRANGERS = {"overlap-planted-2.jsonl": 5, "overlap-planted-3.jsonl": 22}
"""Of 50 paraphrases each that strangers wrote, the second beside rows with official codes; 40 are wanted."""


def _plan(shared: Path, name: str) -> Reading:
    document = read(ROOT / name if name.startswith("examples/") else shared / "documents" / name)
    return Reading(document, extract_programs(document))


def _planted(plan: Reading, case: dict[str, str]) -> tuple[Program, Program]:
    """A program of the plan, and the one that is planted beside it."""
    host = next(program for program in plan.extraction.programs if program.name.startswith(case["host"]))
    place = Evidence(document=plan.document.id, page=1, quote=case["id"])
    return host, Program(
        id=f"{plan.document.id}:{case['id']}",
        document=plan.document.id,
        level=host.level,
        name=case["planted"],
        agency=case["agency"],
        evidence=(place,),
    )


def _places(finding: Finding) -> set[Evidence]:
    return {*finding.evidence, *finding.related}


def _count(plan: Reading, cases: list[dict[str, str]]) -> tuple[int, int]:
    """How many planted pairs one finding names, and how many other findings name what was planted."""
    pairs = [_planted(plan, case) for case in cases]
    programs = (*plan.extraction.programs, *(planted for _, planted in pairs))
    review = Review((Reading(plan.document, plan.extraction.model_copy(update={"programs": programs})),))
    found = [_places(one) for one in checks.run(review, checks.load(), ["OVL001", "OVL002"]).findings]
    wanted = [({*host.evidence[:1]}, {*planted.evidence}) for host, planted in pairs]
    named = sum(any(host <= places and mine <= places for places in found) for host, mine in wanted)
    others = [
        places
        for places in found
        if any(mine <= places for _, mine in wanted)
        and not any(host <= places and mine <= places for host, mine in wanted)
    ]
    return named, len(others)


@pytest.mark.parametrize("kind", LEAST_FOUND)
def test_programs_planted_a_second_time_are_found_and_little_else_is(shared: Path, kind: str) -> None:
    cases = [case for case in PLANTED if case["kind"] == kind]
    total: Counter[str] = Counter()
    for name in sorted({case["plan"] for case in cases}):
        named, others = _count(_plan(shared, name), [case for case in cases if case["plan"] == name])
        total.update(named=named, others=others)
    assert total["named"] / len(cases) >= LEAST_FOUND[kind]
    assert total["others"] <= MOST_OTHERS


@pytest.mark.parametrize("file", STRANGERS)
def test_of_a_strangers_paraphrases_some_are_found_and_of_near_misses_none(shared: Path, file: str) -> None:
    named = Counter[bool]()
    for name in sorted({case["plan"] for case in STRANGERS[file]}):
        plan = _plan(shared, name)
        for wanted in (True, False):
            cases = [case for case in STRANGERS[file] if case["plan"] == name and case["overlap"] == wanted]
            named[wanted] += _count(plan, cases)[0]
    assert named[True] >= LEAST_OF_STRANGERS[file]
    assert named[False] == 0
