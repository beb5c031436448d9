"""Reads tables with one column a level: policy, program, kegiatan, output, outcome; initiatives; schedules."""

from __future__ import annotations

from alignment import text
from alignment.extraction.drafts import Draft
from alignment.extraction.stitch import Row
from alignment.extraction.tablereader import Reader
from alignment.extraction.wording import (
    is_total,
    one_pillar,
    unwrap,
)
from alignment.grammar import codes
from alignment.models.program import Level

LEVEL_COLUMNS: tuple[Level, ...] = ("program", "initiative", "kegiatan", "sub_kegiatan")
"""Columns of names that say their level; fields and levels are named alike."""


class ColumnsReader(Reader):
    """One column a level."""

    coded = False

    def read(self) -> None:
        """Read every row of the run."""
        columns = {column.field for column in self.run.columns}
        present: list[tuple[str, Level]] = [(level, level) for level in LEVEL_COLUMNS if level in columns]
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
