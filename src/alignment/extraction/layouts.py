"""What table heads say, as data: `rules/layouts/columns.yaml` has the wordings, every other file there one family."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import Field

from alignment import resources, text, yamlfile
from alignment.errors import RuleError
from alignment.models.base import Frozen, Text

_COLUMNS = "columns.yaml"
_BRACKETS = re.compile(r"\([^)]*\)?")
_YEAR = re.compile(r"20[1-6]\d")
_OF_YEAR = re.compile(r"(?:pada)?(?:tahun)?20[1-6]\d(?:20[1-6]\d)?")
_NUMBER = re.compile(r"\(?\s*\d{1,2}(?:\s*=.*)?\s*\)?")
_RELATIVE_YEAR = re.compile(
    r"(?P<field>target|pagu|dana|rp|anggaran|kebutuhandana)?(?:tahun|th)(?:ke)?(?P<n>[1-9]|i{1,3}|iv|v)"
)
_PHASE = re.compile(r"(?:program|tahap|target)?jangka(?:waktu)?(?:pendek|menengah|panjang)|tahap(?:[1-4]|i{1,3}|iv)")
_STAGE = re.compile(r"\W*(?:tahap(?:an)?|fase)\s+(?:ke-?\s*)?(?:[1-5]|I{1,3}|IV|V)\b", re.IGNORECASE)
"""A phase that has a name of its own: "Tahap II Akselerasi (2026-2028)"."""
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
_LETTERS = re.compile(r"[^\w#]+|_")
_CLOSE = 86.0
"""How alike (0..100, rapidfuzz ratio of squeezed words) a head and a wording must be."""


class Expected(Frozen):
    """One program that a layout's case gives."""

    name: str
    level: str
    code: str | None = None
    parent: str | None = None
    """Name of the row above in the hierarchy."""
    budget: dict[int, str] = {}


class Case(Frozen):
    """A small table and the programs that must come out of it."""

    rows: list[list[str]]
    gives: list[Expected]


class Layout(Frozen):
    """One family of tables."""

    name: str
    title: Text
    rows: Literal["coded", "columns", "schedule", "form", "matrix"]
    """How rows become programs: one name column with codes or levels, one column a level, one row a program, or names
    in the cells below phases, years or pillars."""
    needs: list[list[str]]
    """Of each inner list at least one field must have a column."""
    refuses: list[str] = []
    """Fields whose presence says that it is another kind of table."""
    case: Case = Field(description="proves the layout")


class Composed(Frozen):
    """Heads put together from parts: every word is one of `words` (any, where there are none), and of each list of
    `needs` one at least is there."""

    needs: list[list[str]]
    words: list[str] = []

    def fits(self, bare: str) -> bool:
        """Whether a squeezed head is made of these words."""
        if self.words and not bare.startswith(tuple(self.words)):  # most cells are no heads
            return False
        if not all(any(word in bare for word in group) for group in self.needs):
            return False
        if not self.words:
            return True
        reached = {0}
        for position in range(len(bare)):
            if position in reached:
                reached |= {position + len(word) for word in self.words if bare.startswith(word, position)}
        return len(bare) in reached


class Columns(Frozen):
    """`columns.yaml`: the wordings of heads by field, how they are put together, and how those of names begin."""

    wordings: dict[str, list[str]]
    composed: dict[str, Composed]
    naming: dict[str, list[str]]


class Head(NamedTuple):
    """What one head cell says: a field, a year, both, or that it groups other heads."""

    field: str | None
    year: int | None = None
    relative_year: int | None = None


SPREAD = ("phase", "year", "pillar_head")
"""What heads over cells of one kind are told apart by: "Jangka Pendek", "2026", "Smart Living"."""
NUMBERED = Head("numbered")
"""A column number, `(01)` or `1`."""


def squeezed(words: str) -> str:
    """Letters and digits only, lower case: heads are broken inside words ("BASEL INE TAHU N 2024")."""
    return _LETTERS.sub("", words).casefold()


@cache
def layouts(folder: Path | None = None) -> tuple[Layout, ...]:
    """The layouts of a folder (default: those that ship), by file name. Raises RuleError."""
    place = folder or resources.rules_folder() / "layouts"
    found = tuple(yamlfile.load_model(path, Layout) for path in sorted(place.glob("*.yaml")) if path.name != _COLUMNS)
    fields = {*_columns(folder).wordings, *SPREAD}
    for layout in found:
        unknown = [field for group in [*layout.needs, layout.refuses] for field in group if field not in fields]
        if unknown:
            raise RuleError(
                Text(id=f"kolom tidak dikenal: {unknown[0]}.", en=f"unknown field: {unknown[0]}."),
                Text(id=f"Pakai nama dari {_COLUMNS}.", en=f"Use a name from {_COLUMNS}."),
                str(place / f"{layout.name}.yaml"),
            )
    return found


@lru_cache(maxsize=8192)
def read_head(cell: str) -> Head | None:
    """What a head cell says, or None where it is not a head."""
    if len(cell) > 160:
        return None
    stripped = cell.strip()
    if _NUMBER.fullmatch(stripped):
        return NUMBERED
    bare = squeezed(_BRACKETS.sub(" ", cell))
    years = _YEAR.findall(bare)
    year = int(years[0]) if len(years) == 1 else None
    bare = _OF_YEAR.sub("", bare)
    if bare in ("", "tahun", "th", "target") and year:
        return Head("target" if bare == "target" else None, year)
    if _PHASE.fullmatch(bare) or _STAGE.match(cell) or (not bare and len(set(years)) > 1):
        return Head("phase")
    relative = _RELATIVE_YEAR.fullmatch(bare)
    if relative:
        number = relative["n"]
        field = _field(relative["field"]) if relative["field"] else None
        return Head(field, None, _ROMAN.get(number) or int(number))
    if not bare:
        bracket = squeezed(cell)
        return Head("budget", year) if bracket in ("rp", "rpjuta", "rp000") else None
    field = _field(bare)
    return Head(field, year) if field else None


def naming(head: str) -> str | None:
    """The field of a head that begins as heads over names do, whatever follows: "Program Unggulan Kepala Daerah"."""
    begun = _columns().naming.items()
    words = f"{text.normal(head)} "
    return next((field for field, starts in begun if words.startswith(tuple(f"{start} " for start in starts))), None)


def _field(bare: str) -> str | None:
    wordings = _by_wording()
    if bare in wordings:
        return wordings[bare]
    if len(bare) < 5 or bare.isdecimal():
        return None
    composed = next((field for field, parts in _composed(bare[:2]) if parts.fits(bare)), None)
    if composed is not None:
        return composed
    from rapidfuzz import fuzz, process

    best = process.extractOne(bare, _of_length(len(bare)), scorer=fuzz.ratio, score_cutoff=_CLOSE)
    return wordings[best[0]] if best else None


@lru_cache(maxsize=2048)
def _composed(start: str) -> tuple[tuple[str, Composed], ...]:
    """The composed heads that may begin with these two letters: most cells are no heads, and fit none."""
    return tuple(
        (field, parts)
        for field, parts in _columns().composed.items()
        if not parts.words or any(word.startswith(start) or start.startswith(word) for word in parts.words)
    )


@cache
def _of_length(letters: int) -> tuple[str, ...]:
    """The wordings that a text of so many letters can be close to: most cells are no heads, and many are longer."""
    return tuple(
        wording for wording in _by_wording() if 200 * min(len(wording), letters) >= _CLOSE * (len(wording) + letters)
    )


@cache
def _columns(folder: Path | None = None) -> Columns:
    path = (folder or resources.rules_folder() / "layouts") / _COLUMNS
    if not path.is_file():
        path = resources.rules_folder() / "layouts" / _COLUMNS
    return yamlfile.load_model(path, Columns)


@cache
def _by_wording() -> dict[str, str]:
    wordings = _columns().wordings
    return {squeezed(wording): field for field, known in reversed(wordings.items()) for wording in known}
