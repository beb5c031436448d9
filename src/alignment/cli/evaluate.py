"""`alignment evaluate KIND CASES.jsonl`: how right the tool is on labelled cases."""

from __future__ import annotations

import click

from alignment.cli import inputs, terminal
from alignment.cli.options import language
from alignment.cli.speech import say
from alignment.models.base import Lang


def evaluate() -> click.Command:
    """The command."""

    @click.command("evaluate", help=say("evaluate"))
    @click.argument("kind")
    @click.argument("cases")
    @language()
    def command(kind: str, cases: str, lang: Lang) -> int:
        from alignment.evaluation import evaluate as measure

        terminal.out(measure(kind, str(inputs.existing(cases))).as_text(lang))
        return 0

    return command
