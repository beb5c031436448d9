"""The official program that bears a name, where a plan prints no code."""

from __future__ import annotations

from functools import cache

from alignment import corpora, text

_HEADWORDS = frozenset({"program", "kegiatan"})


def code_by_name(name: str) -> str | None:
    """The code of the program that has all and only the words of `name`, or whose kegiatan has; None where none or
    several do."""
    return _codes().get(_key(name))


def program_by_name(name: str) -> str | None:
    """The code of the program that bears this name, its words in this order, now or in a former edition."""
    return _programs().get(_stems(name))


@cache
def _programs() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for entry in corpora.load("nomenclature").entries:
        if entry.level == "program" and entry.editions:
            for name in (entry.name, *entry.former_names):
                found.setdefault(_stems(name), entry.id)
    return found


def _stems(name: str) -> tuple[str, ...]:
    return tuple(text.stem(word) for word in text.content(name) if word != "program")


def _key(name: str) -> tuple[str, ...]:
    return tuple(sorted({text.stem(word) for word in text.content(name) if word not in _HEADWORDS}))


@cache
def _codes() -> dict[tuple[str, ...], str]:
    named: dict[tuple[str, ...], dict[str, None]] = {}
    for level in ("program", "kegiatan"):
        found: dict[tuple[str, ...], dict[str, None]] = {}
        for entry in corpora.load("nomenclature").entries:
            if entry.level == level and not entry.supporting:
                program = ".".join(entry.id.split(".")[:3])
                for name in (entry.name, *entry.former_names):
                    found.setdefault(_key(name), {})[program] = None
        named = {**found, **named}
    return {key: next(iter(programs)) for key, programs in named.items() if len(key) > 1 and len(programs) == 1}
