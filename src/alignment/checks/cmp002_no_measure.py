"""CMP002: a program of the form without output, outcome or indicator."""

from __future__ import annotations

import re
from collections.abc import Collection

from alignment.checks.absence import missing_from_form
from alignment.checks.base import Review, Verdict
from alignment.checks.spec import CheckSpec
from alignment.models import Program

_COUNTED = re.compile(r"(?:(\w+)\s+)?(?<![\w.,/:-])(?:\d{1,3}(?:\.\d{3})+|\d{1,3})\s+([^\W\d]{3,})")
"""A number that is no year, the word before it and the word it counts."""


def no_measure(review: Review, spec: CheckSpec) -> Verdict:
    """Judges the programs of smart-city drafts; RPJMD and Renstra keep their own forms. A name or description that
    counts what is made or reached says its output: "sanitasi 240 rumah"."""
    return missing_from_form(review, spec, lambda row: _is_measured(row, spec))


def _is_measured(row: Program, spec: CheckSpec) -> bool:
    if row.indicators or row.output or row.outcome:
        return True
    return any(_counts(text, spec.words["uncounted"], spec.words["numbered"]) for text in (row.name, row.description))


def _counts(text: str | None, uncounted: Collection[str], numbered: Collection[str]) -> bool:
    """Whether it counts something: no amount of money, no time, and no number that is a name."""
    return any(
        before not in numbered and counted not in uncounted
        for before, counted in _COUNTED.findall((text or "").casefold())
    )
