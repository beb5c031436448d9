"""What the lines above a table say of it: pillar, horizon, quick win, the unit that spends, the year, the scale."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from alignment import text
from alignment.extraction.columns import Column
from alignment.extraction.wording import headed_pillar, unit_named
from alignment.grammar import money, periods
from alignment.models.document import Table
from alignment.models.program import Pillar

_CAPTION = re.compile(r"\s*(?:tabel|table|gambar|lampiran)\s*[\dIVXT]", re.IGNORECASE)
_CHAPTER = re.compile(r"\s*BAB\b")
_QUICK_WINS = re.compile(r"^(?!.*\bdan\b).*\bquick wins?\b", re.IGNORECASE)
"""A chapter of quick wins and of nothing else."""
_HORIZONS = (("short", "jangka pendek"), ("medium", "jangka menengah"), ("long", "jangka panjang"))
_FIGURES = ("budget", "year", "total")
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
    """The one year that the caption names, or else the chapter."""
    chapter: str = ""


def setting(above: Sequence[str], before: Setting) -> Setting:
    """What the lines above a table say, the nearest last. A pillar holds until another heading comes."""
    pillar, chapter = before.pillar, before.chapter
    for line in above:
        named = headed_pillar(line)
        if _CHAPTER.match(line):
            chapter = line
        if named is not None or _CHAPTER.match(line):
            pillar = named
    nearest = above[-_NEAREST:]
    caption = " ".join(filter(_is_title, nearest)).casefold()
    mentioned = [name for name, words in _HORIZONS if words in caption]
    years = {year for line in nearest for year in periods.years(line)} or set(periods.years(chapter))
    return Setting(
        pillar,
        mentioned[0] if len(mentioned) == 1 else None,
        True if "quick win" in caption or _QUICK_WINS.search(chapter) else None,
        _last(unit_named, above[-_NEAR:]),
        years.pop() if len(years) == 1 else None,
        chapter,
    )


def _is_title(line: str) -> bool:
    """Whether a line is a caption or heading: a sentence above a table speaks of horizons and quick wins at large."""
    if _CAPTION.match(line):
        return True
    words = line.split()
    return 0 < len(words) <= _LONGEST_TITLE and not words[0][:1].islower() and words[-1][-1:] not in ".,;"


def scaled(columns: tuple[Column, ...], above: Sequence[str]) -> tuple[Column, ...]:
    """The columns with the scale that stands right above the table, where their heads name none."""
    said = (money.caption_scale(line) for line in reversed(above[-_NEAREST:]))
    factor = next((factor for factor in said if factor > 1), 1)
    if factor == 1 or any(column.scale > 1 for column in columns):
        return columns
    return tuple(c._replace(scale=factor) if c.field in _FIGURES else c for c in columns)


def titles(table: Table, rows: range) -> list[str]:
    """What rows without a head print, one line each: over a head they are titles, as spreadsheets have them."""
    lines = (" ".join(cell.text for cell in table.cells if cell.row == row and cell.text.strip()) for row in rows)
    return [text.clean(line) for line in lines if line]


def opens(lines: Sequence[str], above: Sequence[str]) -> bool:
    """Whether lines between two pieces of a table begin another one: a caption, or a heading that names another pillar
    or unit than the lines above the first piece."""
    if any(_CAPTION.match(line) and "lanjut" not in line.casefold() for line in lines):
        return True
    return any((named := _last(says, lines)) and named != _last(says, above) for says in (headed_pillar, unit_named))


def _last(says: Callable[[str], str | None], lines: Sequence[str]) -> str | None:
    return next((named for line in reversed(lines) if (named := says(line))), None)
