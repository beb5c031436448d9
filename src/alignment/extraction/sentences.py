"""Programs that a sentence puts under a pillar: "Smart Living mencakup program A, program B, serta program C"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from alignment import text
from alignment.extraction.drafts import Draft
from alignment.extraction.fields import note
from alignment.extraction.items import without_facts
from alignment.extraction.labels import sections
from alignment.extraction.paragraphs import Paragraph
from alignment.extraction.wording import pillars_named
from alignment.models.document import Document
from alignment.models.program import Level, Pillar

_ITEM_WORD = re.compile(
    r"(?:program|progran|progam|programme?|porgram|kegiatan|inovasi|aplikasi|inisiatif|quick\s+win)s?\b(?!-)",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"\s*(?:[;,]\s*(?:(?:dan|serta|and)\s+)?"
    r"|\s(?:dan|serta|and)\s+(?=(?:program|progran|progam|kegiatan|inovasi|aplikasi)\b))",
    re.IGNORECASE,
)
_COMMA = re.compile(
    r"\s*(?:[;,]\s*(?:(?:dan|serta|and)\s+)?|\sserta\s+|(?<=\))\s*(?:dan|and)\s+)(?![^()]*\))", re.IGNORECASE
)
"""No comma inside brackets parts items; "and" does behind them."""
_NUMBERED = re.compile(r"(?:^|(?<=[\s;,:]))\(?(?:\d{1,2}|[a-z])\)\s*")
_SENTENCE_END = re.compile(r"(?<=[\w)\]”\"])\.(?=\s+[A-Z“\"]|\s*$)")
_COUNTED = re.compile(
    r"(?P<said>(?:[a-z]+\s+)?(?:program|inisiatif|inovasi|kegiatan)(?:\s+\w+)?)\s*,?\s*(?P<colon>:)?\s*", re.IGNORECASE
)
"""How many of what: "tiga program, yaitu"."""
_TAIL = re.compile(r"(?:[\s,;.:]|(?<=[\s,;])(?:dan|serta|and)$)+$", re.IGNORECASE)
_EXPLAINED = re.compile(r"[,;]?\s+(?:yaitu|yakni|ialah|berupa)\s+", re.IGNORECASE)
"""What an item is, behind its name: "Embung Rakyat, yaitu pembuatan embung"."""
_QUICK_WIN = re.compile(r"\bquick\s+wins?\b", re.IGNORECASE)
_BETWEEN = 120
"""Letters between the pillar and what it is said to hold, at most."""
_MOST_WORDS = 30


class _Named(NamedTuple):
    """A program that a sentence names, and the pillar it is put under."""

    name: str
    level: Level
    pillar: Pillar
    quick_win: bool | None


def in_sentences(paragraph: Paragraph, document: Document) -> Iterator[Draft]:
    """The programs that the sentences of a paragraph put under pillars."""
    for named in _named_under(paragraph.words):
        name, facts = without_facts(named.name)
        place = paragraph.evidence(document.id, named.name)
        draft = Draft(named.level, name, pillar=named.pillar, evidence=[place], run=-1)
        draft.quick_win = named.quick_win
        for fact in facts:
            note(draft, fact.field, fact.value)
        yield draft


def _named_under(words: str) -> Iterator[_Named]:
    """The programs that the sentences of a paragraph list under pillars, in the order of the text."""
    named = pillars_named(words)
    for index, (start, end, pillar) in enumerate(named):
        until = named[index + 1][0] if index + 1 < len(named) else len(words)
        stop = _SENTENCE_END.search(words, end, until)
        after = words[end : stop.start() if stop else until]
        head = words[max((m.end() for m in _SENTENCE_END.finditer(words, 0, start)), default=0) : start]
        for name in _items(after, head):
            word = _ITEM_WORD.match(name)
            is_program = word is not None and word.group().casefold().startswith(("pro", "por"))
            quick_win = True if _QUICK_WIN.search(head + after[: after.find(name)]) else None
            yield _Named(name, "program" if is_program else "initiative", pillar, quick_win)


def _items(words: str, head: str) -> list[str]:
    """The items after a connecting word; none where the words are no list of programs."""
    opening = _connecting().search(words[:_BETWEEN])
    if opening is None:
        return []
    said, passage = words[: opening.start()], words[opening.end() :].lstrip(" :")
    while (again := _connecting().match(passage)) is not None:
        said, passage = said + again.group(), passage[again.end() :].lstrip(" :")
    counted = _COUNTED.match(passage)
    if counted is not None:
        again = _connecting().match(passage, counted.end())
        if again is not None or counted["colon"]:
            said, passage = said + counted["said"], passage[(again or counted).end() :].lstrip(" :")
    announced = bool(_ITEM_WORD.search(said) or _ITEM_WORD.search(head.rpartition(",")[2]))
    return [name for name in map(_named, _parts(passage, announced=announced)) if name]


def _parts(passage: str, *, announced: bool) -> list[str]:
    """The items of a list: numbered, each led by "program", or parted by commas where programs were announced.

    A part without the word goes on with the item before: "program peningkatan kesempatan kerja, peningkatan kualitas
    tenaga kerja" is one program.
    """
    numbered = [match.start() for match in _NUMBERED.finditer(passage)]
    if len(numbered) > 1 and not passage[: numbered[0]].strip():
        pieces = [passage[a:b] for a, b in pairwise([*numbered, len(passage)])]
        return [_NUMBERED.sub("", piece, count=1) for piece in pieces]
    if _ITEM_WORD.match(passage):
        cuts = [s.end() for s in _SEPARATOR.finditer(passage) if _ITEM_WORD.match(passage[s.end() :])]
        return [passage[a:b] for a, b in pairwise([0, *cuts, len(passage)])]
    if not announced:
        return []
    explained = _EXPLAINED.split(passage, maxsplit=1)
    if len(explained) > 1 and not _COMMA.search(explained[0]):
        return explained[:1]
    parts = _COMMA.split(passage)
    return parts if len(parts) > 1 else []


def _named(part: str) -> str | None:
    name = _TAIL.sub("", text.clean(part))
    word = _ITEM_WORD.match(name)
    return name if word is not None or 1 < len(name.split()) <= _MOST_WORDS else None


@cache
def _connecting() -> re.Pattern[str]:
    words = sorted(sections().connecting, key=lambda word: (-len(word), word))
    joined = "|".join(r"\s+".join(map(re.escape, word.split())) for word in words)
    return re.compile(
        rf"\s*\b(?:{joined})\b(?:\s+(?:beberapa|sejumlah|program-program|sebagai\s+berikut))*", re.IGNORECASE
    )
