"""Keeps the reading process alive: a page that kills or stalls it is skipped, and the rest is read by a fresh one.

A page on which the fast engine fails is given to the reference engine before it counts as lost.
"""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO, Any

from alignment.config import Engine

PAGE_SECONDS = 60.0
"""A page that takes longer is given up."""
MOST_PAGES = 20_000
"""A file that says it has more is damaged, or a trap: the longest plans have 2,000."""
_MOST_CRASHES = 25
"""After so many crashes in a row the remaining pages are given up: the file is broken throughout."""
_AHEAD = 64
"""Pages a process may be ahead of who takes them."""
Message = dict[str, Any]


class OpenError(Exception):
    """The file cannot be opened: `reason` is "encrypted", "damaged" or "too_many_pages"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def pages(
    path: Path, *, jobs: int = 1, ocr: str = "off", seconds: float = PAGE_SECONDS, engine: Engine = "fast"
) -> Iterator[Message]:
    """The pages of a file as the worker sends them, in order; `{"page": n, "error": reason}` for lost ones.

    Read by `jobs` processes at the same time: each takes every `jobs`-th page, for pages are like their neighbours, and
    so all have the same work. `ocr` is as the worker takes it. Raises OpenError.
    """
    shares = [_share(path, number, jobs, ocr, seconds, engine) for number in range(1, jobs + 1)]
    try:
        with ThreadPoolExecutor(jobs) as pool:  # so that no process waits for another's first page
            row = list(pool.map(_next, shares))
        while row[0] is not None:
            yield from (message for message in row if message is not None)
            row = [_next(share) for share in shares]
    finally:
        for share in shares:
            share.close()


def _next(share: Iterator[Message]) -> Message | None:
    return next(share, None)


def _share(path: Path, first: int, step: int, ocr: str, seconds: float, engine: Engine) -> Generator[Message]:
    """Every `step`-th page from `first`; those on which the fast engine fails by the other."""
    lost = 0
    for message in _by_one_engine(path, first, step, ocr, seconds, engine):
        again = "error" in message and engine == "fast" and lost < _MOST_CRASHES
        page = _second_try(path, message, min(seconds, PAGE_SECONDS)) if again else message
        lost = lost + 1 if "error" in page else 0
        yield page


def _second_try(path: Path, lost: Message, seconds: float) -> Message:
    """The page as the reference engine reads it. One on which that finds nothing either stays lost."""
    number = lost["page"]
    for message in _one_process(_command(path, number, number, 1, "off", "reference"), seconds):
        if message.get("lines"):
            return {**message, "issues": message["issues"] or [("second_engine", {})]}
    return lost


def _by_one_engine(path: Path, first: int, step: int, ocr: str, seconds: float, engine: Engine) -> Iterator[Message]:
    number, crashes, count = first, 0, 0
    while not count or number <= count:
        for message in _one_process(_command(path, number, 0, step, ocr, engine), seconds):
            if "pages" in message:
                count = message["pages"]
                if count > MOST_PAGES:
                    raise OpenError("too_many_pages")
            elif "page" in message:
                yield message
                number, crashes = message["page"] + step, 0
            else:
                raise OpenError(message["error"])
        if not count:
            raise OpenError("damaged")
        if number <= count:  # the process ended before its time
            yield {"page": number, "error": "crash"}
            number, crashes = number + step, crashes + 1
            if crashes >= _MOST_CRASHES:
                yield from ({"page": rest, "error": "crash"} for rest in range(number, count + 1, step))
                return


def _one_process(command: list[str], seconds: float) -> Iterator[Message]:
    """Messages of one worker until it ends, dies or stalls."""
    process = subprocess.Popen(  # noqa: S603 - our own module on a file the user named
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout is not None  # noqa: S101 - PIPE was asked for
    lines: queue.Queue[bytes | None] = queue.Queue(maxsize=_AHEAD)
    threading.Thread(target=_pump, args=(process.stdout, lines), daemon=True).start()
    line: bytes | None = b""
    try:
        while True:
            try:
                line = lines.get(timeout=seconds)
            except queue.Empty:
                return
            if line is None or not line.endswith(b"\n"):
                return
            yield json.loads(line)
    finally:
        process.kill()
        while line is not None:  # the pump may be waiting for room
            line = lines.get()
        process.wait()


def _command(path: Path, first: int, last: int, step: int, ocr: str, engine: Engine) -> list[str]:
    worker = [sys.executable, "-P", "-m", "alignment.reading.worker"]
    return [*worker, str(path.resolve()), str(first), str(last), str(step), ocr, engine]


def _pump(stream: IO[bytes], lines: queue.Queue[bytes | None]) -> None:
    with stream:
        for line in stream:
            lines.put(line)
    lines.put(None)
