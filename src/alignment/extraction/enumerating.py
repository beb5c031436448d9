"""Where a sentence lists programs or names one: "... mencakup program A, program B", "quick win-nya adalah A"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from alignment import text
from alignment.extraction.announcing import announces
from alignment.extraction.labels import sections
from alignment.extraction.naming import proper_name, without_tail
from alignment.extraction.telling import facts_behind

ITEM_WORD = re.compile(
    r"(?:program|progran|progam|programme?|porgram|kegiatan|inovasi|aplikasi|inisiatif|quick\s+win)s?\b(?!-)",
    re.IGNORECASE,
)
QUICK_WIN = re.compile(r"\bquick\s+wins?\b", re.IGNORECASE)
_SEPARATOR = re.compile(
    r"\s*(?:[;,]\s*(?:(?:dan|serta|and)\s+)?"
    r"|\s(?:dan|serta|and)\s+(?=(?:program|progran|progam|kegiatan|inovasi|aplikasi)\b))",
    re.IGNORECASE,
)
_COMMA = re.compile(
    r"\s*(?:[;,]\s*(?:(?:dan|serta|and)\s+)?|\sserta\s+|(?<=\))\s*(?:dan|and)\s+)(?![^()]*\))", re.IGNORECASE
)
"""No comma inside brackets parts items; "and" does behind them."""
_AND = re.compile(r"\s(?:dan|serta|and)\s+(?=[A-Z“\"]|[a-z]\w+(?:\s[a-z]\w+){0,5}\s[A-Z“\"])")
"""Before a further name: "... oleh Bappeda dan Klinik Desa oleh DPMD", "... dan kalender Pesta Laut"."""
_NUMBERED = re.compile(r"(?:^|(?<=[\s;,:]))\(?(?:\d{1,2}|[a-z])\)\s*")
_COUNTED = re.compile(
    r"(?P<said>(?:[a-z]+\s+)?(?:program|inisiatif|inovasi|kegiatan)(?:\s+\w+)?)\s*,?\s*(?P<colon>:)?\s*", re.IGNORECASE
)
"""How many of what: "tiga program, yaitu"."""
_TAIL = re.compile(r"(?:[\s,;.:]|(?<=[\s,;])(?:dan|serta|and)$)+$", re.IGNORECASE)
_NO_NAME = re.compile(
    r"(?:sebagai|yang|untuk|dengan|agar|karena|sehingga|sedangkan|sementara|pada|dalam|guna|di\s?mana|termasuk|maupun)"
    r"\b",
    re.IGNORECASE,
)
"""How parts of a sentence begin that only say more of the name before."""
_TWO = re.compile(r"\b(?:dua|two|2)\s+(?:\w+\s+)?(?:program|inovasi|inisiatif|quick)", re.IGNORECASE)
_ITSELF = re.compile(r"\b(?:ini|itu|tersebut)\s*$", re.IGNORECASE)
_BACK = re.compile(r"\w+(?:\s+win)?\s+(?:ini|itu|tersebut|dimaksud)\b", re.IGNORECASE)
"""What speaks of a program that was named before: "program ini"."""
_HOW_MANY = re.compile(
    r"\b(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|beberapa|sejumlah|\d{1,2})\s+(?:\w+\s+)?"
    r"(?:program|inovasi|inisiatif|quick\s+win)",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"(?:program\s+|inovasi\s+|inisiatif\s+)?(?:yang\s+)?(?:pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh|berikutnya|selanjutnya|terakhir)"
    r"\s*(?:,|adalah|ialah|yaitu|yakni)\s+",
    re.IGNORECASE,
)
_ACTION = re.compile(r"(?:pe[a-z]+an|revitalisasi|restorasi|rehabilitasi|digitalisasi|optimalisasi)\s+[A-Z]")
_BETWEEN = 120
"""Letters between the pillar and what it is said to hold, at most."""
_MOST_WORDS = 30


def names_listed(words: str, head: str, *, expected: bool) -> list[str]:
    """The items after a connecting word, each with what is said behind its name; none where the words are no list of
    programs. `head`: the sentence up to them; `expected`: the headings announce programs, so that a colon behind a
    pillar's name opens a list."""
    lead, colon, listed = words.partition(":")
    if colon and (announces(lead) if lead.strip() else expected):
        return _names(_parts(listed.strip(), announced=True, one=True))
    opening = _connecting().search(words[:_BETWEEN])
    if opening is None:
        return []
    last, passage = opening, words[opening.end() :].lstrip(" :")
    said = words[: opening.start()]
    while (again := _connecting().match(passage)) is not None:
        said, passage, last = said + again.group(), passage[again.end() :].lstrip(" :"), again
    counted = _COUNTED.match(passage)
    if counted is not None:
        again = _connecting().match(passage, counted.end())
        if again is not None or counted["colon"]:
            said, passage = said + counted["said"], passage[(again or counted).end() :].lstrip(" :")
            last = again or last
    announced = bool(ITEM_WORD.search(said) or ITEM_WORD.search(head.rpartition(",")[2]) or _chosen(passage))
    several = text.normal(last.group()) == "are" or _TWO.search(said) is not None
    naming = text.normal(last.group()) in sections().naming and not _ITSELF.search(said)
    parts = _parts(passage, announced=announced, one=naming or _chosen(passage))
    return _names(_in_two(parts[0]) if several and len(parts) == 1 else parts)


def announces_count(sentence: str) -> bool:
    """Whether a sentence says how many programs will be named: "Terdapat tiga program yang akan dijalankan"."""
    return _HOW_MANY.search(sentence) is not None


def name_counted(sentence: str) -> str | None:
    """The name, and what is said behind it, of a sentence that counts programs: "Kedua, Warung Digital oleh ..."."""
    counted = _ORDINAL.match(sentence)
    part = sentence[counted.end() :] if counted is not None else ""
    return part if proper_name(without_tail(part)[0]) else None


def parted(passage: str) -> list[str]:
    """Names with what is said behind each, parted where "and" leads to the next one."""
    cuts = [match for match in _AND.finditer(passage) if _ends_here(passage[: match.start()], passage[match.end() :])]
    starts = [0, *(match.end() for match in cuts)]
    return [passage[a:b] for a, b in zip(starts, [*(match.start() for match in cuts), len(passage)], strict=True)]


def _in_two(passage: str) -> list[str]:
    """The two proper names of "Paperless Village Office and Regional Data Exchange"; one part where they are none."""
    parts = _AND.split(passage)
    names = [without_tail(part)[0] for part in parts]
    return parts if len(parts) == 2 and all(proper_name(name) == name for name in names) else [passage]


def _chosen(passage: str) -> bool:
    return re.search(r"\bsebagai\s+(?:program\s+)?quick\s+win\b", passage, re.IGNORECASE) is not None


def _ends_here(before: str, after: str) -> bool:
    """Whether a name and its facts are over before "and", and another name follows: both sides say more than a name
    does, or the second begins with what kind of thing it names."""
    name, tail = without_tail(before)
    following, more = without_tail(after)
    if after[:1].islower():
        return name.split()[-1:] != [] and name.split()[-1][:1].isupper() and proper_name(following) == following
    agencies = [any(fact.field == "agency" for fact in facts_behind(words)) for words in (tail, more)]
    return bool(tail and more) and agencies[1] >= agencies[0] and proper_name(following) == following


def _parts(passage: str, *, announced: bool, one: bool) -> list[str]:
    """The items of a list: numbered, each led by "program", or parted by commas where programs were announced; a
    single proper name where `one` may stand.

    A part without the word goes on with the item before: "program peningkatan kesempatan kerja, peningkatan kualitas
    tenaga kerja" is one program.
    """
    numbered = [match.start() for match in _NUMBERED.finditer(passage)]
    if len(numbered) > 1 and not passage[: numbered[0]].strip():
        pieces = [passage[a:b] for a, b in pairwise([*numbered, len(passage)])]
        return [_NUMBERED.sub("", piece, count=1) for piece in pieces]
    if ITEM_WORD.match(passage):
        cuts = [s.end() for s in _SEPARATOR.finditer(passage) if ITEM_WORD.match(passage[s.end() :])]
        return [passage[a:b] for a, b in pairwise([0, *cuts, len(passage)])]
    if not announced:
        done = [piece for part in _COMMA.split(passage) for piece in parted(part)]
        return done if len(done) > 1 and all(map(_is_action, done)) else []
    name, tail = without_tail(passage)
    several = [piece for part in _COMMA.split(passage) for piece in parted(part)]
    if _COMMA.search(name) is None and (tail.lstrip(", ").startswith(("yaitu", "yakni")) or len(several) == 1):
        explained = tail.lstrip(", ").startswith(("yaitu", "yakni", "berupa", "ialah"))
        return [passage] if explained or (one and proper_name(name) == name) else []
    return [part for part in several if not _NO_NAME.match(part)]


def _is_action(part: str) -> bool:
    """Whether words say what is done to something with a name of its own: "pengembangan Klinik Rawa Sehat"."""
    return _ACTION.match(part) is not None and bool(proper_name(without_tail(part)[0]))


def _names(parts: Iterable[str]) -> list[str]:
    return [name for name in (_TAIL.sub("", text.clean(part)) for part in parts) if _is_name(name)]


def _is_name(words: str) -> bool:
    named = ITEM_WORD.match(words) is not None or 1 < len(words.split()) <= _MOST_WORDS
    return named and _BACK.match(words) is None


@cache
def _connecting() -> re.Pattern[str]:
    words = sorted(sections().connecting | sections().naming, key=lambda word: (-len(word), word))
    joined = "|".join(r"\s+".join(map(re.escape, word.split())) for word in words)
    return re.compile(
        rf"\s*\b(?:{joined})\b(?:\s+(?:beberapa|sejumlah|program-program|sebagai\s+berikut))*", re.IGNORECASE
    )
