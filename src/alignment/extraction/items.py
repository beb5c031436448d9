"""What one item says besides a program's name: "Bank Sampah (DLH, 2026): warga menabung. Sumber dana: APBD"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from alignment.extraction.labels import Label, labelled
from alignment.extraction.naming import IN_NAMES, dashed_facts, facts_in_middle, facts_listed, is_agency, without_facts
from alignment.extraction.paragraphs import Paragraph
from alignment.extraction.wording import pillars_named

_SAID = re.compile(
    r"(?P<name>[^:–—]{3,90}?)\s*(?P<parted>:|\s[–—-]\s|,\s(?:yaitu|yakni)\s)\s*(?P<rest>\S.*)", re.DOTALL
)
_SENTENCE = re.compile(
    r"(?P<name>[^.]{2,90}?\w{3})(?<!\bKab)(?<!\bKec)(?<!\bKel)(?<!\bJln)(?<!\bDrs)(?<!\bProv)\.\s+(?P<rest>[A-Z].*)",
    re.DOTALL,
)
"""A name that ends in a full stop, which is none behind an abbreviation ("Kab. Sleman")."""
_FEWEST_WORDS = 3
_LONGEST_NAME = 9
_LONGEST_PILLAR = 60
"""Letters in which a pillar's name ends that stands before a program's."""
_BEHIND_PILLAR = re.compile(r"\s*(?::|\s[–—-])\s+(?=[A-Z0-9“\"])")
"""Between a pillar and its program: "Smart Living: Antrean puskesmas daring (2026)"."""
_INNER_LABEL = re.compile(r"(?:(?<=[.;,|)])\s+\|?\s*|\s{2,})(?=[A-Z][A-Za-z /]{1,40}:)|\s+\|\s+")
_NEXT_LABEL = re.compile(r"(?<=\w)\s(?=[A-Z][a-z]+(?:\s[a-z]+){0,2}\s?:)")
"""A label behind the value of another one, with nothing between them: "OPD: Dishub Tahun: 2026"."""


class Item(NamedTuple):
    """An item's name, what is said of it behind a colon, dash or full stop, and what stands in brackets."""

    name: str
    rest: str
    facts: tuple[Label, ...]


def item(words: str) -> Item:
    """The parts of an item's words; a pillar before its name is a fact of it."""
    pillar, words = _of_pillar(words)
    told = _item(words)
    return told._replace(facts=(Label("pillar", None, pillar), *told.facts)) if pillar else told


def _item(words: str) -> Item:
    name, facts, rest = facts_in_middle(words)
    if facts:
        rest, said_last = _without_last(rest)
        return Item(name, rest, facts + said_last)
    name, facts = dashed_facts(words)
    if facts:
        return Item(name, "", facts)
    match = _SAID.match(words) or _SENTENCE.match(words)
    name, facts = without_facts(match["name"]) if match is not None else ("", ())
    if match is None or (not facts and len(match["rest"].split()) < _FEWEST_WORDS):
        name, facts = without_facts(words)
        return Item(name, "", facts)
    rest, said_last = _without_last(match["rest"])
    return Item(name, rest, facts + said_last)


def led_by_name(words: str) -> str:
    """What parts the name that leads sentences from them, "." or ":" or "–": some words in capitals stand before it.
    "" where none does."""
    _, words = _of_pillar(words)
    match = _SAID.match(words) or _SENTENCE.match(words)
    if match is None or len(match["rest"].split()) <= _FEWEST_WORDS or is_agency(match["name"]):
        return ""
    name = match["name"].split()
    capital = all(word[:1].isupper() or word[:1].isdigit() or word in IN_NAMES for word in name)
    parted = match.groupdict().get("parted", ".").strip()
    return parted if capital and 1 < len(name) <= _LONGEST_NAME else ""


def _of_pillar(words: str) -> tuple[str, str]:
    """The pillar that leads an item, "" where none does, and the words behind it."""
    start, end, _ = next(iter(pillars_named(words[:_LONGEST_PILLAR])), (0, 0, None))
    behind = _BEHIND_PILLAR.match(words, end) if end and not words[:start].strip() else None
    return (words[start:end], words[behind.end() :]) if behind else ("", words)


def _without_last(words: str) -> tuple[str, tuple[Label, ...]]:
    """Words, and the facts of their last sentence where it holds nothing else: "Warga menabung. DLH, 2026."."""
    only = facts_listed(words.rstrip(" ."))
    if only:
        return "", only
    said, stop, last = words.rstrip(" .").rpartition(". ")
    facts = facts_listed(last) if stop else ()
    return (f"{said}.", facts) if facts else without_facts(words)


def statements(paragraph: Paragraph) -> Iterator[Paragraph]:
    """A paragraph, parted before each label in it: "Warga menabung. Penanggung jawab: DLH. Tahun: 2026"."""
    cuts = list(_cuts(paragraph.words, paragraph.label))
    if not cuts:
        yield paragraph
        return
    parts = [paragraph.words[a:b].strip(" |") for a, b in zip([0, *cuts], [*cuts, None], strict=True)]
    for number, words in enumerate(parts):
        label = labelled(words)
        if label is not None:
            label = label._replace(value=label.value.rstrip(" .;,"))
        yield paragraph._replace(words=words, label=label, mark="" if number else paragraph.mark)


def _cuts(words: str, first: Label | None) -> Iterator[int]:
    """Where labels begin inside of words that `first` leads."""
    places = {match.end() for match in _INNER_LABEL.finditer(words)}
    if first is not None and first.value:
        value = len(words) - len(first.value)
        places.update(match.end() for match in _NEXT_LABEL.finditer(words, value))
    yield from (place for place in sorted(places) if labelled(words[place:]))
