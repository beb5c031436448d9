"""The programs that a reader of paragraphs keeps: those that stand when they are read, and those of sentences."""

from __future__ import annotations

import re
from typing import NamedTuple

from alignment import i18n, text
from alignment.extraction.drafts import Draft
from alignment.extraction.headings import Path
from alignment.extraction.items import item
from alignment.extraction.naming import plain_name, without_facts
from alignment.extraction.openprogram import OpenProgram
from alignment.extraction.paragraphs import Paragraph
from alignment.extraction.quickwins import mark_quick_wins
from alignment.extraction.sentences import in_sentences, sentences_of
from alignment.extraction.telling import names_its_program
from alignment.extraction.wording import level_word
from alignment.models.document import Document
from alignment.models.program import Level, Unread

_PROGRAM = re.compile(r"^program (?=[A-Z“])")
"""The word before a name inside a sentence."""
_LISTED_ON = re.compile(r"\s*[;,]\s*(?:dan|serta|dan/atau|and)$")
"""What stands behind the last name but one of a list: "Pekan Budaya; dan"."""
OF_SENTENCES = -1
"""The run of what sentences name."""


class Told(NamedTuple):
    """What the paragraphs of a document gave."""

    programs: list[Draft]
    unread: list[Unread]


class Kept:
    """What has been read so far, in the order of the text."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._programs: list[Draft] = []
        self._unread: list[Unread] = []
        self._heard: list[Paragraph] = []
        """The paragraphs of any chapter that speak of quick wins, or of a program that they name first."""

    def told(self) -> Told:
        """All of it, with what other chapters say of each program."""
        for paragraph in self._heard:
            self._attribute(paragraph)
        self._programs = [one for one in self._programs if one.parent is None or one.parent in self._programs]
        mark_quick_wins(self._programs, (words for one in self._heard for words in sentences_of(one.words)))
        return Told(self._programs, self._unread)

    def keep(self, program: OpenProgram, group: Draft | None) -> bool:
        """Keep a program if it is one. `group`: what was kept before it, and heads it should it prove to be one."""
        if not program.stands:
            return False
        if not program.name_of_form():
            place = program.draft.evidence[0]
            self._unread.append(Unread(evidence=place, reason=i18n.both("extract.sheet_no_name")))
            return False
        if program.proved and group is not None and group in self._programs:
            self._programs.remove(group)
        if program.draft not in self._programs:
            self._programs.append(program.draft)
        program.settle()
        self._unread += program.unread
        return True

    def hear(self, paragraph: Paragraph) -> None:
        """Remember a paragraph of any chapter that may speak of programs named elsewhere."""
        if "quick win" in paragraph.words.casefold() or names_its_program(paragraph.words):
            self._heard.append(paragraph)

    def _attribute(self, paragraph: Paragraph) -> None:
        """Note what a paragraph says of the program it names first: "Program Bus Laut dijalankan oleh ..."."""
        words = f"{plain_name(paragraph.words)} "
        of = next((one for one in self._programs if words.startswith(f"{plain_name(one.name)} ")), None)
        if of is not None:
            program = OpenProgram(of, "", self._document, sure=True)
            program.describe(paragraph, paragraph.words)
            program.settle()

    def trace(self, paragraph: Paragraph) -> None:
        """List an item as unread that was taken for nothing, though it says what is said of programs."""
        said = {fact.field for fact in item(paragraph.words).facts} if paragraph.mark else set()
        if "agency" in said and said & {"time", "budget", "quick_win", "pillar"}:
            place = paragraph.evidence(self._document.id)
            self._unread.append(Unread(evidence=place, reason=i18n.both("extract.list_unread")))

    def knows(self, name: str) -> bool:
        """Whether a program of this name has been kept."""
        return any(plain_name(name) == plain_name(one.name) for one in self._programs if one.level != "kegiatan")

    def sentences(self, paragraph: Paragraph, path: Path, *, alone: bool) -> None:
        """Keep the programs that the sentences of a paragraph name, each once under its pillar."""
        for said in in_sentences(paragraph.words, path, alone=alone):
            name, facts = without_facts(said.name)
            draft = drafted(name, said.level, path if alone else Path(), OF_SENTENCES)
            draft.pillar = said.pillar or draft.pillar
            draft.evidence.append(paragraph.evidence(self._document.id, said.name))
            program = OpenProgram(draft, "", self._document, sure=True)
            program.learn(paragraph, (*facts, *said.facts))
            if not any(_is_same(draft, other) for other in self._programs if other.run == OF_SENTENCES):
                self.keep(program, None)


def drafted(name: str, level: Level, path: Path, run: int) -> Draft:
    """A program, and what the headings above say of it."""
    plain = _LISTED_ON.sub("", text.clean(name)).strip(' .;,:“”"')
    level = level if level == "kegiatan" else level_word(plain)[0] or level
    plain = _PROGRAM.sub("", plain)
    draft = Draft(level, plain, pillar=path.pillar, subdimension=path.subdimension, run=run)
    draft.agency = path.agency
    draft.horizon, draft.quick_win, draft.years = path.horizon, path.quick_win, set(path.years)
    return draft


def _is_same(one: Draft, other: Draft) -> bool:
    return plain_name(one.name) == plain_name(other.name) and one.pillar == other.pillar
