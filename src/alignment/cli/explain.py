"""`alignment explain REPORT FINGERPRINT`: why a finding of a saved report was made."""

from __future__ import annotations

import click

from alignment.cli import inputs, terminal
from alignment.cli.options import language
from alignment.cli.speech import say
from alignment.models.base import Lang


def explain() -> click.Command:
    """The command."""

    @click.command("explain", help=say("explain"))
    @click.argument("report")
    @click.argument("fingerprint")
    @language()
    def command(report: str, fingerprint: str, lang: Lang) -> int:
        from alignment.reporting.explanation import explanation
        from alignment.review.saved import read_report

        for line in explanation(read_report(inputs.existing(report)), fingerprint, lang):
            terminal.out(line)
        return 0

    return command
