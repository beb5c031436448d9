"""The nomenclature code of a program that prints no code but bears an official name, word order and "Program" aside."""

from __future__ import annotations

from functools import cache

from alignment import corpora, text

_HEADWORDS = frozenset({"program", "kegiatan"})


def code_by_name(name: str) -> str | None:
    """The code of the program or kegiatan that has all and only the words of `name`; None where none or several do."""
    return _codes().get(_key(name))


def _key(name: str) -> tuple[str, ...]:
    return tuple(sorted({text.stem(word) for word in text.content(name) if word not in _HEADWORDS}))


@cache
def _codes() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    several: set[tuple[str, ...]] = set()
    for entry in corpora.load("nomenclature").entries:
        if entry.level not in ("program", "kegiatan") or entry.supporting:
            continue
        for name in (entry.name, *entry.former_names):
            key = _key(name)
            if len(key) > 1 and found.setdefault(key, entry.id) != entry.id:
                several.add(key)
    return {key: code for key, code in found.items() if key not in several}
