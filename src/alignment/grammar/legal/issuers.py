"""What stands between the words of a kind and its number: a minister, a body, a region, a name, a title."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from alignment.grammar import regions
from alignment.grammar.legal import numbers
from alignment.grammar.legal.kinds import Head, Kind, Kinds, load
from alignment.grammar.legal.numbers import Number
from alignment.grammar.legal.scan import Scan
from alignment.grammar.regions import Seat

_REACH = 180
"""Characters between a head and its number, at most."""
_LONGEST_ISSUER = 16
"""Words."""
_LONGEST_NAME = 14
_LEAD = re.compile(
    r"""[\s.*]{0,80}(?:negara\s{1,9})?(?:(?:republik\s{0,80}indonesia|r\.i\.|ri(?![a-z])|indonesia)\s{0,80})?
    (?:\([a-z\s\-]{1,20}\)[\s*]{0,80})?[:,\-]?[\s*]{0,80}""",
    re.VERBOSE,
)
_CONSTITUTION = re.compile(
    r"\s{0,80}(?:negara\s{1,80})?(?:kesatuan\s{1,80})?(?:republik\s{1,80}indonesia|nri|n\.r\.i\.|ri)?"
    r"\s{0,80}(?:tahun\s{0,80})?(1945)(?![0-9])"
)
_NO_WORD = re.compile(r"[^a-z0-9&]+")
_PARENTHESES = re.compile(r"\([^()]{0,40}\)")
_COUNTRY = re.compile(r"\b(?:negara )?(?:republik indonesia|ri)\b")
_NOT_A_NAME = re.compile(
    r"[;:]|\.\s|\b(?:yang|dalam|untuk|dengan|sebagaimana|adalah|tersebut|ini|itu|telah|oleh|karena|maka|agar|akan|"
    r"lembaran|berita|pasal|ayat|bab|halaman|tabel|lampiran|perundang|pelaksanaan|dimaksud|lainnya|terkait|serta)\b"
)
_BODIES = frozenset(
    ("badan", "lembaga", "komisi", "dewan", "direktur", "direksi", "sekretaris", "ketua", "rektor", "kepala", "deputi")
)
_LOCAL = ("daerah", "kabupaten", "kota", "provinsi", "pusat")  # "Peraturan Pemerintah Daerah" is no PP


class Hit(NamedTuple):
    """What a head turned out to be: the kind with its issuer, the region, and the numbers that share it."""

    kind: str
    region: str | None
    numbers: list[Number]


def read(scan: Scan, kinds: Kinds, head: Head) -> Hit | None:
    """The regulation or regulations that `head` begins, or None where no number follows."""
    if head.kind.kind == "UUD":
        hit = _constitution(scan, head)
    elif head.kind.issuer != "none":
        hit = _issued(scan, kinds, head)
    else:
        lead = _LEAD.match(scan.low, head.end)
        found = numbers.read_list(scan.low, lead.end()) if lead else []
        hit = Hit(head.kind.kind, None, found) if found else _after_gap(scan, kinds, head)
    return None if hit and kinds.foreign.match(scan.low, hit.numbers[-1].end) else hit


def _constitution(scan: Scan, head: Head) -> Hit | None:
    match = _CONSTITUTION.match(scan.low, head.end)
    if match is None:
        return None
    return Hit("UUD", None, [Number(head.start, match.end(), "", 1945, match.end(), named=False, plain=True)])


def _after_gap(scan: Scan, kinds: Kinds, head: Head) -> Hit | None:
    """A region, a name ("Perwali SPBE No. 28") or "tentang ..." before the number."""
    where = numbers.starts(scan.low, head.end, head.end + _REACH)
    found = numbers.read_list(scan.low, where) if where is not None else []
    if not found or where is None or kinds.next_head(scan, head.end, where):
        return None
    region, rest = _region(scan.raw[head.end : where], head.kind.seat, scan.low[head.start : head.end])
    if rest and not _is_name(scan.low, head.end, where, rest, found[0]):
        return None
    if rest and (kinds.countries.intersection(rest) or (head.kind.scope == "national" and rest[0] in _LOCAL)):
        return None
    return Hit(head.kind.kind, region, found)


def _is_name(low: str, start: int, end: int, words: tuple[str, ...], number: Number) -> bool:
    return number.named and len(words) <= _LONGEST_NAME and not _NOT_A_NAME.search(low, start, end)


@lru_cache(maxsize=4096)  # a plan names few regions, often
def _region(between: str, seat: Seat | None, office: str) -> tuple[str | None, tuple[str, ...]]:
    """The region in the words before the number, and the words that are left."""
    gap = _PARENTHESES.sub(" ", between.replace("_", " "))
    given = tuple(regions.words(gap))
    if seat is None or seat == "village":
        return None, () if seat else given
    if all(word in regions.RANKS for word in given):
        return None, ()
    if found := regions.at_head(gap, seat):
        return found.name, given[found.words :]
    if " " in office and (name := regions.spelt(gap, seat)):  # in full: "Perwali Smart City" names no region
        return name, ()
    return regions.titled(gap, seat), given  # "Perda RTRW Kota Malang Nomor 6"


def _issued(scan: Scan, kinds: Kinds, head: Head) -> Hit | None:
    """A kind that its issuer completes: Permen + dagri, Perka + BNPB, SE + LKPP."""
    where = numbers.starts(scan.low, head.end, head.end + _REACH)
    found = numbers.read_list(scan.low, where) if where is not None else []
    if not found or where is None:
        return None
    before, _, about = scan.low[head.end : where].partition(" tentang ")
    if about and not found[0].named:
        return None
    issuer, words = _bare(before)
    name, used = _issuer(head.kind, words)
    if (used < len(words) or about) and kinds.next_head(scan, head.end, where):
        return None
    if name is None:
        name = _unknown_issuer(head.kind, words, issuer, scan.raw[head.end : head.end + len(before)], found[0])
    return Hit(name, None, found) if name else None


@lru_cache(maxsize=4096)
def _bare(before: str) -> tuple[str, tuple[str, ...]]:
    """The issuer without parentheses and country, and its words."""
    issuer = _COUNTRY.sub(" ", _PARENTHESES.sub(" ", before))
    return issuer, tuple(word for word in _NO_WORD.split(issuer) if word)


def _issuer(kind: Kind, words: tuple[str, ...]) -> tuple[str | None, int]:
    """The kind with its known issuer joined, and how many words name the issuer."""
    if kind.issuer == "joint":
        return kind.kind, len(words)
    if kind.default and not words:
        return kind.kind + kind.default, 0
    skip = 1 if words[:1] == ("negara",) else 0  # "Menteri Negara ...": a rank of former cabinets
    minister, used = _minister(words[skip:])
    if kind.issuer == "ministry":
        return (kind.kind + minister, skip + used) if minister else (None, 0)
    body, taken = _body(words)
    if body:
        return f"{kind.kind} {body}", taken
    if minister and kind.kind == "Peraturan":  # "Peraturan Dalam Negeri": the minister's title fell out
        return f"Permen{minister}", used
    return None, 0


def _unknown_issuer(kind: Kind, words: tuple[str, ...], issuer: str, shown: str, number: Number) -> str | None:
    """A kind whose issuer the lexicon does not have, or that names none."""
    if kind.default:
        return None
    if not words:
        mark = number.plain and number.year is None and kind.issuer == "body"  # "SK No 00701" is a printer's mark
        return kind.kind if kind.bare and not mark else None
    if len(words) > _LONGEST_ISSUER or not (number.named and number.year) or _NOT_A_NAME.search(issuer):
        return None
    if not kind.bare and words[0] not in _BODIES:
        return None
    names = re.findall(r"[^\W\d_]+", _PARENTHESES.sub(" ", shown))
    if not names or len(names) > 5 or not names[0][0].isupper():
        return kind.kind
    if kind.issuer == "ministry":
        return kind.kind + (words[0] if len(words) == 1 else "")
    return f"{kind.kind} {' '.join(names)}"


@lru_cache(maxsize=4096)
def _minister(words: tuple[str, ...]) -> tuple[str | None, int]:
    return _longest(load().ministries, words)


@lru_cache(maxsize=4096)
def _body(words: tuple[str, ...]) -> tuple[str | None, int]:
    return _longest(load().bodies, words)


def _longest(names: dict[str, str], words: tuple[str, ...]) -> tuple[str | None, int]:
    """The name that the most of the first words write, and how many they are."""
    for count in range(min(len(words), _LONGEST_ISSUER), 0, -1):
        name = names.get("".join(words[:count]))
        if name:
            return name, count
    return None, 0
