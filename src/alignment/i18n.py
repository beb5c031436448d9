"""The words of both languages. They stand in `words/*.yaml`: one key, `id` and `en` side by side."""

from __future__ import annotations

import datetime as dt
import os
from functools import cache

from alignment import resources, yamlfile
from alignment.models.base import Lang, Text


@cache
def _words(file: str) -> dict[str, dict[str, str]]:
    data: dict[str, dict[str, str]] = yamlfile.load(resources.words_folder() / f"{file}.yaml").data
    return data


def both(key: str, **facts: object) -> Text:
    """The words of `key` ("file.key") in both languages, with `{placeholders}` filled from `facts`."""
    file, _, name = key.partition(".")
    entry = _words(file)[name]
    return Text(id=entry["id"].format(**facts), en=entry["en"].format(**facts))


def say(key: str, lang: Lang, **facts: object) -> str:
    """The words of `key` in one language."""
    return both(key, **facts).in_language(lang)


def date(day: dt.date) -> Text:
    """A date in words: 22 November 2026."""
    months = both("dates.months")
    return Text(
        id=f"{day.day} {months.id.split()[day.month - 1]} {day.year}",
        en=f"{day.day} {months.en.split()[day.month - 1]} {day.year}",
    )


def terminal_language() -> Lang:
    """The language of help and terminal: Indonesian unless the locale says English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "en" if value.lower().startswith("en") else "id"
    return "id"
