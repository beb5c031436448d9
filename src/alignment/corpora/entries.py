"""From the rows of a table to the typed entries of a corpus."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import MISSING, fields
from pathlib import Path

from alignment import i18n
from alignment.corpora.manifest import Column
from alignment.corpora.table import Row, Value
from alignment.errors import CorpusError
from alignment.models.base import Text
from alignment.models.corpus import (
    Affair,
    Application,
    Entry,
    EvaluationQuestion,
    NationalPriority,
    NomenclatureEntry,
    PillarEntry,
    PlainEntry,
    RegionEntry,
    Regulation,
    SdgEntry,
)

TYPES: dict[str, type[Entry]] = {
    "pillars": PillarEntry,
    "sdg": SdgEntry,
    "regulations": Regulation,
    "nomenclature": NomenclatureEntry,
    "rpjmn": NationalPriority,
    "regions": RegionEntry,
    "smart-city": EvaluationQuestion,
    "authority": Affair,
    "applications": Application,
}
"""The entry type of the corpora that the package knows by name; any other holds PlainEntry."""

_COMMON = ("id", "label", "parent")


def build(
    corpus: str, columns: tuple[Column, ...], rows: Iterable[Row], path: Path, outside: Container[str] = ()
) -> tuple[Entry, ...]:
    """One entry a row. Raises CorpusError: columns do not fit, an id repeats, a parent does not stand above.

    Parents may also be among the ids of `outside`.
    """
    kind = TYPES.get(corpus, PlainEntry)
    known = {field.name for field in fields(kind)}
    bilingual = _bilingual(columns, known, kind)
    _expect_columns(corpus, columns, bilingual, kind, path)
    lines: dict[str, int] = {}
    entries = []
    for row in rows:
        entry = _entry(kind, _joined(row, bilingual, path))
        if entry.id in lines:
            raise _wrong(path, row.line, "twice", entry=entry.id, first=lines[entry.id])
        above = entry.parent is None or entry.parent in lines or entry.parent in outside  # so no circle can be
        if not above:
            raise _wrong(path, row.line, "no_parent", parent=entry.parent)
        lines[entry.id] = row.line
        entries.append(entry)
    return tuple(entries)


def _bilingual(columns: tuple[Column, ...], known: set[str], kind: type[Entry]) -> dict[str, str]:
    """Columns `x_id` and `x_en` make one Text `x`, where the type has such a field (a plain entry takes them all)."""
    names = {column.name for column in columns}
    stems = [column.name.removesuffix("_id") for column in columns if column.name.endswith("_id")]
    pairs = [stem for stem in stems if f"{stem}_en" in names and (stem in known or kind is PlainEntry)]
    return {f"{stem}_{lang}": stem for stem in pairs for lang in ("id", "en")}


def _expect_columns(
    corpus: str, columns: tuple[Column, ...], bilingual: dict[str, str], kind: type[Entry], path: Path
) -> None:
    given = {bilingual.get(column.name, column.name) for column in columns}
    required = {field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING}
    for name in sorted(required - given):
        raise _wrong(path, 1, "needs_field", corpus=corpus, field=name)
    if kind is not PlainEntry:
        for name in sorted(given - {field.name for field in fields(kind)}):
            raise _wrong(path, 1, "no_field", corpus=corpus, field=name)


def _joined(row: Row, bilingual: dict[str, str], path: Path) -> dict[str, Value | Text]:
    """The row's values with both languages of a text joined, and what is empty left to the type's default."""
    joined: dict[str, Value | Text] = {}
    for name, value in row.values.items():
        stem = bilingual.get(name)
        if stem is None:
            if value is not None and value != ():
                joined[name] = value
        elif name.endswith("_id"):
            other = row.values[f"{stem}_en"]
            if bool(value) != bool(other):
                raise _wrong(path, row.line, "half_text", field=stem)
            if value:
                joined[stem] = Text(id=str(value), en=str(other))
    return joined


def _entry(kind: type[Entry], values: dict[str, Value | Text]) -> Entry:
    if kind is not PlainEntry:
        return kind(**values)  # type: ignore[arg-type]
    facts = {name: value for name, value in values.items() if name not in _COMMON}
    return PlainEntry(**{name: values[name] for name in _COMMON if name in values}, facts=facts)  # type: ignore[arg-type]


def _wrong(path: Path, line: int, key: str, **facts: object) -> CorpusError:
    return CorpusError(i18n.both(f"corpora.{key}", **facts), i18n.both("corpora.mend_table"), f"{path}:{line}")
