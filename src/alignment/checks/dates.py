"""The day a draft is judged as of: the one asked for, else the plan's own, else the corpus edition. Never today."""

from __future__ import annotations

import datetime as dt

from alignment import corpora
from alignment.checks.base import Review
from alignment.matching.citation import status
from alignment.models import Document


def edition() -> dt.date:
    """The day up to which the regulation corpus knows the law."""
    return corpora.load("regulations").edition_date


def as_of(review: Review, document: Document) -> dt.date:
    """The day the law is judged as of for one draft."""
    return review.as_of or document.date or _beginning(document) or edition()


def is_since(review: Review, document: Document, regulation: str) -> bool:
    """Whether a regulation, by its id in the corpus, was there on a draft's day: nobody owes what a later one asks."""
    return status(regulation, as_of(review, document)).verdict != "not_yet"


def report_date(review: Review) -> dt.date:
    """The day the report names: that of its drafts, the latest where they differ."""
    return max((as_of(review, draft.document) for draft in review.drafts), default=edition())


def _beginning(document: Document) -> dt.date | None:
    """A plan that has begun and prints no date was not made today: the day its period begins stands for it."""
    period = document.period
    return dt.date(period.start, 1, 1) if period is not None and period.start < edition().year else None
