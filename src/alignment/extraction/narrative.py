"""Programs outside of tables of rows: sections, lists, fact sheets and sentences of a master plan.

A draft's paragraphs are taken one after another. Headings say the pillar and what kind of thing stands below them; a
program begins at "Program: ...", at an item of a list that was announced, or at a heading that labelled paragraphs
("Penanggung jawab", "Sumber dana", ...) follow; what comes next fills its fields until another heading or program.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from alignment import i18n, text
from alignment.extraction import marks
from alignment.extraction.drafts import Draft
from alignment.extraction.fields import note
from alignment.extraction.headings import (
    Heading,
    Path,
    announces,
    heading,
    kind_of_mark,
    list_items_of,
    looks_like_heading,
    number_of,
    speaks,
)
from alignment.extraction.labels import MEASURES, NAMING, TELLING, Label, bare_label
from alignment.extraction.paragraphs import Paragraph, paragraphs
from alignment.extraction.sentences import programs_named
from alignment.extraction.wording import level_word, one_pillar
from alignment.grammar import money, periods
from alignment.models.document import Document, DocumentKind, Evidence
from alignment.models.program import Indicator, Level, Unread

_SECTIONED: tuple[DocumentKind, ...] = ("master_plan", "form", "other")
_PROGRAM_NUMBER = re.compile(
    r"(?:Program|Inisiatif|Inovasi)\s+(?:ke-?\s*)?\d{1,2}\s*[.):–-]\s*(?P<name>\S.*)", re.DOTALL
)
_AMOUNT = re.compile(r"(?:Rp\.?\s*)?\d[\d.,]*(?:,-)?(?:\s*(?:ribu|juta|mil[iy]ar|triliun))?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEAST_AMOUNT = 1000
_MOST_WORDS = 25
_FEWEST_FIELDS = 2
_QUOTED = 60


class Told(NamedTuple):
    """What the paragraphs of a document gave."""

    programs: list[Draft]
    unread: list[Unread]


def programs_outside_tables(document: Document) -> Told:
    """The programs of sections, lists, fact sheets and sentences in the order of the text, and what of them could not
    be read."""
    reader = _Reader(document)
    for paragraph in paragraphs(document):
        reader.take(paragraph)
    reader.close()
    return Told(reader.programs, reader.unread)


class _Open:
    """The program that is being read."""

    def __init__(self, draft: Draft, mark: str, *, sure: bool) -> None:
        self.draft, self.mark, self.sure = draft, mark, sure
        self.last_mark = ""
        """Of the last item of a list that stands in the open field."""
        self.said: set[str] = set()
        self.field: str | None = None
        self.money: list[tuple[Paragraph, Label]] = []
        """Amounts, kept until the years are known."""
        self.unread: list[Unread] = []

    def is_followed_by(self, mark: str) -> bool:
        """Whether a mark numbers the next program, and not the next item of a list in the open field."""
        if not self.mark or kind_of_mark(mark) != kind_of_mark(self.mark) or number_of(mark) is None:
            return False
        listed = kind_of_mark(self.last_mark) == kind_of_mark(mark) and _is_next(self.last_mark, mark)
        return _is_next(self.mark, mark) and not listed

    @property
    def stands(self) -> bool:
        """Whether it is a program: it was announced as one, or says of itself what only programs say."""
        return self.sure or (len(self.said) >= _FEWEST_FIELDS and bool(self.said & TELLING))


class _Reader:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.programs: list[Draft] = []
        self.unread: list[Unread] = []
        self.path = Path()
        self.open: _Open | None = None
        self.list_level: Level | None = None
        """The level of the items of the list that is announced or open."""
        self.list_kind: str | None = None
        """The kind of mark its items have; None before the first."""
        self.parent: _Open | None = None
        """The program whose kegiatan are being listed."""
        self.sectioned = document.kind in _SECTIONED
        self.begun = False
        """The cover, all in capitals, is over."""
        self.runs = 0

    def close(self) -> None:
        """Keep the open program if it is one."""
        if self.open is not None and self.open.stands:
            self.programs.append(self.open.draft)
            for paragraph, label in self.open.money:
                self._money(self.open, paragraph, label)
            self.unread += self.open.unread
        self.open = None

    def take(self, paragraph: Paragraph) -> None:
        """Read one paragraph."""
        self.begun = self.begun or bool(paragraph.mark or paragraph.label) or not paragraph.words.isupper()
        if not self.begun:
            return
        if not self.sectioned:
            self._sentences(paragraph)
            return
        label = self._label(paragraph)
        if label is not None and label.field in NAMING:
            self._named(paragraph, label)
        elif label is not None and self._opens_sheet(paragraph):
            self._field(paragraph, label)
        elif self._is_heading(paragraph):
            self._heading(paragraph)
        elif self._is_item(paragraph):
            self._item(paragraph)
        else:
            self._prose(paragraph)

    # labels

    def _label(self, paragraph: Paragraph) -> Label | None:
        if paragraph.label is not None:
            return paragraph.label
        match = _PROGRAM_NUMBER.fullmatch(paragraph.words)
        if match is not None:
            return Label("program", None, match["name"])
        return bare_label(paragraph.words) if self.open is not None else None

    def _opens_sheet(self, paragraph: Paragraph) -> bool:
        """Whether a labelled paragraph belongs to the open program, and not to a section beside it."""
        if self.open is None:
            return False
        kind = kind_of_mark(paragraph.mark)
        return kind in ("", "decimal") or kind != kind_of_mark(self.open.mark)

    def _named(self, paragraph: Paragraph, label: Label) -> None:
        level: Level = "kegiatan" if label.field == "kegiatan" else "program"
        if label.field == "initiative" and _answers(label.value):
            self._field(paragraph, label._replace(field="quick_win"))
        elif not label.value and announces(paragraph.words) and level == "program":
            self._heading(paragraph)
        elif not label.value:
            self._announce(level)
        elif level == "kegiatan":
            self._begin(paragraph, label.value, level, parent=self.parent)
        elif self._may_hold_programs() or self.document.kind == "master_plan":
            self._begin(paragraph, label.value, level)
            self.parent = self.open

    def _field(self, paragraph: Paragraph, label: Label) -> None:
        if self.open is None:
            return
        if self.parent is not None and self.open.draft.parent is self.parent.draft:
            self._reopen(self.parent)
        self.list_level = None
        self.open.field = label.field
        self.open.said.add(label.field)
        if label.value:
            self._say(paragraph, label.field, label.value, label.year)

    def _reopen(self, parent: _Open) -> None:
        """Go back to a program after the list of its kegiatan."""
        self.close()
        self.programs.remove(parent.draft)
        self.open = self.parent = _Open(parent.draft, parent.mark, sure=True)

    def _say(self, paragraph: Paragraph, field: str, words: str, year: int | None = None) -> None:
        if self.open is None:
            return
        draft, read = self.open.draft, True
        if field == "budget":
            self.open.money.append((paragraph, Label(field, year, words)))
        elif field in MEASURES:
            read = _measure(draft, field, words, paragraph.evidence(self.document.id, words))
        else:
            read = note(draft, field, words)
        if not read:
            self._miss(self.open, paragraph, words, "form_choice", column=field)

    def _miss(self, open_: _Open, paragraph: Paragraph, words: str, why: str, **facts: str) -> None:
        short = {name: fact[:_QUOTED] for name, fact in {**facts, "program": open_.draft.name}.items()}
        place = paragraph.evidence(self.document.id, words)
        open_.unread.append(Unread(evidence=place, reason=i18n.both(f"extract.{why}", **short)))

    def _money(self, open_: _Open, paragraph: Paragraph, label: Label) -> None:
        """Amounts by the years beside them; one amount is meant for the only year of the program or the plan."""
        amounts = [amount for match in _AMOUNT.finditer(label.value) if (amount := _amount(match.group())) is not None]
        years = periods.years(label.value) or ((label.year,) if label.year else tuple(sorted(open_.draft.years)))
        period = self.document.period
        if not years and period is not None and period.start == period.end:
            years = (period.start,)
        if not amounts or len(amounts) != len(years):
            why = "form_no_year" if amounts else "figure_unread"
            self._miss(open_, paragraph, label.value, why, figure=label.value)
        for when, amount in zip(years, amounts, strict=False) if len(amounts) == len(years) else ():
            open_.draft.budget.setdefault(when, amount)

    # headings

    def _is_heading(self, paragraph: Paragraph) -> bool:
        if not looks_like_heading(paragraph):
            return False
        if paragraph.level is not None or kind_of_mark(paragraph.mark) in ("chapter", "decimal"):
            return True
        said = heading(paragraph, self.path)
        if self._is_item(paragraph) and paragraph.mark and not (said.pillar or said.lists):
            return False
        if speaks(said):
            return True
        return not (self._is_item(paragraph) or paragraph.words.endswith(":") or self._in_field())

    def _in_field(self) -> bool:
        return self.open is not None and self.open.field is not None

    def _heading(self, paragraph: Paragraph) -> None:
        said = heading(paragraph, self.path)
        speaking = speaks(said)
        if not speaking and not said.kind and self.open is not None and not self.open.stands:
            self.open = None
        self.close()
        self.list_level = self.list_kind = None
        parent_lists = self.path.lists
        self.path = self.path.under(said)
        if speaking:
            self.parent = None
            of_pillar = self.path.pillar and (self.path.lists or (said.horizon and self.path.lists is None))
            if said.lists or of_pillar:
                self._announce("program")
        elif said.kind != "chapter":
            self._begin(
                paragraph, said.words, _level_of(said.words), sure=self._is_program(said, lists=bool(parent_lists))
            )

    def _is_program(self, said: Heading, *, lists: bool) -> bool:
        """Whether a heading that only names something names a program."""
        if said.lists is False or self.path.pillar is None or not said.kind:
            return False
        word, _ = level_word(said.words)
        return word == "program" or (lists and bool(said.kind) and said.pillar is None)

    # lists

    def _announce(self, level: Level) -> None:
        self.list_level, self.list_kind = level, None
        if level == "kegiatan":
            self.parent = self.open or self.parent

    def _is_item(self, paragraph: Paragraph) -> bool:
        if len(paragraph.words.split()) > _MOST_WORDS or not paragraph.words:
            return False
        if self.open is not None and self.open.sure and self.open.is_followed_by(paragraph.mark):
            return True
        if self.list_level is None:
            return False
        kind = kind_of_mark(paragraph.mark)
        if not kind and (paragraph.page.height or paragraph.words.endswith((".", ":", ";"))):
            return False
        return self.list_kind in (None, kind)

    def _item(self, paragraph: Paragraph) -> None:
        self.list_kind = kind_of_mark(paragraph.mark)
        level = self.list_level or (self.open.draft.level if self.open else "program")
        name, rest = _name_and_rest(paragraph.words)
        if level == "kegiatan":
            self._begin(paragraph, name, "kegiatan", parent=self.parent, keep_list=True)
        elif self._may_hold_programs():
            self._begin(paragraph, name, _level_of(name), keep_list=True)
        if self.open is not None and rest:
            self.open.draft.words.setdefault("description", rest)

    def _may_hold_programs(self) -> bool:
        return self.path.pillar is not None or self.path.horizon is not None or bool(self.path.quick_win)

    # programs

    def _begin(
        self,
        paragraph: Paragraph,
        name: str,
        level: Level,
        *,
        parent: _Open | None = None,
        sure: bool = True,
        keep_list: bool = False,
    ) -> None:
        self.close()
        self.runs -= 1
        path = self.path
        plain = text.clean(name).strip(' .;,:“”"')
        above = parent.draft if parent is not None else None
        draft = Draft(level, plain, parent=above, pillar=path.pillar, subdimension=path.subdimension, run=self.runs)
        draft.horizon, draft.quick_win, draft.years = path.horizon, path.quick_win, set(path.years)
        draft.evidence.append(paragraph.evidence(self.document.id))
        self.open = _Open(draft, paragraph.mark, sure=sure)
        if not keep_list:
            self.list_level = self.list_kind = None

    # prose

    def _prose(self, paragraph: Paragraph) -> None:
        field = self.open.field if self.open is not None else None
        if self.open is not None and field is not None:
            self._say(paragraph, field, paragraph.words)
            self.open.last_mark = paragraph.mark
            if field not in ("description", "goal", "objective", "benefit", "legal_basis"):
                self.open.field = None if not paragraph.mark else field
            return
        if list_items_of(paragraph.words):
            pillar = one_pillar(paragraph.words)
            if pillar is not None and pillar != self.path.pillar:
                self.path = self.path.under(heading(paragraph._replace(mark="", level=None), self.path))
            self._announce("program")
            return
        if self.list_kind is not None:
            self.list_level = self.list_kind = None
        self._sentences(paragraph)
        if self.open is not None and paragraph.words.endswith("."):
            self.open.draft.words.setdefault("description", paragraph.words)

    def _sentences(self, paragraph: Paragraph) -> None:
        for named in programs_named(paragraph.words):
            place = paragraph.evidence(self.document.id, named.name)
            self.programs.append(Draft(named.level, named.name, pillar=named.pillar, evidence=[place], run=-1))


def _is_next(mark: str, following: str) -> bool:
    """Whether one mark counts on from the other: "1." and "2.", "a)" and "b)"."""
    one, other = number_of(mark), number_of(following)
    return one is not None and other == one + 1


def _answers(words: str) -> bool:
    return marks.yes(words) is not None


def _level_of(name: str) -> Level:
    return level_word(name)[0] or "program"


def _amount(words: str) -> Decimal | None:
    """The rupiah of "Rp 1.500.000" or "Rp 1,5 miliar"; None for years, counts and dates."""
    amount = money.parse(re.sub(r"[^\d.,]", "", words).rstrip(".,"), money.scale(words))
    return amount if amount is not None and amount >= _LEAST_AMOUNT and not _YEAR.fullmatch(words.strip()) else None


def _name_and_rest(words: str) -> tuple[str, str]:
    """The name of an item and what is said of it behind a colon or dash: "Bank sampah: warga menabung sampah"."""
    match = re.match(r"(?P<name>[^:–]{3,90}?)\s*(?::|\s[–-]\s)\s*(?P<rest>\S.*)", words, re.DOTALL)
    if match is None or len(match["rest"].split()) < 3:
        return words, ""
    return match["name"], match["rest"]


def _measure(draft: Draft, field: str, words: str, place: Evidence) -> bool:
    """Note an indicator, or what is said of the last one."""
    if field == "indicator":
        draft.indicators.append(Indicator(name=words, evidence=(place,)))
        return True
    if not draft.indicators:
        return False
    key = "end_target" if field == "target" else field
    draft.indicators[-1] = draft.indicators[-1].model_copy(update={key: words})
    return True
