"""The YAML of a check: strict, named after its code, and replaced by a user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignment import checks, resources
from alignment.errors import RuleError


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
