"""The words of both languages. They stand in `words/*.yaml`: one key, `id` and `en` side by side."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from functools import cache

from alignment import resources, yamlfile
from alignment.models.base import Lang, Text


@cache
def _words(file: str) -> dict[str, dict[str, str]]:
    data: dict[str, dict[str, str]] = yamlfile.load(resources.words_folder() / f"{file}.yaml").data
    return data


def both(key: str, **facts: object) -> Text:
    """The words of `key` ("file.key") in both languages, with `{placeholders}` filled from `facts`: a fact may be words
    of both languages itself."""
    file, _, name = key.partition(".")
    entry = _words(file)[name]
    if not any(isinstance(fact, Text) for fact in facts.values()):
        return Text(id=entry["id"].format_map(facts), en=entry["en"].format_map(facts))
    in_id, in_en = _in(facts, "id"), _in(facts, "en")
    return Text(id=entry["id"].format_map(in_id), en=entry["en"].format_map(in_en))


def _in(facts: Mapping[str, object], lang: Lang) -> dict[str, object]:
    return {name: fact.in_language(lang) if isinstance(fact, Text) else fact for name, fact in facts.items()}


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
