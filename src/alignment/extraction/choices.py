"""What a cell with a choice says: what is ticked, yes or no, horizon, sub-dimension."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

from alignment import corpora, text
from alignment.extraction.labels import sections
from alignment.models.corpus import PillarEntry

Horizon = Literal["short", "medium", "long"]

_HORIZONS: tuple[tuple[Horizon, re.Pattern[str]], ...] = (
    ("short", re.compile(r"\b(?:pendek|short)\b", re.IGNORECASE)),
    ("medium", re.compile(r"\b(?:menengah|medium)\b", re.IGNORECASE)),
    ("long", re.compile(r"\b(?:panjang|long)\b", re.IGNORECASE)),
)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_BOXES = re.compile(r"(?P<ticked>[☑☒🗹✅]|[\[(]\s?[xXvV√✓✔]\s?[\])])|[☐□❑❏⬜]|[\[(]\s{0,3}[\])]")
_FEWEST_CHOICES = 2
_YES = frozenset(["ya", "iya", "yes", "y", "v", "x", "√", "✓", "✔", "quick win", "benar", "true", "1"])
_NO = frozenset(["tidak", "bukan", "no", "n", "t", "false", "salah", "0"])


def chosen(words: str) -> str:
    """What is ticked of the choices that a form prints ("☑ Ada ☐ Tidak ada"); other words as they stand."""
    boxes = list(_BOXES.finditer(words))
    if len(boxes) < _FEWEST_CHOICES:
        return words
    ends = [*(box.start() for box in boxes[1:]), len(words)]
    offered = [words[box.end() : end].strip(" ,;/|") for box, end in zip(boxes, ends, strict=True)]
    if not all(any(map(str.isalnum, choice)) for choice in offered):  # signs that only look like boxes
        return words
    return "; ".join(choice for box, choice in zip(boxes, offered, strict=True) if box["ticked"])


def horizon(words: str) -> Horizon | None:
    """The horizon a cell names; None where it names none or several."""
    named = [name for name, pattern in _HORIZONS if pattern.search(words)]
    return named[0] if len(named) == 1 else None


def yes(words: str) -> bool | None:
    """Whether a cell says yes or no; None where it says neither."""
    said = text.clean(words).casefold().strip(" .")
    return True if said in _YES else False if said in _NO else None


def subdimension(words: str, pillar: str | None = None) -> PillarEntry | None:
    """The sub-dimension that words name: by label, official name, number ("SG1") or some words of it that no other
    shares ("Pariwisata", "Sampah"), inside brackets too; only of `pillar` where one is given."""
    for part in (words, _BRACKETS.sub(" ", words), *_BRACKETS.findall(words)):
        exact = _subdimensions().get(text.normal(part))
        if exact is not None and pillar in (None, exact.parent):
            return exact
        said = _stems(part)
        near = {entry.id: entry for names, entry in _wordings() if said and said <= names}
        found = [entry for entry in near.values() if pillar in (None, entry.parent)]
        if len(found) == 1:
            return found[0]
    return None


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(text.stem, text.content(words)))


@cache
def _subdimensions() -> Mapping[str, PillarEntry]:
    found: dict[str, PillarEntry] = {}
    for name, entry in _names():
        found.setdefault(text.normal(name), entry)
    return found


@cache
def _wordings() -> tuple[tuple[frozenset[str], PillarEntry], ...]:
    return tuple((_stems(name), entry) for name, entry in _names())


def _names() -> Iterator[tuple[str, PillarEntry]]:
    aliases = sections().subdimensions
    for entry in corpora.load("pillars").entries:
        if isinstance(entry, PillarEntry) and entry.level == "subdimension":
            names = (entry.label.id, entry.name, entry.label.en, entry.code, entry.id, *aliases.get(entry.id, ()))
            yield from ((name, entry) for name in names)
