"""CMP004: a program of the form without year or horizon."""

from __future__ import annotations

from alignment.checks.absence import missing_from_form
from alignment.checks.base import Review, Verdict
from alignment.checks.spec import CheckSpec


def no_schedule(review: Review, spec: CheckSpec) -> Verdict:
    """Judges the programs of smart-city drafts; RPJMD and Renstra keep their own forms."""
    return missing_from_form(
        review, spec, lambda row: row.years or row.horizon or row.budget or any(one.targets for one in row.indicators)
    )
