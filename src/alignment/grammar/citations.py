"""Regulations named in raw text: kind, number, year, region and title, each with its place.

A head ("Peraturan Menteri Dalam Negeri", "Perbup Banyuwangi", "UU") is found first; what follows it must be a number,
a region and a number, or a nickname. Everything after a head is read with bounded patterns, so that the time is linear
in the length of the text whatever it holds.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from alignment import resources, yamlfile
from alignment.grammar import regions, regulation_kinds
from alignment.grammar.numbers import Number, printed, read_list, starts
from alignment.grammar.regulation_kinds import Kind, Kinds
from alignment.models.base import Frozen
from alignment.models.match import Citation

_REACH = 180
"""Characters between a head and its number, at most."""
_INVISIBLE = re.compile(
    "[\u0002\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe]+|(?<=[^\\W\\d_])[-\u2010\u00ad]\n\\s{0,80}(?=[a-z])"
)
_SAME_LENGTH = (("_", " "), ("\u00a0", " "), ("\u2013", "-"), ("\u2014", "-"), ("\u2010", "-"), ("\u2011", "-"))
_LEAD = re.compile(
    r"""[\s.]{0,80}(?:negara\s{1,9})?(?:(?:republik\s{0,80}indonesia|r\.i\.|ri(?![a-z])|indonesia)\s{0,80})?
    (?:\([a-z\s\-]{1,20}\)\s{0,80})?[:,\-]?\s{0,80}""",
    re.VERBOSE,
)
_CONSTITUTION = re.compile(
    r"\s{0,80}(?:negara\s{1,80})?(?:kesatuan\s{1,80})?(?:republik\s{1,80}indonesia|nri|n\.r\.i\.|ri)?"
    r"\s{0,80}(?:tahun\s{0,80})?(1945)(?![0-9])"
)
_NO_WORD = re.compile(r"[^a-z0-9&]+")
_JOINT = ("PBM", "SKB", "SEB")
_TRANSPORT = {"PM": "Permen", "KM": "Kepmen"}
_PARENTHESES = re.compile(r"\([^()]{0,40}\)")
_COUNTRY = re.compile(r"\b(?:negara )?(?:republik indonesia|ri)\b")
_NOT_A_NAME = re.compile(
    r"[;:]|\.\s|\b(?:yang|dalam|untuk|dengan|sebagaimana|adalah|tersebut|ini|itu|telah|oleh|karena|maka|agar|akan|"
    r"lembaran|berita|pasal|ayat|bab|halaman|tabel|lampiran|perundang|pelaksanaan|dimaksud|lainnya|terkait|serta)\b"
)
_TITLE = re.compile(r"[\s)\"',:.\-]{0,80}(?:tentang|ttg\.?|tetang|tentanq)(?![a-z])[\s:]{0,80}(?:tentang\s)?")
_TITLE_END = re.compile(
    r""";|\s\(|\.(?=\s|$)|\.(?:pdf|docx?|xlsx?)\b|["”“|<>•=]
    |\n\s{0,40}(?:(?:[0-9]{1,3}|[a-z])[.)]\s|[-*•]\s|\n)
    |,?\s(?:yang\s|telah\s|sudah\s|dan\s)?(?:sebagaimana|bahwa|maka|melalui|perlu|menimbang|dengan\srahmat|pasal|halaman
      |menjadi|mengatur|mengamanatkan|menetapkan|menyatakan|menyebutkan|menjelaskan|memuat|mewajibkan|mempunyai|merupakan
      |di(?:ubah|sebut(?:kan)?|jabarkan|nyatakan|atur|mana|jelaskan|tetapkan|cabut|ganti)|terdiri|terdapat|berisi
      |juga|telah\s(?:di|me))(?![a-z])""",
    re.VERBOSE,
)
_TITLE_REACH = 420
_LOOSE_END = re.compile(r"(?:[\s,;.:)\"'\-–]+|\s(?:dan|yang|serta|dengan|untuk|pada|dalam))+$")
_ADDRESS = re.compile(r"\b[\w.]{1,60}\.go\.id\b")  # a stamp at the foot of a page
_AMENDS = re.compile(r"(?:atas|pelaksanaan|pencabutan|penetapan|perubahan|(?:pertama|kedua|ketiga|keempat|kelima))\s*$")
_DRAFT = re.compile(r"\b(?:rancangan(?:\s{1,9}akhir)?|ra|ran|noreg)\s{0,20}$")
_RUN_ON = re.compile(r"[,\s]{0,9}(?:dan|serta|jo\.?|juncto|beserta)?\s{0,9}$")


class _Nickname(Frozen):
    kind: str
    names: tuple[str, ...]
    regulations: tuple[str, ...]


class _Nicknames(Frozen):
    nicknames: tuple[_Nickname, ...]


class _Scan(NamedTuple):
    """A text made ready: without invisible characters, and the same in small letters, position for position."""

    raw: str
    low: str
    cuts: list[int]
    """Positions in `raw` before which something was left out, and"""
    shifts: list[int]
    """how many characters of the text given had been left out up to there."""

    def given(self, position: int) -> int:
        """The position in the text as given."""
        index = bisect_right(self.cuts, position)
        return position + (self.shifts[index - 1] if index else 0)


class _Head(NamedTuple):
    start: int
    end: int
    kind: Kind


class _Hit(NamedTuple):
    """What a head turned out to be."""

    kind: str
    region: str | None
    numbers: list[Number]


def find(text: str) -> list[Citation]:
    """The regulations that `text` names, in order. Spans are in `text` as given; titles are not part of them."""
    scan = _ready(text)
    kinds = regulation_kinds.load()
    found: list[Citation] = []
    search = kinds.head.search
    position = 0
    while match := search(scan.low, position):
        head = _head(scan, kinds, match)
        if head is None:
            position = match.start() + 1
            continue
        position = match.end()
        hit = _read(scan, kinds, head)
        if hit is not None:
            position = hit.numbers[-1].end
            found.extend(_citations(scan, kinds, head, hit))
        elif nickname := _nickname(scan, head, found):
            position = nickname.end if not scan.cuts else position
            found.append(nickname)
    return found


def nicknames() -> dict[tuple[str, str], tuple[str, ...]]:
    """Kind and squeezed name to the ids of the regulations meant, oldest first: ("UU", "itE".lower()) -> uu-11-2008."""
    return dict(_nickname_table())


def _ready(text: str) -> _Scan:
    cuts: list[int] = []
    shifts: list[int] = []
    raw = text
    if not text.isascii() or "-\n" in text:
        pieces: list[str] = []
        last = removed = 0
        for match in _INVISIBLE.finditer(text):
            pieces.append(text[last : match.start()])
            cuts.append(match.start() - removed)
            removed += match.end() - match.start()
            shifts.append(removed)
            last = match.end()
        raw = "".join((*pieces, text[last:])) if pieces else text
    low = raw.lower()
    if len(low) != len(raw):
        low = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in raw)
    for old, new in _SAME_LENGTH:
        low = low.replace(old, new)
    return _Scan(raw, low, cuts, shifts)


def _head(scan: _Scan, kinds: Kinds, match: re.Match[str]) -> _Head | None:
    """The head at a match, unless it stands inside a word or a draft is spoken of."""
    start, end = match.span()
    if start and scan.low[start - 1].isalpha() and not (scan.raw[start].isupper() and scan.raw[start - 1].islower()):
        return None
    words = match.group()
    if words in ("se", "sk", "pm", "km", "pma", "kma", "ma") and not scan.raw[start:end].isupper():
        return None
    if _DRAFT.search(scan.low, max(0, start - 24), start):
        return None
    return _Head(start, end, kinds.by_words[regulation_kinds.squeeze(words)])


def _read(scan: _Scan, kinds: Kinds, head: _Head) -> _Hit | None:
    kind = head.kind
    if kind.kind == "UUD":
        match = _CONSTITUTION.match(scan.low, head.end)
        return (
            _Hit("UUD", None, [Number(match.end() - 4, match.end(), "", 1945, match.end(), named=False, plain=True)])
            if match
            else None
        )
    if kind.issuer != "none":
        return _issued(scan, kinds, head)
    if kind.kind == "PBI" or kind.scope == "national" or kind.seat:
        lead = _LEAD.match(scan.low, head.end)
        numbers = read_list(scan.low, lead.end()) if lead else []
        if numbers:
            return _Hit(kind.kind, None, numbers) if _foreign_free(scan, numbers) else None
    return _after_gap(scan, kinds, head)


def _after_gap(scan: _Scan, kinds: Kinds, head: _Head) -> _Hit | None:
    """Words between head and number: a region, a name ("Perwali SPBE No. 28"), or "tentang ...\""""
    where = starts(scan.low, head.end, head.end + _REACH)
    if where is None:
        return None
    numbers = read_list(scan.low, where)
    if not numbers:
        return None
    gap = scan.raw[head.end : where]
    if _inner_head(scan, kinds, head.end, where):
        return None
    region = None
    rest = regions.words(gap.replace("_", " "))
    if head.kind.seat:
        region, rest = _region(gap.replace("_", " "), head.kind, rest)
    if rest and (not numbers[0].named or len(rest) > 14 or _NOT_A_NAME.search(scan.low, head.end, where)):
        return None
    if rest and head.kind.scope == "national" and rest[0] in ("daerah", "kabupaten", "kota", "provinsi", "pusat"):
        return None
    return _Hit(head.kind.kind, region, numbers) if not _is_foreign(rest) and _foreign_free(scan, numbers) else None


def _region(gap: str, kind: Kind, given: list[str]) -> tuple[str | None, list[str]]:
    assert kind.seat is not None
    if kind.seat == "village":
        return None, []
    gap = _PARENTHESES.sub(" ", gap)
    given = regions.words(gap)
    found = regions.at_head(gap, kind.seat)
    if found:
        return found.name, given[found.words :]
    name = regions.spelt(gap, kind.seat)
    return (name, []) if name else (None, given)


def _inner_head(scan: _Scan, kinds: Kinds, start: int, end: int) -> bool:
    position = start
    while match := kinds.head.search(scan.low, position, end):
        if _head(scan, kinds, match) and scan.raw[match.start() - 1] != "(":
            return True
        position = match.start() + 1
    return False


def _issued(scan: _Scan, kinds: Kinds, head: _Head) -> _Hit | None:
    """A kind that its issuer completes: Permen + dagri, Perka + BNPB, SE + LKPP."""
    where = starts(scan.low, head.end, head.end + _REACH)
    if where is None:
        return None
    numbers = read_list(scan.low, where)
    if not numbers:
        return None
    before, _, about = scan.low[head.end : where].partition(" tentang ")
    if about and not numbers[0].named:
        return None
    issuer = _COUNTRY.sub(" ", _PARENTHESES.sub(" ", before))
    words = [word for word in _NO_WORD.split(issuer) if word]
    name, used = _issuer(kinds, head.kind, words)
    if (used < len(words) or about) and _inner_head(scan, kinds, head.end, where):
        return None
    if name is None:
        name = _unknown_issuer(head.kind, words, issuer, scan.raw[head.end : head.end + len(before)], numbers[0])
    return _Hit(name, None, numbers) if name and _foreign_free(scan, numbers) else None


def _issuer(kinds: Kinds, kind: Kind, words: list[str]) -> tuple[str | None, int]:
    """The kind with its known issuer joined, and how many words name the issuer."""
    if kind.kind in _JOINT:
        return kind.kind, len(words)
    skip = 1 if words[:1] == ["negara"] else 0  # "Menteri Negara ...": a rank of former cabinets
    name, used = _longest(kinds.ministries, words[skip:])
    if kind.kind in _TRANSPORT:
        return (_TRANSPORT[kind.kind] + (name or "hub"), skip + used) if name or not words else (None, 0)
    if kind.issuer == "ministry":
        return (kind.kind + name, skip + used) if name else (None, 0)
    body, taken = _longest(kinds.bodies, words)
    if body:
        return f"{kind.kind} {body}", taken
    if name and kind.kind == "Peraturan":  # "Peraturan Dalam Negeri": the minister's title fell out
        return f"Permen{name}", used
    return None, 0


def _unknown_issuer(kind: Kind, words: list[str], issuer: str, printed: str, number: Number) -> str | None:
    """A kind whose issuer the lexicon does not have, or that names none."""
    if not words:
        bare = kind.bare and not (number.plain and number.year is None and kind.issuer != "ministry")
        return kind.kind if bare else None  # "SK No 00701" is a printer's mark
    if _NOT_A_NAME.search(issuer) or len(words) > 16 or not (number.named and number.year):
        return None
    if not kind.bare and words[0] not in _BODIES:
        return None
    shown = re.findall(r"[^\W\d_]+", _PARENTHESES.sub(" ", printed))
    if not shown or len(shown) > 5 or not shown[0][0].isupper():
        return kind.kind
    if kind.issuer == "ministry":
        return kind.kind + (words[0] if len(words) == 1 else "")
    return f"{kind.kind} {' '.join(shown)}"


def _longest(names: dict[str, str], words: list[str]) -> tuple[str | None, int]:
    """The name that the most of the first words write, and how many."""
    for count in range(min(len(words), 16), 0, -1):
        name = names.get("".join(words[:count]))
        if name:
            return name, count
    return None, 0


_BODIES = frozenset("badan lembaga komisi dewan direktur direksi sekretaris ketua rektor kepala deputi".split())
_FOREIGN = frozenset(
    [
        "malaysia",
        "singapura",
        "thailand",
        "filipina",
        "vietnam",
        "australia",
        "jepang",
        "amerika",
        "inggris",
        "belanda",
        "jerman",
        "eropa",
        "india",
        "china",
        "tiongkok",
        "cina",
        "korea",
        "brunei",
        "perancis",
        "prancis",
        "taiwan",
        "swiss",
        "kanada",
        "finlandia",
        "estonia",
    ]
)


def _is_foreign(words: list[str]) -> bool:
    return any(word in _FOREIGN for word in words)


def _foreign_free(scan: _Scan, numbers: list[Number]) -> bool:
    """No other country's name right after the number."""
    end = numbers[-1].end
    return not _is_foreign(regions.words(scan.low[end : end + 24])[:2])


def _citations(scan: _Scan, kinds: Kinds, head: _Head, hit: _Hit) -> list[Citation]:
    made = []
    last = len(hit.numbers) - 1
    decree = hit.kind.startswith(("Kep", "SK", "SE"))
    for index, number in enumerate(hit.numbers):
        start = number.start if index else head.start
        title = _title(scan, kinds, number.end) if index == last else None
        region = hit.region
        if region is None and title and head.kind.seat and head.kind.seat != "village":
            region = regions.titled(title, head.kind.seat)
        made.append(_citation(scan, hit.kind, number, region, title, start, decree=decree))
    return made


def _citation(
    scan: _Scan, kind: str, number: Number, region: str | None, title: str | None, start: int, *, decree: bool
) -> Citation:
    shown = printed(scan.raw, number)
    if number.plain and not decree:
        shown = shown.lstrip("0") or shown
    begin, end = scan.given(start), scan.given(number.end - 1) + 1
    return Citation(
        kind=kind,
        number=shown or None,
        year=number.year,
        region=region,
        title=title,
        start=begin,
        end=end,
        text=scan.raw[start : number.end],
    )


def _title(scan: _Scan, kinds: Kinds, position: int) -> str | None:
    """The words after "tentang", up to where a title sensibly ends."""
    lead = _TITLE.match(scan.low, position)
    if lead is None:
        return None
    start = lead.end()
    limit = min(len(scan.low), start + _TITLE_REACH)
    stop = _TITLE_END.search(scan.low, start, limit)
    end = stop.start() if stop else limit
    other = kinds.head.search(scan.low, start, end)
    while other:
        if _head(scan, kinds, other) and not _AMENDS.search(scan.low, max(start, other.start() - 24), other.start()):
            end = other.start()
            break
        if _RUN_ON.search(scan.low, max(start, other.start() - 12), other.start()) is None:
            break
        other = kinds.head.search(scan.low, other.end(), end)
    words = " ".join(_ADDRESS.sub(" ", scan.raw[start:end]).split())
    return _LOOSE_END.sub("", words) or None


@cache
def _nickname_table() -> dict[tuple[str, str], tuple[str, ...]]:
    file = yamlfile.load_model(resources.rules_folder() / "lexicon" / "nicknames.yaml", _Nicknames)
    return {
        (entry.kind, regulation_kinds.squeeze(name.lower())): entry.regulations
        for entry in file.nicknames
        for name in entry.names
    }


@cache
def _nicknamed_kinds() -> frozenset[str]:
    return frozenset(kind for kind, _ in _nickname_table())


_WORD = re.compile(r"[\s,/\-]{0,20}([a-z&']{1,30})(?![a-z])")


def _nickname(scan: _Scan, head: _Head, found: list[Citation]) -> Citation | None:
    """ "UU ITE", "Perpres tentang Satu Data Indonesia"; not where it only repeats the citation it stands behind."""
    if head.kind.kind not in _nicknamed_kinds():
        return None
    table = _nickname_table()
    name = ""
    end = best = head.end
    for _ in range(9):
        match = _WORD.match(scan.low, end)
        if match is None:
            break
        end = match.end()
        if not name and match[1] == "tentang":
            continue
        name += regulation_kinds.squeeze(match[1])
        if (head.kind.kind, name) in table:
            best = end
    if best == head.end or _is_apposition(scan, head, best):
        return None
    begin, stop = scan.given(head.start), scan.given(best - 1) + 1
    return Citation(kind=head.kind.kind, start=begin, end=stop, text=scan.raw[head.start : best])


def _is_apposition(scan: _Scan, head: _Head, end: int) -> bool:
    """ "UU Nomor 11 Tahun 2008 tentang ITE (UU ITE)" and "UU ITE (UU 11/2008)" name one regulation once."""
    before = scan.low[max(0, head.start - 2) : head.start].strip()
    return before.endswith("(") or bool(
        re.match(r"\s{0,9}\(\s{0,9}[a-z-]{2,14}\s{0,9}(?:no|[0-9])", scan.low[end : end + 40])
    )
