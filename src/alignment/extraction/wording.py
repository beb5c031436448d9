"""The words of a cell put back together, and what words alone say of a row's kind."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import cast

from alignment import resources, text, yamlfile
from alignment.models.program import PILLARS, Level, Pillar

_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_BULLET = re.compile(r"^\s*[□■•●▪➢✓o*–-]\s+", re.MULTILINE)
_ITEM = re.compile(r"^[ \t]*(?:(?P<bullet>[□■•●▪➢✓o*–-])|\(?(?P<mark>\d{1,2}|[a-z])[.)])[ \t]+", re.MULTILINE)
_SHORT_PREFIX = re.compile(r"\b([A-Za-z]{1,2})- (?=[A-Z0-9])")  # "e- Government", "SS- 504"
_GAPS = re.compile(r"[\s_-]+")
_LOOSE_HYPHEN = re.compile(r"(?<=[a-z]) -(?=[A-Za-z])")
_UNIT_IN_BRACKETS = re.compile(r"\(\s*(?P<unit>[^()\d]{1,40}?|%|[^()]{0,3}%[^()]{0,10})\s*\)\s*[.;]?\s*$")
_OUTCOME = re.compile(r"(?:[-•*]\s*)?(?:ter|me|ber|ke|op|di|ku|pe|ma|be)?\w+nya\b", re.IGNORECASE)
_OUTCOME_HEADS = re.compile(
    r"(?:cakupan|jumlah|persentase|presentase|prosentase|indeks|nilai|tingkat|rasio|angka|rata-rata)\b", re.IGNORECASE
)
_LEVEL_WORDS: tuple[tuple[re.Pattern[str], Level], ...] = (
    (re.compile(r"(?:sub\s*-?\s*kegiatan|subkegiatan)\s*:?\s+(?=\S)", re.IGNORECASE), "sub_kegiatan"),
    (re.compile(r"kegiatan\s*:?\s+(?=\S)", re.IGNORECASE), "kegiatan"),
    (re.compile(r"(?:program|progran|progam)\s*:?\s+(?=\S)", re.IGNORECASE), "program"),
)
_LONGEST_HEADING = 14
"""Words of a heading or caption; a longer line is a sentence."""
_URUSAN = re.compile(r"(?:bidang\s+)?urusan\b|unsur\s+(?:pendukung|penunjang|pengawasan|kewilayahan)", re.IGNORECASE)
_LISTED = re.compile(r"(?:(?<=[a-z)])|(?<![^\s;,.]))(?:Program|PROGRAM) (?=[A-Z])")
_FOOTNOTE = re.compile(r"\s*\*{1,3}\)?$|(?<=[a-z]{3}|[A-Z]{3})\s?[1-9¹²³]\)$|(?<=[a-z]{3})[1-9¹²³]$")
_JOINING = re.compile(r"\s*[;,](?:\s*(?:dan|serta))?\s*$")
_ACHIEVED = re.compile(r"\s*(?:outcomes?|outputs?|\bsasaran\s+program|\bindikasi\s+hasil)\s*:\s*", re.IGNORECASE)
_TOTAL = re.compile(
    r"(?:grand\s+)?(?:sub\s*)?(?:total|jumlah)(?:\s+(?:keseluruhan|total|anggaran|pagu|dana))?\W*", re.IGNORECASE
)

_UNIT_LABEL = re.compile(
    r"\W*(?:nama\s+)?(?:perangkat\s+daerah|s?opd|skpd|unit\s+(?:kerja|organisasi)|organisasi|instansi)\s*:\s*(?P<name>\S.{2,80}?)"
    r"(?:\s+lembar\b.*)?",
    re.IGNORECASE,
)
_UNIT_HEADING = re.compile(
    r"\W*(?:(?:[A-Z]|\d{1,2}|[IVX]+|[a-z])(?:\.\d{1,2})*[.)]\s*)?"
    r"(?P<name>(?i:kecamatan|kelurahan|puskesmas|uptd?|dinas|badan|inspektorat|sekretariat|bagian|rsud|rumah\s+sakit|"
    r"satuan\s+polisi|kantor)\b(?:\s+(?:[A-Z][^\W\d_/.-]{0,17}|dan|serta|&),?){1,9})"
)


@lru_cache(maxsize=8192)
def unwrap(cell: str) -> str:
    """A cell's words on one line: hyphens at a line's end kept without a space ("e-\\ngovernment")."""
    lines = [line for line in _BREAK.split(_BULLET.sub("", cell).strip()) if line]
    joined = ""
    for line in lines:
        hyphenated = joined.endswith("-") and joined[-2:-1].isalpha() and line[:1].islower()
        if hyphenated or joined.endswith("/") or not joined:
            joined += line
        else:
            joined += f" {line}"
    return _SHORT_PREFIX.sub(r"\1-", _LOOSE_HYPHEN.sub("-", text.clean(joined)))


def listed(cell: str) -> list[str]:
    """The items of a cell that lists several, with bullets or with numbers or letters that count up; a cell that lists
    none is one item, without the mark that numbers it among the rows."""
    cell = cell.strip()
    found = list(_ITEM.finditer(cell))
    counted = [match for match in found if match["mark"]]
    marks = counted or found
    if not marks or marks[0].start() > 0 or not _counts_up([match["mark"] for match in counted]):
        return [unwrap(cell)] if cell else []
    ends = [*(match.start() for match in marks[1:]), len(cell)]
    parts = (unwrap(cell[match.end() : end]).rstrip(" ;,") for match, end in zip(marks, ends, strict=True))
    return [part for part in parts if part]


def shared(cell: str, count: int) -> list[str]:
    """What a cell says of each of `count` things that a cell beside it lists: its items or its lines; [] where it has
    not as many."""
    return next((parts for parts in (listed(cell), cell.strip().splitlines()) if len(parts) == count), [])


def marked(cell: str) -> tuple[str, str]:
    """The number or letter that leads a name, and the name: "1. Imunisasi"; ("", cell) where none does."""
    match = _ITEM.match(cell.strip())
    if match is None or not match["mark"] or len(listed(cell)) > 1 or not cell.strip()[match.end()].isalpha():
        return "", cell
    return match["mark"], cell.strip()[match.end() :]


def _counts_up(said: list[str]) -> bool:
    if len(said) < 2:
        return True
    values = [int(mark) if mark.isdecimal() else ord(mark) - ord("a") + 1 for mark in said]
    return values == list(range(1, len(values) + 1))


def unit_in_brackets(name: str) -> tuple[str, str | None]:
    """An indicator's name and the unit that stands in brackets at its end: "Jumlah Dokumen (Dokumen)"."""
    match = _UNIT_IN_BRACKETS.search(name)
    if match is None:
        return name, None
    return name[: match.start()].strip(), match["unit"].strip()


def is_outcome(words: str) -> bool:
    """Whether a text says what is achieved ("Meningkatnya ...", "Tersedianya ...") rather than what is done."""
    return _OUTCOME.match(words) is not None or _OUTCOME_HEADS.match(words) is not None


def level_word(words: str) -> tuple[Level | None, str]:
    """The level a name says of itself, and the name: "Sub Kegiatan X" is ("sub_kegiatan", "X"); "PROGRAM X" keeps its
    word, as official names do."""
    for pattern, level in _LEVEL_WORDS:
        match = pattern.match(words)
        if match:
            return level, words if level == "program" else words[match.end() :]
    return None, words


def names_in(words: str) -> list[str]:
    """The names of a cell that lists several programs: each begins with "Program" and a capital letter."""
    starts = [match.start() for match in _LISTED.finditer(words)]
    if len(starts) < 2 or words[: starts[0]].strip():
        return [words]
    return [words[start:end].strip(" ;,") for start, end in zip(starts, [*starts[1:], len(words)], strict=True)]


def name_and_outcome(words: str) -> tuple[str, str | None]:
    """A name cell that also says what is achieved, in two: "PROGRAM X Outcome: Meningkatnya Y"."""
    match = _ACHIEVED.search(words)
    if match is None or match.start() == 0:
        return words, None
    return words[: match.start()].rstrip(" ;,-"), words[match.end() :].strip() or None


def unit_named(line: str) -> str | None:
    """The agency or unit that a heading names and nothing else: "2. Kecamatan Sukamaju", "Nama SKPD : Dinas X"."""
    match = _UNIT_LABEL.fullmatch(line) or _UNIT_HEADING.fullmatch(line.strip())
    return text.clean(match["name"]) if match else None


def unmarked(name: str) -> str:
    """A name without the mark of a footnote ("PROGRAM X *)", "Pengelolaan Laboratorium1)") and without what joins it to
    the next of a list ("Bank Sampah; dan")."""
    return _JOINING.sub("", _FOOTNOTE.sub("", name))


def is_urusan(words: str) -> bool:
    """Whether a row names an affair (urusan, bidang urusan) or a kind of agency: a heading, not a program."""
    return _URUSAN.match(words) is not None


def is_total(words: str) -> bool:
    """Whether a row is a sum ("TOTAL KESELURUHAN")."""
    return _TOTAL.fullmatch(words) is not None


@cache
def _pillar_names() -> tuple[re.Pattern[str], dict[str, Pillar]]:
    """One pattern for all names of all pillars, and the pillar of each name without its spaces."""
    data: dict[str, list[str]] = yamlfile.load(resources.rules_folder() / "lexicon" / "pillar-names.yaml").data
    by_name = {name.replace(" ", ""): cast("Pillar", pillar) for pillar, names in data.items() for name in names}
    words = sorted((name for names in data.values() for name in names), key=lambda name: (-len(name), name))
    names = "|".join(r"[\s_-]*".join(map(re.escape, name.split())) for name in words)
    return re.compile(rf"\b(?:{names})(?!\w)", re.IGNORECASE), by_name


def pillars_named(words: str) -> list[tuple[int, int, Pillar]]:
    """Where a text names pillars: start, end, pillar, in the order of the text."""
    pattern, by_name = _pillar_names()
    return [(m.start(), m.end(), by_name[_GAPS.sub("", m.group()).casefold()]) for m in pattern.finditer(words)]


def one_pillar(words: str) -> Pillar | None:
    """The pillar a heading or cell names, where it names exactly one. A bare name ("Governance") counts in a cell."""
    named = {pillar for _, _, pillar in pillars_named(words)}
    if len(named) == 1:
        return named.pop()
    bare = text.normal(words)
    return next((pillar for pillar in PILLARS if pillar == bare), None)


def headed_pillar(line: str) -> Pillar | None:
    """The pillar that a line announces for what stands below it: a heading or caption that names one."""
    return one_pillar(line) if len(line.split()) <= _LONGEST_HEADING else None
