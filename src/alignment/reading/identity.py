"""What a document is: kind, title, region, period, date. Read from where documents say it.

In this order: the title of the regulation that sets it, its cover, what stands on the head or foot of every page, its
preface. A document that says it nowhere stays "other", without region or period.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from alignment import corpora, i18n
from alignment.grammar import periods
from alignment.models.document import DocumentKind, Issue, Page, Period, Region
from alignment.reading.furniture import Furniture, key
from alignment.reading.lexicon import is_no_plan, kind_of, lexicon, month_pattern
from alignment.text import clean, normal

_LEGAL = re.compile(
    r"(?:PERATURAN|KEPUTUSAN|INSTRUKSI|UNDANG[ -]UNDANG|SURAT EDARAN)\b[^a-z]{0,160}?\bTENTANG\s+"
    r"(?P<title>.{5,400}?)"
    r"\s+(?:DENGAN\s+RAHMAT|Menimbang|MENIMBANG|(?:BUPATI|WALI ?KOTA|GUBERNUR|PRESIDEN|MENTERI)\b[^a-z]{0,60},)",
    re.DOTALL,
)
_HEAD_OF_FILE = 6000
_COVER_WORDS = 70
_OPENING = 4
"""Lines at the head of a document without a cover that may be its title."""
_PREFACE = 2500
_PREFACE_HEADING = re.compile(r"\b(?:KATA PENGANTAR|PENDAHULUAN|BAB I\b|PRAKATA)")
_DATELINE = re.compile(r"^[A-Z][\w.’' ]{2,30}(?:,\s*[\w .]{2,30}|\s*\([\w .]{2,30}\))?\s+[–—-]\s+[A-Z]")
_PLACES = r"(?:kabupaten|kab\.|kota|provinsi|prov\.)"
_LONGEST_TITLE = 300
_YEARLY = ("renja", "rkpd")
_TITLE_LINES = 6
_NEAR = 120
"""Letters between a plan's kind and its period, at most."""
_OFTEN = 3
"""Times a body says a period or a region before it may speak against the cover."""


class Identity(NamedTuple):
    """What a document says of itself."""

    kind: DocumentKind
    title: str | None
    region: Region | None
    period: Period | None
    date: dt.date | None
    issues: tuple[Issue, ...] = ()


class _Voices(NamedTuple):
    """The places where a document names itself, best first; "" where it has none."""

    legal: str
    cover: str
    furniture: str
    preface: str
    opening: str
    news: bool
    no_plan: bool

    @property
    def titles(self) -> tuple[str, ...]:
        return tuple(filter(None, (self.legal, self.cover, self.furniture, self.preface, self.opening)))


def identify(pages: tuple[Page, ...], furniture: Furniture) -> Identity:
    """The identity of a document by its pages."""
    voices = _voices(pages, furniture)
    whole = "\n".join(page.text for page in pages)
    kind = _kind(voices, whole)
    return Identity(
        kind=kind,
        title=_title(voices, pages),
        region=_region(voices, whole),
        period=_period(voices, kind),
        date=_date(voices, pages, whole),
        issues=_conflicts(voices, pages, kind),
    )


def _voices(pages: tuple[Page, ...], furniture: Furniture) -> _Voices:
    spoken = [page for page in pages if page.lines]
    head = "\n".join(page.text for page in spoken[:4])[:_HEAD_OF_FILE]
    legal = _LEGAL.search(head)
    first = [line.text for line in spoken[0].lines] if spoken else []
    paged = bool(pages) and pages[0].width > 0
    is_cover = paged and len(spoken) > 1 and sum(len(line.split()) for line in first) <= _COVER_WORDS
    preface = head[:_PREFACE] if not paged or _PREFACE_HEADING.search(head) else ""
    news = not paged and len(spoken) == 1 and any(_DATELINE.match(line) for line in first[:15])
    return _Voices(
        legal=clean(legal["title"]) if legal else "",
        cover=clean(" ".join(first if is_cover else [] if paged else _title_lines(first))),
        furniture=_running_title(spoken, furniture) if paged else "",
        preface=clean(preface),
        opening=clean(" ".join(first[:_OPENING])) if paged and not is_cover else "",
        news=news,
        no_plan=is_no_plan(pages),
    )


def _title_lines(lines: list[str]) -> list[str]:
    """The lines in capitals at the head of a file without pages, where there are several."""
    leading = list(takewhile(str.isupper, lines))[:_COVER_WORDS]
    return leading if len(leading) > 1 else []


def _running_title(pages: list[Page], furniture: Furniture) -> str:
    """The lines on the head or foot of a third of all pages, as the fullest of them prints them."""
    found = ([line.text for line in page.lines if furniture.holds(line, page) and key(line)] for page in pages)
    return clean(" ".join(max(found, key=lambda lines: sum(map(len, lines)), default=[])))


def _kind(voices: _Voices, whole: str) -> DocumentKind:
    if voices.legal:
        kind = kind_of(voices.legal)
        return "regulation" if kind in (None, "other") else kind
    if voices.no_plan:
        return "other"
    if voices.news:
        words = f" {normal(whole)} "
        lists = sum(words.count(f" {phrase} ") for phrase in lexicon().lists_programs)
        return "master_plan" if lists > 1 and kind_of(whole) == "master_plan" else "other"
    return next((kind for title in voices.titles if (kind := kind_of(title)) is not None), "other")


def _title(voices: _Voices, pages: tuple[Page, ...]) -> str | None:
    """The legal title, the cover, the running title or first line that names a kind, else the first line."""
    named = voices.legal or voices.cover or (voices.furniture if kind_of(voices.furniture) else "")
    if not named:
        first = [clean(line.text) for page in pages[:4] for line in page.lines if len(line.text.split()) > 2]
        sayings = first[:1] if voices.news else [line for line in first if kind_of(line)]
        named = next(iter(sayings + first), "")
    return named[:_LONGEST_TITLE] or None


@cache
def _regions() -> dict[tuple[str, str], Region]:
    found: dict[tuple[str, str], Region] = {}
    for entry in corpora.load("regions").entries:
        for name in (entry.name, *entry.aliases):
            found.setdefault((entry.kind, normal(name)), Region(name=entry.label.id, code=entry.id))
    return found


_KIND_OF_PLACE = {
    "kabupaten": "regency",
    "kab.": "regency",
    "kota": "city",
    "provinsi": "province",
    "prov.": "province",
}
_PLACE = re.compile(rf"\b({_PLACES})\s+((?:[^\W\d_][\w'’-]*\s*){{1,6}})", re.IGNORECASE)
_OFFICE = re.compile(r"\b(bupati|wali\s?kota)\s+((?:[^\W\d_][\w'’-]*\s*){1,4})", re.IGNORECASE)


def _named(text: str) -> list[Region]:
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


def _region(voices: _Voices, whole: str) -> Region | None:
    """The region the title names; a regency or city before its province; else the one the text names most."""
    for title in (*voices.titles, whole[:_HEAD_OF_FILE], whole):
        named = _named(title)
        local = [region for region in named if region.code and "." in region.code]
        if local or named:
            counts = Counter(region.name for region in local or named)
            best = max(counts.values())
            return next(region for region in local or named if counts[region.name] == best)
    return None


def _period(voices: _Voices, kind: DocumentKind) -> Period | None:
    if kind in _YEARLY:
        year = next((year for title in voices.titles for year in periods.years(title)), None)
        return Period(start=year, end=year) if year else None
    for title in voices.titles:
        found = periods.period(title) or _years_apart(title if title in (voices.cover, voices.legal) else "")
        if found:
            return Period(start=found[0], end=found[1])
    return None


def _years_apart(title: str) -> tuple[int, int] | None:
    """A cover may print "2025" and "2029" on two lines."""
    match = re.search(r"\b(20\d\d)\s+(20\d\d)\b", title)
    return (int(match[1]), int(match[2])) if match and int(match[1]) < int(match[2]) <= int(match[1]) + 25 else None


def _date(voices: _Voices, pages: tuple[Page, ...], whole: str) -> dt.date | None:
    """The day it was set or signed; of a news report the first day it names; of a cover its month."""
    if voices.news:
        return _first_day(whole)
    day = rf"(?P<day>\d{{1,2}})\s+(?P<month>{month_pattern()})\s+(?P<year>(?:19|20)\d\d)"
    setting = re.search(rf"ditetapkan\s+di\s+[^\n]{{2,40}}?\s+(?:pada\s+)?tanggal\s*:?\s*{day}", whole, re.IGNORECASE)
    if setting:
        return _day(setting)
    spoken = [page for page in pages if page.lines]
    for page in spoken[:10] + spoken[-5:]:
        for line in page.lines:
            signed = re.fullmatch(rf"[A-Z][\w .]{{2,30}},\s*(?:tanggal\s+)?{day}\s*", line.text, re.IGNORECASE)
            if signed:
                return _day(signed)
    month = re.search(rf"\b(?P<month>{month_pattern()})\s+(?P<year>20\d\d)\b", voices.cover, re.IGNORECASE)
    return _day(month) if month else None


def _first_day(text: str) -> dt.date | None:
    day = rf"\b(?P<day>\d{{1,2}})\s+(?P<month>{month_pattern()})\s+(?P<year>20\d\d)\b"
    numeric = r"\b(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>20\d\d)\b"
    matches = [match for pattern in (day, numeric) if (match := re.search(pattern, text, re.IGNORECASE))]
    return _day(min(matches, key=lambda match: match.start())) if matches else None


def _day(match: re.Match[str]) -> dt.date | None:
    parts = match.groupdict()
    month = parts["month"]
    try:
        return dt.date(
            int(parts["year"]),
            int(month) if month.isdecimal() else lexicon().months[month.casefold()],
            int(parts.get("day") or 1),
        )
    except ValueError:
        return None


def _conflicts(voices: _Voices, pages: tuple[Page, ...], kind: DocumentKind) -> tuple[Issue, ...]:
    """Where a cover's period or region is not the one that the document's own pages speak of."""
    spoken = [page for page in pages if page.lines]
    cover = voices.cover or voices.legal or _first_lines(spoken)
    if not cover:
        return ()
    body = "\n".join(page.text for page in spoken)
    found: list[Issue] = []
    period, other = periods.period(cover), _own_period(voices, body, kind)
    if period and other and period != other:
        said = i18n.both("reading.period_conflict", cover="-".join(map(str, period)), body="-".join(map(str, other)))
        found.append(Issue(code="conflict", page=spoken[0].number, message=said))
    region, elsewhere = _local(cover), _own_region(body)
    if region and elsewhere and region[0] != elsewhere:
        said = i18n.both("reading.region_conflict", cover=region[0].name, body=elsewhere.name)
        found.append(Issue(code="conflict", page=spoken[0].number, message=said))
    return tuple(found)


def _first_lines(spoken: list[Page]) -> str:
    return clean(" ".join(line.text for line in spoken[0].lines[:_TITLE_LINES])) if spoken else ""


def _own_period(voices: _Voices, body: str, kind: DocumentKind) -> tuple[int, int] | None:
    """The period on head or foot of the pages, else the one that most often follows the document's own kind."""
    running = periods.period(voices.furniture)
    if running:
        return running
    names = "|".join(r"\s+".join(map(re.escape, name.split())) for name in lexicon().kinds.get(kind, ()))
    if not names or kind in _YEARLY:
        return None
    own = re.compile(rf"\b(?:{names})\b[^.;]{{0,{_NEAR}}}", re.IGNORECASE)
    named = Counter(found for match in own.finditer(body) if (found := periods.period(_to_next_kind(match.group()))))
    (best, count), *rest = [*named.most_common(2), (None, 0)][:2]
    return best if count >= _OFTEN and count > 2 * sum(number for _, number in rest) else None


def _to_next_kind(words: str) -> str:
    """`words` up to where another kind of plan is named: "master plan ini sejalan dengan RPJMD 2021-2026"."""
    others = (name for names in lexicon().kinds.values() for name in names)
    starts = [place for name in others if (place := words.casefold().find(name, 5)) > 0]
    return words[: min(starts, default=len(words))]


def _local(text: str) -> list[Region]:
    return [region for region in _named(text) if region.code and "." in region.code]


def _own_region(body: str) -> Region | None:
    """The regency or city that the body names so often that it must be its own."""
    counts = Counter(_local(body)).most_common(2)
    if not counts or counts[0][1] < _OFTEN:
        return None
    second = counts[1][1] if len(counts) > 1 else 0
    return counts[0][0] if counts[0][1] > 2 * second else None
