from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from alignment import rules
from alignment.errors import RuleError
from alignment.evaluation import run_cases

from .conftest import RULE

Write = Callable[[str], Path]


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("weight: strong", "weight: heavy", 8, "weight"),
        ("weight: strong", "wieght: strong", 5, "weight"),
        ("kind: phrase", "kind: phrases", 5, "kind"),
        ("any_of: [penurunan stunting]", "any_of: penurunan stunting", 7, "any_of"),
        ("any_of: [penurunan stunting]", "codes: ['1.02*']", 7, "codes"),
        ("- id: living.health\n", "- id: living.wealth\n", 5, "living.wealth"),
        (", expect: no_match", ", expect: match", 5, "does not"),
        ("id: living.health.stunting", "id: Living Health", 5, "id"),
        ("text: Pelatihan kader, ", "", 11, "needs text"),
    ],
)
def test_what_is_wrong_is_refused_at_its_line(folder: Write, old: str, new: str, line: int, says: str) -> None:
    assert old in RULE
    path = folder(RULE.replace(old, new))
    with pytest.raises(RuleError) as caught:
        rules.load(path)
    assert f"living.yaml:{line}:" in caught.value.where
    assert says in caught.value.problem.en


def test_an_id_stands_once_in_all_files(folder: Write) -> None:
    path = folder(RULE)
    (path / "pillars" / "more.yaml").write_text(RULE, encoding="utf-8")
    with pytest.raises(RuleError, match=r"living\.yaml:5"):
        rules.load(path)


def test_the_same_bytes_are_the_same_rules_and_others_are_not(folder: Write) -> None:
    first = rules.load(folder(RULE))
    rules.forget()
    assert rules.load(folder(RULE)) == first
    rules.forget()
    assert rules.load(folder(RULE.replace("penurunan", "pencegahan"))) != first


def test_every_rule_that_ships_does_what_its_cases_say() -> None:
    assert run_cases() == ()


def test_a_rule_that_misses_its_case_is_named_with_its_place(folder: Write) -> None:
    (failure,) = run_cases(folder(RULE.replace("text: Percepatan penurunan stunting", "text: Percepatan imunisasi")))
    assert failure.rule == "living.health.stunting"
    assert failure.where.endswith("living.yaml:5")
    assert failure.expected == "match"


def test_listing_rules_needs_no_spacy() -> None:
    code = "import sys; from alignment import rules; rules.load(); sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_folder_that_is_not_there_is_no_success(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="does not exist"):
        rules.load(tmp_path / "aturan")


def test_one_file_of_a_folder_can_be_tested_alone(folder: Write) -> None:
    root = folder(RULE.replace("text: Percepatan penurunan stunting", "text: Percepatan imunisasi"))
    right = root / "pillars" / "right.yaml"
    right.write_text(RULE.replace("id: living.health.stunting", "id: living.health.other"), encoding="utf-8")
    assert len(run_cases(root / "pillars" / "living.yaml")) == 1
    assert run_cases(right) == ()


def test_what_is_wrong_is_said_in_both_languages(folder: Write) -> None:
    with pytest.raises(RuleError) as caught:
        rules.load(folder(RULE.replace("weight: strong", "weight: heavy")))
    assert "hanya boleh" in caught.value.problem.id
    assert "may only be" in caught.value.problem.en
