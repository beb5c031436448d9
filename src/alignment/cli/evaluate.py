"""`alignment evaluate KIND CASES.jsonl`: how right the tool is on labelled cases."""

from __future__ import annotations

import click

from alignment import i18n
from alignment.cli import terminal
from alignment.cli.speech import say
from alignment.models.base import Lang


def evaluate() -> click.Command:
    """The command."""
    from alignment.evaluation import KINDS

    @click.command("evaluate", help=say("evaluate", kinds=", ".join(KINDS)))
    @click.argument("kind", type=click.Choice(KINDS))
    @click.argument("cases")
    @click.option("--lang", type=click.Choice(["id", "en"]), default=None, help=say("lang_terminal"))
    def command(kind: str, cases: str, lang: Lang | None) -> int:
        from alignment.evaluation import evaluate as measure

        terminal.out(measure(kind, cases).as_text(lang or i18n.terminal_language()))
        return 0

    return command
