"""Twenty faults for every check, planted in sound plans: nine of ten are found, and the sound plans raise nothing.

What is planted stands in planting.py, the plans and their words in faults.yaml.
"""

from __future__ import annotations

from functools import cache

import pytest
from tests.checks import planting
from tests.checks.planting import Fault, Plan

from alignment import checks
from alignment.checks.example import review_of
from alignment.checks.spec import CheckSpec, Sketch
from alignment.models import Finding

SPECS = checks.load()
_WITHOUT_MATCHING = ("CMP", "DOC", "FIG", "OVL", "RDG", "REG", "PIL004", "PIL005", "PIL006", "PIL007")


def _findings(code: str, plan: Plan) -> tuple[Finding, ...]:
    review = review_of(Sketch.model_validate(plan), matched=not code.startswith(_WITHOUT_MATCHING))
    return checks.run(review, SPECS, [code]).findings


def _is(fault: Fault, finding: Finding, spec: CheckSpec) -> bool:
    """Whether a finding is the planted fault: it names it, in the words of the variant asked for."""
    quotes = [place.quote for place in (*finding.evidence, *finding.related)]
    named = fault.known_by.casefold() in " ".join([finding.message.id, *quotes]).casefold()
    beginnings = tuple(spec.messages[variant].id.split("{")[0] for variant in fault.variants) or ("",)
    return named and bool(finding.evidence) and finding.message.id.startswith(beginnings)


@cache
def _missed(code: str) -> list[str]:
    spec = SPECS.by_code[code]
    return [
        f"{number}: {fault.known_by}"
        for number, fault in enumerate(planting.planted(code))
        if not any(_is(fault, finding, spec) for finding in _findings(code, fault.plan))
    ]


@pytest.mark.parametrize("code", planting.codes())
def test_nine_of_ten_planted_faults_are_found(code: str) -> None:
    missed = _missed(code)
    assert len(missed) <= planting.COUNT // 10, missed


@pytest.mark.parametrize("code", planting.codes())
def test_sound_plans_raise_nothing(code: str) -> None:
    said = [finding.message.id for plan in planting.whole(code) for finding in _findings(code, plan)]
    doubted = planting.DATA["doubted"].get(code, ())
    assert [message for message in said if not message.endswith(tuple(doubted))] == [], said


def test_faults_are_planted_for_every_check_and_no_two_are_alike() -> None:
    assert set(planting.codes()) == SPECS.by_code.keys()
    for code in planting.codes():
        faults = planting.planted(code)
        assert len(faults) == planting.COUNT
        assert all(one.plan != other.plan for at, one in enumerate(faults) for other in faults[:at]), code
