"""What a document is: kind, title, region, period, date. Read from where documents say it.

In this order: the title of the regulation that sets it, its cover, what stands on the head or foot of every page, its
preface. A document that says it nowhere stays "other", without region or period.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from typing import NamedTuple

from alignment import i18n
from alignment.grammar import periods
from alignment.models.document import DocumentKind, Issue, Page, Period, Region
from alignment.reading import regions
from alignment.reading.dates import date_of
from alignment.reading.furniture import Furniture
from alignment.reading.lexicon import kind_of, lexicon
from alignment.reading.titles import title_of
from alignment.reading.voices import Voices, voices_of
from alignment.text import clean, normal

_HEAD_OF_FILE = 6000
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


def identify(pages: tuple[Page, ...], furniture: Furniture, running: str = "") -> Identity:
    """The identity of a document by its pages. `running`: what stands on head and foot where the format keeps it apart
    from the pages (DOCX)."""
    voices = voices_of(pages, furniture, running)
    whole = "\n".join(page.text for page in pages)
    kind = _kind(voices, whole)
    return Identity(
        kind=kind,
        title=title_of(voices, pages),
        region=_region(voices, whole),
        period=_period(voices, kind),
        date=date_of(voices, pages, whole),
        issues=_conflicts(voices, pages, kind),
    )


def _kind(voices: Voices, whole: str) -> DocumentKind:
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


def _region(voices: Voices, whole: str) -> Region | None:
    """The region the title names; a regency or city before its province; one of the cover that no list knows; else
    the one the text names most."""
    titled = (_most_named(title) for title in voices.titles)
    told = (_most_named(text) for text in (whole[:_HEAD_OF_FILE], whole))
    return next(filter(None, titled), None) or regions.unknown(voices.cover_lines) or next(filter(None, told), None)


def _most_named(text: str) -> Region | None:
    named = regions.named(text)
    counts = Counter(regions.local(text) or named)
    return counts.most_common(1)[0][0] if counts else None


def _period(voices: Voices, kind: DocumentKind) -> Period | None:
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


def _conflicts(voices: Voices, pages: tuple[Page, ...], kind: DocumentKind) -> tuple[Issue, ...]:
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
    region = regions.local(cover)
    elsewhere = _own_region(body) if region else None  # a whole plan to look through
    if elsewhere and region[0] != elsewhere:
        said = i18n.both("reading.region_conflict", cover=region[0].name, body=elsewhere.name)
        found.append(Issue(code="conflict", page=spoken[0].number, message=said))
    return tuple(found)


def _first_lines(spoken: list[Page]) -> str:
    return clean(" ".join(line.text for line in spoken[0].lines[:_TITLE_LINES])) if spoken else ""


def _own_period(voices: Voices, body: str, kind: DocumentKind) -> tuple[int, int] | None:
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


def _own_region(body: str) -> Region | None:
    """The regency or city that the body names so often that it must be its own."""
    counts = Counter(regions.local(body)).most_common(2)
    if not counts or counts[0][1] < _OFTEN:
        return None
    second = counts[1][1] if len(counts) > 1 else 0
    return counts[0][0] if counts[0][1] > 2 * second else None
