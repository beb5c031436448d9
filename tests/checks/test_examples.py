"""Every check keeps what its YAML shows: it speaks on the bad cases, in its words, and is silent on the others."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from alignment import checks
from alignment.checks.example import review_of
from alignment.checks.spec import Sketch

SPECS = checks.load().by_code


def _cases() -> Iterator[object]:
    for code, spec in SPECS.items():
        for number, sketch in enumerate(spec.example.cases, 1):
            yield pytest.param(code, sketch, id=f"{code}-{number}-{sketch.note.replace(' ', '-')}")


@pytest.mark.parametrize(("code", "sketch"), list(_cases()))
def test_example_of_the_manual_holds(code: str, sketch: Sketch) -> None:
    spec = SPECS[code]
    outcome = checks.run(review_of(sketch), checks.load(), [code])
    assert len(outcome.findings) == len(sketch.finds), [finding.message.en for finding in outcome.findings]
    for finding, variant in zip(outcome.findings, sketch.finds, strict=True):
        pattern = spec.messages[variant]
        assert _fills(pattern.en, finding.message.en), finding.message.en
        assert _fills(pattern.id, finding.message.id), finding.message.id
        assert finding.severity == (pattern.severity or spec.severity)
        assert finding.evidence


def _fills(template: str, said: str) -> bool:
    import re

    pattern = "".join(".*" if part.startswith("{") else re.escape(part) for part in re.split(r"(\{\w+\})", template))
    return re.fullmatch(pattern, said, re.DOTALL) is not None


@pytest.mark.parametrize("code", sorted(SPECS))
def test_every_check_has_one_case_that_speaks_and_one_that_is_silent(code: str) -> None:
    cases = SPECS[code].example.cases
    assert any(case.finds for case in cases)
    assert any(not case.finds for case in cases)


def test_every_check_has_its_yaml_and_every_yaml_its_check() -> None:
    assert sorted(SPECS) == sorted(checks.registry())


@pytest.mark.parametrize("code", sorted(SPECS))
def test_check_is_named_after_its_bad_pattern_in_code_and_manual(code: str) -> None:
    assert checks.registry()[code].__name__.replace("_", "-") == SPECS[code].name


@pytest.mark.parametrize("code", sorted(SPECS))
def test_placeholders_are_the_same_in_both_languages(code: str) -> None:
    import re

    spec = SPECS[code]
    for name, words in spec.messages.items():
        assert set(re.findall(r"\{(\w+)\}", words.id)) == set(re.findall(r"\{(\w+)\}", words.en)), name
