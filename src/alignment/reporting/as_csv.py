"""report.csv: the findings, one a row, for a spreadsheet or a script."""

from __future__ import annotations

import csv
import io

from alignment.models import Lang, Report
from alignment.reporting.fields import FINDINGS
from alignment.reporting.safety import plain_cell
from alignment.reporting.view import View


def render(report: Report, lang: Lang) -> bytes:
    """UTF-8 with a byte order mark (Excel needs it), CRLF, and no cell that a spreadsheet would calculate."""
    view = View(report, lang)
    file = io.StringIO(newline="")
    rows = csv.writer(file)
    rows.writerow(view.say(field.key) for field in FINDINGS)
    for item in view.items:
        values = (field.value(view, item) for field in FINDINGS)
        rows.writerow("" if value is None else plain_cell(str(value)) for value in values)
    return file.getvalue().encode("utf-8-sig")
