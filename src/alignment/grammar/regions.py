"""Names of regions in running text: "Kabupaten Banyuwangi", "Kota Denpasar", "Provinsi DKI Jakarta"."""

from __future__ import annotations

import csv
import re
from functools import cache
from typing import Literal, NamedTuple

from alignment import resources

Seat = Literal["province", "regency", "city", "any", "village"]
"""What kind of region a kind of regulation belongs to."""

_PREFIX: dict[str, str] = {"province": "Provinsi", "regency": "Kab.", "city": "Kota"}
_LONGEST = 5
"""Words in the longest name of a region."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_TYPES: dict[str, str] = {
    "provinsi": "province",
    "propinsi": "province",
    "provinci": "province",
    "prov": "province",
    "kabupaten": "regency",
    "kab": "regency",
    "kota": "city",
    "kotamadya": "city",
    "kodya": "city",
}
_OLD_RANK = re.compile(r"(?:kepala )?(?:daerah )?(?:tingkat|tk|dati) (?:ii|i|1|2|11|l|ll)\b ?|dati (?:ii|i) ?")
_FORMER_NAMES = {"daerah khusus ibukota jakarta", "daerah khusus ibu kota jakarta", "dki jakarta", "dki", "jakarta"}
_SPECIAL = {
    "daerah khusus jakarta": "DKI Jakarta",
    "daerah istimewa yogyakarta": "DI Yogyakarta",
    "di yogyakarta": "DI Yogyakarta",
    "diy": "DI Yogyakarta",
    "nanggroe aceh darussalam": "Aceh",
} | dict.fromkeys(_FORMER_NAMES, "DKI Jakarta")


class Found(NamedTuple):
    """A region named at the head of some words, and how many of the words name it."""

    name: str
    words: int
    known: bool
    """Whether the catalogue of regions has it."""


@cache
def _catalogue() -> dict[str, dict[str, str]]:
    """Case-folded name to kind to the name as printed."""
    path = resources.corpora_folder() / "regions" / "entries.csv"
    names: dict[str, dict[str, str]] = {name: {"province": shown} for name, shown in _SPECIAL.items()}
    if not path.is_file():
        return names
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            shown = _SPECIAL.get(row["name"].casefold(), row["name"])
            for name in (row["name"], *filter(None, row.get("aliases", "").split("|"))):
                names.setdefault(" ".join(words(name)), {})[row["kind"]] = shown
    return names


def words(text: str) -> list[str]:
    """The case-folded words of `text`, letters only."""
    return [match.group().casefold() for match in _WORD.finditer(text)]


def at_head(text: str, seat: Seat) -> Found | None:
    """The region that `text` begins with, for a regulation of `seat`: "Kota Denpasar tentang ..." -> Kota Denpasar.

    A name that the catalogue does not have counts where "Kabupaten", "Kota" or the seat itself announces it.
    """
    given = words(text)
    said, skip = _announced(given)
    rank = said or (seat if seat in _PREFIX else None)
    name, count = _known(given[skip:], rank)
    if name:
        return Found(name, skip + count, known=True)
    rest = given[skip:]
    if said and rest and len(rest) <= _LONGEST:
        return Found(f"{_PREFIX[said]} {_shown(rest)}", len(given), known=False)
    return None


def spelt(text: str, seat: Seat) -> str | None:
    """A name that no catalogue has, after the word of its office: "Peraturan Bupati Sukamaju". None where the words
    do not look like a place's name."""
    names = [match.group() for match in _WORD.finditer(text)]
    if seat not in _PREFIX or not 0 < len(names) <= 3 or not all(name[0].isupper() for name in names):
        return None
    if any(name.isupper() and len(name) < 6 for name in names):  # an abbreviation: "Perwali SPBE"
        return None
    return f"{_PREFIX[seat]} {_shown(names)}"


def _shown(names: list[str]) -> str:
    return " ".join(name.capitalize() for name in names)


def titled(text: str, seat: Seat) -> str | None:
    """The one region that a title names with its rank ("... di Kabupaten Trenggalek"), else None."""
    given = words(text)
    found: dict[str, None] = {}
    for index, word in enumerate(given):
        rank = _TYPES.get(word)
        if rank and seat in ("any", rank):
            name, _ = _known(given[index + 1 :], rank)
            if name:
                found[name] = None
    return next(iter(found)) if len(found) == 1 else None


def _announced(given: list[str]) -> tuple[str | None, int]:
    """The rank that the first words announce, and how many words do so."""
    said: str | None = None
    skip = 0
    while skip < len(given):
        word = given[skip]
        if word in _TYPES:
            said = _TYPES[word]
        elif word == "daerah" and given[skip + 1 : skip + 2] == ["tingkat"]:
            said = said or ("regency" if given[skip + 2 : skip + 3] == ["ii"] else "province")
            skip += 2
        elif word == "dati" and len(given) > skip + 1:
            skip += 1
        elif word not in ("pemerintah", "administrasi"):
            break
        skip += 1
    return said, skip


def _known(given: list[str], rank: str | None) -> tuple[str | None, int]:
    """The longest known name that `given` begins with, of that rank where there is one."""
    names = _catalogue()
    for count in range(min(_LONGEST, len(given)), 0, -1):
        kinds = names.get(" ".join(given[:count]))
        if not kinds:
            continue
        if rank in kinds:
            return f"{_PREFIX[rank]} {kinds[rank]}", count
        if rank is None:
            if len(kinds) == 1:
                kind, shown = next(iter(kinds.items()))
                return f"{_PREFIX[kind]} {shown}", count
            return next(iter(kinds.values())), count
    return None, 0
