"""CMP003: a program of the form without budget or source of funding."""

from __future__ import annotations

from alignment.checks.absence import missing_from_form
from alignment.checks.base import Review, Verdict
from alignment.checks.spec import CheckSpec
from alignment.checks.undated import with_amount


def no_funding(review: Review, spec: CheckSpec) -> Verdict:
    """Judges the programs of smart-city drafts; RPJMD and Renstra keep their own forms. An amount without a year is a
    budget too."""
    amounts = with_amount(review)
    return missing_from_form(review, spec, lambda row: row.budget or row.funding or row.id in amounts)
