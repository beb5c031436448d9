"""`alignment check DRAFT... --against PLAN`: judge and report."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

import click

from alignment import resources
from alignment.cli import inputs, terminal
from alignment.cli.options import language_of, reading_options
from alignment.cli.speech import say
from alignment.cli.watch import watch
from alignment.config import Options
from alignment.models.base import Lang
from alignment.models.finding import SEVERITIES
from alignment.models.report import Report

_FINDINGS, _UNOPENED = 1, 2


class _Asked(NamedTuple):
    """One review as the command line asks for it."""

    drafts: tuple[Path, ...]
    plans: tuple[Path, ...]
    day: dt.date | None
    options: Options
    output: Path
    formats: tuple[str, ...]
    fail_on: str
    baseline: Path | None

    @property
    def files(self) -> tuple[Path, ...]:
        """Everything the report is made from that a user may edit."""
        chosen = (self.options.rules, self.options.config, self.options.waivers, self.baseline)
        return (*self.drafts, *self.plans, *(path for path in chosen if path is not None))


def check() -> click.Command:
    """The command."""

    @click.command("check", help=say("check"))
    @click.argument("draft", nargs=-1, required=True)
    @click.option("--against", multiple=True, metavar="PLAN", help=say("check_against"))
    @click.option(
        "-o", "--output", default="alignment-report", show_default=True, metavar="DIR", help=say("check_output")
    )
    @click.option(
        "--format", "formats", default="html,json,xlsx", show_default=True, metavar="FORMATS", help=say("check_format")
    )
    @click.option("--as-one", is_flag=True, help=say("check_as_one"))
    @click.option("--as-of", metavar="DATE", help=say("check_as_of"))
    @click.option("--select", multiple=True, metavar="CODES", help=say("check_select"))
    @click.option("--ignore", multiple=True, metavar="CODES", help=say("check_ignore"))
    @click.option(
        "--fail-on", type=click.Choice([*reversed(SEVERITIES), "never"]), default="error", show_default=True,
        help=say("check_fail_on"),
    )  # fmt: skip
    @click.option("--baseline", metavar="REPORT", help=say("baseline"))
    @click.option("--waivers", metavar="FILE", help=say("check_waivers"))
    @click.option("--config", metavar="FILE", help=say("config"))
    @click.option("--rules", metavar="DIR", help=say("rules_folder"))
    @language_of("lang")
    @reading_options
    @click.option("--watch", "watching", is_flag=True, help=say("check_watch"))
    def command(
        draft: tuple[str, ...],
        against: tuple[str, ...],
        output: str,
        formats: str,
        as_one: bool,
        as_of: str | None,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        fail_on: str,
        baseline: str | None,
        waivers: str | None,
        config: str | None,
        rules: str | None,
        lang: Lang,
        watching: bool,
        **reading: object,
    ) -> int:
        from alignment import reporting

        options = Options.model_validate(
            {
                **reading, "lang": lang, "as_one": as_one,
                "rules": inputs.rules(rules), "config": inputs.settings(config), "waivers": inputs.optional(waivers),
                "select": inputs.codes(select), "ignore": inputs.codes(ignore),
            }
        )  # fmt: skip
        wanted = inputs.formats(formats, reporting.FORMATS)
        drafts, plans, day = inputs.files(draft), inputs.files(against), inputs.date(as_of)
        asked = _Asked(drafts, plans, day, options, inputs.folder(output), wanted, fail_on, inputs.optional(baseline))
        if watching:
            watch(asked.files, lambda: _run(asked))
            return 0
        return _run(asked)

    return command


def _run(asked: _Asked) -> int:
    from alignment import pipeline, reporting

    lang = asked.options.lang
    with resources.keeping(asked.options.cache), terminal.progress(len(asked.drafts) + len(asked.plans)):
        report = pipeline.check(asked.drafts, asked.plans, asked.day, options=asked.options)
        report, known = _only_new(report, asked.baseline)
        written = reporting.write(report, asked.output, asked.formats, lang)
    _show(report, lang, written)
    if known:
        terminal.complain(say("baseline_known", count=known))
    return _code(report, asked.fail_on)


def _only_new(report: Report, baseline: Path | None) -> tuple[Report, int]:
    """The report without what an earlier one held already, and how many findings that are."""
    if baseline is None:
        return report, 0
    from alignment.review.baseline import only_new
    from alignment.review.saved import read_report

    against = only_new(report, read_report(baseline))
    return against.report, len(against.known)


def _show(report: Report, lang: Lang, written: list[Path]) -> None:
    from alignment.reporting.terminal import summary

    colour = sys.stdout.isatty()
    width = min(shutil.get_terminal_size((100, 24)).columns, 120)
    click.echo(summary(report, lang, width, colour, written))


def _code(report: Report, fail_on: str) -> int:
    if report.unopened:
        return _UNOPENED
    if fail_on == "never":
        return 0
    least = SEVERITIES.index(fail_on)
    return _FINDINGS if any(SEVERITIES.index(finding.severity) >= least for finding in report.findings) else 0
