from __future__ import annotations

from pathlib import Path

import pytest

from alignment import resources, rules
from alignment.rules import store


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_, **__: str(tmp_path))
    rules.forget()
    return tmp_path / "rules"


def test_kept_rules_are_the_rules_that_were_read(cache: Path) -> None:
    read = rules.load()
    assert len(list(cache.glob("*.json"))) == 1
    rules.forget()
    assert rules.load().rules == read.rules


def test_a_damaged_store_is_read_past(cache: Path) -> None:
    read = rules.load()
    (kept,) = cache.glob("*.json")
    kept.write_bytes(kept.read_bytes()[:1000])
    rules.forget()
    assert rules.load().rules == read.rules


def test_a_folder_that_cannot_be_written_is_no_obstacle(cache: Path) -> None:
    cache.write_text("a file where the folder should be")
    assert rules.load().rules


def test_only_the_latest_sets_stay(cache: Path) -> None:
    many = rules.load().rules
    root = Path(many[0].path).parents[1]
    for number in range(9):
        store.write(f"{number:064}", root, many)
    assert len(list(cache.glob("*.json"))) <= 5


def test_another_folder_is_used_within_its_block_alone(tmp_path: Path) -> None:
    (tmp_path / "pillars").mkdir()
    with rules.using(tmp_path):
        assert rules.load().rules == ()
    assert rules.load().rules


def test_nothing_is_kept_where_nothing_may_be(cache: Path) -> None:
    with resources.keeping(False):
        assert rules.load().rules
    assert not cache.exists()
