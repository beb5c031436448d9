"""`alignment layouts test [PATH]`."""

from __future__ import annotations

from pathlib import Path

import click

from alignment import i18n
from alignment.cli import terminal
from alignment.cli.lazy import LazyGroup
from alignment.cli.options import language
from alignment.cli.speech import say
from alignment.models.base import Lang


def layouts() -> click.Command:
    """The group."""
    return LazyGroup("layouts", {"test": f"{__name__}:test_command"}, manual=say("layouts"))


def test_command() -> click.Command:
    """`layouts test [PATH]`."""

    @click.command("test", help=say("layouts_test"))
    @click.argument("path", required=False)
    @language()
    def command(path: str | None, lang: Lang) -> int:
        from alignment.extraction import proving

        tried, failures = proving.prove(Path(path) if path else None)
        for failure in failures:
            terminal.out(failure.in_language(lang))
        if failures:
            return 1
        terminal.out(i18n.say("cli.layouts_passed", lang, count=tried))
        return 0

    return command
