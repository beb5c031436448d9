"""CMP005: a program of the form without people."""

from __future__ import annotations

from alignment.checks.absence import missing_from_form
from alignment.checks.base import Review, Verdict
from alignment.checks.spec import CheckSpec


def no_people(review: Review, spec: CheckSpec) -> Verdict:
    """Judges the programs of smart-city drafts; RPJMD and Renstra keep their own forms."""
    return missing_from_form(review, spec, lambda row: row.staffing)
