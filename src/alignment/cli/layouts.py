"""`alignment layouts test [PATH]`."""

from __future__ import annotations

import click

from alignment import i18n
from alignment.cli import inputs, terminal
from alignment.cli.lazy import LazyGroup
from alignment.cli.options import language
from alignment.cli.speech import say
from alignment.errors import ConfigError
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

        tried, failures = proving.prove(inputs.optional(path))
        for failure in failures:
            terminal.out(failure.in_language(lang))
        if failures:
            return 1
        if not tried:
            raise ConfigError(i18n.both("cli.no_layouts"), i18n.both("cli.no_layouts_remedy"), path or "")
        terminal.out(i18n.say("cli.layouts_passed", lang, count=tried))
        return 0

    return command
