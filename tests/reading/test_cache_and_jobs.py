"""A second reading reads nothing, several processes read the same, and neither changes what comes out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from alignment.config import Options
from alignment.reading import cache, read, supervisor

from .conftest import table, words

ROWS = [["Kode", "Program"], ["2.16.01", "Penunjang"]]


@pytest.fixture
def plan(make_pdf) -> Path:
    return make_pdf(*[words(f"Halaman {n}") for n in range(1, 40)], table(ROWS))


def _forbid(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr(supervisor, "_one_process", refuse)


def test_a_second_reading_starts_no_process(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read(plan)
    _forbid(monkeypatch)
    assert read(plan) == first


def test_a_copy_under_another_name_is_known(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read(plan)
    copy = plan.with_name("salinan.pdf")
    copy.write_bytes(plan.read_bytes())
    _forbid(monkeypatch)
    assert read(copy).name == "salinan.pdf"


def test_without_cache_nothing_is_kept(plan: Path, own_cache: Path) -> None:
    read(plan, Options(cache=False))
    assert not list(own_cache.iterdir())


def test_a_broken_entry_is_read_again(plan: Path, own_cache: Path) -> None:
    first = read(plan)
    (entry,) = own_cache.iterdir()
    entry.write_bytes(b"rusak")
    assert read(plan) == first


def test_a_place_that_cannot_be_written_is_no_error(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = plan.with_name("berkas")
    blocked.write_text("bukan folder")
    monkeypatch.setenv("ALIGNMENT_CACHE", str(blocked))
    assert len(read(plan).pages) == 40


def test_the_oldest_entries_go_first(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for age, name in enumerate(["lama", "tengah", "baru"]):
        _store(name)
        path = own_cache / f"{name}.jsonl.z"
        os.utime(path, (1_000_000 + age, 1_000_000 + age))
    monkeypatch.setattr(cache, "MOST_BYTES", 2_000)
    _store("neu")
    assert cache.load("lama") is None
    assert cache.load("neu") is not None


def _store(name: str) -> None:
    list(cache.kept(name, [{"page": 1, "text": os.urandom(500).hex()}], lambda _: True))


def test_what_was_not_taken_to_the_end_is_not_kept(own_cache: Path) -> None:
    messages = cache.kept("halb", [{"page": 1}, {"page": 2}], lambda _: True)
    assert next(messages) == {"page": 1}
    messages.close()
    assert cache.load("halb") is None


def test_an_unsound_page_keeps_the_whole_from_being_kept(own_cache: Path) -> None:
    messages = [{"page": 1, "error": "crash"}, {"page": 2}]
    assert list(cache.kept("rusak", messages, lambda message: "error" not in message)) == messages
    assert cache.load("rusak") is None


def test_several_processes_read_the_same(plan: Path) -> None:
    one = read(plan, Options(cache=False))
    several = read(plan, Options(cache=False, jobs=3))
    assert several == one
    assert [page.number for page in several.pages] == list(range(1, 41))
