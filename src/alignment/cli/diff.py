"""`alignment diff OLD NEW`: what changed between two drafts or two saved reports."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from alignment import i18n
from alignment.cli import inputs, terminal
from alignment.cli.changes import lines
from alignment.cli.options import language
from alignment.cli.speech import say
from alignment.config import Options
from alignment.models.base import Lang

if TYPE_CHECKING:
    from alignment.models import Finding, Program, Report
    from alignment.review.diff import Diff


def diff() -> click.Command:
    """The command."""

    @click.command("diff", help=say("diff"))
    @click.argument("old")
    @click.argument("new")
    @click.option("--against", multiple=True, metavar="PLAN", help=say("check_against"))
    @click.option("--config", metavar="FILE", help=say("config"))
    @language()
    def command(old: str, new: str, against: tuple[str, ...], config: str | None, lang: Lang) -> int:
        from alignment.review.diff import diff as compare

        plans, options = inputs.files(against), Options(config=inputs.settings(config))
        with terminal.progress(2):
            changes = compare(*(_report(inputs.existing(one), plans, options) for one in (old, new)))
        _show(changes, lang)
        return 1 if changes.new else 0

    return command


def _report(path: Path, plans: tuple[Path, ...], options: Options) -> Report:
    """A saved report, or the review of a draft."""
    if path.suffix.lower() == ".json":
        from alignment.review.saved import read_report

        return read_report(path)
    from alignment import pipeline

    return pipeline.check(path, plans, options=options)


def _show(changes: Diff, lang: Lang) -> None:
    _findings("diff_fixed", changes.fixed, lang)
    _findings("diff_new", changes.new, lang)
    _findings("diff_open", changes.still_open, lang)
    _programs("diff_added", changes.added, lang)
    _programs("diff_gone", changes.gone, lang)
    terminal.out(i18n.say("cli.diff_changed", lang, count=len(changes.changed)))
    for change in changes.changed:
        terminal.out(f"  {change.after.name}")
        for line in lines(change, lang):
            terminal.out(f"    {line}")


def _findings(key: str, findings: Iterable[Finding], lang: Lang) -> None:
    listed = list(findings)
    terminal.out(i18n.say(f"cli.{key}", lang, count=len(listed)))
    for finding in listed:
        terminal.out(f"  {finding.code} {finding.message.in_language(lang)}{_page(finding, lang)}")


def _page(finding: Finding, lang: Lang) -> str:
    page = finding.evidence[0].page if finding.evidence else None
    return f" ({i18n.say('report.page', lang, page=page)})" if page else ""


def _programs(key: str, programs: Iterable[Program], lang: Lang) -> None:
    listed = list(programs)
    terminal.out(i18n.say(f"cli.{key}", lang, count=len(listed)))
    for program in listed:
        terminal.out(f"  {program.name}")
