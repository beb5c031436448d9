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


def _bilingual(columns: tuple[Column, ...], known: set[str], kind: type[Entry]) -> tuple[str, ...]:
    """Columns `x_id` and `x_en` make one Text `x`, where the type has such a field (a plain entry takes them all)."""
    names = {column.name for column in columns}
    stems = [column.name.removesuffix("_id") for column in columns if column.name.endswith("_id")]
    return tuple(stem for stem in stems if f"{stem}_en" in names and (stem in known or kind is PlainEntry))


def _expect_columns(
    corpus: str, columns: tuple[Column, ...], bilingual: tuple[str, ...], kind: type[Entry], path: Path
) -> None:
    halves = {f"{stem}_{lang}" for stem in bilingual for lang in ("id", "en")}
    given = {*bilingual, *(column.name for column in columns if column.name not in halves)}
    required = {field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING}
    for name in sorted(required - given):
        raise _wrong(path, 1, "needs_field", corpus=corpus, field=name)
    if kind is not PlainEntry:
        for name in sorted(given - {field.name for field in fields(kind)}):
            raise _wrong(path, 1, "no_field", corpus=corpus, field=name)


def _joined(row: Row, bilingual: tuple[str, ...], path: Path) -> dict[str, Value | Text]:
    """The row's values with both languages of a text joined."""
    joined: dict[str, Value | Text] = dict(row.values)
    for stem in bilingual:
        indonesian, english = joined.pop(f"{stem}_id", None), joined.pop(f"{stem}_en", None)
        if (indonesian is None) != (english is None):
            raise _wrong(path, row.line, "half_text", field=stem)
        if indonesian is not None:
            joined[stem] = Text(id=str(indonesian), en=str(english))
    return joined


def _entry(kind: type[Entry], values: dict[str, Value | Text]) -> Entry:
    if kind is not PlainEntry:
        return kind(**values)  # type: ignore[arg-type]
    facts = {name: value for name, value in values.items() if name not in _COMMON}
    return PlainEntry(**{name: values[name] for name in _COMMON if name in values}, facts=facts)  # type: ignore[arg-type]


def _wrong(path: Path, line: int, key: str, **facts: object) -> CorpusError:
    return CorpusError(i18n.both(f"corpora.{key}", **facts), i18n.both("corpora.mend_table"), f"{path}:{line}")
