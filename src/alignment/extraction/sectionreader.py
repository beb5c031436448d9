"""Goes through the paragraphs of a draft with sections, one after another.

Headings say the pillar and what kind of thing stands below them; a program begins at "Program: ...", at an item of a
list that was announced, or at a heading that labelled paragraphs ("Penanggung jawab", "Sumber dana", ...) follow; what
comes next fills its fields until another heading or program. What a paragraph can be at its place is asked of
`standing`; what a program learns of itself is in `openprogram`.
"""

from __future__ import annotations

import re

from alignment.extraction import choices
from alignment.extraction.announcing import (
    announces,
    heads_activities_of_program,
    heads_other_list,
    list_items_of,
    names_only_a_pillar,
)
from alignment.extraction.drafts import Draft
from alignment.extraction.headings import Heading, Path, heading, is_form_number, speaks, titled
from alignment.extraction.items import item
from alignment.extraction.keeping import OF_SENTENCES, Kept, drafted
from alignment.extraction.labels import NAMING, Label, asks_name
from alignment.extraction.listmarks import opens
from alignment.extraction.naming import facts_in_bars, facts_in_brackets, without_facts
from alignment.extraction.openprogram import OpenProgram
from alignment.extraction.paragraphs import Paragraph
from alignment.extraction.sentences import sentences_of
from alignment.extraction.standing import Listing, Standing
from alignment.extraction.telling import agency_in
from alignment.extraction.wording import level_word, one_pillar
from alignment.models.document import Document, DocumentKind
from alignment.models.program import Level

_PLANNED: tuple[DocumentKind, ...] = ("master_plan", "form")
_ONLY_OF_PROGRAMS = frozenset(["agency", "budget", "funding", "beneficiaries", "location"])


class SectionReader:
    """Goes through the paragraphs of a draft with sections."""

    def __init__(self, document: Document, repeated: frozenset[str]) -> None:
        self.document = document
        self.kept = Kept(document)
        self.at = Standing(titled(document.title), repeated=repeated)
        self.parent: OpenProgram | None = None
        """The program whose kegiatan are being listed."""
        self.closed: OpenProgram | None = None
        """The program read last, if nothing has come since."""
        self.group: Draft | None = None
        """Taken for a program, though it says nothing of itself: it heads what follows, should that prove to be one."""
        self.runs = OF_SENTENCES

    def take(self, paragraph: Paragraph, following: Paragraph | None) -> None:
        """Read one paragraph; `following` is the next one."""
        at, words = self.at, paragraph.words
        label = at.label_of(paragraph, following)
        if label is not None and self._begins_form(label):
            self._begin(paragraph, "", "program", sure=False)
        if at.heads_activities(paragraph):
            self._announce("kegiatan")
        elif label is not None and label.field in NAMING:
            self._named(paragraph, label)
        elif label is not None and at.is_of_program(paragraph, label):
            self._field(paragraph, label)
        elif label is None and at.open is not None and not at.leads(paragraph) and at.open.has_label_like(paragraph):
            at.open.field = None
        elif at.open is not None and (facts := facts_in_brackets(words) or facts_in_bars(words)):
            at.open.learn(paragraph, facts)
        elif paragraph.in_sheet and announces(paragraph.words) is False:  # the form's own title
            return
        elif at.is_heading(paragraph, following):
            self._heading(paragraph)
        elif at.is_item(paragraph):
            self._item(paragraph)
        else:
            self._prose(paragraph)

    # labels

    def _named(self, paragraph: Paragraph, label: Label) -> None:
        """A label that names a program or announces a list of them."""
        path = self.at.path
        level: Level = "kegiatan" if label.field == "kegiatan" else "program"
        if asks_name(paragraph.words):
            self.at.listing = Listing(level, asked=True)
        elif label.field == "initiative" and choices.yes(label.value) is not None:
            self._field(paragraph, label._replace(field="quick_win"))
        elif level == "program" and announces(paragraph.words) and _heads_a_list(label):
            self._heading(paragraph)
        elif not label.value:
            self._announce(level)
        elif level == "kegiatan":
            self._begin(paragraph, label.value, level, parent=self.parent)
        elif path.holds_programs or path.lists is not False:
            told = path.holds_programs or self.document.kind == "master_plan"
            form = self.at.open if self.at.open is not None and not self.at.open.draft.name else None
            self.at.open = None if form else self.at.open
            for name in _names(label.value):
                self._begin(paragraph, name, level, led=_led(paragraph, label, path), sure=told)
            self.parent = self.at.open
            if form is not None and self.at.open is not None:
                self.at.open.take_over(form)

    def _begins_form(self, label: Label) -> bool:
        """Whether a label says what only programs say before any program is named: the first of a form does, and it
        comes again at the head of the next form."""
        if self.at.open is not None:
            return self.at.open.begins_again(label)
        planned = self.document.kind in _PLANNED and self.at.path.lists is not False
        return planned and label.field in _ONLY_OF_PROGRAMS and bool(label.value)

    def _field(self, paragraph: Paragraph, label: Label) -> None:
        if self.at.open is None:
            return
        if self.parent is not None and self.at.open.draft.parent is self.parent.draft:
            self._reopen(self.parent)
        listing = self.at.listing
        if listing is not None and not listing.kind and not (label.value and paragraph.mark):
            self.at.listing = None
        self.at.open.label(paragraph, label)

    # headings and lists

    def _heading(self, paragraph: Paragraph) -> None:
        said = heading(paragraph, self.at.path)
        speaking = speaks(said)
        brand = None if speaking or said.kind else self.at.brand_above(paragraph)
        self.close()
        self.at.path, self.at.listing = self.at.path.under(said), None
        if speaking:
            self.parent = self.closed = None
            if self.at.lists_programs(said) or list_items_of(paragraph.words):
                self._announce("program")
        elif said.kind != "chapter" and paragraph.label is None and not is_form_number(said.words):
            name = f"{brand} {said.words}" if brand else said.words
            self._begin(paragraph, name, "program", sure=self._is_program(said) or self.kept.knows(name))

    def _is_program(self, said: Heading) -> bool:
        """Whether a heading that only names something, the last on the path, names a program."""
        if said.lists is False or self.at.path.pillar is None or not (said.kind or said.depth):
            return False
        return level_word(said.words)[0] == "program" or (bool(self.at.path.above.lists) and said.pillar is None)

    def _announce(self, level: Level) -> None:
        self.at.listing = Listing(level)
        if level == "kegiatan":
            self.parent = self.at.open or self.parent

    def _item(self, paragraph: Paragraph) -> None:
        if self.at.listing is not None:
            kind = self.at.listing.kind
            self.at.listing = self.at.listing._replace(kind=opens(paragraph.mark) if kind is None else kind)
        of = self.at.listing or (self.at.open.draft if self.at.open else None)
        said = item(paragraph.words)
        parted, asked = self.at.leads(paragraph), self.at.listing is not None and self.at.listing.asked
        if of is not None and of.level == "kegiatan":
            self._begin(paragraph, said.name, "kegiatan", parent=self.parent, keep_list=True)
        elif self.at.path.holds_programs or asked or any(fact.field == "pillar" for fact in said.facts):
            sure = parted in ("", ".") or self.at.listing is not None or bool(self.at.path.lists)
            self._begin(paragraph, said.name, "program", sure=sure, keep_list=not asked)
        if self.at.open is not None:
            self.at.open.parted = parted
            self.at.open.learn(paragraph, said.facts)
            if said.rest:
                self.at.open.describe(paragraph, said.rest)

    # programs

    def _begin(
        self,
        paragraph: Paragraph,
        name: str,
        level: Level,
        *,
        parent: OpenProgram | None = None,
        led: Heading | None = None,
        sure: bool = True,
        keep_list: bool = False,
    ) -> None:
        self.close()
        above, self.closed = self.closed, None
        self.group = above.draft if above is not None and paragraph.mark and above.may_head(paragraph.mark) else None
        self.runs -= 1
        path = self.at.path.under(led) if led is not None else self.at.path
        name, facts = without_facts(name)
        draft = drafted(name, level, path, self.runs)
        draft.parent = parent.draft if parent is not None else None
        draft.evidence.append(paragraph.evidence(self.document.id))
        expected = bool(name and path.lists and self.at.path.holds_programs)
        self.at.open = OpenProgram(draft, paragraph.mark, self.document, sure=sure, expected=expected)
        self.at.open.learn(paragraph, facts)
        if not keep_list:
            self.at.listing = None

    def close(self) -> None:
        """Keep the open program if it is one."""
        program, self.at.open = self.at.open, None
        if program is not None and self.kept.keep(program, self.group):
            self.closed = program

    def _reopen(self, parent: OpenProgram) -> None:
        """Go back to a program after the list of its kegiatan."""
        self.close()
        self.at.listing = None
        self.at.open = self.parent = OpenProgram(parent.draft, parent.mark, self.document, sure=parent.sure)

    # prose

    def _prose(self, paragraph: Paragraph) -> None:
        at = self.at
        if at.open is not None and at.open.take_field(paragraph):
            return
        if at.open is not None and heads_activities_of_program(paragraph.words):
            self._announce("kegiatan")
            return
        if list_items_of(paragraph.words) or heads_other_list(paragraph.words):
            self._introduce(paragraph)
            return
        if at.ends_list(paragraph):
            at.listing = None
            if self.parent is not None and at.open is not None and at.open.draft.parent is self.parent.draft:
                self._reopen(self.parent)
        self.kept.hear(paragraph)
        alone = at.open is None or not at.open.stands
        if at.path.lists is not False:
            announced = bool(announces(paragraph.words.partition(":")[0]))
            self.kept.sentences(paragraph, at.path, alone=alone or announced)
        if at.open is not None and paragraph.words.endswith("."):
            at.open.describe(paragraph, paragraph.words)
        elif alone and at.path.lists is not False and self.document.kind in _PLANNED:
            self.kept.trace(paragraph)

    def _introduce(self, paragraph: Paragraph) -> None:
        """Take a sentence for the heading of the list it announces: it may name a pillar, an agency, other matters."""
        at = self.at
        last = sentences_of(paragraph.words)[-1]
        said = heading(paragraph._replace(words=last, mark="", level=None), at.path)
        lists = False if heads_other_list(paragraph.words) else None
        said = said._replace(pillar=one_pillar(paragraph.words), agency=agency_in(last), lists=lists)
        if said.lists is False or said.agency or said.pillar not in (None, at.path.pillar):
            at.path = at.path.under(said)
        at.listing = None
        if said.lists is not False:
            self._announce("program")


def _heads_a_list(label: Label) -> bool:
    """Whether a label names no program: "Inisiatif strategis:", "Quick Win 2026: Smart Living"."""
    return not label.value or names_only_a_pillar(label.value)


def _names(value: str) -> list[str]:
    """The names that one label announces: "Desa Satu Data; Rumah Garam"."""
    parts = [part for part in re.split(r"\s*;\s*", value.rstrip(" .;")) if part]
    return parts if len(parts) > 1 and all(len(part.split()) > 1 for part in parts) else [value]


def _led(paragraph: Paragraph, label: Label, path: Path) -> Heading:
    """What the words of a label say of the program it names: "Quick Win 2025 Smart Living: Ambulans Laut"."""
    return heading(paragraph._replace(words=paragraph.words.removesuffix(label.value).rstrip(" :.")), path)
