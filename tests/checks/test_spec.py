"""The YAML of a check: strict, named after its code, and replaced by a user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignment import checks, corpora, resources
from alignment.checks.spec import CheckSpec, Variant
from alignment.errors import RuleError
from alignment.matching.citation import find_citations, status
from alignment.models.document import UNREAD_ISSUES

SPECS = checks.load().by_code
PAST_PLANS = {"SUP002": "perpres-18-2020"}
"""Grounds for plans of earlier years."""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of rules with a check of the user's own wording."""
    shipped = (resources.rules_folder() / "checks" / "PIL001.yaml").read_text(encoding="utf-8")
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "PIL001.yaml").write_text(
        shipped.replace("severity: warning", "severity: error", 1), encoding="utf-8"
    )
    return tmp_path


def test_own_check_stands_in_for_the_one_that_ships_and_the_others_stay(own: Path) -> None:
    assert checks.load(own).by_code["PIL001"].severity == "error"
    assert set(checks.load(own).by_code) == set(checks.load().by_code)
    assert checks.load().by_code["PIL001"].severity == "warning"
    assert checks.load(own).sha256 != checks.load().sha256


def test_edited_check_takes_effect_at_once(own: Path) -> None:
    assert checks.load(own).by_code["PIL001"].severity == "error"
    path = own / "checks" / "PIL001.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("severity: error", "severity: info", 1), encoding="utf-8")
    assert checks.load(own).by_code["PIL001"].severity == "info"


def test_unknown_key_is_refused_with_its_place(own: Path) -> None:
    path = own / "checks" / "PIL001.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "colour: red\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"PIL001\.yaml:\d+:1: colour"):
        checks.load(own)


def test_file_must_bear_the_name_of_its_code(own: Path) -> None:
    (own / "checks" / "PIL001.yaml").rename(own / "checks" / "PIL009.yaml")
    with pytest.raises(RuleError, match=r"PIL001\.yaml"):
        checks.load(own)


def _grades(spec: CheckSpec) -> list[tuple[str, str, Variant]]:
    """Severity and confidence of everything a check can say."""
    return [(one.severity or spec.severity, one.confidence or spec.confidence, one) for one in spec.messages.values()]


@pytest.mark.parametrize("code", sorted(SPECS))
def test_errors_are_sure_and_what_is_unsure_is_information(code: str) -> None:
    for severity, confidence, words in _grades(SPECS[code]):
        assert severity != "error" or confidence == "high", words.id
        assert severity == "info" or (confidence != "low" and words.outcome == "fail"), words.id


@pytest.mark.parametrize("code", sorted(SPECS))
def test_legal_ground_is_in_force_and_cited_with_its_last_amendment(code: str) -> None:
    day, words = corpora.load("regulations").edition_date, SPECS[code].legal_ground.id
    for citation in find_citations(words, day):
        if citation.resolved is None or citation.resolved == PAST_PLANS.get(code):
            continue
        standing = status(citation.resolved, day)
        assert standing.verdict in ("in_force", "amended"), citation.text
        if standing.verdict == "amended":
            last = corpora.load("regulations").get(standing.by[-1])
            assert last is not None
            assert f"terakhir diubah dengan {last.label.id}" in words


def test_every_way_of_not_being_read_has_its_words() -> None:
    assert set(UNREAD_ISSUES) <= SPECS["RDG001"].messages.keys()
