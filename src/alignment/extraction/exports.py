"""Exports of SIPD: one row an account, with code and name of its program, kegiatan and sub kegiatan in every row.

A program is printed in as many rows as it has accounts; its budget is their sum, unit by unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from alignment import i18n, resources, text, yamlfile
from alignment.extraction.drafts import Draft
from alignment.extraction.heads import rows_of
from alignment.extraction.places import place_of, without
from alignment.extraction.wording import unwrap
from alignment.grammar import codes, money, periods
from alignment.models.document import Cell, Document, Evidence, Page, Table
from alignment.models.program import Indicator, Unread

_DEEPEST_HEAD = 15
"""Rows of titles and filters that may stand above the head."""
_QUOTED = 60
_MONEY = {"budget": 0, "forward": 1}
"""The columns of money, and how many years after the row's year theirs is."""


class Exports(NamedTuple):
    """What the exports in a document gave, and the document without them."""

    programs: list[Draft]
    unread: list[Unread]
    rest: Document


class _Column(NamedTuple):
    field: str
    year: int | None
    scale: int


class _Head(NamedTuple):
    row: int
    columns: Mapping[int, _Column]


def read_exports(document: Document) -> Exports:
    """The programs of all exports in a document without pages."""
    reader = _Reader(document)
    pages: list[Page] = []
    for page in document.pages:
        heads = [] if page.height else [(table, head) for table in page.tables if (head := _head(table)) is not None]
        for table, head in heads:
            reader.read(page, table, head)
        kept = [table for table in page.tables if all(table is not export for export, _ in heads)]
        pages.append(without(page, kept) if heads else page)
    rest = document.model_copy(update={"pages": tuple(pages)}) if reader.programs else document
    return Exports(list(reader.programs.values()), reader.unread, rest)


def _head(table: Table) -> _Head | None:
    """The row that names code and name of two levels at least, and the money."""
    for number, row in enumerate(rows_of(table)[:_DEEPEST_HEAD]):
        columns = {cell.column: column for cell in row if (column := _column(cell)) is not None}
        fields = {column.field for column in columns.values()}
        levels = sum({f"{level}_code", f"{level}_name"} <= fields for level in codes.PLANNED)
        if levels > 1 and "budget" in fields:
            return _Head(number, columns)
    return None


def _column(cell: Cell) -> _Column | None:
    words = [word for word in text.normal(cell.text.replace("_", " ")).split() if word not in ("rp", "rupiah")]
    years = periods.years(cell.text)
    field = _fields().get(" ".join(word for word in words if not (years and word == str(years[0]))))
    return None if field is None else _Column(field, years[0] if years else None, money.scale(cell.text))


@cache
def _fields() -> Mapping[str, str]:
    data = yamlfile.load(resources.rules_folder() / "lexicon" / "exports.yaml").data
    return {words: field for field, heads in data.items() for words in heads}


class _Reader:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.programs: dict[tuple[str, str, str], Draft] = {}
        self.unread: list[Unread] = []

    def read(self, page: Page, table: Table, head: _Head) -> None:
        usual = _year(self.document, page, table, head)
        undated: list[Evidence] = []
        for number, row in enumerate(rows_of(table)[head.row + 1 :], head.row + 1):
            said = {head.columns[c.column]: unwrap(c.text) for c in row if c.column in head.columns}
            words = {column.field: value for column, value in said.items() if value}
            place = place_of(page, table, number)
            drafts = self._drafts(words, place)
            if drafts:
                own = periods.years(words.get("year", ""))
                year = own[0] if own else usual
                undated += self._add(drafts, said, year, place)
                quote = words.get("indicator", "")
                _measure(drafts[-1], words, year, Evidence(document=self.document.id, quote=quote, place=place))
        if undated:
            reason = i18n.both("extract.export_no_year", count=len(undated))
            self.unread.append(Unread(evidence=undated[0], reason=reason))

    def _drafts(self, words: Mapping[str, str], place: str | None) -> list[Draft]:
        """The program, kegiatan and sub kegiatan of a row, each hanging on the one before."""
        agency, unit = words.get("agency"), words.get("unit")
        drafts: list[Draft] = []
        for level in codes.PLANNED:
            coded, name = codes.leading(words.get(f"{level}_code", "")), words.get(f"{level}_name")
            if coded is None or name is None:
                continue
            key = (coded.code, agency or "", unit or "")
            draft = self.programs.get(key)
            if draft is None:
                draft = self.programs[key] = Draft(
                    level, name, coded.code, unit or agency, agency or unit, drafts[-1] if drafts else None, run=-2
                )
                draft.evidence.append(Evidence(document=self.document.id, quote=name, place=place))
            if (source := words.get("funding")) and source not in draft.funding:
                draft.funding.append(source)
            drafts.append(draft)
        return drafts

    def _add(
        self, drafts: Sequence[Draft], said: Mapping[_Column, str], row_year: int | None, at: str | None
    ) -> Iterator[Evidence]:
        """Adds the figures of a row to its programs, and gives those that are of no year."""
        for column, words in said.items():
            if column.field not in _MONEY or not words:
                continue
            year, amount = column.year or row_year, money.parse(words, column.scale)
            if year is not None and column.year is None:
                year += _MONEY[column.field]
            place = Evidence(document=self.document.id, quote=words, place=at)
            if amount is None:
                facts = {"figure": words[:_QUOTED], "program": drafts[-1].name[:_QUOTED]}
                self.unread.append(Unread(evidence=place, reason=i18n.both("extract.figure_unread", **facts)))
            elif year is None:
                yield place
            else:
                for draft in drafts:
                    draft.budget[year] = draft.budget.get(year, Decimal(0)) + amount


def _measure(draft: Draft, words: Mapping[str, str], year: int | None, place: Evidence) -> None:
    """Note where the deepest level of a row works and what it is measured by, once for all its accounts."""
    if location := words.get("location"):
        draft.words.setdefault("location", location)
    name, target = words.get("indicator"), words.get("target")
    if name and all(name != known.name for known in draft.indicators):
        targets = {year: target} if target and year is not None else {}
        draft.indicators.append(Indicator(name=name, unit=words.get("measure"), targets=targets, evidence=(place,)))


def _year(document: Document, page: Page, table: Table, head: _Head) -> int | None:
    """The year of figures whose row and head name none: of the rows above the head, the plan, the sheet or the file."""
    above = " ".join(cell.text for cell in table.cells if cell.row < head.row)
    period = document.period
    planned = str(period.start) if period is not None and period.start == period.end else ""
    said = (years for words in (above, planned, page.name, document.name) if (years := periods.years(words or "")))
    return next(said, (None,))[0]
