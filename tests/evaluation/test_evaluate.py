from __future__ import annotations

import json
from pathlib import Path

import pytest

from alignment.errors import ConfigError, UnreadableFileError
from alignment.evaluation import evaluate, figures
from alignment.evaluation.figures import Judged

GOLD = Path(__file__).resolve().parents[1] / "gold"


def judged(expected: str, *answers: str, ambiguous: bool = False) -> Judged:
    return Judged(
        id=f"{expected}-{answers}",
        text="",
        expected=(expected,) if expected else (),
        answers=answers,
        ambiguous=ambiguous,
    )


CASES = [
    judged("living", "living"),
    judged("living", "society", "living"),
    judged("economy"),
    judged("", ambiguous=True),
    judged("", "economy", ambiguous=True),
]


def test_precision_is_over_the_answered_and_recall_over_what_has_an_answer() -> None:
    measures = {one.key: (one.all, one.clear) for one in figures.ranked_measures(CASES, (2,))}
    assert measures["coverage"] == (0.6, 0.6667)
    assert measures["precision"] == (0.3333, 0.5)
    assert measures["recall"] == (0.3333, 0.3333)
    assert measures["within_2"] == (0.6667, 1.0)


def test_each_class_and_each_confusion_is_counted() -> None:
    living = next(one for one in figures.classes(CASES) if one.name == "living")
    assert (living.cases, living.precision, living.recall) == (2, 1.0, 0.5)
    assert [(one.expected, one.got) for one in figures.confusion(CASES)] == [
        ("-", "economy"),
        ("economy", "-"),
        ("living", "society"),
    ]


def test_confident_errors_come_first() -> None:
    assert [case.answers for case in figures.worst(CASES)] == [("society", "living"), ("economy",), ()]


def test_pillars_on_our_own_set_hold_their_level() -> None:
    result = evaluate("pillar", GOLD / "pillar.jsonl")
    assert (result.figure("precision") or 0) >= 0.95
    assert (result.figure("coverage") or 0) >= 0.9


def test_pillars_on_the_development_cases_hold_their_level(shared: Path) -> None:
    result = evaluate("pillar", shared / "cases" / "pillar.jsonl")
    assert (result.figure("precision", clear=True) or 0) >= 0.9
    assert (result.figure("coverage") or 0) >= 0.85
    assert (result.figure("within_2", clear=True) or 0) >= 0.95


def test_a_case_file_that_is_wrong_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_text('{"program": "a", "pillar": "living"}\n{"program"\n', encoding="utf-8")
    with pytest.raises(UnreadableFileError) as caught:
        evaluate("pillar", path)
    assert caught.value.where.endswith("cases.jsonl:2")


def test_a_kind_or_a_field_that_is_not_there_is_said(tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_text(json.dumps({"program": "a"}), encoding="utf-8")
    with pytest.raises(ConfigError, match="pillar"):
        evaluate("pillar", path)
    with pytest.raises(ConfigError, match="colour"):
        evaluate("colour", path)
