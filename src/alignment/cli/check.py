"""`alignment check DRAFT... --against PLAN`: judge and report."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from alignment import resources
from alignment.cli import inputs, terminal
from alignment.cli.lazy import say
from alignment.config import Options
from alignment.models.base import Lang
from alignment.models.finding import SEVERITIES
from alignment.models.report import Report

_FINDINGS, _UNOPENED = 1, 2


def check() -> click.Command:
    """The command."""

    @click.command("check", help=say("check"))
    @click.argument("draft", nargs=-1, required=True)
    @click.option("--against", multiple=True, metavar="PLAN", help=say("check_against"))
    @click.option(
        "-o", "--output", default="alignment-report", show_default=True, metavar="DIR", help=say("check_output")
    )
    @click.option("--format", "formats", default="html,json,xlsx", show_default=True, help=say("check_format"))
    @click.option("--as-one", is_flag=True, help=say("check_as_one"))
    @click.option("--as-of", metavar="DATE", help=say("check_as_of"))
    @click.option(
        "--fail-on", type=click.Choice([*reversed(SEVERITIES), "never"]), default="error", show_default=True,
        help=say("check_fail_on"),
    )  # fmt: skip
    @click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help=say("lang"))
    @click.option(
        "--ocr", type=click.Choice(["off", "auto", "force"]), default="off", show_default=True, help=say("ocr")
    )
    @click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help=say("jobs"))
    @click.option("--cache/--no-cache", default=True, show_default=True, help=say("cache"))
    @click.option("--rules", "rules_folder", metavar="DIR", help=say("rules_folder"))
    @click.option("--config", metavar="FILE", help=say("config"))
    @click.option("--baseline", metavar="REPORT", help=say("baseline"))
    def command(
        draft: tuple[str, ...],
        against: tuple[str, ...],
        output: str,
        formats: str,
        as_one: bool,
        as_of: str | None,
        fail_on: str,
        lang: Lang,
        ocr: str,
        jobs: int,
        cache: bool,
        rules_folder: str | None,
        config: str | None,
        baseline: str | None,
    ) -> int:
        from alignment import pipeline, reporting

        options = Options.model_validate(
            {"ocr": ocr, "jobs": jobs, "lang": lang, "cache": cache, "as_one": as_one, "rules": _path(rules_folder),
             "config": _path(config)}
        )  # fmt: skip
        wanted = inputs.formats(formats, reporting.FORMATS)
        drafts, plans, day = inputs.files(draft), inputs.files(against), inputs.date(as_of)
        with resources.keeping(cache), terminal.progress(len(drafts) + len(plans)):
            report = pipeline.check(drafts, plans, day, options=options)
            report, known = _only_new(report, _path(baseline))
            written = reporting.write(report, Path(output), wanted, lang)
        _show(report, lang, written)
        if known:
            terminal.complain(say("baseline_known", count=known))
        return _code(report, fail_on)

    return command


def _path(name: str | None) -> Path | None:
    return Path(name) if name else None


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
    width = min(shutil.get_terminal_size().columns, 120) if colour else 100
    click.echo(summary(report, lang, width, colour, written))


def _code(report: Report, fail_on: str) -> int:
    if report.unopened:
        return _UNOPENED
    if fail_on == "never":
        return 0
    least = SEVERITIES.index(fail_on)
    return _FINDINGS if any(SEVERITIES.index(finding.severity) >= least for finding in report.findings) else 0
