"""Regencies, cities and provinces that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from alignment import corpora
from alignment.models.document import Region
from alignment.text import normal

_KIND_OF_PLACE = {
    "kabupaten": "regency",
    "kab.": "regency",
    "kota": "city",
    "provinsi": "province",
    "prov.": "province",
}
_WORDS = r"((?:[^\W\d_][\w'’-]*\s*)"
_PLACE = re.compile(rf"\b(kabupaten|kab\.|kota|provinsi|prov\.)\s+(?={_WORDS}{{1,6}}))", re.IGNORECASE)
_OFFICE = re.compile(rf"\b(bupati|wali\s?kota)\s+(?={_WORDS}{{1,4}}))", re.IGNORECASE)
_COVER_LINE = re.compile(
    r"(?:(?:pemerintah(?:\s+daerah)?|logo|lambang)\s+)?(?P<place>(?:kabupaten|kota|provinsi)(?:\s+[^\W\d_]{3,}){1,4})",
    re.IGNORECASE,
)
_NO_NAMES = frozenset(
    ["cerdas", "smart", "city", "regency", "tahun", "periode", "pemerintah", "dinas", "badan", "dan", "yang"]
)


def named(text: str) -> list[Region]:
    """The regencies, cities and provinces that `text` names with their kind, in order."""
    found: list[tuple[int, Region]] = []
    for pattern in (_PLACE, _OFFICE):
        for match in pattern.finditer(text):
            word = match[1].lower()
            kind = _KIND_OF_PLACE.get(word) or ("regency" if word == "bupati" else "city")
            names = normal(match[2]).split()
            for count in range(len(names), 0, -1):
                region = _regions().get((kind, " ".join(names[:count])))
                if region is not None:
                    found.append((match.start(), region))
                    break
    return [region for _, region in sorted(found, key=lambda pair: pair[0])]


def local(text: str) -> list[Region]:
    """The regencies and cities among them."""
    return [region for region in named(text) if region.code and "." in region.code]


def unknown(lines: Iterable[str]) -> Region | None:
    """A region that a line of a cover names and nothing else, where no list of regions knows it: a new regency, a
    spelling of its own."""
    for line in lines:
        match = _COVER_LINE.fullmatch(line.strip(" .,:"))
        if match is not None and not _NO_NAMES & set(normal(match["place"]).split()):
            return Region(name=match["place"].title())
    return None


@cache
def _regions() -> dict[tuple[str, str], Region]:
    found: dict[tuple[str, str], Region] = {}
    for entry in corpora.load("regions").entries:
        for name in (entry.name, *entry.aliases):
            found.setdefault((entry.kind, normal(name)), Region(name=entry.label.id, code=entry.id))
    return found
