"""RDG002: rows that look like programs and could not be read."""

from __future__ import annotations

from collections import defaultdict

from alignment.checks.base import Review, Verdict, finding
from alignment.checks.spec import CheckSpec
from alignment.models import Evidence, Finding, Unread

_PLACES_SHOWN = 5


def unread_row(review: Review, spec: CheckSpec) -> Verdict:
    """Judges every row of drafts and plans; one finding a page."""
    judged, found = 0, list[Finding]()
    drafts = {draft.document.id for draft in review.drafts}
    for reading in (*review.drafts, *review.plans):
        judged += len(reading.extraction.programs) + len(reading.extraction.unread)
        pages: dict[tuple[str, int | None], list[Unread]] = defaultdict(list)
        for row in reading.extraction.unread:
            pages[row.evidence.document, row.evidence.page].append(row)
        for (file, _), rows in pages.items():
            name = review.documents[file].name if file in review.documents else reading.document.name
            found.append(_found(spec, name, rows, reading.document.id in drafts))
    return Verdict(judged, tuple(found))


def _found(spec: CheckSpec, document: str, rows: list[Unread], is_draft: bool) -> Finding:
    places: list[Evidence] = [row.evidence for row in rows]
    return finding(
        spec,
        ("row" if is_draft else "in_plan") + ("" if places[0].page is not None else "_unpaged"),
        subject=tuple(place.quote for place in places),
        evidence=places,
        document=document,
        count=len(rows),
        page=places[0].page or "",
        places=", ".join(list(dict.fromkeys(place.place for place in places if place.place))[:_PLACES_SHOWN]),
        reason=rows[0].reason,
    )
