"""Programs while they are being put together from the rows of a run; frozen once the run is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from alignment import i18n, text
from alignment.extraction import choices
from alignment.extraction.rows import Row, Value
from alignment.extraction.wording import one_pillar, unwrap
from alignment.grammar import money, periods
from alignment.models.document import Document, Evidence
from alignment.models.program import Indicator, Level, Pillar, Program, Unread

TICKS = frozenset(["√", "✓", "✔", "v", "x", "•", "●", "■", "ya", "yes", "*", "X", "V"])
_BEGIN = re.compile(r"mulai|awal", re.IGNORECASE)
_END = re.compile(r"selesai|akhir|sampai", re.IGNORECASE)
SIMPLE_FIELDS = (
    "goal", "objective", "policy", "description", "outcome", "output", "location", "beneficiaries", "legal_basis",
    "staffing", "facilities_owned", "facilities_needed", "benefit", "application",
    "coordination",
)  # fmt: skip


@dataclass(eq=False)
class Draft:
    """A program as far as its rows have been read."""

    level: Level
    name: str
    code: str | None = None
    unit: str | None = None
    agency: str | None = None
    parent: Draft | None = None
    pillar: Pillar | None = None
    subdimension: str | None = None
    horizon: str | None = None
    quick_win: bool | None = None
    words: dict[str, str] = field(default_factory=dict)
    """The simple fields, by name."""
    indicators: list[Indicator] = field(default_factory=list)
    budget: dict[int, Decimal] = field(default_factory=dict)
    total: Decimal | None = None
    funding: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    sdg: list[str] = field(default_factory=list)
    years: set[int] = field(default_factory=set)
    evidence: list[Evidence] = field(default_factory=list)
    measured: bool = False
    """Its own row prints an indicator beside the money, so that every further indicator row adds money."""
    run: int = 0
    """Which table of the document it stands in."""
    listed: bool = False
    """It is a row of the program form: a program of its own, whatever it leaves empty."""

    def merge(self, other: Draft) -> None:
        """Take what another print of the same program adds: its places, and fields that were empty here."""
        self.evidence.extend(place for place in other.evidence if place not in self.evidence)
        if self.code is None and other.code is not None:
            self.code, self.level = other.code, other.level
        self.unit = self.unit or other.unit
        self.agency = self.agency or other.agency
        self.pillar = self.pillar or other.pillar
        self.subdimension = self.subdimension or other.subdimension
        self.horizon = self.horizon or other.horizon
        self.quick_win = self.quick_win or other.quick_win
        for own, further in ((self.funding, other.funding), (self.links, other.links), (self.sdg, other.sdg)):
            own.extend(one for one in further if one not in own)
        for name, words in other.words.items():
            self.words.setdefault(name, words)
        self.indicators = both(self.indicators, other.indicators)
        for year, amount in other.budget.items():
            self.budget.setdefault(year, amount)
        self.total = other.total if self.total is None else self.total
        self.years |= other.years


def both(ones: Sequence[Indicator], others: Sequence[Indicator]) -> list[Indicator]:
    """The indicators of two prints of a program: one that both print is one, with the places of both."""
    again: dict[str, list[Evidence]] = {}
    for indicator in others:
        again.setdefault(indicator.name.casefold(), []).extend(indicator.evidence)
    known = {indicator.name.casefold() for indicator in ones}
    seen = [
        one.model_copy(update={"evidence": tuple(dict.fromkeys((*one.evidence, *again.get(one.name.casefold(), ()))))})
        for one in ones
    ]
    return [*seen, *(other for other in others if other.name.casefold() not in known)]


def note_words(draft: Draft, row: Row, *, spanning: bool) -> None:
    """Copy what the row says in the plain columns (outcome, location, legal basis, ...) into empty fields.

    `spanning`: whether an outcome or output that spans several rows is meant for each of them (it is in master plan
    tables; in coded tables it belongs to the level above).
    """
    for name in SIMPLE_FIELDS:
        words = unwrap(row.text(name, carried=spanning or name not in ("outcome", "output")))
        if words and words not in ("-", "–"):
            draft.words.setdefault(name, words)
    agency = unwrap(row.text("agency"))
    if agency and agency != "-" and draft.agency is None:
        draft.agency = agency
    for name, kept in (("funding", draft.funding), ("links", draft.links), ("sdg", draft.sdg)):
        words = unwrap(row.text(name))
        if words and words != "-" and words not in kept:
            kept.append(words)
    for value in row.values:
        if value.field == "source" and not value.carried and value.head not in draft.funding and _gives(value):
            draft.funding.append(unwrap(value.head))
    draft.years.update(periods.expand(_when(row)))


def _when(row: Row) -> str:
    """What a row says of its time; where it begins and where it ends, in columns of their own, are one period."""
    said = [value for value in row.values if value.field == "time"]
    ends = len(said) == 2 and _BEGIN.search(said[0].head) and _END.search(said[1].head)
    return (" - " if ends else " ").join(unwrap(value.text) for value in said)


def _gives(source: Value) -> bool:
    """Whether a column of one source of money is ticked or holds some."""
    return source.text.strip() in TICKS or bool(money.parse(source.text))


def note_ticks(draft: Draft, row: Row, *, steps: bool) -> None:
    """Copy the years, the phase and the one pillar that the row ticks. `steps`: words in a year's cell say what is done
    in it."""
    ticked = [v.head for v in row.values if v.field == "pillar_head" and v.text.strip() in TICKS]
    if len(ticked) == 1:
        draft.pillar = one_pillar(ticked[0]) or draft.pillar
    for value in row.values:
        step = steps and sum(map(str.isalpha, value.text)) > len(value.text) / 2
        if value.text.strip() not in TICKS and not step:
            continue
        if value.field in ("year", "phase"):
            draft.years.update([value.year] if value.year else periods.expand(value.head))
            draft.horizon = draft.horizon or choices.horizon(value.head)


def note_figures(draft: Draft, row: Row, document: Document, default_year: int | None) -> list[Unread]:
    """Copy the row's budget and targets. Returns cells that hold figures but could not be read as money."""
    unread: list[Unread] = []
    amounts = budget_of(row, default_year)
    for year, amount in amounts.items():
        draft.budget.setdefault(year, amount)
    if amounts and draft.total is None:
        draft.total = _total(row)
    for value in row.values:
        if value.field in ("budget", "total") and not value.carried and any(c.isdigit() for c in value.text):
            fault = _fault(value, dated=bool(amounts))
            if fault is not None:
                place = row.evidence(document.id, unwrap(value.text), value.box)
                facts = {"figure": unwrap(value.text)[:40], "program": draft.name[:60]}
                unread.append(Unread(evidence=place, reason=i18n.both(fault, **facts)))
    return unread


def _total(row: Row) -> Decimal | None:
    """The sum over the years that a row prints beside them, in their scale where its own head names none."""
    scale = max((value.scale for value in row.values if value.field in ("budget", "year", "total")), default=1)
    printed = (value for value in row.values if value.field == "total" and not value.carried and value.year is None)
    return next((total for value in printed if (total := money.parse(value.text, scale)) is not None), None)


def _fault(value: Value, *, dated: bool) -> str | None:
    """Why a cell of money is in no year's budget: it is no figure, or of several years, or of none. `dated`: the row
    has figures with years, of which one without is the sum."""
    if money.parse(value.text) is None:
        return "extract.figure_unread" if value.field == "budget" else None
    return "extract.form_no_year" if not dated and value.year is None and money.is_amount(value.text) else None


def budget_of(row: Row, default_year: int | None) -> dict[int, Decimal]:
    """Year to rupiah that a row prints. A yearly plan's column without a year is the plan's year, and so is its sum
    where nothing else is money."""
    amounts = _amounts(row, default_year, "budget") or _from_sources(row, default_year)
    return amounts or (_amounts(row, default_year, "total") if default_year is not None else amounts)


def _from_sources(row: Row, default_year: int | None) -> dict[int, Decimal]:
    amounts: dict[int, Decimal] = {}
    for value in row.values:
        year = value.year or default_year
        amount = money.parse(value.text, value.scale) if value.field == "source" and not value.carried else None
        if amount is not None and year is not None:
            amounts[year] = amounts.get(year, Decimal(0)) + amount
    return amounts


def _amounts(row: Row, default_year: int | None, field: str) -> dict[int, Decimal]:
    amounts: dict[int, Decimal] = {}
    for value in row.values:
        year = value.year or default_year
        if value.carried or year is None:
            continue
        if value.field == field or (value.field == "year" and money.is_amount(value.text)):
            amount = money.parse(value.text, value.scale)
            if amount is not None:
                amounts.setdefault(year, amount)
    return amounts


def frozen(drafts: list[Draft], document: Document) -> list[Program]:
    """The drafts as programs. Ids are made of document, code or name, unit and the order of equals."""
    seen: dict[str, int] = {}
    ids: dict[int, str] = {}
    for draft in drafts:
        unit = text.normal(draft.unit or "")
        base = f"{document.id}/{draft.code or text.normal(draft.name)}" + (f"@{unit}" if unit else "")
        seen[base] = seen.get(base, 0) + 1
        ids[id(draft)] = base if seen[base] == 1 else f"{base}#{seen[base]}"
    return [
        Program(
            id=ids[id(draft)],
            document=document.id,
            parent=ids.get(id(draft.parent)) if draft.parent is not None else None,
            level=draft.level,
            code=draft.code,
            name=draft.name,
            agency=draft.agency,
            unit=draft.unit,
            declared_pillar=draft.pillar,
            declared_subdimension=draft.subdimension,
            declared_sdg=tuple(draft.sdg),
            indicators=tuple(draft.indicators),
            budget=dict(sorted(draft.budget.items())),
            total=draft.total,
            funding=tuple(draft.funding),
            links=tuple(draft.links),
            years=tuple(sorted(draft.years | set(draft.budget))),
            horizon=draft.horizon,
            quick_win=draft.quick_win,
            evidence=tuple(draft.evidence),
            **draft.words,
        )
        for draft in drafts
    ]
