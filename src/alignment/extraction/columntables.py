"""Reads tables with one column a level: policy, program, kegiatan, output, outcome; initiatives; schedules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import chain

from alignment import text
from alignment.extraction.announcing import names_only_a_pillar
from alignment.extraction.columns import MEASURES
from alignment.extraction.drafts import Draft
from alignment.extraction.indicators import parts_of
from alignment.extraction.labels import Label, labelled
from alignment.extraction.layouts import read_head
from alignment.extraction.rows import Row, Value
from alignment.extraction.tablereader import Reader
from alignment.extraction.wording import (
    is_outcome,
    is_total,
    level_word,
    listed,
    pillars_named,
    unit_named,
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
        rows = _whole(self.run.rows, numbered="number" in columns)
        if not present and "name" in columns:
            present = [(level, level) for level in codes.PLANNED]
            rows = _by_number(rows)
        rows = [_titled(row, columns) for row in rows]
        if ("program", "program") not in present and any(row.text("program") for row in rows):
            present = [("program", "program"), *present]
        names = [column for column, _ in present]
        stack: dict[str, Draft] = {}
        for row in chain.from_iterable(_items(row, names) for row in rows):
            title = row.section or _title(row, names)
            if title:
                self._section(unwrap(title))
                continue
            deepest: Draft | None = None
            begun: list[tuple[str, Draft]] = []
            for depth, (column, level) in enumerate(present):
                words = " ".join(listed(row.text(column, carried=False)))
                if not words or words in ("-", "–") or is_total(words):
                    deepest = stack.get(column) or deepest
                    continue
                code, words = self._code_beside(row, level, words)
                above = names[:depth]
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
                self._extend(deepest, _owned_by(row, of))
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

    def _extend(self, draft: Draft, row: Row) -> None:
        """Add the row to its deepest program; a second row of outputs adds to the first."""
        for name in ("output", "outcome"):
            words = unwrap(row.text(name, carried=False))
            before = draft.words.get(name)
            if words and before and words not in before:
                draft.words[name] = f"{before}; {words}"
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


def _titled(row: Row, columns: Set[str | None]) -> Row:
    """A title across a table of activities that names their program ("Program 2: Pasar Sehat"), as its row."""
    words = unwrap(row.section or "")
    if not words or "program" in columns or columns.isdisjoint(LEVEL_COLUMNS) or pillars_named(words):
        return row
    label = labelled(words)
    if label is None and level_word(words)[0] == "program" and read_head(words) is None:
        label = Label("program", None, words)
    if label is None or label.field != "program" or not label.value:
        return row
    return row._replace(section=None, values=(Value("program", None, label.value, row.box, 1, carried=False),))


def _title(row: Row, names: Sequence[str]) -> str:
    """The words of a row whose name is a pillar or an agency and nothing else: a title among the rows."""
    words = unwrap(row.text(*reversed(names), carried=False))
    return words if words and (names_only_a_pillar(words) or (row.wide and unit_named(words))) else ""


def _by_number(rows: Sequence[Row]) -> list[Row]:
    """The rows of a single column of names, each name in the column of its level: every further kind of number ("1",
    "1.1", "a") stands one level lower. What is achieved names no program."""
    kinds: list[str] = []
    return [_levelled(row, kinds) if row.text("name", carried=False) else row for row in rows]


def _levelled(row: Row, kinds: list[str]) -> Row:
    """The row with its name in the column of its level; `kinds`: the kinds of numbers so far, this row's is added."""
    kind = _kind(row.text("number", carried=False))
    if not row.wide and kind not in kinds:
        kinds.append(kind)
    depth = kinds.index(kind) if kind in kinds else 0
    level = codes.PLANNED[min(depth, len(codes.PLANNED) - 1)]
    field = "outcome" if is_outcome(unwrap(row.text("name", carried=False))) else level
    return row._replace(values=tuple(v._replace(field=field) if v.field == "name" else v for v in row.values))


def _kind(number: str) -> str:
    plain = number.strip(" .()")
    if plain and all(part.isdigit() for part in plain.split(".")):
        return f"digit {plain.count('.')}"
    return "upper" if plain.isupper() else "lower" if plain else ""


def _whole(rows: Sequence[Row], *, numbered: bool) -> list[Row]:
    """The rows, those that a page break cut put together again: each cell goes on where its column's last one began."""
    whole: list[Row] = []
    for row in rows:
        if whole and _goes_on(row, numbered=numbered):
            for value in row.values:
                if not value.carried:
                    _append(whole, value)
        else:
            whole.append(row)
    return whole


def _append(rows: list[Row], rest: Value) -> None:
    for index in range(len(rows) - 1, -1, -1):
        values = rows[index].values
        at = next((n for n, value in enumerate(values) if _place(value) == _place(rest)), None)
        if at is None:
            break
        if not values[at].carried:
            whole = values[at]._replace(text=f"{values[at].text}\n{rest.text}")
            rows[index] = rows[index]._replace(values=(*values[:at], whole, *values[at + 1 :]))
            return
    rows[-1] = rows[-1]._replace(values=(*rows[-1].values, rest))


def _place(value: Value) -> tuple[str, int | None, int, str | None, str]:
    return value.field, value.year, value.side, value.owner, value.head


def _goes_on(row: Row, *, numbered: bool) -> bool:
    """Whether the first row of a page is the rest of the row before: no number, and words in mid-sentence."""
    if not row.opens_page or row.section or row.text("number", carried=False):
        return False
    cells = [unwrap(value.text) for value in row.values if not value.carried]
    return any(cell[:1].islower() or cell[:1] in "(/,.-" for cell in cells) or (numbered and len(cells) == 1)


def _items(row: Row, names: Sequence[str]) -> Iterator[Row]:
    """A row whose deepest name, or else whose indicator, lists several is one row for each of them: a cell that lists
    as many gives each its own; what is measured once is of the level above, all else is said of each."""
    deepest = next((name for name in reversed(names) if row.text(name, carried=False)), None)
    leading = next((field for field in (deepest, "indicator") if field and len(_listed(row, field)) > 1), None)
    if leading is None:
        yield row
        return
    count = len(_listed(row, leading))
    above = next((name for name in reversed(names[: names.index(leading)])), None) if leading in names else None
    parts = [parts_of(value, count) or listed(value.text) for value in row.values]
    for number in range(count):
        values: list[Value] = []
        for value, items in zip(row.values, parts, strict=True):
            if len(items) == count:
                values.append(value._replace(text=items[number]))
            elif above is not None and value.field in MEASURES and not value.carried:
                values.append(value._replace(owner=above, carried=number > 0))
            else:
                values.append(value._replace(carried=value.carried or number > 0))
                if above is not None and value.field == "time" and number == 0:
                    values.append(value._replace(owner=above))
        yield row._replace(values=tuple(values))


def _listed(row: Row, field: str) -> list[str]:
    return listed("\n".join(value.text for value in row.values if value.field == field and not value.carried))


def _owned_by(row: Row, column: str | None) -> Row:
    """The row without the measures of other levels."""
    if not any(value.owner for value in row.values):
        return row
    return row._replace(values=tuple(value for value in row.values if value.owner in (None, column)))
