"""Program forms in files without positions (XLSX, CSV, DOCX, Markdown): one row a program, its words kept verbatim.

Forms that are printed in a PDF are stitched over pages like every other table (`stitch`, `tables`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from alignment import i18n
from alignment.extraction import choices
from alignment.extraction.answering import answering
from alignment.extraction.captions import Setting, scaled, setting, titles
from alignment.extraction.columns import DATED, Column
from alignment.extraction.drafts import TICKS, Draft
from alignment.extraction.fields import NOTHING, note
from alignment.extraction.heads import HeadBlock, choose, head_blocks, rows_of
from alignment.extraction.layouts import NUMBERED, read_head
from alignment.extraction.places import lines_of, place_of, without
from alignment.extraction.wording import is_total, level_word, one_pillar, pillars_named, unit_in_brackets
from alignment.grammar import codes, money
from alignment.models.document import Cell, Document, Evidence, Page, Period, Table
from alignment.models.program import Indicator, Pillar, Unread
from alignment.reading.shading import MARK

_LEVEL_COLUMNS = ("program", "kegiatan", "initiative", "name")
_MEASURES = frozenset(["indicator", "unit", "baseline", "target", "end_target", "number", "note", None])
"""What a row may hold that only adds an indicator to the program above it."""
_TITLE_SHARE = 0.5
"""A single merged cell over this share of the columns is a title between the rows."""
_TITLE = re.compile(r"(?i)(?:[a-z\d]{1,4}[.)])?\s*(?:dimensi|pilar)?\W*")
"""What may stand beside the name of a pillar in a title that is not merged: "A.", "Dimensi"."""
_QUOTED = 60


class Forms(NamedTuple):
    """What the forms of a document gave, and the document without them."""

    programs: list[Draft]
    unread: list[Unread]
    rest: Document
    tables: int
    """How many tables were forms."""


class _Said(NamedTuple):
    """What a row says in one column. `carried`: the cell started in a row above and spans this one."""

    column: Column
    text: str
    carried: bool


def read_forms(document: Document) -> Forms:
    """The rows of all program forms of a document. Several forms are several tables: they are numbered from 0."""
    programs: list[Draft] = []
    unread: list[Unread] = []
    pages: list[Page] = []
    count = 0
    place = Setting()
    for page in document.pages:
        others: list[Table] = []
        last: HeadBlock | None = None
        top = 0
        place = setting([page.name], place) if page.name else place
        for table in page.tables if not page.height else ():
            head = _head(table, document.period)
            above = [] if head is None else titles(table, range(head.start))
            if table.line is not None:
                above = [*(line.text for line in page.lines[top : table.line]), *above]
                top = lines_of(table).stop
            place = setting(above, place)
            if head is not None:
                head = head._replace(columns=scaled(head.columns, above))
            elif last is not None and _goes_on(table, last, document.period):
                head = HeadBlock(0, 0, last.columns)
            last = head
            if head is None:
                others.append(table)
                continue
            reader = _Reader(table, head, count, page, document, place)
            reader.read()
            programs += reader.programs
            unread += reader.unread
            count += 1
        pages.append(page if page.height or len(others) == len(page.tables) else without(page, others))
    rest = document.model_copy(update={"pages": tuple(pages)}) if count else document
    return Forms(programs, unread, rest, count)


def _head(table: Table, period: Period | None) -> HeadBlock | None:
    """The head of a form; None where the table is another one. A row of data never counts as head, whatever it says:
    below the first row only cells under a spanning one do ("Anggaran" over "2026", "2027"), and column numbers."""
    starts = (row for block in head_blocks(table, period) for row in range(block.start, block.end))
    for start in starts:  # titles over groups of columns may look like the first row of the head
        end = _head_end(table, start)
        cells = tuple(cell for cell in table.cells if start <= cell.row < end)
        cut = table.model_copy(update={"rows": end, "cells": cells})
        for found in head_blocks(cut, period):
            block = found._replace(columns=answering(found.columns, table, found.end))
            layout = choose(block.columns)
            levels = [column for column in block.columns if column.field in _LEVEL_COLUMNS]
            if block.start == start and layout is not None and layout.rows == "form" and len(levels) == 1:
                return block
    return None


def _head_end(table: Table, start: int) -> int:
    rows = rows_of(table)
    heads = [cell for cell in rows[start] if cell.text.strip()]
    end = max((cell.row + cell.row_span for cell in heads), default=start + 1)
    wide = [cell for cell in heads if cell.column_span > 1]
    while end < len(rows):
        filled = [cell for cell in rows[end] if cell.text.strip()]
        below = all(any(w.column <= c.column < w.column + w.column_span for w in wide) for c in filled)
        is_head = _numbers(filled, table) or (below and all(read_head(cell.text) for cell in filled))
        if not filled or not is_head:
            break
        end += 1
    return end


def _numbers(cells: Sequence[Cell], table: Table) -> bool:
    """Whether a row numbers the columns: (1), (2), (3) under most of them."""
    if not cells or len(cells) * 2 < table.columns or any(read_head(cell.text) is not NUMBERED for cell in cells):
        return False
    counted = [int("".join(filter(str.isdecimal, cell.text.split("=")[0])) or 0) for cell in cells]
    return counted == list(range(counted[0], counted[0] + len(counted)))


def _goes_on(table: Table, head: HeadBlock, period: Period | None) -> bool:
    return float(table.columns) == head.columns[-1].x1 and not head_blocks(table, period)


class _Reader:
    def __init__(
        self, table: Table, head: HeadBlock, number: int, page: Page, document: Document, place: Setting
    ) -> None:
        self.table, self.head, self.number, self.page, self.document = table, head, number, page, document
        self.programs: list[Draft] = []
        self.unread: list[Unread] = []
        self.pillar: Pillar | None = one_pillar(page.name or "") or place.pillar
        self.horizon = place.horizon
        self.quick_win = place.quick_win
        self.year = place.year
        self.fields = {column.field for column in head.columns}
        self.heads = {
            (cell.column, cell.text.strip()) for cell in table.cells if head.start <= cell.row < head.end and cell.text
        }

    def read(self) -> None:
        for index, cells, spanning in self._rows():
            filled = [cell for cell in cells if cell.text.strip()]
            if not filled or (len(filled) > 1 and all((c.column, c.text.strip()) in self.heads for c in filled)):
                continue
            if len(filled) == 1 and not spanning and self._is_title(filled[0]):
                continue
            said = [*self._said(filled, carried=False), *self._said(spanning, carried=True)]
            if said:
                self._row(index, said)

    def _rows(self) -> Iterator[tuple[int, list[Cell], list[Cell]]]:
        """Row number, the cells that start in it, and those that span it from above."""
        covering: list[Cell] = []
        for index, cells in enumerate(rows_of(self.table)):
            if index < self.head.end:
                continue
            covering = [cell for cell in covering if cell.row + cell.row_span > index]
            yield index, cells, [cell for cell in covering if cell.text.strip()]
            covering += [cell for cell in cells if cell.row_span > 1]

    def _said(self, cells: Sequence[Cell], *, carried: bool) -> Iterator[_Said]:
        for cell in cells:
            column = next((one for one in self.head.columns if one.x0 <= cell.column < one.x1), None)
            words = cell.text.strip()
            if column is None or column.field is None or words in NOTHING:
                continue
            if words != MARK or column.field in DATED:
                yield _Said(column, words, carried)

    def _is_title(self, cell: Cell) -> bool:
        """Whether the only words of a row are a title between the rows; what it says holds for the rows below."""
        wide = cell.column_span > 1 and cell.column_span >= _TITLE_SHARE * self.table.columns
        pillar = one_pillar(cell.text)
        if pillar is not None and (wide or _only_names_a_pillar(cell.text)):
            self.pillar = pillar
        elif not wide:
            return False
        self.horizon = choices.horizon(cell.text) or self.horizon
        return True

    def _row(self, index: int, said: Sequence[_Said]) -> None:
        name = next((one for one in said if one.column.field in _LEVEL_COLUMNS), None)
        own = [one for one in said if not one.carried]
        if name is not None and not name.carried:
            if is_total(name.text):
                return
            self._start(index, name, own)
        elif not self.programs or (name is None and any(one.column.field not in _MEASURES for one in own)):
            self._miss(index, " | ".join(one.text for one in own), "form_no_name")
            return
        self._fill(self.programs[-1], index, own)

    def _start(self, index: int, name: _Said, own: Sequence[_Said]) -> None:
        words = " ".join(name.text.split())
        parts = [one.text for one in own if one.column.field == "code"]
        coded = codes.leading(" ".join(parts)) if parts else codes.leading(words)
        plain = coded.rest if coded and not parts and coded.rest else words
        level = (codes.level(coded.code) if coded else None) or level_word(plain)[0] or "initiative"
        draft = Draft(level, plain, coded.code if coded else None, run=self.number, listed=True)
        draft.pillar, draft.horizon, draft.quick_win = self.pillar, self.horizon, self.quick_win
        draft.evidence.append(self._place(index, name.text))
        self.programs.append(draft)

    def _fill(self, draft: Draft, index: int, own: Sequence[_Said]) -> None:
        for one in own:
            if not note(draft, one.column.field, one.text):
                self._miss(index, one.text, "form_choice", column=self._head_words(one.column), program=draft.name)
        self._figures(draft, index, own)
        self._indicator(draft, index, own)

    def _figures(self, draft: Draft, index: int, own: Sequence[_Said]) -> None:
        """Budgets by year; a column without a year is meant for the only year that the program or the plan has."""
        for one in own:
            column, words = one.column, one.text
            if column.field == "year" and column.year and words in TICKS:
                draft.years.add(column.year)
                continue
            if column.field != "budget" and not (column.field == "year" and money.is_amount(words)):
                continue
            amount = money.parse(words, column.scale)
            year = column.year or self._only_year(draft)
            if amount is None or year is None or draft.budget.get(year, amount) != amount:
                why = "figure_unread" if amount is None else "form_no_year" if year is None else "form_figure_again"
                self._miss(index, words, why, figure=words[:_QUOTED], program=draft.name[:_QUOTED])
            else:
                draft.budget[year] = amount

    def _only_year(self, draft: Draft) -> int | None:
        period = self.document.period
        if len(draft.years) == 1:
            return next(iter(draft.years))
        return period.start if period is not None and period.start == period.end else self.year

    def _indicator(self, draft: Draft, index: int, own: Sequence[_Said]) -> None:
        words = {one.column.field: one for one in reversed(own) if one.column.field in _MEASURES}
        targets = {
            one.column.year: one.text
            for one in own
            if one.column.year and (one.column.field == "target" or (one.column.field == "year" and _is_target(one)))
        }
        end = words.get("end_target") or next(
            (one for one in own if one.column.field == "target" and not one.column.year), None
        )
        baseline, unit = words.get("baseline"), words.get("unit")
        if "indicator" not in words:
            if targets or end or baseline or unit:
                left = [one.text for one in own if one.column.field in _MEASURES]
                self._miss(index, " | ".join(left), "form_no_indicator", program=draft.name[:_QUOTED])
            return
        whole = words["indicator"].text
        name, unit_in_name = (whole, None) if "unit" in self.fields else unit_in_brackets(whole)
        indicator = Indicator(
            name=name or whole,
            unit=unit.text if unit else unit_in_name,
            baseline=baseline.text if baseline else None,
            baseline_year=baseline.column.year if baseline else None,
            targets=targets,
            end_target=end.text if end else None,
            evidence=(self._place(index, whole),),
        )
        draft.indicators.append(indicator)

    def _miss(self, index: int, words: str, why: str, **facts: object) -> None:
        short = {name: str(fact)[:_QUOTED] for name, fact in facts.items()}
        self.unread.append(Unread(evidence=self._place(index, words), reason=i18n.both(f"extract.{why}", **short)))

    def _head_words(self, column: Column) -> str:
        cells = (cell for cell in self.table.cells if self.head.start <= cell.row < self.head.end)
        return next((" ".join(c.text.split()) for c in cells if column.x0 <= c.column < column.x1), column.field or "")

    def _place(self, index: int, quote: str) -> Evidence:
        return Evidence(document=self.document.id, quote=quote, place=place_of(self.page, self.table, index))


def _only_names_a_pillar(words: str) -> bool:
    rest = words
    for start, end, _ in reversed(pillars_named(words)):
        rest = rest[:start] + rest[end:]
    return rest == words or _TITLE.fullmatch(rest.strip()) is not None or choices.horizon(rest) is not None


def _is_target(one: _Said) -> bool:
    return one.text not in TICKS and not money.is_amount(one.text)
