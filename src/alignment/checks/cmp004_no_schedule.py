"""CMP004: a program of the form without year or horizon."""

from __future__ import annotations

from alignment.checks.absence import missing_from_form
from alignment.checks.base import Review, Verdict
from alignment.checks.spec import CheckSpec
from alignment.grammar import periods
from alignment.models import Program


def no_schedule(review: Review, spec: CheckSpec) -> Verdict:
    """Judges the programs of smart-city drafts; RPJMD and Renstra keep their own forms."""
    return missing_from_form(review, spec, _is_scheduled)


def _is_scheduled(row: Program) -> bool:
    """By its own fields, or by a year that its words name: "350 unit (2026), 400 unit (2027)"."""
    if row.years or row.horizon or row.budget or any(one.targets for one in row.indicators):
        return True
    return bool(periods.years(" ".join(filter(None, (row.output, row.outcome, row.description)))))
