"""Imported entries laid over the ones that ship."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from alignment import text
from alignment.models.corpus import Entry, NomenclatureEntry


def merged(shipped: tuple[Entry, ...], imported: Iterable[Entry]) -> tuple[Entry, ...]:
    """Shipped entries in their order, with what was imported for the same id laid over them; new ones at the end."""
    together = {entry.id: entry for entry in shipped}
    for entry in imported:
        known = together.get(entry.id)
        together[entry.id] = entry if known is None else _laid_over(known, entry)
    return tuple(together.values())


def _laid_over(known: Entry, entry: Entry) -> Entry:
    """What the import says goes before what ships, lists are joined, what it leaves out stays, labels stay ours."""
    if isinstance(known, NomenclatureEntry) and isinstance(entry, NomenclatureEntry):
        return _same_code(known, entry)
    said: dict[str, Any] = {
        field.name: value
        for field in fields(entry)
        if field.name not in ("id", "label", "parent") and (value := getattr(entry, field.name)) != field.default
    }
    for name, value in said.items():
        if isinstance(value, tuple):
            said[name] = tuple(dict.fromkeys((*getattr(known, name), *value)))
    return replace(known, **said)


def _same_code(known: NomenclatureEntry, entry: NomenclatureEntry) -> NomenclatureEntry:
    """One code in two editions: the newest edition gives the name, the others are former names."""
    newer = max(entry.editions, default="") > max(known.editions, default="")
    first, second = (entry, known) if newer else (known, entry)
    scopes = {known.scope, entry.scope}
    return replace(
        known,
        name=first.name,
        former_names=_others(first.name, (*second.former_names, second.name, *first.former_names)),
        province_name=first.province_name or second.province_name,
        scope=known.scope if len(scopes) == 1 else "both",
        editions=tuple(sorted({*known.editions, *entry.editions})),
        province_editions=tuple(sorted({*known.province_editions, *entry.province_editions})),
        indicator=first.indicator or second.indicator,
        unit=first.unit or second.unit,
        definition=first.definition or second.definition,
    )


def _others(name: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Those of `names` that are written otherwise than `name`, once each."""
    if all(other == name for other in names):
        return ()
    others = {text.normal(other): other for other in names}
    others.pop(text.normal(name), None)
    return tuple(others.values())
