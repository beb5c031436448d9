"""A program, kegiatan, sub kegiatan or initiative as a plan prints it."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from alignment.models.base import Frozen, Text
from alignment.models.document import Evidence

Level = Literal["urusan", "bidang", "program", "kegiatan", "sub_kegiatan", "initiative"]
Pillar = Literal["governance", "branding", "economy", "living", "society", "environment"]
PILLARS: tuple[Pillar, ...] = ("governance", "branding", "economy", "living", "society", "environment")


class Indicator(Frozen):
    """What a program is measured by. Figures stay as printed: "93,5", "5 Dokumen", "B"."""

    name: str
    unit: str | None = None
    baseline: str | None = None
    baseline_year: int | None = None
    targets: dict[int, str] = {}
    """Year to target as printed."""
    end_target: str | None = None
    measures: Literal["outcome", "output"] | None = None
    evidence: tuple[Evidence, ...] = ()


class Program(Frozen):
    """One line of a plan that spends, promises or does something.

    A code is not an identity: the same code stands once for every unit that spends on it. `id` is made of document,
    unit, code or name, and place.
    """

    id: str
    document: str
    parent: str | None = None
    """`Program.id` of the row above in the hierarchy, or None."""
    level: Level
    code: str | None = None
    name: str
    agency: str | None = None
    """OPD in charge."""
    unit: str | None = None
    """Spending unit inside the agency (puskesmas, kelurahan) where the table has one."""
    declared_pillar: Pillar | None = None
    declared_subdimension: str | None = None
    """Id in the pillar corpus ("governance.public-service"), or as printed where the corpus does not know it."""
    declared_sdg: tuple[str, ...] = ()
    goal: str | None = None
    """Tujuan."""
    objective: str | None = None
    """Sasaran."""
    policy: str | None = None
    """Kebijakan or strategy the row stands under."""
    description: str | None = None
    outcome: str | None = None
    output: str | None = None
    indicators: tuple[Indicator, ...] = ()
    budget: dict[int, Decimal] = {}
    """Year to rupiah, exact. 0 is a figure; an absent year is absent."""
    total: Decimal | None = None
    """The sum of its years as it is printed, beside them or instead of them."""
    funding: tuple[str, ...] = ()
    """Sources as printed: "APBD", "CSR"."""
    location: str | None = None
    beneficiaries: str | None = None
    years: tuple[int, ...] = ()
    horizon: Literal["short", "medium", "long"] | None = None
    quick_win: bool | None = None
    legal_basis: str | None = None
    staffing: str | None = None
    facilities_owned: str | None = None
    facilities_needed: str | None = None
    benefit: str | None = None
    application: str | None = None
    coordination: str | None = None
    """How the application is co-ordinated with the communication agency (Diskominfo)."""
    links: tuple[str, ...] = ()
    """Other agencies or programs the row names."""
    evidence: tuple[Evidence, ...] = ()
    """Several: a row can cross pages or be repeated in a cascading table."""


class Unread(Frozen):
    """A row that looks like a program and could not be read."""

    evidence: Evidence
    reason: Text


class Conflict(Frozen):
    """What two files of one plan say differently: of a program that both print, or of the plan itself."""

    fact: Literal["region", "period", "agency", "pillar", "horizon", "budget"]
    said: tuple[str, str]
    """As printed; a pillar, horizon or budget as the fields of `Program` hold it, a period as "2025-2029"."""
    places: tuple[Evidence, Evidence]
    program: str | None = None
    """`Program.id`; None where it is about the plan."""
    year: int | None = None


class Extraction(Frozen):
    """The programs of one document and the rows that could not be read."""

    document: str
    programs: tuple[Program, ...] = ()
    groups: tuple[Program, ...] = ()
    """Rows of urusan and bidang with their totals: they head programs and are none themselves."""
    unread: tuple[Unread, ...] = ()
    mentions: tuple[Evidence, ...] = ()
    """Rows of tables without figures (cascades, schedules) whose words name no program of the funded tables."""
    conflicts: tuple[Conflict, ...] = ()
    """Where several files are one plan: what they say differently."""
