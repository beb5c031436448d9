"""Keeps the reading process alive: a page that kills or stalls it is skipped, and the rest is read by a fresh one.

A page on which the fast engine fails is given to the reference engine before it counts as lost.
"""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO, Any

from alignment.config import Engine

PAGE_SECONDS = 60.0
"""A page that takes longer is given up."""
_MOST_CRASHES = 25
"""After so many crashes in a row the remaining pages are given up: the file is broken throughout."""

_SHARES = 3
"""Shares of the pages for each process: pages differ, and a smaller share waits less for the last one."""
_SMALLEST_SHARE = 12
Message = dict[str, Any]


class OpenError(Exception):
    """The file cannot be opened: `reason` is "encrypted" or "damaged"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def pages(
    path: Path, first: int = 1, last: int = 0, ocr: str = "off", seconds: float = PAGE_SECONDS, engine: Engine = "fast"
) -> Iterator[Message]:
    """The pages FIRST..LAST of a file as the worker sends them, in order; `{"page": n, "error": reason}` for lost ones.

    Pages count from 1; `last` 0 means the last one; `ocr` is as the worker takes it. Raises OpenError.
    """
    lost = 0
    for message in _by_one_engine(path, first, last, ocr, seconds, engine):
        again = "error" in message and engine == "fast" and lost < _MOST_CRASHES
        page = _second_try(path, message, min(seconds, PAGE_SECONDS)) if again else message
        lost = lost + 1 if "error" in page else 0
        yield page


def _second_try(path: Path, lost: Message, seconds: float) -> Message:
    """The page as the reference engine reads it. One on which that finds nothing either stays lost."""
    number = lost["page"]
    for message in _one_process(_command(path, number, number, "off", "reference"), seconds):
        if message.get("lines"):
            return {**message, "issues": message["issues"] or [("second_engine", {})]}
    return lost


def _by_one_engine(path: Path, first: int, last: int, ocr: str, seconds: float, engine: Engine) -> Iterator[Message]:
    number, crashes, count = first, 0, last
    while not count or number <= count:
        for message in _one_process(_command(path, number, last, ocr, engine), seconds):
            if "pages" in message:
                count = min(last, message["pages"]) if last else message["pages"]
            elif "page" in message:
                yield message
                number, crashes = message["page"] + 1, 0
            else:
                raise OpenError(message["error"])
        if not count:
            raise OpenError("damaged")
        if number <= count:  # the process ended before its time
            yield {"page": number, "error": "crash"}
            number, crashes = number + 1, crashes + 1
            if crashes >= _MOST_CRASHES:
                yield from ({"page": rest, "error": "crash"} for rest in range(number, count + 1))
                return
        elif not count:
            return


def pages_by_several(path: Path, jobs: int, ocr: str, seconds: float, engine: Engine = "fast") -> list[Message]:
    """All pages, read by `jobs` processes at the same time, in order. Raises OpenError."""
    count = _count(path, ocr, seconds)
    size = max(_SMALLEST_SHARE, -(-count // (jobs * _SHARES)))
    shares = [(first, min(first + size - 1, count)) for first in range(1, count + 1, size)]
    with ThreadPoolExecutor(max_workers=jobs) as pool:
        parts = pool.map(lambda share: list(pages(path, share[0], share[1], ocr, seconds, engine)), shares)
        return [message for part in parts for message in part]


def _count(path: Path, ocr: str, seconds: float) -> int:
    """The number of pages, by a process that reads none."""
    for message in _one_process(_command(path, 1, -1, ocr, "fast"), seconds):
        if "pages" in message:
            return int(message["pages"])
        raise OpenError(message["error"])
    raise OpenError("damaged")


def _one_process(command: list[str], seconds: float) -> Iterator[Message]:
    """Messages of one worker until it ends, dies or stalls."""
    process = subprocess.Popen(  # noqa: S603 - our own module on a file the user named
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout is not None  # noqa: S101 - PIPE was asked for
    lines: queue.Queue[bytes | None] = queue.Queue(maxsize=16)
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


def _command(path: Path, first: int, last: int, ocr: str, engine: Engine) -> list[str]:
    worker = [sys.executable, "-P", "-m", "alignment.reading.worker"]
    return [*worker, str(path.resolve()), str(first), str(last), ocr, engine]


def _pump(stream: IO[bytes], lines: queue.Queue[bytes | None]) -> None:
    with stream:
        for line in stream:
            lines.put(line)
    lines.put(None)
