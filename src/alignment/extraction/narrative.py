"""Programs outside of tables of rows: sections, lists, fact sheets and sentences of a master plan.

A draft's paragraphs are taken one after another. Headings say the pillar and what kind of thing stands below them; a
program begins at "Program: ...", at an item of a list that was announced, or at a heading that labelled paragraphs
("Penanggung jawab", "Sumber dana", ...) follow; what comes next fills its fields until another heading or program.
"""

from __future__ import annotations

from itertools import chain, pairwise
from typing import NamedTuple

from alignment import i18n, text
from alignment.extraction import choices
from alignment.extraction.announcing import announces, list_items_of, names_only_a_pillar
from alignment.extraction.drafts import Draft
from alignment.extraction.fields import note
from alignment.extraction.headings import Heading, Path, heading, is_caption, looks_like_heading, speaks
from alignment.extraction.items import facts_in_brackets, item, led_by_name, statements, without_facts
from alignment.extraction.labels import NAMING, Label, bare_label, sections
from alignment.extraction.listmarks import is_bullet, kind_of_mark, stands_deeper
from alignment.extraction.openprogram import OpenProgram
from alignment.extraction.paragraphs import Paragraph, paragraphs
from alignment.extraction.sentences import programs_named
from alignment.extraction.wording import level_word, one_pillar
from alignment.models.document import Document, DocumentKind
from alignment.models.program import Level, Unread

_SECTIONED: tuple[DocumentKind, ...] = ("master_plan", "form", "other")
_MOST_WORDS = 25
_ONLY_OF_PROGRAMS = frozenset(["agency", "budget", "funding", "beneficiaries", "location"])
_FEWEST_NAMELESS = 2


class Told(NamedTuple):
    """What the paragraphs of a document gave."""

    programs: list[Draft]
    unread: list[Unread]


def programs_outside_tables(document: Document) -> Told:
    """The programs of sections, lists, fact sheets and sentences in the order of the text, and what of them could not
    be read."""
    reader = _Reader(document)
    stated = chain.from_iterable(map(statements, paragraphs(document)))
    for paragraph, following in pairwise(chain(stated, (None,))):
        if paragraph is not None:
            reader.take(paragraph, following)
    reader.close()
    return Told(reader.programs, reader.unread)


class _Reader:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.programs: list[Draft] = []
        self.unread: list[Unread] = []
        self.path = Path()
        self.open: OpenProgram | None = None
        self.parent: OpenProgram | None = None
        """The program whose kegiatan are being listed."""
        self.list_level: Level | None = None
        """The level of the items of the list that is announced or open."""
        self.list_kind: str | None = None
        """The kind of mark its items have; None before the first."""
        self.sectioned = document.kind in _SECTIONED
        self.closed: OpenProgram | None = None
        """The program read last, if nothing has come since."""
        self.group: Draft | None = None
        """Taken for a program, though it says nothing of itself: it heads what follows, should that prove to be one."""
        self.nameless: list[str] = []
        """The fields that were said since the last heading where there is no program."""
        self.chapter = ""
        """The number of a chapter whose title has not come yet."""
        self.begun = False
        """The cover, all in capitals, is over."""
        self.runs = 0

    def close(self) -> None:
        """Keep the open program if it is one."""
        if self.open is not None and self.open.stands:
            if self.open.proved and self.group is not None and self.group in self.programs:
                self.programs.remove(self.group)
            if not self.open.reopened:
                self.programs.append(self.open.draft)
            self.open.settle()
            self.unread += self.open.unread
            self.closed = self.open
        self.open = None

    def take(self, paragraph: Paragraph, following: Paragraph | None) -> None:
        """Read one paragraph; `following` is the next one."""
        paragraph = self._with_its_chapter(paragraph)
        self.begun = self.begun or bool(paragraph.mark or paragraph.label) or not paragraph.words.isupper()
        if not self.begun:
            return
        if not self.sectioned:
            self._sentences(paragraph)
            return
        label = paragraph.label or (bare_label(paragraph.words) if self._may_be_labelled(paragraph) else None)
        if self._heads_activities(paragraph):
            self._announce("kegiatan")
        elif label is not None and label.field in NAMING:
            self._named(paragraph, label)
        elif label is not None and self._is_of_sheet(paragraph, label):
            self._field(paragraph, label)
        elif label is not None and self._is_of_nothing(label):
            self._miss(paragraph, label)
        elif label is None and self.open is not None and self.open.has_label_like(paragraph):
            self.open.field = None
        elif self.open is not None and (facts := facts_in_brackets(paragraph.words)):
            self.open.learn(paragraph, facts)
        elif paragraph.in_sheet and announces(paragraph.words) is False:  # the form's own title
            return
        elif self._is_heading(paragraph) or self._is_title_of_next(paragraph, following):
            self._heading(paragraph)
        elif self._is_item(paragraph):
            self._item(paragraph)
        else:
            self._prose(paragraph)

    def _with_its_chapter(self, paragraph: Paragraph) -> Paragraph:
        """A chapter's title with the chapter's number that stands on a line of its own above it."""
        chapter, self.chapter = self.chapter, ""
        if kind_of_mark(paragraph.mark) == "chapter" and not paragraph.words:
            self.chapter = paragraph.mark
        return paragraph._replace(mark=chapter) if chapter and not paragraph.mark else paragraph

    # labels

    def _may_be_labelled(self, paragraph: Paragraph) -> bool:
        """Whether a line alone may be a label of the open program: no heading beside or above the program's own."""
        depth = self.path.headings[-1].depth if self.path.headings else 0
        return self.open is not None and (paragraph.level is None or paragraph.level > depth)

    def _is_of_sheet(self, paragraph: Paragraph, label: Label) -> bool:
        """Whether a labelled paragraph belongs to the open program, and not to a section beside it."""
        if self.open is None or (label.year and not label.value and label.field == "time"):  # "Tahun 2026:"
            return False
        if label.field == "pillar" and not paragraph.in_sheet and self._is_other_pillar(paragraph):
            return False
        if label.value or is_bullet(paragraph.mark):
            return True
        return not paragraph.mark or stands_deeper(paragraph.mark, self.open.mark)

    def _is_other_pillar(self, paragraph: Paragraph) -> bool:
        """Whether a line heads the programs of a further pillar: "Pilar 2: Smart Branding"."""
        named = one_pillar(paragraph.words)
        return named is not None and (paragraph.level is not None or self.path.pillar not in (None, named))

    def _named(self, paragraph: Paragraph, label: Label) -> None:
        level: Level = "kegiatan" if label.field == "kegiatan" else "program"
        if label.field == "initiative" and choices.yes(label.value) is not None:
            self._field(paragraph, label._replace(field="quick_win"))
        elif level == "program" and announces(paragraph.words) and self._heads_a_list(label):
            self._heading(paragraph)
        elif not label.value:
            self._announce(level)
        elif level == "kegiatan":
            self._begin(paragraph, label.value, level, parent=self.parent)
        elif self._may_hold_programs() or self.path.lists is not False:
            told = self._may_hold_programs() or self.document.kind == "master_plan"
            self._begin(paragraph, label.value, level, led=self._led(paragraph, label), sure=told)
            self.parent = self.open

    def _heads_activities(self, paragraph: Paragraph) -> bool:
        """Whether a line heads what a program that has been named consists of: "Rencana aksi:"."""
        if self.open is None or not self.open.sure or self.open.draft.level != "program" or paragraph.level is not None:
            return False
        return text.normal(paragraph.words) in sections().activities and kind_of_mark(paragraph.mark) != "decimal"

    def _heads_a_list(self, label: Label) -> bool:
        """Whether a label names no program: "Inisiatif strategis:", "Quick Win 2026: Smart Living"."""
        return not label.value or names_only_a_pillar(label.value)

    def _led(self, paragraph: Paragraph, label: Label) -> Heading:
        """What the words of a label say of the program it names: "Quick Win 2025 Smart Living: Ambulans Laut"."""
        return heading(paragraph._replace(words=paragraph.words.removesuffix(label.value).rstrip(" :.")), self.path)

    def _is_of_nothing(self, label: Label) -> bool:
        """Whether a label says what only programs say, and there is no program."""
        planned = self.document.kind in ("master_plan", "form") and self.path.lists is not False
        return planned and self.open is None and label.field in _ONLY_OF_PROGRAMS and bool(label.value)

    def _miss(self, paragraph: Paragraph, label: Label) -> None:
        """List labels without a program once, at the second of them: one alone may be said of anything."""
        self.nameless.append(label.field)
        if len(set(self.nameless)) == len(self.nameless) == _FEWEST_NAMELESS:
            place = paragraph.evidence(self.document.id)
            self.unread.append(Unread(evidence=place, reason=i18n.both("extract.sheet_no_name")))

    def _field(self, paragraph: Paragraph, label: Label) -> None:
        if self.open is None:
            return
        if self.parent is not None and self.open.draft.parent is self.parent.draft:
            self._reopen(self.parent)
        if not label.value or not paragraph.mark:
            self.list_level = self.list_level if self.list_kind else None
        self.open.label(paragraph, label)

    def _reopen(self, parent: OpenProgram) -> None:
        """Go back to a program after the list of its kegiatan."""
        self.close()
        self.list_level = None
        self.open = self.parent = OpenProgram(parent.draft, parent.mark, self.document, sure=True, reopened=True)

    # headings

    def _is_heading(self, paragraph: Paragraph) -> bool:
        if not looks_like_heading(paragraph):
            return False
        if self.open is not None and self.open.field is not None and paragraph.words[:1].isdigit():  # "Tahun", "2026"
            return False
        if paragraph.level is not None or kind_of_mark(paragraph.mark) in ("chapter", "decimal"):
            return True
        said = heading(paragraph, self.path)
        if self._is_item(paragraph) and paragraph.mark and not (said.pillar or said.lists):
            return False
        if speaks(said):
            return True
        in_field = self.open is not None and self.open.field is not None and not self._counts_on(paragraph)
        says = ":" in paragraph.words and not paragraph.mark  # a label that is not known, and its value
        return not (self._is_item(paragraph) or says or paragraph.words.endswith(":") or in_field)

    def _counts_on(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph has the number after that of the open program, which its labels have proved."""
        return self.open is not None and self.open.stands and self.open.is_followed_by(paragraph.mark)

    def _is_title_of_next(self, paragraph: Paragraph, following: Paragraph | None) -> bool:
        """Whether a line without mark, below a full sheet, heads another one: the labels of the first come again."""
        if self.open is None or following is None or following.label is None or paragraph.mark:
            return False
        return looks_like_heading(paragraph) and self.open.has_said(following.label.field)

    def _heading(self, paragraph: Paragraph) -> None:
        said = heading(paragraph, self.path)
        speaking = speaks(said)
        brand = None
        if not speaking and not said.kind and self.open is not None and not self.open.stands:
            brand, self.open = self._brand(paragraph), None
        self.close()
        self.list_level = self.list_kind = None
        parent_lists = self.path.lists
        self.path = self.path.under(said)
        self.nameless.clear()
        if speaking:
            self.parent = self.closed = None
            timed = (said.horizon or said.years) and self.path.lists is None
            of_pillar = self.path.pillar and (self.path.lists or timed)
            if said.lists or of_pillar or list_items_of(paragraph.words):
                self._announce("program")
        elif said.kind != "chapter" and paragraph.label is None:
            name = f"{brand} {said.words}" if brand else said.words
            self._begin(paragraph, name, "program", sure=self._is_program(said, lists=bool(parent_lists)))

    def _brand(self, paragraph: Paragraph) -> str | None:
        """The short name in capitals on the line above a program's full name: "LAYAN DESA", "Pelayanan sampai desa"."""
        if self.open is None or self.open.mark or self.open.draft.words or paragraph.words.isupper():
            return None
        return self.open.draft.name if self.open.draft.name.isupper() else None

    def _is_program(self, said: Heading, *, lists: bool) -> bool:
        """Whether a heading that only names something names a program."""
        if said.lists is False or self.path.pillar is None or not said.kind:
            return False
        return level_word(said.words)[0] == "program" or (lists and said.pillar is None)

    # lists

    def _announce(self, level: Level) -> None:
        self.list_level, self.list_kind = level, None
        if level == "kegiatan":
            self.parent = self.open or self.parent

    def _is_item(self, paragraph: Paragraph) -> bool:
        name = item(paragraph.words).name
        if len(name.split()) > _MOST_WORDS or not name or paragraph.label is not None or is_caption(paragraph.words):
            return False
        if self.open is not None and self.open.sure and self.open.is_followed_by(paragraph.mark):
            return True
        if self._leads_its_paragraph(paragraph):
            return True
        if self.list_level is None or (self.open is not None and self.open.takes(name)):
            return False
        kind = kind_of_mark(paragraph.mark)
        if not kind and (paragraph.page.height or ":" in paragraph.words or paragraph.words.endswith((".", ";"))):
            return False
        return self.list_kind in (None, kind)

    def _leads_its_paragraph(self, paragraph: Paragraph) -> bool:
        """Whether a name leads the sentences below a pillar: "Lapor Jalan Rusak. Warga memotret jalan berlubang"."""
        in_field = self.open is not None and self.open.field is not None
        placed = self.path.pillar is not None and self.path.lists is not False
        return placed and not paragraph.mark and not in_field and led_by_name(paragraph.words)

    def _item(self, paragraph: Paragraph) -> None:
        self.list_kind = kind_of_mark(paragraph.mark)
        level = self.list_level or (self.open.draft.level if self.open else "program")
        said = item(paragraph.words)
        if level == "kegiatan":
            self._begin(paragraph, said.name, "kegiatan", parent=self.parent, keep_list=True)
        elif self._may_hold_programs():
            self._begin(paragraph, said.name, "program", keep_list=True)
        if self.open is not None:
            self.open.learn(paragraph, said.facts)
            if said.rest:
                self.open.describe(paragraph, said.rest)

    def _may_hold_programs(self) -> bool:
        return self.path.pillar is not None or self.path.horizon is not None or bool(self.path.quick_win)

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
        self.nameless.clear()
        self.runs -= 1
        path = self.path.under(led) if led is not None else self.path
        name, facts = without_facts(name)
        plain = text.clean(name).strip(' .;,:“”"')
        level = level if level == "kegiatan" else level_word(plain)[0] or level
        draft = Draft(
            level,
            plain,
            parent=parent.draft if parent is not None else None,
            pillar=path.pillar,
            subdimension=path.subdimension,
            run=self.runs,
        )
        draft.horizon, draft.quick_win, draft.years = path.horizon, path.quick_win, set(path.years)
        draft.evidence.append(paragraph.evidence(self.document.id))
        expected = bool(path.lists and self._may_hold_programs())
        self.open = OpenProgram(draft, paragraph.mark, self.document, sure=sure, expected=expected)
        self.open.learn(paragraph, facts)
        if not keep_list:
            self.list_level = self.list_kind = None

    # prose

    def _prose(self, paragraph: Paragraph) -> None:
        if self.open is not None and self.open.take_field(paragraph):
            return
        if list_items_of(paragraph.words):
            pillar = one_pillar(paragraph.words)
            if pillar is not None and pillar != self.path.pillar:
                self.path = self.path.under(heading(paragraph._replace(mark="", level=None), self.path))
            self._announce("program")
            return
        if self.list_kind not in (None, kind_of_mark(paragraph.mark)):
            self.list_level = self.list_kind = None
        if self.path.lists is not False:
            self._sentences(paragraph)
        if self.open is not None and paragraph.words.endswith("."):
            self.open.describe(paragraph, paragraph.words)

    def _sentences(self, paragraph: Paragraph) -> None:
        for named in programs_named(paragraph.words):
            name, facts = without_facts(named.name)
            place = paragraph.evidence(self.document.id, named.name)
            draft = Draft(named.level, name, pillar=named.pillar, evidence=[place], run=-1)
            draft.quick_win = named.quick_win
            for fact in facts:
                note(draft, fact.field, fact.value)
            self.programs.append(draft)
