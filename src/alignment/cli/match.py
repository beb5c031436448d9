"""`alignment match TEXT`: what a text points to, and why."""

from __future__ import annotations

import click

from alignment import i18n
from alignment.cli import terminal
from alignment.cli.options import language
from alignment.cli.speech import say
from alignment.errors import ConfigError
from alignment.models.base import Lang


def match() -> click.Command:
    """The command."""

    @click.command("match", help=say("match"))
    @click.argument("text", nargs=-1, required=True)
    @click.option("--json", "as_json", is_flag=True, help=say("match_json"))
    @language()
    def command(text: tuple[str, ...], as_json: bool, lang: Lang) -> int:
        words = " ".join(text).strip()
        if not words:
            raise ConfigError(i18n.both("cli.empty_text"), i18n.both("cli.empty_text_remedy"))
        from alignment.matching.resolve import match as find
        from alignment.reporting.explanation import pointers

        matches = find(words)
        if as_json:
            click.echo(matches.model_dump_json(indent=2))
            return 0
        for line in pointers(matches, lang):
            terminal.out(line)
        return 0

    return command
