"""Several files that are one plan: its books, and the form that goes with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from alignment.checks.base import Reading
from alignment.extraction.joining import join
from alignment.models import Conflict, Document, Evidence
from alignment.text import normal


def as_one(readings: Sequence[Reading]) -> tuple[Reading, tuple[Document, ...]]:
    """The files as one draft, and in the order that they have in it however they were given: books by name, then forms,
    which complete them. The draft stands under the first file's id; every place goes on naming its own file."""
    ordered = sorted(readings, key=lambda one: (one.document.kind == "form", one.document.name, one.document.id))
    documents = [reading.document for reading in ordered]
    kinds = [document.kind for document in documents]
    dates = [document.date for document in documents if document.date is not None]
    whole = documents[0].model_copy(
        update={
            "name": " + ".join(document.name for document in documents),
            "kind": next((kind for kind in kinds if kind not in ("form", "other")), kinds[0]),
            "title": _first(documents, "title"),
            "region": _first(documents, "region"),
            "period": _first(documents, "period"),
            "date": max(dates, default=None),
            "vision": _first(documents, "vision"),
            "missions": _first(documents, "missions") or (),
            "legal_basis": tuple(place for document in documents for place in document.legal_basis),
        }
    )
    extraction = join([reading.extraction for reading in ordered])
    conflicts = (*_conflicts(documents, "region", _region), *_conflicts(documents, "period", _period))
    extraction = extraction.model_copy(update={"conflicts": (*conflicts, *extraction.conflicts)})
    return Reading(whole, extraction), tuple(documents)


def _first(documents: Sequence[Document], field: str) -> object:
    return next((value for document in documents if (value := getattr(document, field))), None)


def _conflicts(
    documents: Sequence[Document], fact: Literal["region", "period"], said: Callable[[Document], str]
) -> Iterator[Conflict]:
    """Files that name another region or period than the first that names one."""
    naming = [document for document in documents if said(document)]
    for other in naming[1:]:
        first = naming[0]
        if normal(said(first)) != normal(said(other)):
            yield Conflict(fact=fact, said=(said(first), said(other)), places=(_front(first), _front(other)))


def _region(document: Document) -> str:
    return document.region.name if document.region is not None else ""


def _period(document: Document) -> str:
    """Empty for a single year: a book of one year's plan belongs to the years it stands in."""
    period = document.period
    return f"{period.start}-{period.end}" if period is not None and period.start != period.end else ""


def _front(document: Document) -> Evidence:
    return Evidence(document=document.id, page=1 if document.pages and document.pages[0].height else None)
