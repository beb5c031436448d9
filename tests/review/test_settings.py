from __future__ import annotations

from pathlib import Path

import pytest

from alignment import checks
from alignment.checks import SpecSet
from alignment.errors import ConfigError
from alignment.review import settings


def _applied(folder: Path, toml: str) -> SpecSet:
    path = folder / "alignment.toml"
    path.write_text(toml, encoding="utf-8")
    return settings.applied(checks.load(), settings.load(path), path)


def _on(specs: SpecSet) -> set[str]:
    return {code for code, spec in specs.by_code.items() if spec.default}


def test_no_file_changes_nothing() -> None:
    assert settings.applied(checks.load(), settings.load(None)).by_code == checks.load().by_code


def test_families_and_codes_are_selected_and_ignored(tmp_path: Path) -> None:
    chosen = _on(_applied(tmp_path, 'select = ["PIL00", "REG002"]\nignore = ["PIL003"]'))
    assert {"PIL001", "PIL002", "REG002"} <= chosen
    assert {code for code in chosen if not code.startswith("PIL00")} == {"REG002"}
    assert "PIL003" not in chosen
    assert "SUP002" not in _on(_applied(tmp_path, 'ignore = ["SUP002"]'))


def test_severity_holds_for_everything_a_check_says(tmp_path: Path) -> None:
    spec = _applied(tmp_path, '[severity]\nREG002 = "info"').by_code["REG002"]
    assert spec.severity == "info"
    assert all(words.severity is None for words in spec.messages.values())


def test_severity_of_a_family_gives_way_to_that_of_a_check(tmp_path: Path) -> None:
    specs = _applied(tmp_path, '[severity]\nREG = "info"\nREG002 = "warning"').by_code
    assert (specs["REG001"].severity, specs["REG002"].severity) == ("info", "warning")
    assert specs["PIL001"].severity == checks.load().by_code["PIL001"].severity


def test_threshold_is_replaced_and_the_others_stay(tmp_path: Path) -> None:
    spec = _applied(tmp_path, "[thresholds.OVL002]\nscore = 0.9").by_code["OVL002"]
    assert spec.thresholds["score"] == 0.9
    assert spec.thresholds["own_of_both"] == checks.load().by_code["OVL002"].thresholds["own_of_both"]


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('colour = "red"', "colour"),
        ('ignore = ["XYZ"]', "XYZ"),
        ('[severity]\nOVL001 = "fatal"', "OVL001"),
        ("[thresholds.OVL002]\nlength = 3", "length"),
        ("[thresholds.OVL]\nscore = 3", "OVL"),
        ('select = ["PIL001"]\nignore = ["PIL"]', "no check is left"),
        ("select = [", "alignment.toml"),
    ],
)
def test_what_nobody_knows_is_an_error_with_its_place(toml: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=said) as raised:
        _applied(tmp_path, toml)
    assert "alignment.toml" in str(raised.value)


def test_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml"):
        settings.load(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('select = "PIL"', "select: harus berupa daftar"),
        ('[severity]\nOVL001 = "berat"', "hanya boleh 'error', 'warning' atau 'info'"),
        ("[threshold]\nOVL001 = 3", "threshold: kunci ini tidak dikenal"),
        ("[thresholds.OVL002]\nskor = 1", "tidak mengenal ambang skor; yang ada: "),
        ("select = [PIL]", "bukan TOML yang benar pada baris 1, kolom 11"),
    ],
)
def test_mistakes_are_told_in_indonesian(toml: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as raised:
        _applied(tmp_path, toml)
    assert said in raised.value.problem.id
