"""The sum over the years that a row prints beside them, where a plan's tables do print such sums."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from alignment.checks.base import Reading
from alignment.checks.figures import rounding
from alignment.checks.spec import CheckSpec
from alignment.models import Program


class WrongTotal(NamedTuple):
    """A row and what its years add up to beside what it states."""

    program: Program
    stated: Decimal
    summed: Decimal


def wrong_totals(draft: Reading, spec: CheckSpec) -> Iterator[WrongTotal]:
    """The rows whose own sum is wrong. Nothing where the sums of most rows are: then they add up something else."""
    rows = [
        WrongTotal(row, row.total, sum(row.budget.values(), Decimal(0)))
        for row in draft.extraction.programs
        if row.total is not None and len(row.budget) > 1 and not _has_cents(row)
    ]
    wrong = [row for row in rows if not _is_rounded(row)]
    if len(rows) >= spec.threshold("totals") and len(wrong) <= len(rows) * spec.threshold("doubt_share"):
        yield from wrong


def _has_cents(row: Program) -> bool:
    """Whether a figure has parts of a rupiah: where OCR took a point for a comma, thousands look like that."""
    return any(
        figure != figure.to_integral_value() or "." in str(figure)
        for figure in (row.total or Decimal(0), *row.budget.values())
    )


def _is_rounded(row: WrongTotal) -> bool:
    """Whether the sum is right but for the rounding of its figures."""
    figures = (row.stated, *row.program.budget.values())
    return abs(row.stated - row.summed) <= rounding(figures) * len(figures) / 2
