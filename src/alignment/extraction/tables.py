"""Turns the rows of stitched tables into drafts of programs: by code, by level words, or by column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from alignment import i18n, text
from alignment.extraction.captions import Setting
from alignment.extraction.drafts import Draft, budget_of, continued, indicator_of, note_figures, note_words
from alignment.extraction.fields import note_choices
from alignment.extraction.layouts import Layout
from alignment.extraction.levels import Levels
from alignment.extraction.stitch import Row, Run, Value
from alignment.extraction.wording import (
    is_outcome,
    is_total,
    is_urusan,
    level_word,
    name_and_outcome,
    names_in,
    one_pillar,
    unit_named,
    unwrap,
)
from alignment.grammar import codes
from alignment.models.document import Document
from alignment.models.program import Level, Pillar, Unread

_LEVEL_COLUMNS: tuple[Level, ...] = ("program", "initiative", "kegiatan", "sub_kegiatan")
"""Columns of names that say their level; fields and levels are named alike."""
_SPOILT = re.compile(r"\d[\d.,]{3,}\s*[-–]?\s*")
"""Figures and dots at the head of a name: a code with a slip in it ("213.05 Program ...")."""


class Read(NamedTuple):
    """What one run gave."""

    programs: list[Draft]
    groups: list[Draft]
    unread: list[Unread]


def read_run(run: Run, layout: Layout, number: int, document: Document, setting: Setting) -> Read:
    """The programs, group rows and unread rows of one run. `number` counts the runs of the document."""
    coded = run if layout.rows == "coded" else _coded_run(run)
    reader = _Reader(coded or run, coded is not None, number, document, setting)
    if coded is not None:
        reader.read_coded()
    else:
        reader.read_columns()
    return Read(reader.programs, reader.groups, reader.unread)


def _coded_run(run: Run) -> Run | None:
    """A run whose only column of names is headed "Program" though its rows carry codes of any level, as one that is
    read by its codes; None where it is none."""
    named = [column.field for column in run.columns if column.field in _LEVEL_COLUMNS]
    if len(named) != 1:
        return None
    rows = [row for row in run.rows if row.text(str(named[0]), carried=False)]
    holding = ("code", named[0])  # a target of the SDG ("8.15") looks like a code elsewhere
    if 2 * sum(any(codes.leading(v.text) for v in row.values if v.field in holding) for row in rows) <= len(rows):
        return None
    renamed = [
        row._replace(values=tuple(v._replace(field="name") if v.field == named[0] else v for v in row.values))
        for row in run.rows
    ]
    return run._replace(rows=renamed)


class _Reader:
    def __init__(self, run: Run, coded: bool, number: int, document: Document, setting: Setting) -> None:
        self.run, self.coded, self.number, self.document, self.setting = run, coded, number, document, setting
        self.programs: list[Draft] = []
        self.groups: list[Draft] = []
        self.unread: list[Unread] = []
        self.current: Draft | None = None
        self.unit: str | None = setting.unit
        self.money_by_indicator = False
        period = document.period
        yearly = period is not None and period.start == period.end
        self.year = period.start if period is not None and yearly else setting.year

    # one name column: a code leads, or words, numbers and indents say the level

    def read_coded(self) -> None:
        rows = [(row, self._coded(row)) for row in _one_sided(self.run.rows)]
        named = [row for row, (_, _, name) in rows if name and budget_of(row, self.year)]
        measured = sum(bool(row.text("indicator", carried=False)) for row in named)
        self.money_by_indicator = measured > len(named) / 2
        if any(code for _, (code, _, _) in rows):
            for row, (code, level, name) in rows:
                self._coded_row(row, code, level, name)
        else:
            self._levelled([(row, name) for row, (_, _, name) in rows])

    def _coded(self, row: Row) -> tuple[str | None, Level | None, str]:
        """Code, level and name of a row; the code leads the name, or stands in one or several columns of its own."""
        cell = row.text("name", carried=False) or (row.section or "")
        coded = codes.leading(cell)
        if coded is not None:
            return coded.code, codes.level(coded.code), unwrap(coded.rest)
        parts = [value.text for value in row.values if value.field == "code" and not value.carried]
        if parts:
            alone = codes.leading(" ".join(parts))
            code = (
                alone.code
                if alone
                else codes.joined(parts, padded=len(parts) == 3 and level_word(unwrap(cell))[0] == "program")
            )
            if code is not None:
                return code, codes.level(code), unwrap(cell)
            brief = codes.short(parts)
            if brief is not None:
                return *brief, unwrap(cell)
        return None, None, unwrap(cell)

    def _coded_row(self, row: Row, code: str | None, level: Level | None, name: str) -> None:
        if code is not None and level is not None:
            if level == "program" and (is_urusan(name) or row.wide):
                level = "bidang"  # "1.1.01" is how some print bidang 1.01
            if level in ("urusan", "bidang"):
                group = self._start(level, name, row, code)
                note_figures(group, row, self.document, self.year)
                self.groups.append(self.programs.pop())
                self.current = None
                return
            self._first(self._start(level, name, row, code), row)
            return
        unit = _unit_of(row)
        if unit:
            self.unit, self.current = unit, None
            return
        if self._lost_code(row, name):
            return
        if self.current is None or (not row.values and not row.section):
            return
        if is_total(name) or is_urusan(name):
            self.current = None
            return
        self._below(self.current, row, name)

    def _below(self, target: Draft, row: Row, words: str) -> None:
        """A row without a code: outcome, output or further indicators of the program above, or of a program higher up
        whose total it repeats under another unit."""
        unit = unwrap(row.text("agency", carried=False))
        amounts = budget_of(row, self.year)
        if self._adds(target, row):
            self._fill(target, row, adding=True)
            return
        if _repeats_total(target, amounts):
            self.unit = unit or self.unit
            return
        higher = _spending_more(target, amounts)
        if higher is not None:  # a further output of the level above, printed after its first child
            target = self.current = higher
        plain = not row.text("indicator", carried=False) and not is_outcome(words)
        broken = row.opens_page and words[:1].islower() and not amounts
        if words and (not target.name or (plain and (broken or not (target.indicators or target.words)))):
            target.name = f"{target.name} {words}".rstrip()
        elif words:
            target.words.setdefault("outcome" if target.level == "program" else "output", words)
        if unit:
            self.unit = target.unit = target.agency = unit
        self._fill(target, row)

    def _lost_code(self, row: Row, name: str) -> bool:
        """A row whose code was not read: a program by its own word is one without a code, any other row with a spoilt
        code and money is unread."""
        word, _ = level_word(_SPOILT.sub("", name))
        spoilt = bool(_SPOILT.match(name) or any(c.isdigit() for c in row.text("code", carried=False)))
        if not budget_of(row, self.year) or not (spoilt or word == "program"):
            return False
        if is_outcome(name):  # a goal or objective with a number of its own
            self.current = None
            return True
        if word is None:
            place = row.evidence(self.document.id, name, row.box)
            self.unread.append(Unread(evidence=place, reason=i18n.both("extract.code_unread", row=name[:80])))
            self.current = None
        else:
            self._first(self._start(word, level_word(_SPOILT.sub("", name))[1], row), row)
        return True

    def _first(self, draft: Draft, row: Row) -> None:
        self._fill(draft, row)
        draft.measured = self.money_by_indicator and bool(draft.indicators and draft.budget)

    def _adds(self, draft: Draft, row: Row) -> bool:
        """Whether a row without a name is a further line of the program's money: in old tables every indicator has a
        row with its own figures, the first in the program's own row; in new ones the rows below repeat the total."""
        return draft.measured and bool(budget_of(row, self.year)) and bool(row.text("indicator", carried=False))

    def _fill(self, draft: Draft, row: Row, *, adding: bool = False) -> None:
        note_words(draft, row, spanning=not self.coded)
        note_choices(draft, row)
        year = self.year or (next(iter(draft.years)) if len(draft.years) == 1 else None)
        if adding:
            for of, amount in budget_of(row, year).items():
                draft.budget[of] = draft.budget.get(of, Decimal(0)) + amount
        else:
            self.unread.extend(note_figures(draft, row, self.document, year))
        indicator = indicator_of(row, self.document, year)
        if indicator is None:
            return
        if row.opens_page and draft.indicators and not indicator.targets and not indicator.baseline:
            draft.indicators[-1] = continued(draft.indicators[-1], indicator)
        else:
            draft.indicators.append(indicator)

    def _start(self, level: Level, name: str, row: Row, code: str | None = None) -> Draft:
        unit = unwrap(row.text("agency", carried=True))
        if unit and self.coded:
            self.unit = unit
        name, achieved = name_and_outcome(name)
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
        if achieved:
            draft.words["outcome"] = achieved
        draft.parent = self._parent(draft)
        quote = unwrap(row.section or row.text("name", "program", "kegiatan", "sub_kegiatan", "initiative")) or name
        draft.evidence.append(row.evidence(self.document.id, quote, row.box))
        self.programs.append(draft)
        self.current = draft
        return draft

    def _pillar(self, row: Row) -> Pillar | None:
        return one_pillar(row.text("pillar")) or self.setting.pillar

    def _parent(self, draft: Draft) -> Draft | None:
        if draft.code is None:
            return None
        wanted = codes.parent(draft.code) if codes.level(draft.code) == draft.level else draft.code.rpartition(".")[0]
        above = [other for other in reversed(self.programs) if other.code == wanted]
        return next((other for other in above if other.unit == draft.unit), above[0] if above else None)

    def _levelled(self, rows: Sequence[tuple[Row, str]]) -> None:
        """Names without codes: every name that is no outcome starts a program, its level is found by `Levels`."""
        rows = [(row, name) for row, words in rows for name in names_in(words)]
        levels = Levels(rows, self.document)
        funded = any(column.field in ("budget", "year") for column in self.run.columns)
        stack: dict[str, Draft] = {}
        for row, name in rows:
            if not name or is_total(name) or is_urusan(name):
                if self.current is not None and row.values:
                    self._fill(self.current, row, adding=not name and self._adds(self.current, row))
                continue
            level, plain = levels.of(row, name)
            if level is None and (is_outcome(name) or row.section):
                if self.current is not None and row.values:
                    key = "outcome" if self.current.level == "program" else "output"
                    self.current.words.setdefault(key, name)
                    self._fill(self.current, row)
                continue
            if level is None and (not funded or not levels.known_any):
                continue
            draft = self._start(level or "sub_kegiatan", plain, row)
            order = ("program", "kegiatan", "sub_kegiatan")
            above = order[: order.index(draft.level)]
            draft.parent = next((stack[name] for name in reversed(above) if name in stack), None)
            stack = {key: value for key, value in stack.items() if key in above}
            stack[draft.level] = draft
            self._first(draft, row)

    # one column a level: policy, program, kegiatan, output, outcome; initiatives; schedules

    def read_columns(self) -> None:
        columns = {column.field for column in self.run.columns}
        present: list[tuple[str, Level]] = [(level, level) for level in _LEVEL_COLUMNS if level in columns]
        if not present and "name" in columns:
            present = [("name", "program")]
        stack: dict[str, Draft] = {}
        for row in self.run.rows:
            if row.section:
                self._section(unwrap(row.section))
                continue
            goes_on = bool(stack) and self._goes_on(row)
            deepest: Draft | None = None
            begun: list[tuple[str, Draft]] = []
            for depth, (column, level) in enumerate(present):
                words = unwrap(row.text(column, carried=False))
                if not words or words in ("-", "–") or is_total(words):
                    deepest = stack.get(column) or deepest
                    continue
                if goes_on and column in stack:
                    deepest = stack[column]
                    deepest.name = f"{deepest.name} {words}"
                    continue
                code, words = self._code_beside(row, level, words)
                above = [name for name, _ in present[:depth]]
                draft = self._start(level, words, row, code)
                draft.parent = next((stack[name] for name in reversed(above) if name in stack), None)
                stack = {name: value for name, value in stack.items() if name in above}
                stack[column] = draft
                deepest = draft
                begun.append((column, draft))
            if deepest is not None:
                for column, draft in begun:
                    if draft is not deepest:
                        self._above_deepest(draft, column, row)
                of = next((column for column, draft in stack.items() if draft is deepest), None)
                self._extend(deepest, _owned_by(row, of), goes_on=goes_on)
        if len(present) > 1:
            self._join_namesakes()

    def _code_beside(self, row: Row, level: Level, words: str) -> tuple[str | None, str]:
        """The code of a name in its level's own column, and the name: it leads the words or stands in a code column."""
        coded = codes.leading(words)
        if coded is not None:
            return coded.code, coded.rest
        parts = [value.text for value in row.values if value.field == "code" and not value.carried]
        code = codes.joined(parts)
        return code if code is not None and codes.level(code) == level else None, words

    def _join_namesakes(self) -> None:
        """A program printed again for its next policy or activity is one program, with several places."""
        first: dict[str, Draft] = {}
        instead: dict[int, Draft] = {}
        for draft in self.programs:
            if draft.level != "program" or draft.budget:
                continue
            same = first.setdefault(text.normal(draft.name), draft)
            if same is not draft:
                same.merge(draft)
                instead[id(draft)] = same
        self.programs = [draft for draft in self.programs if id(draft) not in instead]
        for draft in self.programs:
            if draft.parent is not None:
                draft.parent = instead.get(id(draft.parent), draft.parent)

    def _extend(self, draft: Draft, row: Row, *, goes_on: bool) -> None:
        """Add the row to its deepest program; a second row of outputs adds to the first."""
        for name in ("output", "outcome"):
            words = unwrap(row.text(name, carried=False))
            before = draft.words.get(name)
            if words and before and words not in before:
                joint = " " if goes_on else "; "
                draft.words[name] = f"{before}{joint}{words}"
        agency = unwrap(row.text("agency", carried=False))
        if agency and draft.agency and agency not in draft.agency:
            draft.agency = f"{draft.agency}; {agency}"
        self._fill(draft, row)

    def _above_deepest(self, draft: Draft, column: str, row: Row) -> None:
        """Note what a row says of a program that has further levels beside it: what it serves, and its own measures."""
        for name in ("goal", "objective", "policy"):
            words = unwrap(row.text(name))
            if words:
                draft.words.setdefault(name, words)
        own = tuple(value for value in row.values if value.owner == column)
        if own:
            self._fill(draft, row._replace(values=own))

    def _goes_on(self, row: Row) -> bool:
        """Whether the first row of a page is the rest of the row before: no number, and words in mid-sentence."""
        if not row.opens_page or row.text("number", carried=False):
            return False
        cells = [unwrap(value.text) for value in row.values if not value.carried]
        numbered = any(column.field == "number" for column in self.run.columns)
        return any(cell[:1].islower() or cell[:1] in "(/,.-" for cell in cells) or (numbered and len(cells) == 1)

    def _section(self, words: str) -> None:
        pillar = one_pillar(words)
        if pillar is not None:
            self.setting = self.setting._replace(pillar=pillar)


def _owned_by(row: Row, column: str | None) -> Row:
    """The row without the measures of other levels."""
    if not any(value.owner for value in row.values):
        return row
    return row._replace(values=tuple(value for value in row.values if value.owner in (None, column)))


def _unit_of(row: Row) -> str | None:
    """The unit whose rows follow: a title across the table that names one, or a row with a unit's code."""
    if row.section:
        return unit_named(unwrap(row.section))
    cells = [row.text("code", carried=False), row.text("name", carried=False)]
    coded = next((cell for cell in cells if codes.is_unit(cell)), None)
    return codes.after_unit(" ".join(cells if coded is cells[0] else cells[1:])) if coded else None


def _repeats_total(target: Draft, amounts: dict[int, Decimal]) -> bool:
    """Whether figures below a program are not its own but those of one above it: the total, printed under a unit."""
    if not amounts or not target.budget or all(target.budget.get(year) == amount for year, amount in amounts.items()):
        return False
    higher = target.parent
    while higher is not None:
        if all(higher.budget.get(year) == amount for year, amount in amounts.items()):
            return True
        higher = higher.parent
    return False


def _spending_more(target: Draft, amounts: dict[int, Decimal]) -> Draft | None:
    """The nearest level above whose money holds figures that the target's own do not."""
    if not amounts or not target.budget or all(amount <= target.budget.get(y, amount) for y, amount in amounts.items()):
        return None
    higher = target.parent
    while higher is not None:
        if all(amount <= higher.budget.get(year, amount) for year, amount in amounts.items()):
            return higher
        higher = higher.parent
    return None


def _one_sided(rows: Sequence[Row]) -> list[Row]:
    """Rows that print two programs side by side, reduced to the right one, or to the left where the right is empty."""
    return [
        row._replace(values=tuple(v for v in row.values if v.side == (1 if _has_right(row) else 0)) + _numbers(row))
        if any(value.side for value in row.values)
        else row
        for row in rows
    ]


def _has_right(row: Row) -> bool:
    return any(v.side and v.field in ("name", "indicator", "budget") and v.text.strip(" -–\n") for v in row.values)


def _numbers(row: Row) -> tuple[Value, ...]:
    return tuple(value for value in row.values if value.field == "number") if _has_right(row) else ()
