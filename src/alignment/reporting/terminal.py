"""The review in a few lines for a terminal: what was not judged, the counts, the gravest findings."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from alignment.models import Lang, Report, Severity, Text
from alignment.reporting import figures, highlight
from alignment.reporting.places import file_name
from alignment.reporting.safety import clip, visible
from alignment.reporting.summary import coverage, tally
from alignment.reporting.view import Item, View

_GRAVEST = 5
_OPEN = 8
"""Questions left open that are told one by one."""
_QUOTE, _MESSAGE = 160, 400
"""Characters shown of a quote and of a message."""
_COLOURS: dict[Severity, str] = {"error": "bold red", "warning": "yellow", "info": "blue"}


class _Line(NamedTuple):
    """A line with a lead in a colour of its own, set in by `indent` columns, also where it wraps."""

    text: str = ""
    style: str = ""
    lead: str = ""
    indent: int = 0


def summary(report: Report, lang: Lang, width: int = 100, colour: bool = False, files: Sequence[Path] = ()) -> str:
    """A short account of `report`, at most `width` columns wide, with ANSI colours where `colour` is true.

    Words of documents are shown as they are read: an escape sequence in a plan does nothing to the terminal. `files`
    are the reports written, named at the end.
    """
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    sheet = io.StringIO()
    console = Console(
        file=sheet,
        width=max(width, 40),
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        _environ={},
    )
    view = View(report, lang)
    for line in (*_not_judged(view), *_counts(view), *_gravest(view)):
        text = Text.assemble((visible(line.lead), line.style), (visible(line.text), "" if line.lead else line.style))
        console.print(Padding(text, (0, 0, 0, line.indent)), overflow="fold")
    for number, file in enumerate(files):
        lead = "" if number else "\n"
        text = Text.assemble((f"{lead}{view.say('terminal_report')}: ", "bold"), visible(str(file)))
        console.print(text, soft_wrap=True)  # whole, however long: it is copied
    return "\n".join(line.rstrip() for line in sheet.getvalue().split("\n"))


def _not_judged(view: View) -> Iterator[_Line]:
    report, lang = view.report, view.lang
    yield _Line(view.say("not_judged"), "bold")
    for file in report.unopened:
        said = f"{file_name(file.name)}: {file.message.in_language(lang)} {file.remedy.in_language(lang)}"
        yield _Line(clip(said, _MESSAGE), "bold red", indent=2)
    for figure in coverage(view):
        yield _Line(f"{view.say(figure.key)}: {figure.value}", "yellow" if figure.left_open else "", indent=2)
    for doubt in view.doubts:
        if doubt.unread:
            where = view.say("page", page=clip(figures.pages(doubt.pages), _MESSAGE))
            yield _Line(f"{doubt.source.name}, {where}{_why(doubt.message, lang)}", "yellow", indent=2)
    for question in report.not_judged[:_OPEN]:
        yield _Line(f"{question.code}{_why(question.reason, lang)}", "yellow", indent=2)
    if len(report.not_judged) > _OPEN:
        yield _Line(view.say("terminal_more", count=len(report.not_judged) - _OPEN), "yellow", indent=2)


def _why(reason: Text | None, lang: Lang) -> str:
    return f": {clip(reason.in_language(lang), _MESSAGE)}" if reason else ""


def _counts(view: View) -> Iterator[_Line]:
    counted = tally(view.report.findings)
    said = view.say("terminal_findings", error=counted.error, warning=counted.warning, info=counted.info)
    yield _Line()
    yield _Line(f"{view.say('findings')}: {said}", "bold")
    if view.report.waived:
        yield _Line(view.say("waived_count", count=len(view.report.waived)), indent=2)
    for state in ("unused", "expired"):
        those = sum(use.state == state for use in view.report.waivers)
        if those:
            yield _Line(view.say(f"waivers_{state}", count=those), "yellow", indent=2)


def _gravest(view: View) -> Iterator[_Line]:
    for item in view.items[:_GRAVEST]:
        yield _Line()
        yield from _finding(item, view)
    if len(view.items) > _GRAVEST:
        yield _Line()
        yield _Line(view.say("terminal_more", count=len(view.items) - _GRAVEST))


def _finding(item: Item, view: View) -> Iterator[_Line]:
    finding, lang = item.finding, view.lang
    lead = f"{view.say(finding.severity)} {finding.code} "
    yield _Line(clip(finding.message.in_language(lang), _MESSAGE), _COLOURS[finding.severity], lead)
    for evidence in finding.evidence[:1]:
        where = view.where(evidence)
        quote = "".join(piece.text for piece in highlight.pieces(evidence.quote, item.words, _QUOTE))
        yield _Line(f"{where}: “{quote}”" if quote else where, "dim", indent=2)
    yield _Line(clip(finding.suggestion.in_language(lang), _MESSAGE), "cyan", f"{view.say('suggestion')}: ", 2)
