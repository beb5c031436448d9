"""Years and periods as plans print them: "2025-2029", "2021 s.d. 2026", "Tahun 2024"."""

from __future__ import annotations

import re

_YEAR = re.compile(r"(?<![\d./])(?:19[5-9]\d|20[0-9]\d)(?![\d/])(?!\.\d)")
_PERIOD = re.compile(
    r"(?<![\d.])(?P<start>20\d\d)\s*(?:[-–—‐‑−/→]|s\s*[./]?\s*d\.?|sampai(?:\s+dengan)?|hingga|to|until)\s*(?:tahun\s+)?(?P<end>20\d\d)(?!\d)",
    re.IGNORECASE,
)
_LONGEST = 30


def years(text: str) -> tuple[int, ...]:
    """The years a text names, in order, each once. A squeezed or broken year ("20 26") is not one."""
    return tuple(dict.fromkeys(int(match.group()) for match in _YEAR.finditer(text)))


def period(text: str) -> tuple[int, int] | None:
    """First "YYYY-YYYY" whose end is not before its start and at most 30 years after, else None."""
    return next(iter(periods(text)), None)


def periods(text: str) -> tuple[tuple[int, int], ...]:
    """Every such period in the order printed."""
    found = ((int(match["start"]), int(match["end"])) for match in _PERIOD.finditer(text))
    return tuple((start, end) for start, end in found if start <= end <= start + _LONGEST)


def expand(text: str) -> tuple[int, ...]:
    """Every year a schedule covers: "2019 - 2021" is 2019, 2020, 2021; "2019, 2021" just those two."""
    covered: set[int] = set(years(text))
    for start, end in periods(text):
        covered.update(range(start, end + 1))
    return tuple(sorted(covered))
