"""`alignment template`: the blank program form that agencies fill in."""

from __future__ import annotations

from pathlib import Path

import click

from alignment import i18n
from alignment.cli.options import language_of
from alignment.cli.speech import say
from alignment.errors import OutputError
from alignment.models.base import Lang

_FILE = "formulir-program.xlsx"


def template() -> click.Command:
    """The command."""

    @click.command("template", help=say("template"))
    @click.option("-o", "--output", default=_FILE, show_default=True, metavar="FILE", help=say("template_output"))
    @click.option("--years", default="2025-2029", show_default=True, metavar="YYYY-YYYY", help=say("template_years"))
    @language_of("template_lang")
    def command(output: str, years: str, lang: Lang) -> int:
        from alignment.reporting import form
        from alignment.reporting.files import put

        plan, path = form.plan_years(years), Path(output)
        if path.suffix.lower() != ".xlsx":
            raise OutputError(i18n.both("form.no_workbook"), i18n.both("form.no_workbook_remedy"), output)
        if path.exists():  # a form that an agency has filled in is days of work
            raise OutputError(i18n.both("form.exists"), i18n.both("form.exists_remedy"), str(path))
        put({path: form.blank_form(lang, plan)})
        click.echo(i18n.say("form.written", lang, path=path))
        return 0

    return command
