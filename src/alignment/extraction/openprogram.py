"""The program that is being read from paragraphs: what it has said of itself so far, and what of it stays unread."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from alignment import i18n, text
from alignment.extraction.drafts import Draft
from alignment.extraction.fields import note
from alignment.extraction.labels import MEASURES, TELLING, Label
from alignment.extraction.listmarks import is_next, kind_of_mark, number_of, stands_deeper
from alignment.extraction.naming import plain_name
from alignment.extraction.paragraphs import Paragraph
from alignment.extraction.telling import facts_told, names_its_program
from alignment.extraction.wording import level_word
from alignment.grammar import money, periods
from alignment.models.document import Document, Evidence
from alignment.models.program import Indicator, Unread

_AMOUNT = re.compile(r"(?:Rp\.?\s*)?\d[\d.,]*(?:,-)?(?:\s*(?:ribu|juta|mil[iy]ar|triliun))?", re.IGNORECASE)
_LABELLED = re.compile(r"[A-Z][^\s:]*(?:\s[^\s:]+){0,5}\s*:\s*\S")
"""Up to six words, a colon and a value."""
_QUICK_WIN = re.compile(r"(?<!bukan )\bquick wins?\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEAST_AMOUNT = 1000
_FEWEST_FIELDS = 2
_QUOTED = 60
_LONGEST_NAME = 12
"""Words of what is done that name a program."""
_LEAST_TOLD = 4
"""Letters of a target that is more than a number with its unit ("85 %", "5 unit")."""
_LONG = ("description", "goal", "objective", "benefit", "legal_basis")
"""Fields that may take several paragraphs."""
_CHOICES = ("pillar", "horizon", "quick_win", "time", "budget")
"""Fields that say everything beside their label, if anything."""


class OpenProgram:
    """A draft and the field that is open in it. `sure`: it was announced as a program; `expected`: where it stands
    programs are announced, so that one field that only programs have is enough."""

    def __init__(
        self,
        draft: Draft,
        mark: str,
        document: Document,
        *,
        sure: bool,
        expected: bool = False,
    ) -> None:
        self.draft, self.mark, self.sure = draft, mark, sure
        self.field: str | None = None
        self.unread: list[Unread] = []
        self._document = document
        self._fewest = 1 if expected else _FEWEST_FIELDS
        self._last_mark = ""
        """Of the last item of a list that stands in the open field."""
        self._said: set[str] = set()
        self._in_sheet = False
        self._printed = ""
        """The last label, as it is printed."""
        self._label_kind: str | None = None
        """Of the mark before the last label; None before the first."""
        self.parted = ""
        """What parts its name from the sentences it leads: "." or ":" or "–"; "" where it stands alone."""
        self._listed = False
        """The open field's label stood alone: a list may follow."""
        self.has_bare_labels = False
        """Labels stand on lines of their own."""
        self._before: list[tuple[Paragraph, Label]] = []
        self._first = ""
        """The labels that came before its name, and the field of the first of them."""
        self._money: list[tuple[Paragraph, Label]] = []
        """Amounts, kept until the years are known."""

    @property
    def stands(self) -> bool:
        """Whether it is a program: it was announced as one, or says of itself what only programs say."""
        return self.sure or self.proved

    @property
    def proved(self) -> bool:
        """Whether its labels say of it what only programs say."""
        return len(self._said) >= self._fewest and bool(self._said & TELLING)

    def may_head(self, mark: str) -> bool:
        """Whether it may be a heading over programs instead: it says nothing of itself, and a deeper mark follows."""
        return bool(self.mark) and not self._said and stands_deeper(mark, self.mark)

    def takes(self, item: str) -> bool:
        """Whether an item of a list belongs to this program: to its open field, or as one more label, though not a
        known one, among others ("Kode rekening: 5.2")."""
        return (self.field is not None and self._listed) or (bool(self._said) and ": " in item)

    def has_label_like(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph has the form of the labels read last, though nobody knows it: "7. Kode rekening: 5.2"."""
        alike = self._label_kind == kind_of_mark(paragraph.mark) and (paragraph.mark or self.field is not None)
        return bool(alike) and _LABELLED.match(paragraph.words) is not None and level_word(paragraph.words)[0] is None

    def has_said(self, field: str) -> bool:
        """Whether a label has announced this field."""
        return field in self._said

    def is_followed_by(self, mark: str) -> bool:
        """Whether a mark numbers the next program, and not the next item of a list in the open field."""
        if not self.mark or kind_of_mark(mark) != kind_of_mark(self.mark) or number_of(mark) is None:
            return False
        listed = kind_of_mark(self._last_mark) == kind_of_mark(mark) and is_next(self._last_mark, mark)
        return is_next(self.mark, mark) and not listed

    def label(self, paragraph: Paragraph, label: Label) -> None:
        """Open the field that a label announces, and note the value beside it."""
        words = paragraph.lines[0].text if paragraph.in_sheet else paragraph.words
        self._printed = words.split(":")[0].strip(" .…\n")
        self.field, self._listed, self._in_sheet = label.field, not label.value, paragraph.in_sheet
        self.has_bare_labels |= self._listed and not paragraph.mark
        if not self.draft.name:
            self._before.append((paragraph, label))
            self._first = self._first or label.field
        self._said.add(label.field)
        self._label_kind = kind_of_mark(paragraph.mark)
        if label.value:
            self._say(paragraph, label)

    def learn(self, paragraph: Paragraph, facts: Iterable[Label]) -> None:
        """Note what is said of it outside of labels, which proves nothing; no field stays open."""
        for fact in facts:
            self._say(paragraph, fact)
        self.field = None

    def describe(self, paragraph: Paragraph, words: str) -> None:
        """Note sentences about it: the first ones describe it, and what is told nowhere else fills its fields."""
        self.draft.words.setdefault("description", words)
        self._learn_from(paragraph, words)
        self.field = None

    def _learn_from(self, paragraph: Paragraph, words: str) -> None:
        if names_its_program(words) and plain_name(self.draft.name) not in text.normal(words):
            return
        for fact in facts_told(words):
            if not self._knows(fact.field):
                self._say(paragraph, fact)

    def _knows(self, field: str) -> bool:
        known = {
            "agency": self.draft.agency,
            "budget": self._money,
            "time": self.draft.years,
            "quick_win": self.draft.quick_win,
        }
        return bool(known[field])

    def take_field(self, paragraph: Paragraph) -> bool:
        """Note a paragraph in the open field; False where none is open. The fields of a fact sheet end with it."""
        if self._in_sheet and not paragraph.in_sheet:
            self.field = None
        if self.field is None or (self.field in _CHOICES and not self._listed):
            self.field = None
            return False
        self._say(paragraph, Label(self.field, None, paragraph.words))
        self._last_mark = paragraph.mark
        if self.field not in _LONG and not paragraph.mark:
            self.field = None
        return True

    # forms whose first labels come before the name

    def begins_again(self, label: Label) -> bool:
        """Whether a label begins the next form of the kind that this program was read from."""
        return self._first == label.field and label.field in self._said and bool(label.value)

    def take_over(self, other: OpenProgram) -> None:
        """Take what was said before this name came, of a program without a name; that is none any more."""
        for paragraph, label in other._before:
            self.label(paragraph, label)
        self._first = other._first

    def name_of_form(self) -> str:
        """Its name, for which the few words of what is done stand where a form asks for no name; "" without both."""
        done = text.clean(self.draft.words.get("description", ""))
        if not self.draft.name and "description" in self._said and len(done.split()) <= _LONGEST_NAME:
            self.draft.name = done
            self.draft.words.pop("description", None)
        return self.draft.name

    def settle(self) -> None:
        """Note the amounts, once all that is said of the years is known."""
        for paragraph, label in self._money:
            self._note_money(paragraph, label)

    def _say(self, paragraph: Paragraph, label: Label) -> None:
        read = True
        if label.field == "told":
            self._learn_from(paragraph, label.value)
        elif label.field == "budget":
            self._money.append((paragraph, label))
        elif label.field in MEASURES:
            read = _measure(self.draft, label, paragraph.evidence(self._document.id, label.value))
        else:
            read = note(self.draft, label.field, label.value)
        if label.field in ("time", "horizon") and _QUICK_WIN.search(label.value):  # "2025 (quick win)"
            self.draft.quick_win = True
        if not read:
            self._miss(paragraph, label.value, "form_choice", column=self._printed or label.field)

    def _note_money(self, paragraph: Paragraph, label: Label) -> None:
        """Amounts by the years beside them; one amount is meant for the only year of the program or the plan."""
        amounts = [amount for match in _AMOUNT.finditer(label.value) if (amount := _amount(match.group())) is not None]
        years = periods.years(label.value) or ((label.year,) if label.year else tuple(sorted(self.draft.years)))
        period = self._document.period
        if not years and period is not None and period.start == period.end:
            years = (period.start,)
        if not amounts or len(amounts) != len(years):
            why = "form_no_year" if amounts else "figure_unread"
            if len(amounts) == 1 and self.draft.total is None:
                self.draft.total = amounts[0]
            self._miss(paragraph, label.value, why, figure=label.value)
            return
        for when, amount in zip(years, amounts, strict=True):
            self.draft.budget.setdefault(when, amount)

    def _miss(self, paragraph: Paragraph, words: str, why: str, **facts: str) -> None:
        short = {name: fact[:_QUOTED] for name, fact in {**facts, "program": self.draft.name}.items()}
        place = paragraph.evidence(self._document.id, words)
        self.unread.append(Unread(evidence=place, reason=i18n.both(f"extract.{why}", **short)))


def _amount(words: str) -> Decimal | None:
    """The rupiah of "Rp 1.500.000" or "Rp 1,5 miliar"; None for years, counts and dates."""
    amount = money.parse(re.sub(r"[^\d.,]", "", words).strip(".,"), money.scale(words))
    return amount if amount is not None and amount >= _LEAST_AMOUNT and not _YEAR.fullmatch(words.strip()) else None


def _measure(draft: Draft, label: Label, place: Evidence) -> bool:
    """Note an indicator, or what is said of the last one; a target in words without one ("78 kelurahan terlayani") is
    what the program brings forth."""
    if label.field == "indicator":
        draft.indicators.append(Indicator(name=label.value, evidence=(place,)))
        return True
    if not draft.indicators:
        return label.field == "target" and _is_told(label.value) and note(draft, "output", label.value)
    key = "end_target" if label.field == "target" else label.field
    draft.indicators[-1] = draft.indicators[-1].model_copy(update={key: label.value})
    return True


def _is_told(target: str) -> bool:
    """Whether a target says what it counts: a number and what follows it, and no number alone or its unit."""
    return sum(map(str.isalpha, target)) > _LEAST_TOLD
