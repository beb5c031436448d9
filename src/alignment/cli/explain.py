"""`alignment explain REPORT FINGERPRINT`: why a finding of a saved report was made."""

from __future__ import annotations

from pathlib import Path

import click

from alignment import i18n
from alignment.cli import terminal
from alignment.cli.speech import say
from alignment.models.base import Lang


def explain() -> click.Command:
    """The command."""

    @click.command("explain", help=say("explain"))
    @click.argument("report")
    @click.argument("fingerprint")
    @click.option("--lang", type=click.Choice(["id", "en"]), default=None, help=say("lang_terminal"))
    def command(report: str, fingerprint: str, lang: Lang | None) -> int:
        from alignment.reporting.explanation import explanation
        from alignment.review.saved import read_report

        for line in explanation(read_report(Path(report)), fingerprint, lang or i18n.terminal_language()):
            terminal.out(line)
        return 0

    return command
