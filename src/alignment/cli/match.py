"""`alignment match TEXT`: what a text points to, and why."""

from __future__ import annotations

import click

from alignment import i18n
from alignment.cli import terminal
from alignment.cli.options import language
from alignment.cli.speech import say
from alignment.errors import ConfigError
from alignment.models.base import Lang
from alignment.models.match import Match, Matches

_LISTS = ("pillars", "sdg", "support", "rpjmn")


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

        matches = find(words)
        if as_json:
            click.echo(matches.model_dump_json(indent=2))
        else:
            _show(matches, lang)
        return 0

    return command


def _show(matches: Matches, lang: Lang) -> None:
    from alignment.reporting.explanation import ranking

    for name in _LISTS:
        terminal.out(i18n.say(f"cli.{name}", lang))
        ranked: tuple[Match, ...] = getattr(matches, name)
        for line in ranking(name, ranked, lang):
            terminal.out(line)
        if not ranked:
            terminal.out(f"  {i18n.say('cli.nothing', lang)}")
    if matches.citations:
        terminal.out(i18n.say("cli.citations", lang))
        for citation in matches.citations:
            terminal.out(f"  {citation.text} -> {citation.resolved or '?'}")
