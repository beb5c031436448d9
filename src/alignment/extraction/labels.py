"""Labels in front of values ("Sumber dana: APBD"): which field of a program they announce."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from alignment import resources, text, yamlfile
from alignment.extraction.layouts import read_head, squeezed
from alignment.extraction.wording import pillars_named
from alignment.grammar import periods
from alignment.models.base import Frozen

_LABEL = re.compile(r"(?P<label>[A-Z][^:.;…]{1,60}?)[\s.…_]*:\s*(?P<value>.*)", re.DOTALL)
"""Dots may lead from a label to its colon."""
_COUNTED = re.compile(
    r"(?:Program|Inisiatif|Inovasi|Quick Win)(?:\s+(?:Kerja|Unggulan|Prioritas|Strategis))?\s+(?:ke-?\s*)?"
    r"(?:\d{1,2}(?:\.\d{1,2})+[.):–-]?(?=\s)|\d{1,2}\s*(?:[.):–-](?!\d)|\n))\s*(?P<name>\S.*)",
    re.DOTALL | re.IGNORECASE,
)
_DASHED = re.compile(r"(?P<label>[A-Z][^:.;–-]{1,40}?)\s[–-]\s(?P<value>\S.*)", re.DOTALL)
_STOPPED = re.compile(r"(?P<label>[A-Z][a-z]+(?:\s[a-z]+){0,2})\.\s+(?P<value>[A-Z\d].*)", re.DOTALL)
"""A label that ends as a sentence does: "Pelaksana. Dinas Kesehatan."."""
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_COUNT = re.compile(r"\s*(?:ke-?\s*)?\d{1,2}$|\s+(?:ke-?\s*)?[ivx]{1,4}$", re.IGNORECASE)
_LONGEST_BARE = 6
NAMING = ("program", "name", "initiative", "kegiatan")
"""Fields that name a program, or announce a list of them."""
TELLING = frozenset(
    {"agency", "funding", "budget", "staffing", "application", "time", "horizon", "quick_win", "facilities_owned"}
    | {"facilities_needed", "benefit", "beneficiaries", "location", "links", "coordination", "pillar", "subdimension"}
)
"""Fields that only programs have: a chapter has a background, aims and a legal basis too."""
MEASURES = ("indicator", "target", "end_target", "baseline", "unit")
_PLAIN = ("description", "goal", "objective", "policy", "outcome", "output", "legal_basis", "sdg")
_FIELDS = frozenset({*NAMING, "steps", *TELLING, *MEASURES, *_PLAIN})


class Label(NamedTuple):
    """The field a label announces, the year it is meant for, and the value beside it ("" where it stands alone)."""

    field: str
    year: int | None
    value: str


class Sections(Frozen):
    """`rules/lexicon/program-sections.yaml`; see the comments there."""

    programs: tuple[str, ...]
    other_matters: tuple[str, ...]
    qualifiers: frozenset[str]
    agencies: frozenset[str]
    agency_beginnings: tuple[str, ...]
    serving: frozenset[str]
    periods: frozenset[str]
    connecting: frozenset[str]
    naming: frozenset[str]
    acting: frozenset[str]
    no_programs: frozenset[str]
    activities: frozenset[str]
    pillar_names: frozenset[str]
    pillar_words: frozenset[str]
    steps: tuple[str, ...]
    subdimensions: dict[str, tuple[str, ...]]
    labels: dict[str, tuple[str, ...]]


@cache
def sections() -> Sections:
    """The words by which drafts announce programs, as they ship with the package."""
    return yamlfile.load_model(resources.rules_folder() / "lexicon" / "program-sections.yaml", Sections)


@cache
def _own() -> dict[str, str]:
    return {squeezed(wording): field for field, wordings in sections().labels.items() for wording in wordings}


def label_of(words: str, value: str = "") -> Label | None:
    """What `words` announce as a label, whether or not a count follows them: "Program 1", "Anggaran 2025"."""
    plain = _COUNT.sub("", _BRACKETS.sub("", words.strip(" :\n")))
    own = _own().get(squeezed(plain))
    head = read_head(words.strip(" :\n")) if own is None else None
    field = own or (head.field if head is not None else None)
    if field is None:
        head = read_head(plain)
        field = head.field if head is not None else None
    if field is None and (named := pillars_named(plain)):  # "Quick Win Smart Living: ..."
        said = label_of(plain[: named[0][0]], value) if plain[: named[0][0]].strip() else None
        return said if said is not None and said.field in NAMING else None
    if field not in _FIELDS:
        return None
    if field == "time" and value and not periods.years(value) and squeezed(plain).startswith("tahap"):
        field = "steps"
    if field == "budget" and value and not any(map(str.isdigit, value)):
        field = "funding"  # "Pendanaan: APBD dan CSR"
    return Label(field, head.year if head is not None else None, value.strip())


def labelled(words: str) -> Label | None:
    """The label and value of "Sumber dana: APBD", of "Program 3. Bank sampah" too."""
    counted = _COUNTED.fullmatch(words)
    if counted is not None:
        return Label("program", None, counted["name"])
    match = _LABEL.fullmatch(words)
    if match is not None:
        return label_of(match["label"], match["value"])
    stopped = _STOPPED.fullmatch(words)
    said = label_of(stopped["label"], stopped["value"]) if stopped is not None else None
    if said is not None and (said.field in TELLING or said.field == "description"):
        return said
    dashed = _DASHED.fullmatch(words)
    said = label_of(dashed["label"], dashed["value"]) if dashed is not None and pillars_named(dashed["label"]) else None
    return said if said is not None and said.field in NAMING else None


def asks_name(words: str) -> bool:
    """Whether a line alone asks for the name of a program: "NAMA INOVASI"."""
    said = bare_label(words) if text.normal(words).startswith(("nama ", "judul ")) else None
    return said is not None and said.field in NAMING and not said.value


def bare_label(words: str) -> Label | None:
    """A label that stands alone on its line: "Sumber Dana"."""
    if not words[:1].isupper() or words.endswith((";", ",")) or len(words.split()) > _LONGEST_BARE:
        return None
    if text.normal(words) in sections().programs or pillars_named(words):
        return None
    return label_of(words)
