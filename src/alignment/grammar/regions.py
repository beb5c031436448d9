"""Names of regions in running text, shown as "Kab. Banyuwangi", "Kota Denpasar", "Prov. DKI Jakarta"."""

from __future__ import annotations

import csv
import re
from functools import cache
from typing import Literal, NamedTuple

from alignment import resources

Seat = Literal["province", "regency", "city", "any", "village"]
"""What kind of region a kind of regulation belongs to."""

_SHOWN = {"province": "Prov.", "regency": "Kab.", "city": "Kota"}
_LONGEST = 5
"""Words in the longest name of a region."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
RANKS = {
    **dict.fromkeys(("provinsi", "propinsi", "provinci", "prov"), "province"),
    **dict.fromkeys(("kabupaten", "kab"), "regency"),
    **dict.fromkeys(("kota", "kotamadya", "kodya"), "city"),
}
"""Words that announce a region's name, to what they announce."""
_SHORT_NAMES = {
    "Daerah Khusus Ibukota Jakarta": "DKI Jakarta",
    "Daerah Khusus Ibu Kota Jakarta": "DKI Jakarta",
    "Daerah Khusus Jakarta": "DKI Jakarta",
    "DKI Jakarta": "DKI Jakarta",
    "DKI": "DKI Jakarta",
    "Jakarta": "DKI Jakarta",
    "Daerah Istimewa Yogyakarta": "DI Yogyakarta",
    "DI Yogyakarta": "DI Yogyakarta",
    "DIY": "DI Yogyakarta",
}


_FIRST_WORD = re.compile(r"\s{1,3}([^\W\d_]{3,12})\b\.?")


class Found(NamedTuple):
    """A region named at the head of some words, and how many of the words name it."""

    name: str
    words: int


def words(text: str) -> list[str]:
    """The case-folded words of `text`, letters only."""
    return [match.group().casefold() for match in _WORD.finditer(text)]


def at_head(text: str, seat: Seat) -> Found | None:
    """The region that `text` begins with, for a regulation of `seat`: "Kota Denpasar tentang ..." -> Kota Denpasar.

    A name that the catalogue does not have counts where "Kabupaten", "Kota" or "Provinsi" announces it.
    """
    given = words(text)
    said, skip = _announced(given)
    rank = said or (seat if seat in _SHOWN else None)
    rest = given[skip:]
    name, count = _known(rest, rank)
    if name:
        return Found(name, skip + count)
    if said and 0 < len(rest) <= _LONGEST:
        return Found(f"{_SHOWN[said]} {_capitalised(rest)}", len(given))
    return None


def spelt(text: str, seat: Seat) -> str | None:
    """A name that no catalogue has, after the word of its office: "Peraturan Bupati Sukamaju". None where the words
    do not look like a place's name."""
    names = [match.group() for match in _WORD.finditer(text)]
    if seat not in _SHOWN or not 0 < len(names) <= 3 or not all(name[0].isupper() for name in names):
        return None
    if any(name.isupper() and len(name) < 6 for name in names):  # an abbreviation: "Peraturan Wali Kota SPBE"
        return None
    return f"{_SHOWN[seat]} {_capitalised(names)}"


def follows(text: str, seat: Seat) -> str | None:
    """The region that follows a number at once: "Perda Nomor 3 Tahun 2014 Kota Bandung"."""
    first = _FIRST_WORD.match(text)
    rank = RANKS.get(first[1].casefold()) if first else None
    if first is None or rank is None or seat not in ("any", rank):
        return None
    return _known(words(text[first.end() :])[:_LONGEST], rank)[0]


def titled(text: str, seat: Seat) -> str | None:
    """The one region that a text names with its rank ("... di Kabupaten Trenggalek"), else None."""
    given = words(text)
    found: dict[str, None] = {}
    for index, word in enumerate(given):
        rank = RANKS.get(word)
        if rank and seat in ("any", rank):
            name, _ = _known(given[index + 1 :], rank)
            if name:
                found[name] = None
    return next(iter(found)) if len(found) == 1 else None


@cache
def _catalogue() -> dict[str, dict[str, str]]:
    """Case-folded name without spaces ("Tulangbawang" is "Tulang Bawang") to kind to the name as shown."""
    names = {_key(words(name)): {"province": shown} for name, shown in _SHORT_NAMES.items()}
    path = resources.corpora_folder() / "regions" / "entries.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            shown = _SHORT_NAMES.get(row["name"], row["name"])
            for name in (row["name"], *filter(str.strip, row["aliases"].split("|"))):
                if any(map(str.isdigit, name)):  # of "50 Kota" only "kota" would be left
                    continue
                names.setdefault(_key(words(name)), {})[row["kind"]] = shown
    return names


def _announced(given: list[str]) -> tuple[str | None, int]:
    """The rank that the first words announce ("Kotamadya Daerah Tingkat II"), and how many words do so."""
    said: str | None = None
    skip = 0
    while skip < len(given):
        word = given[skip]
        if word in RANKS:
            said = RANKS[word]
        elif given[skip : skip + 2] == ["daerah", "tingkat"]:
            said = said or ("regency" if given[skip + 2 : skip + 3] == ["ii"] else "province")
            skip += 2
        elif word == "dati":
            skip += 1
        elif word not in ("pemerintah", "administrasi"):
            break
        skip += 1
    return said, min(skip, len(given))


def _known(given: list[str], rank: str | None) -> tuple[str | None, int]:
    """The longest known name that `given` begins with, of that rank where there is one, and its words."""
    names = _catalogue()
    for count in range(min(_LONGEST, len(given)), 0, -1):
        kinds = names.get(_key(given[:count]))
        if kinds is None:
            continue
        if rank in kinds:
            return f"{_SHOWN[rank]} {kinds[rank]}", count
        if rank is None:
            kind, shown = next(iter(kinds.items()))
            return (f"{_SHOWN[kind]} {shown}" if len(kinds) == 1 else shown), count
    return None, 0


def _key(given: list[str]) -> str:
    return "".join(given)


def _capitalised(given: list[str]) -> str:
    return " ".join(word.capitalize() for word in given)
