"""The official nomenclature (Permendagri 90/2019 and its updates), any edition, down to sub kegiatan.

Three layouts are known: a code column and a name column; a code split over several columns before the name column; and
one column a level (bidang, program, kegiatan, sub kegiatan) with code and name in one cell.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from alignment.corpora.importing import sheet, target
from alignment.corpora.loading import load
from alignment.corpora.manifest import Column
from alignment.corpora.nomenclature import canonical
from alignment.corpora.writing import Row

COLUMNS: sheet.Columns = {
    "code": ("kode", "kode rekening", "kode nomenklatur", "code"),
    "name": ("nama", "nomenklatur*", "uraian*", "name"),
    "bidang": ("bidang", "bidang urusan", "urusan bidang"),
    "program": ("program",),
    "kegiatan": ("kegiatan",),
    "sub_kegiatan": ("subkegiatan", "sub kegiatan"),
    "previous": ("subkegiatan sebelumnya", "sub kegiatan sebelumnya", "previous"),
    "indicator": ("indikator*", "indicator"),
    "unit": ("satuan", "unit"),
    "definition": ("definisi*", "definition"),
    "government": ("jenis pemda", "pemda", "government"),
}
_MORE = (
    Column(name="indicator", description="indicator of a sub kegiatan"),
    Column(name="unit", description="its unit"),
    Column(name="definition", description="its operational definition"),
)
_LEVELS = {1: "urusan", 2: "bidang", 3: "program", 5: "kegiatan", 6: "sub_kegiatan"}
_CODED = re.compile(r"([0-9X]+(?:\.[0-9X]+)*)[\s\-–:]+(.+)", re.DOTALL)


@dataclass
class _Item:
    """What the file says of one code, while it is read."""

    names: dict[str, list[str]] = field(default_factory=dict)
    """By scope: "regency", "province"."""
    current: bool = False
    """Whether the edition itself holds the code; False where it is only named as the one before another."""
    details: dict[str, str] = field(default_factory=dict)


def nomenclature(path: Path, edition: str | None = None) -> Path:
    """Import a nomenclature table (CSV or XLSX); returns the folder written. Raises CorpusError.

    The edition is the last year in the file name unless given. Names stand in both languages as official.
    """
    year = target.edition_of(path, edition)
    items = _items(sheet.read(path, COLUMNS, ("code", "name"), ("program", "kegiatan"), ("kegiatan", "sub_kegiatan")))
    shipped = load("nomenclature")
    known = {*items, *(entry.id for entry in shipped.entries)}
    order = sorted(items, key=lambda code: [(part.isdigit(), part.zfill(4)) for part in code.split(".")])
    rows = [_row(code, items[code], year, known) for code in order]
    return target.store("nomenclature", path, year, rows, _MORE)


def _items(sheets: tuple[sheet.Sheet, ...]) -> dict[str, _Item]:
    items: dict[str, _Item] = {}
    for one in sheets:
        for record in one.records:
            government = record.fields.get("government", "").casefold()
            coded = list(_coded(one, record))
            for code, name in coded:
                _named(items, code, name, government).current = True
            for code, name in _in_cell(record.fields.get("previous", "")):
                _named(items, code, name, government)
            if coded:
                item = items[coded[-1][0]]
                for detail in ("indicator", "unit", "definition"):
                    if detail in record.fields:
                        item.details.setdefault(detail, record.fields[detail])
    return items


def _named(items: dict[str, _Item], code: str, name: str, government: str) -> _Item:
    item = items.setdefault(code, _Item())
    names = item.names.setdefault(_scope(code, government), [])
    if name not in names:
        names.append(name)
    return item


def _coded(one: sheet.Sheet, record: sheet.Record) -> Iterator[tuple[str, str]]:
    """Codes with their names in one row, from the highest level down."""
    if "code" in one.columns and "name" in one.columns:
        first, last = one.columns["code"], one.columns["name"]
        parts = record.cells[first:last] if last > first else record.cells[first : first + 1]
        code = canonical(".".join(part for part in parts if part))
        name = record.fields.get("name")
        if code and name:
            yield code, name
        return
    for level in ("bidang", "program", "kegiatan", "sub_kegiatan"):
        yield from _in_cell(record.fields.get(level, ""))


def _in_cell(words: str) -> Iterator[tuple[str, str]]:
    """The code and name of a cell such as "2.16.03 PROGRAM APLIKASI INFORMATIKA", or nothing."""
    match = _CODED.fullmatch(words)
    code = canonical(match[1]) if match else None
    if match and code:
        yield code, match[2].strip()


def _scope(code: str, government: str) -> str:
    """Of the column where there is one, else of the code: the fourth part is 1 for a province."""
    if government:
        return "province" if government.startswith("prov") else "regency"
    return "province" if code.split(".")[3:4] == ["1"] else "regency"


def _row(code: str, item: _Item, edition: str, known: Container[str]) -> Row:
    regency, province = item.names.get("regency", []), item.names.get("province", [])
    first, *others = regency or province
    return {
        "id": code,
        "parent": _parent(code, known),
        "level": _LEVELS[code.count(".") + 1],
        "name": first,
        "label_id": first,
        "label_en": first,
        "former_names": others,
        "province_name": province[0] if regency and province and province[0] != first else None,
        "scope": "both" if regency and province else next(iter(item.names)),
        "editions": [edition] if regency and item.current else [],
        "province_editions": [edition] if province and item.current else [],
        "supporting": "true" if code.startswith("X.XX.01") else None,
        **item.details,
    }


def _parent(code: str, known: Container[str]) -> str | None:
    """The nearest code above that is known; the scope digit before a kegiatan is no level of its own."""
    parts = code.split(".")
    while len(parts) > 1:
        parts = parts[:3] if len(parts) == 5 else parts[:-1]
        if ".".join(parts) in known:
            return ".".join(parts)
    return None
