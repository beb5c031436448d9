"""Several files that are one plan: its books, and the form that goes with them."""

from __future__ import annotations

from collections.abc import Sequence

from alignment.checks.base import Reading
from alignment.extraction.joining import join
from alignment.models import Document


def as_one(readings: Sequence[Reading]) -> Reading:
    """The files as one draft. It stands under the first file's id; every place goes on naming its own file."""
    documents = [reading.document for reading in readings]
    first = documents[0]
    kinds = [document.kind for document in documents]
    dates = [document.date for document in documents if document.date is not None]
    whole = first.model_copy(
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
    return Reading(whole, join([reading.extraction for reading in readings]))


def _first(documents: Sequence[Document], field: str) -> object:
    return next((value for document in documents if (value := getattr(document, field))), None)
