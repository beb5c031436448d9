"""What the corpora hold: one frozen entry a row, typed a corpus.

Slotted dataclasses and no pydantic models: thousands of them are made whenever a corpus is loaded.
The fields are described, with their sources, in each corpus' `datapackage.json`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from alignment.models.base import Text

Standing = Literal["confirmed", "unconfirmed"]
"""Whether a fact was seen in its source. What is unconfirmed is judged as unknown, never stated."""
Scope = Literal["regency", "province", "both"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row of any corpus. `parent` is the id of another entry of the same corpus."""

    id: str
    label: Text
    parent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainEntry(Entry):
    """A row of a corpus that the package does not know by name: its own columns stand in `facts`."""

    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PillarEntry(Entry):
    """A pillar (`governance`) or a sub-dimension (`governance.public-service`)."""

    level: Literal["pillar", "subdimension"]
    code: str
    """As the ministry's evaluation numbers it: "SG", "SG1"."""
    name: str
    """The official name."""
    covers: Text
    """What belongs here, in our words."""
    law: tuple[str, ...] = ()
    """The counterparts among the pillars of PP 59/2022, article 61, as we map them."""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SdgEntry(Entry):
    """A goal (`4`), target (`4.7`) or indicator (`4.7.1`, `4.7.1.(a)`)."""

    level: Literal["goal", "target", "indicator"]
    kind: Literal["global", "national", "proxy"] | None = None
    """Of an indicator: the UN's own, an Indonesian addition, or an Indonesian stand-in for a global one."""
    pillar: Literal["social", "economic", "environmental", "governance"] | None = None
    """Of a goal: the pillar of the Indonesian TPB."""
    official_en: str | None = None
    """The official name of an indicator in English, where it is a global one."""
    official_id: str | None = None
    """The official name of an indicator in Indonesian, where it has one."""
    earlier_id: str | None = None
    """The name that the same code had in the first Indonesian edition (TPB I), where it was another indicator."""
    code: str = ""
    """As printed: `3.4.1*` marks a global indicator that Indonesia reports."""
    links: tuple[str, ...] = ()
    """Of a target: the targets that share an indicator with it; of a goal: the goals of those. Mutual."""
    unit: str | None = None
    editions: tuple[str, ...] = ()
    source: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Regulation(Entry):
    """A regulation (`perpres-95-2018`), national or local."""

    kind: str
    """Short form in use: "Perpres", "PermenPANRB"."""
    number: str
    year: int
    title: str
    """The official title, without kind, number and year."""
    title_standing: Standing = "confirmed"
    region: str | None = None
    status: Literal["in_force", "amended", "revoked", "expired", "unknown"] = "unknown"
    """At the corpus' edition date. Expired: the period in its title is over (an RPJMN of 2020-2024)."""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    known_until: dt.date | None = None
    """Of one that is unconfirmed: the last day on which a source shows it in force."""
    amends: tuple[str, ...] = ()
    amended_by: tuple[str, ...] = ()
    revokes: tuple[str, ...] = ()
    revoked_by: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    pillars: tuple[str, ...] = ()
    """Pillars and sub-dimensions it is a basis for."""
    subjects: tuple[str, ...] = ()
    standing: Standing = "unconfirmed"
    """Of the status and its dates."""
    source: str = ""
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NomenclatureEntry(Entry):
    """An urusan, bidang, program, kegiatan or (imported) sub kegiatan of the official nomenclature."""

    level: Literal["urusan", "bidang", "program", "kegiatan", "sub_kegiatan"]
    name: str
    """As the newest edition prints it."""
    former_names: tuple[str, ...] = ()
    """Names of older editions, newest first."""
    province_name: str | None = None
    """The name for a province, where it is another one."""
    scope: Scope
    editions: tuple[str, ...] = ()
    """Editions that hold the code for a regency or city, oldest first."""
    province_editions: tuple[str, ...] = ()
    """Editions that hold the code for a province, oldest first."""
    indicator: str | None = None
    unit: str | None = None
    definition: str | None = None
    special: str | None = None
    """Of a regency or city: only in that land of special status ("aceh", "papua", ...); None where all have it."""
    supporting: bool = False
    """Penunjang: every agency has it (`X.XX.01` and below)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalPriority(Entry):
    """An RPJMN, or a national priority, Program Prioritas, kegiatan prioritas utama or major project of one."""

    level: Literal["plan", "priority", "program", "activity", "project"]
    period: str
    """"2025-2029"."""
    code: str = ""
    """As the RPJMN numbers it: "PN 4", "04.11", "04.11.02"; empty where that is not known."""
    name: str
    """The official name."""
    keywords: tuple[str, ...] = ()
    """Indonesian, in our words, from reading the narrative."""
    keywords_en: tuple[str, ...] = ()
    regional: bool = True
    """Whether a regency or city can contribute by its own affairs."""
    standing: Standing = "unconfirmed"
    """Of the number: unconfirmed where it follows from the order alone."""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionEntry(Entry):
    """A province (`35`), regency or city (`35.10`) by its Kemendagri code."""

    kind: Literal["province", "regency", "city"]
    name: str
    """Without "Kabupaten" or "Kota": "Banyuwangi"."""
    bps_code: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationQuestion(Entry):
    """A question of the ministry's smart-city evaluation of 2023, or the element it stands under."""

    level: Literal["part", "indicator", "question"]
    code: str
    """Letter of the part, or number of the question; numbers repeat between indicators."""
    weight: int | None = None
    """Of a part: its points of 100."""
    subdimension: str | None = None
    """Id in the pillars corpus."""
    answered_by: tuple[str, ...] = ()
    """What in a plan or its programs answers it: "legal_basis", "budget", ..."""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Affair(Entry):
    """One subject of the division of concurrent and absolute affairs (UU 23/2014)."""

    level: Literal["central", "province", "shared"]
    """Who does what a regency may not: the centre, the province, or both by their own criteria."""
    bidang: str | None = None
    """Id in the nomenclature corpus, where the subject belongs to a concurrent affair."""
    words: tuple[str, ...] = ()
    """Indonesian words that name the subject in plans."""
    words_en: tuple[str, ...] = ()
    allowed_words: tuple[str, ...] = ()
    """Words of what lies beside it and is a regency's: they hold the verdict back."""
    central: Text | None = None
    province: Text | None = None
    regency: Text | None = None
    """What a regency or city itself has in this subject."""
    instead: Text
    """What a regency may do instead."""
    regulation: str | None = None
    """Id in the regulation corpus."""
    article: str | None = None
    """Only where it was looked up."""
    standing: Standing = "unconfirmed"
    source: str = ""
    note: str | None = None
    """What changed later, or is in doubt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Application(Entry):
    """A national application that a region uses and does not build again."""

    name: str
    aliases: tuple[str, ...] = ()
    function: Text
    words: tuple[str, ...] = ()
    """Indonesian words for what it does."""
    words_en: tuple[str, ...] = ()
    owner: str
    """Ministry or agency in charge."""
    regulation: str | None = None
    """Id in the regulation corpus."""
    legal_basis: str | None = None
    """As cited."""
    obligation: Literal["must_use", "should_use", "connect", "unknown"] = "unknown"
    since: int | None = None
    """Year from which its basis asks regions for it; None where that is longer than plans go back, or not known."""
    users: Literal["all", "region", "central"] = "all"
    subdimension: str | None = None
    as_of: dt.date | None = None
    standing: Standing = "unconfirmed"
    source: str = ""
    note: str | None = None
