"""RDG002: rows that look like programs and could not be read."""

from __future__ import annotations

from collections import defaultdict

from alignment import i18n
from alignment.checks.base import Review, Verdict, finding, joined
from alignment.checks.spec import CheckSpec
from alignment.checks.undated import is_figure
from alignment.models import Evidence, Finding, Text, Unread

_PLACES_SHOWN = 5


def unread_row(review: Review, spec: CheckSpec) -> Verdict:
    """Judges every row of drafts and plans; one finding a page, and one a document for single figures of rows that were
    read."""
    judged, found = 0, list[Finding]()
    drafts = {draft.document.id for draft in review.drafts}
    for reading in (*review.drafts, *review.plans):
        judged += len(reading.extraction.programs) + len(reading.extraction.unread)
        groups: dict[tuple[str, int | None, bool], list[Unread]] = defaultdict(list)
        for row in reading.extraction.unread:
            figure = is_figure(row)
            groups[row.evidence.document, None if figure else row.evidence.page, figure].append(row)
        for (file, page, figures), rows in groups.items():
            name = review.documents[file].name if file in review.documents else reading.document.name
            kind = "row" if reading.document.id in drafts else "in_plan"
            found.append(_found(spec, "figure" if figures else kind if page else f"{kind}_unpaged", name, rows))
    return Verdict(judged, tuple(found))


def _found(spec: CheckSpec, variant: str, document: str, rows: list[Unread]) -> Finding:
    places: list[Evidence] = [row.evidence for row in rows]
    return finding(
        spec,
        variant,
        subject=tuple(place.quote for place in places),
        evidence=places,
        document=document,
        count=len(rows),
        page=places[0].page or "",
        places=_listed(places),
        reason=rows[0].reason,
    )


def _listed(places: list[Evidence]) -> Text:
    """The first few of the pages or places, each once."""
    told = (
        i18n.both("report.page", page=place.page) if place.page else Text(id=place.place or "", en=place.place or "")
        for place in places
    )
    return joined(list(dict.fromkeys(told))[:_PLACES_SHOWN], "; ")
