"""What the lines above a table say of it: pillar, horizon, quick win, the unit that spends, the year, the scale."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from alignment.extraction.wording import headed_pillar, unit_named
from alignment.grammar import money, periods
from alignment.models.program import Pillar

_CAPTION = re.compile(r"\s*(?:tabel|table|gambar|lampiran)\s*[\dIVXT]", re.IGNORECASE)
_CHAPTER = re.compile(r"\s*BAB\b")
_HORIZONS = (("short", "jangka pendek"), ("medium", "jangka menengah"), ("long", "jangka panjang"))
_LONGEST_TITLE = 12
"""Words of a line that is a heading."""
_NEAREST = 4
"""Lines above a table that may be its caption."""
_NEAR = 8
"""Lines above a table among which its unit's heading may stand."""


class Setting(NamedTuple):
    """What the place of a table says of its programs."""

    pillar: Pillar | None = None
    horizon: str | None = None
    quick_win: bool | None = None
    unit: str | None = None
    year: int | None = None
    """The one year that the caption names."""


def setting(above: Sequence[str], before: Setting) -> Setting:
    """What the lines above a table say, the nearest last. A pillar holds until another heading comes."""
    pillar = before.pillar
    for line in above:
        named = headed_pillar(line)
        if named is not None:
            pillar = named
        elif _CHAPTER.match(line):
            pillar = None
    nearest = above[-_NEAREST:]
    caption = " ".join(filter(_is_title, nearest)).casefold()
    mentioned = [name for name, words in _HORIZONS if words in caption]
    years = {year for line in nearest for year in periods.years(line)}
    return Setting(
        pillar,
        mentioned[0] if len(mentioned) == 1 else None,
        True if "quick win" in caption else None,
        _last(unit_named, above[-_NEAR:]),
        years.pop() if len(years) == 1 else None,
    )


def _is_title(line: str) -> bool:
    """Whether a line is a caption or heading: a sentence above a table speaks of horizons and quick wins at large."""
    if _CAPTION.match(line):
        return True
    words = line.split()
    return 0 < len(words) <= _LONGEST_TITLE and not words[0][:1].islower() and words[-1][-1:] not in ".,;"


def scale(above: Sequence[str]) -> int:
    """What the lines right above a table say that its figures are multiplied by."""
    return next((factor for line in reversed(above[-_NEAREST:]) if (factor := money.caption_scale(line)) > 1), 1)


def opens(lines: Sequence[str], above: Sequence[str]) -> bool:
    """Whether lines between two pieces of a table begin another one: a caption, or a heading that names another pillar
    or unit than the lines above the first piece."""
    if any(_CAPTION.match(line) and "lanjut" not in line.casefold() for line in lines):
        return True
    return any((named := _last(says, lines)) and named != _last(says, above) for says in (headed_pillar, unit_named))


def _last(says: Callable[[str], str | None], lines: Sequence[str]) -> str | None:
    return next((named for line in reversed(lines) if (named := says(line))), None)
