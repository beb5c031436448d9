"""Planted faults are found and what only looks like one is not: see planted.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from alignment import checks, yamlfile
from alignment.checks.example import review_of
from alignment.checks.spec import Sketch

PLANTED: dict[str, list[dict[str, Any]]] = yamlfile.load(Path(__file__).with_name("planted.yaml")).data


@pytest.mark.parametrize(
    ("code", "sketch"),
    [
        pytest.param(code, sketch, id=f"{code}-{n}")
        for code, some in PLANTED.items()
        for n, sketch in enumerate(some, 1)
    ],
)
def test_planted_fault_is_found_and_nothing_else(code: str, sketch: dict[str, Any]) -> None:
    spec = checks.load().by_code[code]
    made = Sketch.model_validate(sketch)
    outcome = checks.run(review_of(made), checks.load(), [code])
    expected = sorted(spec.messages[variant].severity or spec.severity for variant in made.finds)
    said = [finding.message.en for finding in outcome.findings]
    assert sorted(finding.severity for finding in outcome.findings) == expected, said
    for variant in made.finds:
        beginning = spec.messages[variant].en.split("{")[0]
        assert any(message.startswith(beginning) for message in said), (variant, said)


def test_every_check_has_at_least_five_cases_in_all() -> None:
    for code, spec in checks.load().by_code.items():
        count = len(spec.example.cases) + len(PLANTED.get(code, ()))
        assert count >= 5, (code, count)
