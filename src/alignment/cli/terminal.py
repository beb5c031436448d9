"""What is written to a person: clean of control characters, on any encoding, problems on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from alignment import i18n
from alignment.cli.speech import say
from alignment.errors import AlignmentError
from alignment.reporting.safety import lines


def out(words: str) -> None:
    """To standard output."""
    click.echo(lines(words))


def complain(words: str) -> None:
    """To standard error."""
    click.echo(lines(words), err=True)


def complain_of(error: AlignmentError) -> None:
    """What is wrong, where, and what to do, in the terminal's language."""
    lang = i18n.terminal_language()
    where = f"{error.where}: " if error.where else ""
    complain(f"{say('error')} {where}{error.problem.in_language(lang)}")
    complain(f"{say('remedy')} {error.remedy.in_language(lang)}")


def survive_narrow_encodings() -> None:
    """Let a terminal that cannot show a letter show its escape instead of failing (PYTHONIOENCODING=cp1252)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def close_quietly() -> None:
    """After a broken pipe: point standard output nowhere, so that the interpreter's last flush does not complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def progress(count: int) -> Iterator[None]:
    """A moving line on standard error while files are read, where that is a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(say("reading", count=count)):
        yield
