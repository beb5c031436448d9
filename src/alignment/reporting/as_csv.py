"""report.csv: the findings, one a row, for a spreadsheet or a script."""

from __future__ import annotations

import csv
import io

from alignment import i18n
from alignment.models import Lang, Report
from alignment.reporting.labels import family, family_label
from alignment.reporting.places import by_ocr, corners
from alignment.reporting.safety import plain_cell
from alignment.reporting.view import Item, View

_HEAD = (
    "number",
    "severity",
    "code",
    "check",
    "family",
    "outcome",
    "confidence",
    "message",
    "suggestion",
    "program",
    "agency",
    "document",
    "page_head",
    "place",
    "box_head",
    "quote",
    "related",
    "fingerprint",
)


def render(report: Report, lang: Lang) -> bytes:
    """UTF-8 with a byte order mark (Excel needs it), CRLF, and no cell that a spreadsheet would calculate."""
    view = View(report, lang)
    file = io.StringIO(newline="")
    rows = csv.writer(file)
    rows.writerow(i18n.say(f"report.{key}", lang) for key in _HEAD)
    for item in view.items:
        rows.writerow(plain_cell(value) for value in _row(item, view))
    return file.getvalue().encode("utf-8-sig")


def _row(item: Item, view: View) -> tuple[str, ...]:
    finding, lang = item.finding, view.lang
    first = finding.evidence[0] if finding.evidence else None
    return (
        str(item.number),
        i18n.say(f"report.{finding.severity}", lang),
        finding.code,
        view.title(finding.code),
        family_label(family(finding.code), lang),
        i18n.say(f"report.outcome_{finding.outcome}", lang),
        i18n.say(f"report.confidence_{finding.confidence}", lang),
        finding.message.in_language(lang),
        finding.suggestion.in_language(lang),
        item.program.name if item.program else "",
        (item.program.agency or "") if item.program else "",
        view.document(first.document) if first else "",
        str(first.page) if first and first.page is not None else "",
        " · ".join(filter(None, (first.place, by_ocr(first, lang)))) if first else "",
        corners(first.box) if first and first.box else "",
        first.quote if first else "",
        "\n".join(f"{view.document(place.document)} {place.page or ''}: {place.quote}" for place in finding.related),
        finding.fingerprint,
    )
