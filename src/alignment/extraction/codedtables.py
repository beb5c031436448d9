"""Reads tables with one name column: a code leads, or words, numbers and indents say the level."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from alignment import i18n
from alignment.extraction.drafts import Draft, budget_of, note_figures
from alignment.extraction.levels import Levels
from alignment.extraction.rows import Row, Value
from alignment.extraction.tablereader import Reader
from alignment.extraction.wording import (
    is_outcome,
    is_total,
    is_urusan,
    level_word,
    names_in,
    unit_named,
    unwrap,
)
from alignment.grammar import codes
from alignment.models.program import Level, Unread

_SPOILT = re.compile(r"(?:\d[\d.,]{3,}|(?=\S*\d)\S+\.\S+\.\S+(?=\s))\s*[-–]?\s*")
"""Figures and dots at the head of a name: a code with a slip in it ("213.05 Program", "T21g01.2.08.0004 Sub Kegiatan").
"""
_ABOVE: dict[Level, Level] = {"kegiatan": "program", "sub_kegiatan": "kegiatan"}
_COUNTED = re.compile(r"\d{1,2}(?:-\d{1,2})+")
"""The number of a goal or objective: "4-1-2"."""


class CodedReader(Reader):
    """One name column."""

    coded = True
    money_by_indicator = False

    def read(self) -> None:
        """Read every row of the run."""
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
        named = spoilt and word is not None
        if not named and (not budget_of(row, self.year) or not (spoilt or word == "program")):
            return False
        if is_outcome(name) or _COUNTED.fullmatch(row.text("code", carried=False).strip()):  # a goal
            self.current = None
            return True
        if word is None:
            place = row.evidence(self.document.id, name, row.box)
            self.unread.append(Unread(evidence=place, reason=i18n.both("extract.code_unread", row=name[:80])))
            self.current = None
        else:
            draft = self._start(word, level_word(_SPOILT.sub("", name))[1], row)
            above = (other for other in reversed(self.programs[:-1]) if other.level == _ABOVE.get(word))
            draft.parent = next(above, None)
            self._first(draft, row)
        return True

    def _first(self, draft: Draft, row: Row) -> None:
        self._fill(draft, row)
        draft.measured = self.money_by_indicator and bool(draft.indicators and draft.budget)

    def _adds(self, draft: Draft, row: Row) -> bool:
        """Whether a row without a name is a further line of the program's money: in old tables every indicator has a
        row with its own figures, the first in the program's own row; in new ones the rows below repeat the total."""
        return draft.measured and bool(budget_of(row, self.year)) and bool(row.text("indicator", carried=False))

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
            draft = self._start(level or levels.otherwise, plain, row)
            above = codes.PLANNED[: codes.PLANNED.index(draft.level)]
            draft.parent = next((stack[name] for name in reversed(above) if name in stack), None)
            stack = {key: value for key, value in stack.items() if key in above}
            stack[draft.level] = draft
            self._first(draft, row)


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
