"""`check --watch`: the review again whenever a file it is made from is saved."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from alignment.cli import terminal
from alignment.cli.speech import say
from alignment.errors import AlignmentError

_PAUSE = 0.5
"""Seconds between two looks."""


def watch(files: Iterable[Path], work: Callable[[], object], pause: float = _PAUSE) -> None:
    """Do `work` now and after each change of `files` (or of what is in a folder among them), until interrupted.

    A draft that cannot be judged is complained of and waited for: it may be half saved.
    """
    watched = tuple(files)
    before: dict[Path, tuple[int, int]] | None = None
    with contextlib.suppress(KeyboardInterrupt):  # that is how it ends
        while True:
            now = _stamps(watched)
            if now != before:
                before = now
                _try(work)
                terminal.complain(say("watching", count=len(watched)))
            time.sleep(pause)


def _try(work: Callable[[], object]) -> None:
    from alignment import rules

    rules.forget()
    try:
        work()
    except AlignmentError as error:
        terminal.complain_of(error)


def _stamps(watched: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    """Time of the last change and size of each file that is there."""
    found = {}
    for path in watched:
        for file in sorted(path.rglob("*")) if path.is_dir() else (path,):
            try:
                state = file.stat()
            except OSError:  # gone, or about to be replaced by its editor
                continue
            found[file] = (state.st_mtime_ns, state.st_size)
    return found
