"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from alignment import i18n
from alignment.cli.speech import say

_LANGUAGES = click.Choice(["id", "en"])
_Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def language() -> _Decorator:
    """`--lang` of what is written to the terminal; without it, the terminal's own language."""
    return click.option("--lang", type=_LANGUAGES, default=i18n.terminal_language, help=say("lang_terminal"))


def language_of(key: str) -> _Decorator:
    """`--lang` of a file, Indonesian by default; `key` is its help text."""
    return click.option("--lang", type=_LANGUAGES, default="id", show_default=True, help=say(key))


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """How documents are read: `--ocr`, `--engine`, `--jobs`, `--cache`, by the names of `config.Options`."""
    ocr = click.Choice(["off", "auto", "force"])
    engine = click.Choice(["fast", "reference"])
    command = click.option("--cache/--no-cache", default=True, show_default=True, help=say("cache"))(command)
    jobs = click.IntRange(min=1)
    command = click.option("--jobs", type=jobs, default=1, show_default=True, metavar="N", help=say("jobs"))(command)
    command = click.option("--engine", type=engine, default="fast", show_default=True, help=say("engine"))(command)
    return click.option("--ocr", type=ocr, default="off", show_default=True, help=say("ocr"))(command)
