"""Explicit mentions of the SDG/TPB: "TPB 6", "SDG 11.6", "Tujuan 4: Pendidikan Berkualitas", "SDGs: 1, 3", ticks.

Only the shape is read here. Whether goal 18 or target 4.15 exists is for the corpus to say (`matching.sdg_mentions`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_DIGIT = re.compile(r"\d")
_NUMBER = r"\d{1,2}(?:\.(?:\d{1,2}|[a-dA-D](?![a-zA-Z]))(?:\.\d{1,2}(?:\.?\([a-z]\))?)?)?\*?"
_END = r"(?![\d%]|[.,]\d|\s*%)"
_SDG = r"(?:SDG['’]?s?|TPB|Sustainable\s+Development\s+Goals?|Tujuan\s+Pembangunan\s+Berkelanjutan)"
_KIND = r"(?:tujuan|target|goals?|indikator|indicators?|nomor|no\.|poin|ke-?)"
_HEAD = rf"\b{_SDG}(?:\s*[/(]\s*{_SDG}\)?)?\s*(?:{_KIND}\s*)*[:\-–]?\s*"
_AND = r"\s*(?:,|;|&|/|dan|serta|and)\s*"
_TO = r"\s*(?:-|–|s\.?d\.?|sampai(?:\s+dengan)?|hingga|to)\s*"
_ITEM = rf"(?:{_KIND}\s*)?{_NUMBER}{_END}"
_LIST = rf"{_ITEM}(?:(?:{_AND}(?:dan\s+|and\s+)?|{_TO}){_ITEM})*"
_COUNTED = re.compile(
    r"\s+(?:tujuan|goals?|targets?|indikator|indicators?|persen|tahun|program|desa|provinsi|prioritas)\b", re.IGNORECASE
)
_MENTION = re.compile(rf"{_HEAD}(?P<list>{_LIST})", re.IGNORECASE)
_GOAL_WORD = re.compile(
    rf"\b(?:Tujuan|Goal|Target)\s+(?P<list>{_NUMBER}{_END})(?P<after>\s*[:.\-–]?\s*[^\n]{{0,40}})", re.IGNORECASE
)
_PART = re.compile(rf"(?P<to>{_TO})?(?P<number>{_NUMBER})", re.IGNORECASE)
_NAMES = re.compile(
    r"tanpa kemiskinan|tanpa kelaparan|kehidupan sehat|pendidikan berkualitas|kesetaraan gender|air bersih dan sanitasi"
    r"|energi bersih|pekerjaan layak|industri,? inovasi|berkurangnya kesenjangan|kota dan pe(?:r)?mukiman"
    r"|konsumsi dan produksi|penanganan perubahan iklim|ekosistem (?:laut|darat)|perdamaian|kemitraan untuk"
    r"|no poverty|zero hunger|good health|quality education|gender equality|clean water|affordable and clean"
    r"|decent work|industry,? innovation|reduced inequal|sustainable cities|responsible consumption|climate action"
    r"|life below|life on land|peace,? justice|partnerships? for",
    re.IGNORECASE,
)
_SDG_NEAR = re.compile(_SDG, re.IGNORECASE)
_NEAR = 60
"""Characters before "Tujuan 4" in which TPB or SDG must stand, where the goal's name does not follow: plans number
their own goals too."""
_TICKS = frozenset(["√", "✓", "✔", "v", "V", "x", "X", "●", "•", "▪", "ya", "Ya", "YA", "1"])
_HEADER = re.compile(rf"\s*(?:{_SDG}|Tujuan|Goal)?\s*(?P<number>\d{{1,2}})\b", re.IGNORECASE)
_LAST_IN_RANGE = 17


class Mention(NamedTuple):
    """A goal, target or indicator named by its number."""

    number: str
    """"6", "11.6", "4.a", "11.6.1.(a)": no leading zeros, letters small, without the asterisk of Indonesian tables."""
    start: int
    end: int
    """Character span of the number in the text given, end excluded. Numbers inside a range share the range's span."""

    @property
    def goal(self) -> str:
        """ "11" of "11.6"."""
        return self.number.split(".")[0]

    @property
    def target(self) -> str | None:
        """ "11.6" of "11.6" and "11.6.1", None of "11"."""
        parts = self.number.split(".")
        return ".".join(parts[:2]) if len(parts) > 1 else None


def find(text: str) -> list[Mention]:
    """The numbers that free text ascribes to the SDG/TPB, in order; none of "17 tujuan" (a count), "SDGs 2030"."""
    if not _DIGIT.search(text):
        return []
    found = [
        mention
        for match in _MENTION.finditer(text)
        if not (match["list"].isdigit() and _COUNTED.match(text, match.end()))
        for mention in _listed(text, *match.span("list"))
    ]
    seen = {mention.start for mention in found}
    for match in _GOAL_WORD.finditer(text):
        if match.start("list") in seen:
            continue
        before = text[max(0, match.start() - _NEAR) : match.start()]
        after = match["after"]
        if _NAMES.search(after) or _SDG_NEAR.search(before) or _SDG_NEAR.match(after.lstrip(" (")):
            found.extend(_listed(text, *match.span("list")))
    return sorted(found, key=lambda mention: (mention.start, mention.end))


def cell(text: str) -> list[Mention]:
    """The numbers in a table cell whose column is about the SDG/TPB: bare numbers and lists count."""
    named = find(text)
    if named:
        return named
    return [mention for match in re.finditer(_LIST, text, re.IGNORECASE) for mention in _listed(text, *match.span())]


def ticked(headers: Sequence[str], cells: Sequence[str]) -> tuple[str, ...]:
    """The goals whose column is ticked, of columns headed "1", "TPB 1", "SDG 17"; other columns are passed over."""
    goals = []
    for header, mark in zip(headers, cells, strict=False):
        match = _HEADER.fullmatch(header.strip()) or _HEADER.match(header)
        if match and mark.strip() in _TICKS:
            goals.append(str(int(match["number"])))
    return tuple(goals)


def _listed(text: str, start: int, end: int) -> Iterator[Mention]:
    """The numbers of a list and of its ranges ("1-3" of whole goals; "11.6 - 11.7" names its two ends)."""
    previous: Mention | None = None
    for match in _PART.finditer(text, start, end):
        mention = Mention(_normal(match["number"]), match.start("number"), match.end("number"))
        if match["to"] and previous and previous.number.isdigit() and mention.number.isdigit():
            for goal in range(int(previous.number) + 1, min(int(mention.number), _LAST_IN_RANGE + 1)):
                yield Mention(str(goal), previous.start, mention.end)
        yield mention
        previous = mention


def _normal(number: str) -> str:
    goal, *rest = number.rstrip("*").lower().split(".")
    joined = ".".join([str(int(goal)), *(str(int(part)) if part.isdigit() else part for part in rest)])
    return re.sub(r"(?<=\d)\(", ".(", joined)
