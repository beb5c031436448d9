"""Findings on real documents against the labels of readers: what was wrong stays away, what was right stays."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import alignment

GOLD = Path(__file__).parents[1] / "gold" / "findings"
READERS = ("reader-a.jsonl", "reader-b.jsonl")
EARLIER = ("reader-a-2.jsonl", "reader-b-2.jsonl")
LEAST_KEPT = 0.95
Key = tuple[str, str]


def _lines(name: str) -> list[dict[str, Any]]:
    path = GOLD / name
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def _key(line: dict[str, Any]) -> Key:
    return line["document"], line["fingerprint"]


def _kept() -> set[Key]:
    """What every reader of the present sample would defend."""
    labels = [{_key(one) for one in _lines(name) if one["keep"]} for name in READERS]
    if not all(labels):
        pytest.skip("the sample of this pass is not labelled by two readers yet")
    return set.intersection(*labels)


@pytest.fixture(scope="module")
def found(shared: Path) -> set[Key]:
    """Document and fingerprint of all findings of the labelled documents, at default settings."""
    named = ("sample.jsonl", "sample-2.jsonl", "overlap.jsonl", "sums.jsonl")
    documents = sorted({line["document"] for name in named for line in _lines(name)})
    return {
        (name, finding.fingerprint)
        for name in documents
        for finding in alignment.check(shared / "documents" / name).findings
    }


@pytest.mark.slow
def test_what_a_reader_called_wrong_does_not_come_back(found: set[Key]) -> None:
    labels = [one for name in (*READERS, *EARLIER, "overlap.jsonl") for one in _lines(name)]
    wrong = {_key(one) for one in labels if not one["keep"] and not one.get("open") and not one.get("mended")}
    assert sorted(wrong & found) == []


@pytest.mark.slow
def test_what_all_readers_kept_is_still_found(found: set[Key]) -> None:
    kept = _kept()
    assert len(kept & found) >= LEAST_KEPT * len(kept), sorted(kept - found)


@pytest.mark.slow
def test_every_mismatch_of_sums_that_a_reader_saw_is_found(found: set[Key]) -> None:
    assert sorted({_key(one) for one in _lines("sums.jsonl") if one["true_mismatch"]} - found) == []


def test_every_drawn_finding_is_labelled_by_both_and_enough_are_kept() -> None:
    kept, drawn = _kept(), {_key(one) for one in _lines("sample.jsonl")}
    assert [name for name in READERS if {_key(one) for one in _lines(name)} != drawn] == []
    assert len(kept) >= LEAST_KEPT * len(drawn)
