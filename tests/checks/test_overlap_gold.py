"""Overlap inside a plan on our own labelled pairs: nothing that differs is raised, and not too little of what is one.

Comparing two texts asks which is likelier; inside a plan nearly every pair differs, so a check must be surer than that.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from alignment import checks
from alignment.checks.example import review_of
from alignment.checks.spec import Sketch, SketchedProgram

GOLD = Path(__file__).parents[1] / "gold" / "overlap.jsonl"
LEAST_RECALL = 0.45


def _sketched(text: str) -> SketchedProgram:
    name, _, description = text.partition(": ")
    return SketchedProgram(name=name, fields={"description": description} if description else {})


def _raised(a: str, b: str) -> bool:
    review = review_of(Sketch(programs=(_sketched(a), _sketched(b))), matched=False)
    return bool(checks.run(review, checks.load(), ["OVL001", "OVL002"]).findings)


@pytest.fixture(scope="module")
def judged() -> list[tuple[dict[str, object], bool]]:
    pairs = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    return [(pair, _raised(pair["a"], pair["b"])) for pair in pairs]


def test_pairs_that_differ_are_not_raised(judged: list[tuple[dict[str, object], bool]]) -> None:
    wrong = [(pair["a"], pair["b"]) for pair, raised in judged if raised and not pair["overlap"]]
    assert wrong == []


def test_pairs_that_are_one_are_raised_often_enough(judged: list[tuple[dict[str, object], bool]]) -> None:
    found = [raised for pair, raised in judged if pair["overlap"]]
    assert sum(found) / len(found) >= LEAST_RECALL
