"""Rules and corpora are found beside the code in a checkout, else in the installed copy, never in the working one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from alignment import resources

ROOT = Path(__file__).resolve().parents[2]


def _rules_folder(package: Path, cwd: Path) -> Path:
    code = "from alignment import resources; print(resources.rules_folder())"
    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        capture_output=True, text=True, check=True, cwd=cwd, env={**os.environ, "PYTHONPATH": str(package)},
    )  # fmt: skip
    return Path(done.stdout.strip())


def _copy(target: Path) -> None:
    shutil.copytree(ROOT / "src" / "alignment", target, ignore=shutil.ignore_patterns("__pycache__", "_data"))


def test_a_checkout_uses_its_own_rules():
    assert resources.rules_folder() == ROOT / "rules"
    assert resources.corpora_folder() == ROOT / "corpora"


def test_an_edited_rule_takes_effect_beside_a_stale_copy(tmp_path):
    checkout = tmp_path / "checkout"
    _copy(checkout / "src" / "alignment")
    (checkout / "pyproject.toml").touch()
    (checkout / "rules").mkdir()
    (checkout / "src" / "alignment" / "_data" / "rules").mkdir(parents=True)
    assert _rules_folder(checkout / "src", tmp_path) == checkout / "rules"


def test_an_installed_package_uses_its_own_copy_whatever_the_working_folder_holds(tmp_path):
    site = tmp_path / "site-packages"
    _copy(site / "alignment")
    (site / "alignment" / "_data" / "rules").mkdir(parents=True)
    (tmp_path / "here" / "rules").mkdir(parents=True)
    (tmp_path / "here" / "pyproject.toml").touch()
    assert _rules_folder(site, tmp_path / "here") == site / "alignment" / "_data" / "rules"


def test_data_folders_hold_data_only():
    for folder in (ROOT / "rules", ROOT / "corpora"):
        for path in folder.rglob("*"):
            assert not path.is_symlink(), path
            assert path.suffix in ("", ".yaml", ".csv", ".json", ".md"), path
