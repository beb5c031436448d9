"""Programs that sentences name: those put under a pillar, and those that an agency is said to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from alignment import text
from alignment.extraction.acting import programs_done
from alignment.extraction.enumerating import ITEM_WORD, QUICK_WIN, announces_count, name_counted, names_listed
from alignment.extraction.headings import Path
from alignment.extraction.labels import Label
from alignment.extraction.naming import without_tail
from alignment.extraction.telling import facts_behind, facts_told
from alignment.extraction.wording import pillars_named
from alignment.models.program import Level, Pillar

_SENTENCE_END = re.compile(r"(?<=[\w)\]”\"])\.(?=\s+[A-Z“\"]|\s*$)")


class Named(NamedTuple):
    """A program that a sentence names, the pillar it is put under, and what is said of it."""

    name: str
    level: Level
    pillar: Pillar | None
    facts: tuple[Label, ...]


def in_sentences(words: str, path: Path, *, alone: bool) -> Iterator[Named]:
    """The programs that the sentences of a paragraph name, in the order of the text. `alone`: no program is open that
    they may be about, so that the headings say of which pillar they speak.

    Sentences that name none tell of the program that the one before them named, if it was only one.
    """
    if not (alone or pillars_named(words)):
        return
    last: list[Named] = []
    pillar: Pillar | None = None
    counting = False
    for sentence in sentences_of(text.clean(words)):
        mentioned = pillars_named(sentence)
        pillar = mentioned[-1][2] if mentioned else pillar
        around = (pillar or path.pillar) if alone else None
        found = list(_listed(sentence, path if alone else Path(), around))
        if not found and alone:
            found = list(_counted(sentence, around)) if counting else []
            found = found or list(_done(sentence, pillar, path))
        counting = counting or announces_count(sentence)
        if found:
            yield from last
            last = found
        elif len(last) == 1:
            known = {fact.field for fact in last[0].facts}
            told = (fact for fact in facts_told(sentence) if fact.field not in known)
            last = [last[0]._replace(facts=(*last[0].facts, *told))]
    yield from last


def sentences_of(words: str) -> list[str]:
    """The sentences of a paragraph without their full stops."""
    starts = [0, *(end.end() for end in _SENTENCE_END.finditer(words))]
    ends = [*(end.start() for end in _SENTENCE_END.finditer(words)), len(words)]
    return [words[a:b].strip() for a, b in zip(starts, ends, strict=True) if words[a:b].strip()]


def _listed(sentence: str, path: Path, around: Pillar | None) -> Iterator[Named]:
    """The programs that a sentence lists behind the name of a pillar, or behind a word that says what they are: each
    of the pillar behind its own name, or of the one that the sentence, those before it or the headings name."""
    expected = bool(path.lists or path.horizon or path.quick_win)
    places = pillars_named(sentence)
    found = list(_behind_pillars(sentence, places, expected=expected))
    acted = len(places) > 1 and any(programs_done(sentence))
    if found or acted or (around is None and len(places) < 2):
        yield from found
        return
    of = places[0][2] if len(places) == 1 else around
    for part in names_listed(sentence, "", expected=False):
        named = _named(part, of, sentence[: sentence.find(part)])
        if len(places) < 2 or any(fact.field == "pillar" for fact in named.facts):
            yield named


def _behind_pillars(sentence: str, places: list[tuple[int, int, Pillar]], *, expected: bool) -> Iterator[Named]:
    for index, (start, end, pillar) in enumerate(places):
        until = places[index + 1][0] if index + 1 < len(places) else len(sentence)
        head = sentence[:start]
        for part in names_listed(sentence[end:until], head, expected=expected):
            yield _named(part, pillar, head + sentence[end : sentence.find(part, end)])


def _counted(sentence: str, pillar: Pillar | None) -> Iterator[Named]:
    """The program that a sentence counts: "Kedua, Warung Digital Pesisir oleh Dinas Koperasi"."""
    part = name_counted(sentence) if pillar is not None else None
    if part is not None:
        yield _named(part, pillar, "")


def _named(part: str, pillar: Pillar | None, before: str) -> Named:
    name, tail = without_tail(part)
    facts = tuple(facts_behind(tail))
    if QUICK_WIN.search(before) and not re.search(r"(?i)\bselain\b|\bdi\s+luar\b", before):
        facts = (*facts, Label("quick_win", None, "ya"))
    return Named(name, _level(name), pillar, facts)


def _done(sentence: str, pillar: Pillar | None, path: Path) -> Iterator[Named]:
    """The programs that somebody does, where sentence or headings say what programs are said to be part of."""
    for name, facts in programs_done(sentence):
        if pillar or path.holds_programs or (ITEM_WORD.match(name) and len(facts) > 1):
            yield Named(name, _level(name), pillar or path.pillar, facts)


def _level(name: str) -> Level:
    word = ITEM_WORD.match(name)
    return "program" if word is not None and word.group().casefold().startswith(("pro", "por")) else "initiative"
