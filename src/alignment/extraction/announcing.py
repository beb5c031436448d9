"""What the words of a line announce for what stands below it: programs, other matters, a pillar, some years."""

from __future__ import annotations

import re
from functools import cache

from alignment import text
from alignment.extraction.labels import sections
from alignment.extraction.wording import pillars_named
from alignment.grammar import periods

_PILLAR_TITLE = re.compile(r"(?:pilar|dimensi)\s[^()]+\([^()]+\)", re.IGNORECASE)
_BRACKETS = re.compile(r"\(([^)]*)\)")
_OF_NOW = re.compile(
    r"\b(?:(?:sudah|telah)(?: \w+)? (?:berjalan|ada|tersedia|di\w+)|eksisting|existing|yang dimiliki|saat ini"
    r"|sedang berjalan)\b"
)
"""How headings say that what they list is there already."""
_SYSTEMS = re.compile(r"(?:daftar )?(?:aplikasi|sistem|layanan|infrastruktur)\b")
_ACTIVITIES = re.compile(
    r"(?:adapun |beberapa |sejumlah )?(?:rincian |bentuk |rangkaian |ruang lingkup )?"
    r"(?:kegiatan|aktivitas|langkah|aksi|tahapan|pekerjaan)\b"
)
_SHORT = 5
"""Words of a heading about other matters, at most: "Strategi pembiayaan". Longer ones may name a program."""


def announces(words: str) -> bool | None:
    """Whether words head a list of programs: True for "Program prioritas", False for "Strategi", None for neither, and
    for the name of a program ("Program bank sampah")."""
    plain = text.normal(_BRACKETS.sub(" ", words))
    if _is_of_now(plain):
        return False
    first = min(
        ((match.start(), -len(match.group()), match.group()) for match in _topics().finditer(plain)), default=None
    )
    if first is None:
        return None
    if first[2] not in _program_words():
        if _joined().match(plain):
            return True
        return False if first[0] == 0 and len(plain.split()) <= _SHORT else None
    rest = [word for word in plain.split() if not word.isdigit() and word not in sections().pillar_names]
    return True if all(word in sections().qualifiers or word in _program_words() for word in rest) else None


def heads_other_list(words: str) -> bool:
    """Whether a line ends in a colon that announces no programs: what there is already ("Inovasi yang sudah
    berjalan:"), other matters ("Pembiayaan program bersumber dari:")."""
    plain = text.normal(words.rpartition(".")[2])
    return words.endswith(":") and (_is_of_now(plain) or _is_of_other_matters(plain))


def _is_of_other_matters(plain: str) -> bool:
    first = _topics().match(plain)
    return first is not None and first.group() not in _program_words() and _joined().match(plain) is None


def _is_of_now(plain: str) -> bool:
    named = _topics().search(plain) or _SYSTEMS.match(plain)
    return named is not None and _OF_NOW.search(plain) is not None


def list_items_of(words: str) -> bool:
    """Whether a line ends in a colon that announces programs: "Program yang akan dilaksanakan adalah:"."""
    if not words.endswith(":"):
        return False
    plain = text.normal(words.rpartition(".")[2])
    if plain.endswith(sections().steps) or heads_other_list(words):
        return False
    found = [match.group() for match in _topics().finditer(plain)]
    return bool(found) and found[-1] in _program_words()


def heads_activities_of_program(words: str) -> bool:
    """Whether a line that ends in a colon announces what a program consists of: "Kegiatan program ini meliputi:"."""
    return words.endswith(":") and _ACTIVITIES.match(text.normal(words.rpartition(".")[2])) is not None


def names_only_a_pillar(words: str) -> bool:
    """Whether words name a pillar and hardly anything else: "Dimensi Smart Living (Kehidupan Cerdas)"."""
    named = pillars_named(words)
    if not named:
        return False
    if _PILLAR_TITLE.fullmatch(words):
        return True
    rest = words[: named[0][0]] + words[named[-1][1] :]
    said = sections().qualifiers | sections().pillar_words if _BRACKETS.search(words) else sections().qualifiers
    left = [word for word in text.normal(_BRACKETS.sub(" ", rest)).split() if word not in said]
    return len(left) <= 1


def is_period(words: str) -> bool:
    """A heading that names years and nothing else: "Tahun 2026", "Tahap II (2027-2028)"."""
    return bool(periods.expand(words)) and all(
        word.isdigit() or word in sections().periods for word in text.normal(words).split()
    )


@cache
def _program_words() -> frozenset[str]:
    return frozenset(text.normal(word) for word in sections().programs)


@cache
def _joined() -> re.Pattern[str]:
    """Other matters and programs under one heading: "Strategi dan Rencana Aksi"."""
    matters, programs = (
        "|".join(sorted(map(re.escape, map(text.normal, words)), key=lambda word: (-len(word), word)))
        for words in (sections().other_matters, sections().programs)
    )
    return re.compile(rf"(?:{matters})(?: (?:{matters}))* (?:dan|serta) (?:(?:peta|daftar|matriks) )?(?:{programs})\b")


@cache
def _topics() -> re.Pattern[str]:
    named = {text.normal(word) for word in (*sections().programs, *sections().other_matters)}
    words = sorted(named, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
