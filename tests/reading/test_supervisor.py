"""A page that kills or stalls the reading process costs that page and no other."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from alignment.reading import supervisor

_WORKER = """
import json, os, sys, time
first, last, step = map(int, sys.argv[1:4])
say = lambda **message: print(json.dumps(message), flush=True)
say(pages=6)
for page in range(first, (last or 6) + 1, step):
    if page in {dies}: os._exit(139)
    if page in {stalls}: time.sleep(60)
    say(page=page, text="isi")
"""


def _fake(monkeypatch: pytest.MonkeyPatch, dies: tuple[int, ...] = (), stalls: tuple[int, ...] = ()) -> None:
    code = _WORKER.format(dies=set(dies) or "()", stalls=set(stalls) or "()")
    monkeypatch.setattr(
        supervisor, "_command", lambda _path, *range_, **_: [sys.executable, "-c", code, *map(str, range_[:3])]
    )


@pytest.mark.parametrize("dies", [(1,), (3,), (6,), (2, 3), (1, 2, 3, 4, 5, 6)])
def test_a_page_that_kills_the_process_is_skipped(monkeypatch: pytest.MonkeyPatch, dies: tuple[int, ...]) -> None:
    _fake(monkeypatch, dies=dies)
    messages = list(supervisor.pages(Path("plan.pdf")))
    assert [message["page"] for message in messages] == [1, 2, 3, 4, 5, 6]
    assert [message["page"] for message in messages if "error" in message] == list(dies)


def test_a_page_that_stalls_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    _fake(monkeypatch, stalls=(2,))
    messages = list(supervisor.pages(Path("plan.pdf"), seconds=2.0))
    assert [message["page"] for message in messages if "error" in message] == [2]
    assert len(messages) == 6


def test_the_second_engine_is_not_asked_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    _fake(monkeypatch, dies=(1, 2, 3, 4, 5, 6))
    monkeypatch.setattr(supervisor, "_MOST_CRASHES", 3)
    asked: list[str] = []
    command = supervisor._command

    def counted(path: Path, first: int, last: int, step: int, ocr: str, engine: supervisor.Engine) -> list[str]:
        asked.append(engine)
        return command(path, first, last, step, ocr, engine)

    monkeypatch.setattr(supervisor, "_command", counted)
    assert [message["page"] for message in supervisor.pages(Path("plan.pdf"))] == [1, 2, 3, 4, 5, 6]
    assert asked.count("reference") == 3


@pytest.mark.parametrize("jobs", [2, 4, 9])
def test_several_processes_keep_the_order_whoever_dies(monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    _fake(monkeypatch, dies=(1, 4))
    messages = list(supervisor.pages(Path("plan.pdf"), jobs=jobs))
    assert [message["page"] for message in messages] == [1, 2, 3, 4, 5, 6]
    assert [message["page"] for message in messages if "error" in message] == [1, 4]


def test_a_process_that_never_speaks_means_a_damaged_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "_command", lambda *_: [sys.executable, "-c", ""])
    with pytest.raises(supervisor.OpenError, match="damaged"):
        list(supervisor.pages(Path("plan.pdf")))


def test_a_file_that_names_more_pages_than_any_plan_has_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    _fake(monkeypatch)
    monkeypatch.setattr(supervisor, "MOST_PAGES", 5)
    with pytest.raises(supervisor.OpenError, match="too_many_pages"):
        list(supervisor.pages(Path("plan.pdf")))


def test_stopping_early_leaves_no_process_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    _fake(monkeypatch, stalls=(3,))
    reading = supervisor.pages(Path("plan.pdf"))
    assert next(reading)["page"] == 1
    reading.close()  # returns at once although the worker sleeps
