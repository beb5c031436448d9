"""Regulations by name: "UU ITE", "Perpres tentang Satu Data Indonesia". The names are data."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from alignment import resources, yamlfile
from alignment.grammar.legal.kinds import Head, squeeze
from alignment.grammar.legal.scan import Scan
from alignment.models.base import Frozen

_WORD = re.compile(r"[\s,/\-]{0,40}([a-z&']{1,30}|[0-9]{4})(?![a-z0-9])")
_NUMBERED = re.compile(r"\s{0,9}\(\s{0,9}[a-z][a-z -]{1,20}(?:no|[0-9])")
_YEAR = re.compile(r"(?:tahun|thn|th)[0-9]{4}$")
_MOST_WORDS = 10


class Nickname(Frozen):
    """Names that follow the word of a kind ("UU" + "ITE") and the regulations they mean, oldest first."""

    kind: str
    names: tuple[str, ...]
    regulations: tuple[str, ...]


class _File(Frozen):
    nicknames: tuple[Nickname, ...]


class _Table(NamedTuple):
    regulations: dict[tuple[str, str], tuple[str, ...]]
    kinds: frozenset[str]


@cache
def listed() -> tuple[Nickname, ...]:
    """The nicknames that ship. Raises RuleError where the file is wrong."""
    return yamlfile.load_model(resources.rules_folder() / "lexicon" / "nicknames.yaml", _File).nicknames


@cache
def _table() -> _Table:
    known = {(entry.kind, squeeze(name.lower())): entry.regulations for entry in listed() for name in entry.names}
    return _Table(known, frozenset(kind for kind, _ in known))


def regulations(kind: str, words: str) -> tuple[str, ...]:
    """Ids of the regulations that `words` ("UU ITE", "Undang-Undang tentang Desa", "UU ASN tahun 2023") mean, oldest
    first."""
    known = _table().regulations
    name = _YEAR.sub("", squeeze(words.lower()))
    return next((ids for start in range(len(name)) if (ids := known.get((kind, name[start:])))), ())


def end(scan: Scan, head: Head) -> int | None:
    """Where the nickname that `head` begins ends; None where none follows, or where it only repeats a number:
    "UU Nomor 11 Tahun 2008 tentang ... (UU ITE)" and "UU ITE (UU 11/2008)" name one regulation once."""
    known = _table()
    if head.kind.kind not in known.kinds:
        return None
    name = ""
    position, best = head.end, None
    for _ in range(_MOST_WORDS):
        match = _WORD.match(scan.low, position)
        if match is None:
            break
        position = match.end()
        if name or match[1] != "tentang":
            name += squeeze(match[1])
        if (head.kind.kind, name) in known.regulations:
            best = position
    if best is None or scan.low.startswith("(", max(0, head.start - 1)) or _NUMBERED.match(scan.low, best):
        return None
    return best
