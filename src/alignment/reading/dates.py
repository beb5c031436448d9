"""The day a document was set, signed or printed."""

from __future__ import annotations

import datetime as dt
import re

from alignment.models.document import Page
from alignment.reading.lexicon import lexicon, month_pattern
from alignment.reading.voices import Voices


def is_dateline(line: str) -> bool:
    """Whether a line of a cover only says place and day, or month and year: "Sagara, 14 Maret 2025"."""
    day = rf"(?:\d{{1,2}}\s+)?(?:{month_pattern()})\s+(?:19|20)\d\d"
    return re.fullmatch(rf"(?:[A-Z][\w .]{{2,30}},?\s+)?{day}\.?", line.strip(), re.IGNORECASE) is not None


def date_of(voices: Voices, pages: tuple[Page, ...], whole: str) -> dt.date | None:
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
