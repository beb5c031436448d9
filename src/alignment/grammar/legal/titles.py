"""The words after "tentang": a regulation's title, up to where it sensibly ends."""

from __future__ import annotations

import re

from alignment.grammar.legal import numbers
from alignment.grammar.legal.kinds import Kinds
from alignment.grammar.legal.scan import Scan

_REACH = 420
"""Characters of the longest title."""
_LEAD = re.compile(r"[\s)\"',:.\-]{0,80}(?:tentang|ttg\.?|tetang|tentanq)(?![a-z])[\s:]{0,80}(?:tentang\s)?")
_END = re.compile(
    r"""[;"”“|<>•=.,\s](?:(?<=[;"”“|<>•=])
    | (?<=\.)(?:(?=\s|$)|(?=(?:pdf|docx?|xlsx?)(?![a-z])))
    | (?<=\n)\s{0,40}(?:(?:[0-9]{1,3}|[a-z])[.)]\s|[\-*•]\s|\n)
    | (?<=\s)\(
    | (?<=[,\s])\s?(?:yang\s|telah\s|sudah\s|dan\s)?(?:sebagaimana|bahwa|maka|melalui|perlu|menimbang|dengan\srahmat
        |pasal|halaman|menjadi|mengatur|mengamanatkan|menetapkan|menyatakan|menyebutkan|menjelaskan|memuat|mewajibkan|mempunyai
        |merupakan|terdiri|terdapat|berisi|juga|telah\s(?:di|me)
        |di(?:ubah|sebut(?:kan)?|jabarkan|nyatakan|atur|mana|jelaskan|tetapkan|cabut|ganti))(?![a-z]))""",
    re.VERBOSE,
)
_CARRIES_ON = re.compile(
    r"(?:atas|pelaksanaan|pencabutan|penetapan|perubahan|pertama|kedua|ketiga|keempat|kelima)[\s,]{0,9}$"
)
_STAMP = re.compile(r"\b[\w.]{1,60}\.go\.id\b|<[^<>]{1,200}>")  # and tags
_EDGES = " ,;.:()\"'-–"
_LOOSE = frozenset(("", "dan", "yang", "serta", "dengan", "untuk", "pada", "dalam"))


def find(scan: Scan, kinds: Kinds, position: int) -> str | None:
    """The title that begins with "tentang" at `position`, in the letters of the text, else None.

    A regulation inside it ends it, unless the title speaks of changing or carrying out that one.
    """
    lead = _LEAD.match(scan.low, position)
    if lead is None:
        return None
    start = lead.end()
    limit = min(len(scan.low), start + _REACH)
    stop = _END.search(scan.low, start, limit)
    end = _before_next(scan, kinds, start, stop.start() if stop else limit)
    words = scan.raw[start:end]
    if ".go.id" in words or "<" in words:
        words = _STAMP.sub(" ", words)
    return _trimmed(words.split()) or None


def _before_next(scan: Scan, kinds: Kinds, start: int, end: int) -> int:
    """Where the next regulation of its own begins, at most `end`."""
    head = kinds.next_head(scan, start, end)
    while head:
        where = numbers.starts(scan.low, head.end, head.end + 90)
        cited = where is not None and numbers.read_list(scan.low, where)
        if cited and not _CARRIES_ON.search(scan.low, max(start, head.start - 24), head.start):
            return head.start
        head = kinds.next_head(scan, head.end, end)
    return end


def _trimmed(words: list[str]) -> str:
    while words and words[-1].strip(_EDGES).lower() in _LOOSE:
        words = words[:-1]
    return " ".join(words).strip(_EDGES)
