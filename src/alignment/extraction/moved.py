"""Rows whose figures stand under other heads: text from a scan loses cells, and a target slides among the money.

A figure that is thousands of times smaller or larger than those beside it is of another column, and nobody knows how
many others of its row are. Such money, and the targets of such an indicator, are none of the plan's: the row is listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from statistics import median

from alignment import i18n
from alignment.grammar import quantities
from alignment.models.document import Document
from alignment.models.program import Extraction, Indicator, Program, Unread

_FEWEST = 3
"""Figures it takes to say that one is out of place."""
_MONEY_APART = 2000
_TARGETS_APART = 500
_LEAST_MONEY = 1000
"""A target below it is no figure of money, however small the others are."""
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
"""A figure of thousands, which is no agency's name."""
_SCALES = (1, 1_000, 1_000_000)
_QUOTED = 80


def without_moved(extraction: Extraction, document: Document) -> Extraction:
    """The extraction without the money and targets that have moved, their rows listed as unread. On a page or sheet
    every cell has its place: only what comes as text can slide."""
    if any(page.height or page.name for page in document.pages):
        return extraction
    programs = tuple(_settled(program) for program in extraction.programs)
    pairs = zip(extraction.programs, programs, strict=True)
    unread = tuple(
        _listed(before) for before, after in pairs if before.evidence and _figures(before) != _figures(after)
    )
    return extraction.model_copy(update={"programs": programs, "unread": (*extraction.unread, *unread)})


def _settled(program: Program) -> Program:
    """The program with the figures that stand where they should; a figure is nobody's unit."""
    update: dict[str, object] = {name: None for name in ("unit", "agency") if _is_figure(getattr(program, name))}
    if _is_others(program):
        update["budget"] = {}
    moved = [
        one for one in program.indicators if program.budget and (_holds_money(one) or _repeats(program.budget, one))
    ]
    if moved:
        update["indicators"] = tuple(_bare(one) if one in moved else one for one in program.indicators)
    return program.model_copy(update=update) if update else program


def _figures(program: Program) -> tuple[object, ...]:
    return program.budget, [indicator.targets for indicator in program.indicators]


def _is_others(program: Program) -> bool:
    """Whether what stands in the columns of money is none, or not all of it."""
    if not any(indicator.targets for indicator in program.indicators):
        return False
    return _are_apart(program.budget.values()) or any(_repeats(program.budget, one) for one in program.indicators)


def _repeats(budget: Mapping[int, Decimal], indicator: Indicator) -> bool:
    """Whether the money of every year is the figure that the indicator begins with, in any unit of money."""
    baseline = quantities.parse(indicator.baseline or "")
    if baseline is None or baseline.number <= 0 or len(budget) < _FEWEST:
        return False
    return any(all(amount == baseline.number * scale for amount in budget.values()) for scale in _SCALES)


def _is_figure(name: str | None) -> bool:
    return _GROUPED.fullmatch((name or "").strip()) is not None


def _are_apart(amounts: Iterable[Decimal]) -> bool:
    spent = [amount for amount in amounts if amount > 0]
    return len(spent) >= _FEWEST and max(spent) > min(spent) * _MONEY_APART


def _holds_money(indicator: Indicator) -> bool:
    """Whether among its targets one is as far above the others as money is."""
    read = (quantities.parse(target) for target in indicator.targets.values())
    numbers = [figure.number for figure in read if figure is not None and figure.number > 0]
    if len(numbers) < _FEWEST:
        return False
    return max(numbers) >= _LEAST_MONEY and max(numbers) > median(numbers) * _TARGETS_APART


def _bare(indicator: Indicator) -> Indicator:
    return indicator.model_copy(update={"targets": {}, "end_target": None})


def _listed(program: Program) -> Unread:
    row = f"{program.code or ''} {program.name}".strip()[:_QUOTED]
    return Unread(evidence=program.evidence[0], reason=i18n.both("extract.figures_moved", row=row))
