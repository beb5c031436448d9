"""The columns that a head names, and what they mean beside each other."""

from __future__ import annotations

import re
from typing import NamedTuple

from alignment.models.document import Cell

NAMES = ("name", "program", "kegiatan", "sub_kegiatan", "initiative")
"""Fields whose cells name programs."""
MEASURES = ("indicator", "unit", "baseline", "target", "end_target", "budget", "year")

DATED = ("year", "phase")
"""Fields that say when: what stands in them may be a tick or a colour."""

_FIELD = re.compile(r"\s*bidang\s*", re.IGNORECASE)
_CONCERNED = re.compile(r"terkait|pendukung|mitra|lain", re.IGNORECASE)


class Column(NamedTuple):
    """A column of a table: what stands in it, for which year, and from where to where it runs."""

    field: str | None
    year: int | None
    x0: float
    x1: float
    scale: int = 1
    """What its figures are multiplied by."""
    owner: str | None = None
    """The level whose measures stand here, where each level has its own columns for them."""
    head: str = ""
    """Its words: "Jangka Pendek (2025-2026)"."""
    side: int = 0
    """1 in the right half of a table with two programs side by side."""


def extent(cell: Cell) -> tuple[float, float]:
    """From where to where a cell runs: points, or grid columns where the format has no positions."""
    if cell.box is not None:
        return cell.box[0], cell.box[2]
    return float(cell.column), float(cell.column + cell.column_span)


def meant(columns: list[Column]) -> tuple[Column, ...]:
    """The columns of one head, each with the field that the others show it to be."""
    return tuple(_sided(_owned(_ended(_measured(_funded(_summed(_begun(_paired(described(columns))))))))))


def described(columns: list[Column]) -> list[Column]:
    """Where codes stand beside a column that is only headed "Uraian", that names the programs."""
    fields = [column.field for column in columns]
    if "code" not in fields or fields.count("description") != 1 or any(name in fields for name in NAMES):
        return columns
    return [c._replace(field="name") if c.field == "description" else c for c in columns]


def _paired(columns: list[Column]) -> list[Column]:
    """Of two columns of initiatives ("Inisiatif Strategis", "Rencana Aksi") the right one has what is done for the left
    one, and of several columns of agencies those concerned are no agency in charge."""
    initiatives = [n for n, c in enumerate(columns) if c.field == "initiative"]
    programs = [n for n, c in enumerate(columns) if c.field == "program"]
    agencies = [n for n, c in enumerate(columns) if c.field == "agency"]
    concerned = [n for n in agencies if _CONCERNED.search(columns[n].head)]
    found = list(columns)
    if len(initiatives) == 2 and not any(c.field == "kegiatan" for c in columns):
        found[initiatives[1]] = found[initiatives[1]]._replace(field="kegiatan")
    for n in programs[1:]:  # "Program Unggulan", "Program RPJMD"
        found[n] = found[n]._replace(field="links")
    for n in concerned if len(concerned) < len(agencies) else ():
        found[n] = found[n]._replace(field="links")
    for n in agencies[:-1]:  # "Bidang" of what is done, before "Penanggung Jawab"
        found[n] = found[n]._replace(field="policy") if _FIELD.fullmatch(columns[n].head) else found[n]
    return found


def _funded(columns: list[Column]) -> list[Column]:
    """Where each source of money has its column, their sum is the budget."""
    fields = [column.field for column in columns]
    if "source" not in fields or "budget" in fields or fields.count("total") != 1:
        return columns
    return [c._replace(field="budget") if c.field == "total" else c for c in columns]


def _measured(columns: list[Column]) -> list[Column]:
    """Bare years beside an indicator hold targets, however large, where money has columns of its own."""
    fields = [column.field for column in columns]
    if "indicator" not in fields or "budget" not in fields:
        return columns
    return [c._replace(field="target") if c.field == "year" else c for c in columns]


def _begun(columns: list[Column]) -> list[Column]:
    """What was reached before a plan's years is where it starts from, unless the table looks back more than ahead."""
    ahead = {c.year for c in columns if c.year is not None and c.field in ("target", "budget", "year")}
    past = [c.year for c in columns if c.field == "past"]
    years = [year for year in past if year is not None]
    if not past or len(ahead) <= len(past) or len(years) < len(past) or max(years) >= min(ahead):
        return columns
    latest = max(years)
    return [c._replace(field="baseline" if c.year == latest else "note") if c.field == "past" else c for c in columns]


def _summed(columns: list[Column]) -> list[Column]:
    """The sum over kinds of expenditure is the budget, where no other column says it."""
    fields = [column.field for column in columns]
    if "expenditure" not in fields or fields.count("total") != 1 or "budget" in fields or "year" in fields:
        return columns
    return [c._replace(field="budget") if c.field == "total" else c for c in columns]


def _ended(columns: list[Column]) -> list[Column]:
    """What a head gives the last year a second time is of the plan's end, and what follows that is no measure: the
    words over the years run too far where a head was read from a picture. All other years have one target each."""
    years = [c.year for c in columns if c.field == "target" and c.year is not None]
    if len(set(years)) < 2 or any(years.count(year) > 1 for year in years if year != max(years)):
        return columns
    last = next(n for n, c in enumerate(columns) if c.field == "target" and c.year == max(years))
    ended = {"target": "end_target", "budget": "total"}
    taken: set[str] = set()
    found = columns[: last + 1]
    for column in columns[last + 1 :]:
        field = column.field
        if field in ended and (column.year is None or (field, column.year) in {(c.field, c.year) for c in found}):
            field = ended[field]
        if field in ended.values() and field in taken:
            field = None
        taken |= {field or ""}
        found.append(column if field == column.field else column._replace(field=field, year=None))
    return found


def _owned(columns: list[Column]) -> list[Column]:
    """In a table with a column a level and measures beside each, a measure is of the level on its left."""
    if sum(c.field == "indicator" for c in columns) < 2 or sum(c.field in NAMES for c in columns) < 2:
        return columns
    owner: str | None = None
    owned: list[Column] = []
    for column in columns:
        owner = column.field if column.field in NAMES else owner
        owned.append(column._replace(owner=owner) if column.field in MEASURES else column)
    return owned


def _sided(columns: list[Column]) -> list[Column]:
    """Marks a nameless first column as the rows' numbers, and the second half of a table that prints two programs side
    by side (a review of the draft RKPD: what was planned, what is needed)."""
    names = [index for index, column in enumerate(columns) if column.field == "name"]
    if names and names[0] == 1 and columns[0].field is None:
        columns[0] = columns[0]._replace(field="number")
    apart = [index for index in names if index > names[0] + 1]
    if not apart:
        return columns
    return [column._replace(side=1) if index >= apart[0] else column for index, column in enumerate(columns)]
