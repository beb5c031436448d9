"""What all readers of tables do: start a program, find what it hangs on, and fill it from its row."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from alignment.extraction.captions import Setting
from alignment.extraction.drafts import Draft, budget_of, note_figures, note_ticks, note_words
from alignment.extraction.fields import note, note_choices
from alignment.extraction.indicators import continued, indicators_of
from alignment.extraction.naming import without_facts
from alignment.extraction.rows import Row
from alignment.extraction.stitch import Run
from alignment.extraction.wording import (
    name_and_outcome,
    one_pillar,
    unit_named,
    unmarked,
    unwrap,
)
from alignment.grammar import codes
from alignment.models.document import Document
from alignment.models.program import Level, Pillar, Unread


class Reader:
    """Programs, group rows and unread rows of one run, as they are found."""

    coded: ClassVar[bool]
    """Whether rows are parted into levels by what they say, and into units by a column or title."""

    def __init__(self, run: Run, number: int, document: Document, setting: Setting) -> None:
        self.run, self.number, self.document, self.setting = run, number, document, setting
        self.programs: list[Draft] = []
        self.groups: list[Draft] = []
        self.unread: list[Unread] = []
        self.current: Draft | None = None
        self.unit: str | None = setting.unit
        self.bracketed = not self.coded and all(column.field != "agency" for column in run.columns)
        """Whether who does a program may stand in brackets behind its name."""
        self.measured = any(column.field == "indicator" for column in run.columns)
        period = document.period
        yearly = period is not None and period.start == period.end
        self.year = period.start if period is not None and yearly else setting.year

    def _fill(self, draft: Draft, row: Row, *, adding: bool = False) -> None:
        note_words(draft, row, spanning=not self.coded)
        note_choices(draft, row)
        note_ticks(draft, row, steps=not self.measured)
        year = self.year or (next(iter(draft.years)) if len(draft.years) == 1 else None)
        if adding:
            for of, amount in budget_of(row, year).items():
                draft.budget[of] = draft.budget.get(of, Decimal(0)) + amount
                draft.total = None  # the sum was of its first row
        else:
            self.unread.extend(note_figures(draft, row, self.document, year))
        for indicator in indicators_of(row, self.document, year):
            if row.opens_page and draft.indicators and not indicator.targets and not indicator.baseline:
                draft.indicators[-1] = continued(draft.indicators[-1], indicator)
            else:
                draft.indicators.append(indicator)

    def _start(self, level: Level, name: str, row: Row, code: str | None = None) -> Draft:
        unit = unwrap(row.text("agency", carried=True))
        if unit and self.coded:
            self.unit = unit
        name, achieved = name_and_outcome(unmarked(name))
        name, facts = without_facts(name) if self.bracketed else (name, ())
        draft = Draft(
            level,
            name,
            code,
            unit=self.unit if self.coded else None,
            agency=unit or self.unit,
            pillar=self._pillar(row),
            horizon=self.setting.horizon,
            quick_win=self.setting.quick_win,
            run=self.number,
        )
        for fact in facts:
            note(draft, fact.field, fact.value)
        if achieved:
            draft.words["outcome"] = achieved
        draft.parent = self._parent(draft)
        told = row.section or row.text(level, "name", "program", "kegiatan", "sub_kegiatan", "initiative")
        quote = unwrap(told) or name
        draft.evidence.append(row.evidence(self.document.id, quote, row.box))
        self.programs.append(draft)
        self.current = draft
        return draft

    def _section(self, words: str) -> None:
        """A title across the table holds for the rows below it."""
        pillar = one_pillar(words)
        if pillar is not None:
            self.setting = self.setting._replace(pillar=pillar)
        else:
            self.unit = unit_named(words) or self.unit

    def _pillar(self, row: Row) -> Pillar | None:
        return one_pillar(row.text("pillar")) or self.setting.pillar

    def _parent(self, draft: Draft) -> Draft | None:
        if draft.code is None:
            return None
        wanted = codes.parent(draft.code) if codes.level(draft.code) == draft.level else draft.code.rpartition(".")[0]
        above = [other for other in reversed(self.programs) if other.code == wanted]
        return next((other for other in above if other.unit == draft.unit), above[0] if above else None)
