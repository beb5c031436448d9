"""Findings on real documents against the labels of a reader: what was wrong stays away, what was right stays."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import alignment

GOLD = Path(__file__).parents[1] / "gold" / "findings"
LEAST_KEPT = 0.95
Key = tuple[str, str]


def _lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


def _key(line: dict[str, Any]) -> Key:
    return line["document"], line["fingerprint"]


@pytest.fixture(scope="module")
def found(shared: Path) -> set[Key]:
    """Document and fingerprint of all findings of the labelled documents, at default settings."""
    documents = sorted({line["document"] for name in ("sample.jsonl", "overlap.jsonl") for line in _lines(name)})
    return {
        (name, finding.fingerprint)
        for name in documents
        for finding in alignment.check(shared / "documents" / name).findings
    }


@pytest.mark.slow
def test_what_a_reader_called_wrong_does_not_come_back(found: set[Key]) -> None:
    labels = [*_lines("reader-a.jsonl"), *_lines("overlap.jsonl")]
    assert sorted({_key(one) for one in labels if not one["keep"] and not one.get("open")} & found) == []


@pytest.mark.slow
def test_what_a_reader_kept_is_still_found(found: set[Key]) -> None:
    kept = {_key(one) for one in _lines("reader-a.jsonl") if one["keep"]}
    assert len(kept & found) >= LEAST_KEPT * len(kept), sorted(kept - found)


@pytest.mark.slow
def test_every_mismatch_of_sums_that_a_reader_saw_is_found(found: set[Key]) -> None:
    assert sorted({_key(one) for one in _lines("sums.jsonl") if one["true_mismatch"]} - found) == []


def test_every_drawn_finding_has_a_label_and_enough_are_kept() -> None:
    drawn, labels = {_key(one) for one in _lines("sample.jsonl")}, _lines("reader-a.jsonl")
    assert {_key(one) for one in labels} == drawn
    assert sum(one["keep"] for one in labels) >= LEAST_KEPT * len(labels)
