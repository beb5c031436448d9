"""The headings a paragraph stands under, and what they say of the programs below: pillar, horizon, quick win."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from alignment import text
from alignment.extraction import choices
from alignment.extraction.labels import sections
from alignment.extraction.paragraphs import Paragraph
from alignment.extraction.wording import one_pillar, pillars_named
from alignment.grammar import periods
from alignment.models.program import Pillar

_CHAPTER = re.compile(r"(?:BAB|CHAPTER)\b", re.IGNORECASE)
_ROMAN = re.compile(r"\(?[IVX]+[.)]")
_PROGRAM_NUMBER = re.compile(r"(?P<letters>[A-Z]{1,4})[-.]?(?P<number>\d{1,2})[.:)]?")
_DECIMAL = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?")
_CAPTION = re.compile(r"(?:tabel|gambar|grafik|table|figure)\s+[\dIVX]", re.IGNORECASE)
_QUICK_WIN = re.compile(r"(?<!dan )(?<!& )(?<!serta )\bquick wins?\b(?!\s+(?:dan|serta|&))", re.IGNORECASE)
"""Quick wins and nothing else: "Program dan Quick Win" heads both."""
_PILLAR_TITLE = re.compile(r"(?:pilar|dimensi)\s[^()]+\([^()]+\)", re.IGNORECASE)
_BRACKETS = re.compile(r"\(([^)]*)\)")
_STEPS = ("tahap", "tahapan", "langkah", "fase", "bagian")
"""What a program is divided into."""
_LONGEST = 16
"""Words a heading may have."""
_MOST_UNMARKED = 10
_SHORT = 5
"""Words of a heading about other matters, at most: "Strategi pembiayaan". Longer ones may name a program."""
BULLETS = "-–•●▪◦*■□➢➤►✓❖o\uf0b7\uf0a7\uf0d8\uf076"


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
    def lists(self) -> bool | None:
        """Whether what stands here are programs, by the nearest heading that says what stands below it; None where
        none does."""
        return next((one.lists for one in reversed(self.headings) if one.lists is not None), None)


def kind_of_mark(mark: str) -> str:
    """Marks of one kind number the headings or items of one level."""
    if not mark:
        return ""
    if _CHAPTER.match(mark):
        return "chapter"
    if _DECIMAL.fullmatch(mark):
        return "decimal"
    if mark in BULLETS:
        return mark
    if _ROMAN.fullmatch(mark):
        return "roman"
    numbered = _PROGRAM_NUMBER.fullmatch(mark)
    if numbered is not None:
        return f"{numbered['letters']}1"
    letter = mark.strip("(.)")
    case = "1" if letter.isdigit() else "i" if len(letter) > 1 else "A" if letter.isupper() else "a"
    return case + mark[-1]


def stands_deeper(mark: str, above: str) -> bool:
    """Whether a mark may number parts of what stands behind another: "4.1.1" of "4.1", "a." of "1."."""
    kind = kind_of_mark(mark)
    if kind != "decimal" or not above[:1].isdigit():
        return kind != kind_of_mark(above)
    return mark.startswith(above.strip(".)") + ".")


def is_bullet(kind: str) -> bool:
    """Whether marks of a kind number nothing."""
    return bool(kind) and kind in BULLETS


def number_of(mark: str) -> int | None:
    """What a mark counts: 2 for "2." and for "b)"; None for bullets, Roman and decimal numbers."""
    numbered = _PROGRAM_NUMBER.fullmatch(mark)
    bare = numbered["number"] if numbered is not None else mark.strip("(.)")
    if bare.isdigit():
        return int(bare)
    return ord(bare.lower()) - ord("a") + 1 if len(bare) == 1 and bare.isascii() and bare.isalpha() else None


def is_caption(words: str) -> bool:
    """Whether a line is the caption of a table or picture: it names no program."""
    return _CAPTION.match(words) is not None


def looks_like_heading(paragraph: Paragraph) -> bool:
    """A short line that is no sentence."""
    words = paragraph.words
    if is_caption(words) or " | " in words or (paragraph.mark and paragraph.mark in BULLETS):
        return False
    count = len(words.split())
    if paragraph.level is not None or _CHAPTER.match(paragraph.mark):
        return count <= 2 * _LONGEST
    limit = _LONGEST if paragraph.mark else _MOST_UNMARKED
    return (
        0 < count <= limit and not words.endswith((".", ";", ",", "?")) and (words[:1].isupper() or _is_period(words))
    )


def heading(paragraph: Paragraph, path: Path) -> Heading:
    """What a heading's words say, at the place where it stands."""
    words = paragraph.words.rstrip(" :")
    pillar = one_pillar(words)
    sub = _subdimension(words, pillar or path.pillar)
    lists = announces(words)
    horizon = choices.horizon(words) if lists or re.search(r"\bjangka\b", words, re.IGNORECASE) else None
    years = periods.expand(words) if lists or horizon or _is_period(words) else ()
    kind = kind_of_mark(paragraph.mark)
    if not kind:
        kind = "pillar" if pillar else "subdimension" if sub else "period" if years and lists is None else ""
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
        lists,
    )


def speaks(said: Heading) -> bool:
    """Whether a heading says something of what stands below it, rather than only naming it."""
    return (
        said.lists is not None
        or bool(said.subdimension or said.horizon or said.years)
        or names_only_a_pillar(said.words)
    )


def announces(words: str) -> bool | None:
    """Whether words head a list of programs: True for "Program prioritas", False for "Strategi", None for neither, and
    for the name of a program ("Program bank sampah")."""
    plain = text.normal(_BRACKETS.sub(" ", words))
    first = min(
        ((match.start(), -len(match.group()), match.group()) for match in _topics().finditer(plain)), default=None
    )
    if first is None:
        return None
    if first[2] not in _program_words():
        if _joined().match(plain):
            return True
        return False if first[0] == 0 and len(plain.split()) <= _SHORT else None
    rest = [word for word in plain.split() if not word.isdigit() and word not in _pillar_words()]
    return True if all(word in sections().qualifiers or word in _program_words() for word in rest) else None


def list_items_of(words: str) -> bool:
    """Whether a line ends in a colon that announces programs: "Program yang akan dilaksanakan adalah:"."""
    if not words.endswith(":"):
        return False
    plain = text.normal(words.rpartition(".")[2])
    if plain.endswith(_STEPS):
        return False
    found = [match.group() for match in _topics().finditer(plain)]
    return bool(found) and found[-1] in _program_words()


@cache
def _program_words() -> frozenset[str]:
    return frozenset(text.normal(word) for word in sections().programs)


@cache
def _pillar_words() -> frozenset[str]:
    return frozenset(
        ["smart", "governance", "branding", "economy", "living", "society", "environment", "people", "government"]
    )


@cache
def _joined() -> re.Pattern[str]:
    """Other matters and programs under one heading: "Strategi dan Rencana Aksi"."""
    matters, programs = (
        "|".join(sorted(map(re.escape, map(text.normal, words)), key=lambda word: (-len(word), word)))
        for words in (sections().other_matters, sections().programs)
    )
    return re.compile(rf"(?:{matters})(?: (?:{matters}))* (?:dan|serta) (?:(?:peta|daftar|matriks) )?(?:{programs})\b")


@cache
def _topics() -> re.Pattern[str]:
    named = {text.normal(word) for word in (*sections().programs, *sections().other_matters)}
    words = sorted(named, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


def names_only_a_pillar(words: str) -> bool:
    """Whether words name a pillar and hardly anything else: "Dimensi Smart Living (Kehidupan Cerdas)"."""
    named = pillars_named(words)
    if not named:
        return False
    if _PILLAR_TITLE.fullmatch(words):
        return True
    rest = words[: named[0][0]] + words[named[-1][1] :]
    said = sections().qualifiers | sections().pillar_words if _BRACKETS.search(words) else sections().qualifiers
    left = [word for word in text.normal(_BRACKETS.sub(" ", rest)).split() if word not in said]
    return len(left) <= 1


def _is_period(words: str) -> bool:
    """A heading that names years and nothing else: "Tahun 2026", "Tahap II (2027-2028)"."""
    return bool(periods.expand(words)) and all(
        word.isdigit() or word in sections().periods for word in text.normal(words).split()
    )


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
