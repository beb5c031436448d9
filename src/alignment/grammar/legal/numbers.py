"""Numbers and years of regulations: "Nomor 23 Tahun 2014", "95/2018", "188.45/1186/HK/2017", lists that share a head.

All texts are in small letters; all patterns are bounded.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_DIGIT = r"[0-9oli|]"  # OCR reads 0 as O, 1 as l, I or |, rarely 5 as S and 2 as Z
_YEAR = r"[12liz|][09o][0-9olisbz|]{2}"
_TO_DIGITS = str.maketrans("oli|szb", "0111528")
_EARLIEST, _LATEST = 1945, 2049
_NAMED = r"(?:(?:n[o0]m[o0e]r?|n[o0]|nr)[\s.:*\-]{0,40}){1,2}"
_SEGMENT = r"[0-9a-z][0-9a-z.]{0,30}"
_JOIN = (
    r"(?:[/\-]\n?|(?<=[0-9.]{3})\s{1,2}-\s{1,2}(?=[0-9]{2})|\s{0,2}/\s{0,2}(?=[0-9]|[a-z][a-z0-9.]{0,18}\s{0,2}/))"
    r"(?!tahun|tentang|nomor)"
)
_OFFICE = r"(?:pm|km|kp|kep|per|se|ins|hk|um|p|m)[\s.]{1,2}"  # "Nomor PM 50 Tahun 2021"
_TAHUN = r"(?:tahun|tahum|tahu|taun|ahun|thn|th)[\s.:*'’\-]{0,40}"
_STAMPED = r"(?:(?<=\n)\s{0,40}[^\n]{1,90}\n\s{0,40})??"  # a line of a stamp or a page's foot stands in between
_ELEMENT = re.compile(
    rf"""(?P<named>{_NAMED})?
    (?: (?P<slashed>{_DIGIT}{{1,4}}[a-e]?)\s{{0,2}}/\s{{0,2}}(?P<slash_year>{_YEAR})(?![0-9]|/[0-9a-z]|[\-.][0-9])
      | (?P<code>(?<![a-z])(?:{_OFFICE}|[0-9]{{1,5}}\s(?=[a-z]{{1,3}}/))?{_SEGMENT}(?:{_JOIN}{_SEGMENT}){{1,8}}
               | (?<![a-z])(?:[0-9]{{1,4}}|[a-z]{{1,4}})(?:\.[0-9]{{1,4}}){{1,8}})
      | (?:(?<![a-z])(?:{_OFFICE}|pm|km))?(?P<plain>{_DIGIT}{{1,5}}(?:\ ?[a-e](?=[\s,]))?(?![0-9a-su-z])
               |(?=[0-9]{{0,3}}[sz])[0-9sz]{{2,4}}(?=\s{{1,20}}tahun\s))
        (?:\s(?:drt|prp|pnps)\.?(?=\s))?
    )
    (?: [\s,.*\-/]{{0,60}} {_STAMPED} {_TAHUN} {_STAMPED} (?P<year>{_YEAR}) (?![0-9]) )?""",
    re.VERBOSE,
)
_COMMON = re.compile(
    r"(?:(n[o0]m[o0]r|no)[\s.:]{0,40})?([0-9]{1,4})(?:\s{1,40}(?:tahun|th)\s{1,40}|/)((?:19|20)[0-9]{2})(?![0-9a-z/\-]|\.[0-9])"
)
"""What nine citations in ten look like; it only saves time, and so does"""
_PLAIN_WORD = re.compile(r"(?!n[o0]m)[a-z]{5,40}\s(?!\s?/)")
"""what is looked for where a list might go on and does not."""
_DATED = re.compile(
    rf"[\s,]{{0,40}}(?:tanggal|tgl)[\s.:]{{0,20}}[0-9]{{1,2}}\s{{1,9}}[a-z]{{3,9}}\s{{1,9}}({_YEAR})(?!\d)"
)
_YEAR_FIRST = re.compile(rf"{_TAHUN}({_YEAR})[\s,]{{1,40}}{_NAMED}({_DIGIT}{{1,4}})(?![0-9a-z/.\-])")
_NEXT = re.compile(
    r"""\s{0,80}(?: (?=n[o0]m[o0]r[\s:.]) | [,;]\s{0,80}(?:(?:dan|serta|&|jo\.?)\s{1,80})?
      | (?:dan/atau|dan|serta|&|/|jo\.?|juncto)\s{0,80}
      | ,?\s{0,10}(?:sebagaimana\s{1,80})?(?:telah\s{1,80})?(?:beberapa\s{1,80}kali\s{1,80})?
        diubah\s{1,80}(?:beberapa\s{1,80}kali,?\s{1,80})?(?:terakhir\s{1,80}(?:kali\s{1,80})?)?dengan\s{1,80} )""",
    re.VERBOSE,
)
_START = re.compile(
    r"(?:n[o0]m[o0e]r?|(?<![a-z])n[or])[\s.:*\-]{0,40}(?=[0-9a-z])|(?<![a-z])(?:p|m|per|kep|hk)\.\s?(?=[0-9])|[0-9]"
)
_DASH = re.compile("[\u2010-\u2014]")
_SPACED_YEAR = re.compile(r"\s-\s(?:19|20)\d\d$")  # "146.1-4717 - 2020"
_BLANKS = re.compile(r"\s+(?=[/\-])|(?<=[/\-])\s+")


_OF_YEAR = re.compile(rf"\s{{1,9}}{_TAHUN}({_YEAR})(?!\d|\s?-\s?\d)")


class Number(NamedTuple):
    """A number, its year, and the span both stand in."""

    start: int
    end: int
    number: str
    """In small letters, digits mended; empty where there is none."""
    year: int | None
    at: int
    """Where the number itself begins."""
    named: bool
    """Whether "Nomor" or "No." stands before it."""
    plain: bool
    """Whether it is a bare number ("23") and no decree's code ("188.45/1186/HK/2017")."""


def starts(low: str, position: int, end: int) -> int | None:
    """Where the next thing that may be a number begins ("Nomor" included), before `end`."""
    match = _START.search(low, position, end)
    return match.start() if match else None


def read_list(low: str, position: int) -> list[Number]:
    """The numbers that one head shares, from `position`; empty where there is none.

    A number without a year takes the year of the next one in the list ("12 dan 13 Tahun 2019"). A number stands for
    a regulation where "Nomor" names it or a year follows; trailing bare numbers are dropped.
    """
    first = _read(low, position) or _read_year_first(low, position)
    if first is None:
        return []
    found = [first]
    while separator := _NEXT.match(low, found[-1].end):
        following = _read(low, separator.end())
        if following is None or (not following.plain and found[-1].plain and not following.named):
            break
        found.append(following)
    while found and not _complete(found[-1], alone=len(found) == 1):
        found.pop()
    for index in range(len(found) - 2, -1, -1):
        if found[index].year is None and found[index].plain:
            found[index] = found[index]._replace(year=found[index + 1].year)
    return found


def year_after(low: str, position: int) -> tuple[int, int] | None:
    """The year that follows a name ("UU ASN tahun 2023") and where it ends; a period ("Tahun 2025-2029") is none."""
    match = _OF_YEAR.match(low, position)
    year = _year(match[1]) if match else None
    return (year, match.end()) if match and year else None


def printed(raw: str, number: Number) -> str:
    """The number in the letters of the text: "188.45/1586/HK/2019"."""
    if number.plain:
        return number.number
    return _spaceless(_DASH.sub("-", raw[number.at : number.end]))[: len(number.number)]


def _complete(number: Number, *, alone: bool) -> bool:
    return number.year is not None or (number.named and (alone or not number.plain))


def _read(low: str, position: int) -> Number | None:
    common = _COMMON.match(low, position)
    if common and _EARLIEST <= int(common[3]) <= _LATEST:
        start, end = common.span()
        return Number(start, end, common[2], int(common[3]), common.start(2), common[1] is not None, plain=True)
    match = None if _PLAIN_WORD.match(low, position) else _ELEMENT.match(low, position)
    if match is None:
        return None
    named, slashed, slash_year, code, plain, year_words = match.groups()
    start, end = match.span()
    if slashed is not None:
        year = _year(slash_year)
        if year is None:
            return None
        return Number(start, end, _digits(slashed), year, match.start("slashed"), named is not None, plain=True)
    year = _year(year_words) if year_words else None
    if plain is None:
        return _read_code(low, match, code, year)
    if (year_words and year is None) or not (any(map(str.isdigit, plain)) or (named and year)):
        return None
    number = Number(start, end, _digits(plain), year, match.start("plain"), named is not None, plain=True)
    return number if year or not named else _dated(low, number)


def _read_code(low: str, match: re.Match[str], code: str, year: int | None) -> Number | None:
    """A decree's code. It may end in its year: "1/PRT/M/2022" keeps it as a part, "050-5889/2021" only joins it."""
    if not any(map(str.isdigit, code)):
        return None
    end = match.end() if year else match.end("code") - (len(code) - len(code.rstrip(".")))
    shown = _spaceless(code).rstrip(".")
    if year is None:
        spaced = _SPACED_YEAR.search(code)
        head, _, tail = shown.rpartition("-" if spaced else "/")
        year = _year(tail) if head else None
        if year and (spaced or "/" not in head):
            shown = head
    number = Number(match.start(), end, shown, year, match.start("code"), match["named"] is not None, plain=False)
    return number if year or not number.named else _dated(low, number)


def _dated(low: str, number: Number) -> Number:
    """ "Nomor 188.45/12/HK tanggal 3 Mei 2017": the date gives the year."""
    match = _DATED.match(low, number.end)
    return number._replace(year=_year(match[1]), end=match.end()) if match else number


def _read_year_first(low: str, position: int) -> Number | None:
    match = _YEAR_FIRST.match(low, position)
    if match is None:
        return None
    return Number(*match.span(), _digits(match[2]), _year(match[1]), match.start(2), named=True, plain=True)


def _spaceless(code: str) -> str:
    """A code without the blanks around its strokes: "188.45 / 1186 / HK" -> "188.45/1186/HK"."""
    return code if len(code.split()) == 1 else _BLANKS.sub("", code)


def _digits(words: str) -> str:
    """OCR letters back to digits; a letter that belongs to the number ("5a") stays."""
    if words.isdigit():
        return words
    tail = words[-1] if words[-1] in "acde" else ""
    return words[: len(words) - len(tail)].translate(_TO_DIGITS).replace(" ", "") + tail


def _year(words: str) -> int | None:
    if not words.isdigit():
        if len(words) != 4 or sum(map(str.isdigit, words)) < 2:
            return None
        words = words.translate(_TO_DIGITS)
        if not words.isdigit():
            return None
    year = int(words) if len(words) == 4 else 0
    return year if _EARLIEST <= year <= _LATEST else None
