"""report.json: the whole Report, exact, readable back into an equal one."""

from __future__ import annotations

from alignment.models import Lang, Report


def render(report: Report, lang: Lang) -> bytes:  # noqa: ARG001  every format is called alike; JSON holds both languages
    """The report as indented UTF-8 JSON. Decimals are strings, so that no digit is lost."""
    return (report.model_dump_json(indent=2) + "\n").encode()
