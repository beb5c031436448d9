"""What a cell with a choice says: sub-dimension, horizon, quick win."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from alignment import corpora, text
from alignment.models.corpus import PillarEntry

Horizon = Literal["short", "medium", "long"]

_HORIZONS: tuple[tuple[Horizon, re.Pattern[str]], ...] = (
    ("short", re.compile(r"\b(?:pendek|short)\b", re.IGNORECASE)),
    ("medium", re.compile(r"\b(?:menengah|medium)\b", re.IGNORECASE)),
    ("long", re.compile(r"\b(?:panjang|long)\b", re.IGNORECASE)),
)
_YES = frozenset(["ya", "iya", "yes", "y", "v", "x", "√", "✓", "✔", "quick win", "benar", "true", "1"])
_NO = frozenset(["tidak", "bukan", "no", "n", "t", "false", "salah", "0"])


def horizon(words: str) -> Horizon | None:
    """The horizon a cell names; None where it names none or several."""
    named = [name for name, pattern in _HORIZONS if pattern.search(words)]
    return named[0] if len(named) == 1 else None


def yes(words: str) -> bool | None:
    """Whether a cell says yes or no; None where it says neither."""
    said = text.clean(words).casefold().strip(" .")
    return True if said in _YES else False if said in _NO else None


def subdimension(words: str) -> PillarEntry | None:
    """The sub-dimension that a cell names by its label, official name or number ("SG1")."""
    return _subdimensions().get(text.normal(words))


@cache
def _subdimensions() -> Mapping[str, PillarEntry]:
    found: dict[str, PillarEntry] = {}
    for entry in corpora.load("pillars").entries:
        if isinstance(entry, PillarEntry) and entry.level == "subdimension":
            for name in (entry.label.id, entry.name, entry.label.en, entry.code, entry.id):
                found.setdefault(text.normal(name), entry)
    return found
