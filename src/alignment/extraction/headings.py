"""The headings a paragraph stands under, and what they say of the programs below: pillar, horizon, quick win."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from alignment import text
from alignment.extraction import choices
from alignment.extraction.announcing import announces, is_period, names_only_a_pillar
from alignment.extraction.labels import sections
from alignment.extraction.listmarks import is_bullet, kind_of_mark
from alignment.extraction.naming import is_agency
from alignment.extraction.paragraphs import Paragraph
from alignment.extraction.wording import one_pillar
from alignment.grammar import periods
from alignment.models.program import Pillar

_CAPTION = re.compile(r"(?:tabel|gambar|grafik|table|figure)\s+[\dIVX]", re.IGNORECASE)
_QUICK_WIN = re.compile(r"(?<!dan )(?<!& )(?<!serta )\bquick wins?\b(?!\s+(?:dan|serta|&))", re.IGNORECASE)
"""Quick wins and nothing else: "Program dan Quick Win" heads both."""
_REGION = re.compile(r"\b(?i:kabupaten|kab\.|kota)(?:\s+[A-Z]\w+)+|\b20\d\d\b")
_FORM = re.compile(
    r"(?:formulir|form|format|lembar|lampiran|kartu|borang)(?:\s+isian)?\s+(?:ke-?|no\.?|nomor)?\s*[\dIVX]{1,4}",
    re.IGNORECASE,
)
_LONGEST = 16
"""Words a heading may have."""
_MOST_UNMARKED = 10


class Heading(NamedTuple):
    """One heading that is open, and what it says; None where it says nothing of it."""

    kind: str
    """Its mark's kind ("chapter", "roman", "decimal", "A.", "1."); of one without "pillar", "subdimension", "period" or
    ""."""
    depth: int
    """How deep a chapter (1), a decimal number or a heading of the format stands; 0 where its mark does not say."""
    mark: str
    words: str
    pillar: Pillar | None
    subdimension: str | None
    horizon: choices.Horizon | None
    quick_win: bool | None
    years: tuple[int, ...]
    agency: str | None
    """Whose programs stand below: it names an agency and nothing else."""
    lists: bool | None
    """Whether it announces programs (True) or other matters (False)."""

    def is_above(self, other: Heading) -> bool:
        """Whether another heading stands below it: by depth, or as "1.1" below "1."."""
        number = self.mark.strip(".)")
        numbered = number.isdigit() and kind_of_mark(other.mark) == "decimal" and other.mark.startswith(f"{number}.")
        return 0 < self.depth < other.depth or numbered


class Path(NamedTuple):
    """The open headings from the chapter down."""

    headings: tuple[Heading, ...] = ()

    def under(self, new: Heading) -> Path:
        """The path once a further heading is printed: its peers and what stands below them are closed."""
        kept = self.headings[: self._closed_from(new)]
        if new.pillar is not None:
            other = next((i for i, one in enumerate(kept) if one.pillar not in (None, new.pillar)), len(kept))
            kept = kept[:other]
        return Path((*kept, new))

    def _closed_from(self, new: Heading) -> int:
        places = range(len(self.headings))
        if new.depth:
            above = [place for place in places if self.headings[place].is_above(new)]
            return above[-1] + 1 if above else 0
        if not new.kind:  # one without a mark closes only its like right above: a title stays open over all pillars
            return len(self.headings) - bool(self.headings and not self.headings[-1].kind)
        if new.kind == "roman" and new.mark.strip("().") == "I":  # numbers that begin anew stand below those above
            return len(self.headings)
        return next((place for place in reversed(places) if self.headings[place].kind == new.kind), len(self.headings))

    @property
    def above(self) -> Path:
        """The path above its last heading."""
        return Path(self.headings[:-1])

    @property
    def pillar(self) -> Pillar | None:
        """The pillar below."""
        return next((one.pillar for one in reversed(self.headings) if one.pillar), None)

    @property
    def subdimension(self) -> str | None:
        """The id or words of the sub-dimension below."""
        return next((one.subdimension for one in reversed(self.headings) if one.subdimension), None)

    @property
    def horizon(self) -> choices.Horizon | None:
        """The horizon below."""
        return next((one.horizon for one in reversed(self.headings) if one.horizon), None)

    @property
    def quick_win(self) -> bool | None:
        """Whether quick wins stand below."""
        return next((one.quick_win for one in reversed(self.headings) if one.quick_win), None)

    @property
    def years(self) -> tuple[int, ...]:
        """The years of what stands below."""
        return next((one.years for one in reversed(self.headings) if one.years), ())

    @property
    def agency(self) -> str | None:
        """The agency whose programs stand below."""
        return next((one.agency for one in reversed(self.headings) if one.agency), None)

    @property
    def lists(self) -> bool | None:
        """Whether what stands here are programs, by the nearest heading that says what stands below it; None where
        none does."""
        return next((one.lists for one in reversed(self.headings) if one.lists is not None), None)

    @property
    def holds_programs(self) -> bool:
        """Whether the headings say what is said over programs: a pillar, a horizon, quick wins, years and no more."""
        said = self.pillar is not None or self.horizon is not None or bool(self.quick_win)
        return said or any(is_period(one.words) for one in self.headings)


def repeated_headings(paragraphs: Iterable[Paragraph]) -> frozenset[str]:
    """The normal words of the headings of the format that a document prints more than once."""
    counts = Counter(text.normal(paragraph.words) for paragraph in paragraphs if paragraph.level is not None)
    return frozenset(words for words, count in counts.items() if count > 1)


def titled(title: str | None) -> Path:
    """The path of a document whose title announces programs: "Rancangan Program Smart City Kabupaten Sikka"."""
    words = _REGION.sub(" ", title or "").strip()
    if not announces(words):
        return Path()
    years = periods.years(title or "")
    return Path(
        (Heading("", 1, "", words, None, None, None, None, years if len(years) == 1 else (), None, lists=True),)
    )


def is_form_number(words: str) -> bool:
    """Whether a heading only counts forms: "Formulir 3"."""
    return _FORM.fullmatch(words) is not None


def is_caption(words: str) -> bool:
    """Whether a line is the caption of a table or picture: it names no program."""
    return _CAPTION.match(words) is not None


def looks_like_heading(paragraph: Paragraph) -> bool:
    """A short line that is no sentence."""
    words = paragraph.words
    if is_caption(words) or " | " in words or (is_bullet(paragraph.mark) and not names_only_a_pillar(words)):
        return False
    count = len(words.split())
    if paragraph.level is not None or kind_of_mark(paragraph.mark) == "chapter":
        return count <= 2 * _LONGEST
    limit = _LONGEST if paragraph.mark else _MOST_UNMARKED
    return 0 < count <= limit and not words.endswith((".", ";", ",", "?")) and (words[:1].isupper() or is_period(words))


def heading(paragraph: Paragraph, path: Path) -> Heading:
    """What a heading's words say, at the place where it stands."""
    words = paragraph.words.rstrip(" :")
    pillar = one_pillar(words)
    sub = _subdimension(words, pillar or path.pillar)
    lists = None if sub is not None and announces(words) is False else announces(words)
    horizon = choices.horizon(words) if lists or re.search(r"\bjangka\b", words, re.IGNORECASE) else None
    years = periods.expand(words) if lists or horizon or is_period(words) else ()
    kind = kind_of_mark(paragraph.mark)
    if not kind:
        kind = "pillar" if pillar else "subdimension" if sub else "period" if years and lists is None else ""
        kind = "agency" if not kind and _agency(words) else kind
    return Heading(
        kind,
        _depth(paragraph, kind),
        paragraph.mark,
        words,
        pillar,
        sub,
        horizon,
        True if _QUICK_WIN.search(words) and lists is not False else None,
        years,
        _agency(words),
        lists,
    )


def speaks(said: Heading) -> bool:
    """Whether a heading says something of what stands below it, rather than only naming it."""
    return (
        said.lists is not None
        or bool(said.subdimension or said.horizon or said.years or said.agency)
        or names_only_a_pillar(said.words)
    )


def _agency(words: str) -> str | None:
    """The agency that words name; none that lends its name to services ("Puskesmas Keliling")."""
    return words if is_agency(words) and words.split(maxsplit=1)[0].casefold() not in sections().serving else None


def _subdimension(words: str, pillar: Pillar | None) -> str | None:
    """A sub-dimension of the pillar at hand, named alone, before or inside brackets."""
    bare = re.sub(r"^sub\s*-?\s*(?:dimensi|pilar)\s*:?\s*", "", words, flags=re.IGNORECASE)
    said = len(bare) < len(words)
    entry = choices.subdimension(bare, pillar) if said or pillar is not None else None
    if entry is not None:
        return entry.id
    return bare if said and bare else None


def _depth(paragraph: Paragraph, kind: str) -> int:
    if kind == "chapter":
        return 1
    if kind == "decimal":
        return len(paragraph.mark.strip(".").split("."))
    return paragraph.level or 0
