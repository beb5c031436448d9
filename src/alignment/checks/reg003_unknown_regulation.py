"""REG003: national regulations that the catalogue does not know, or that cannot exist yet."""

from __future__ import annotations

import re

from alignment.checks.absence import listed
from alignment.checks.base import Review, Verdict, finding
from alignment.checks.dates import as_of, edition
from alignment.checks.law import Cited, cited
from alignment.checks.spec import CheckSpec
from alignment.models import Finding

_FOUNDING = re.compile(
    r"\s*(?:pembentukan\s+(?:daerah|(?:\w+\s+)?(?:kabupaten|kota|kotamadya|prov?insi)\b)"
    r"|(?:kabupaten|kota)\b.{3,60}\bdi\s+provinsi\b|provinsi\b)",
    re.IGNORECASE,
)
"""How the titles of laws that founded or renewed a region begin."""


def unknown_regulation(review: Review, spec: CheckSpec) -> Verdict:
    """Judges national regulations cited with number and year; what a region or an office issued is not in question, nor
    is the law that founded a region: each has one of its own."""
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        national = [
            one for one in cited(review, draft) if one.citation.number and one.citation.year and not one.is_local
        ]
        founding = {one.short for one in national if _FOUNDING.match(one.citation.title or "")}
        named = [one for one in national if one.short not in founding]
        judged += len({one.short for one in named})
        unknown: dict[str, list[Cited]] = {}
        for one in named:
            if not one.citation.resolved:
                unknown.setdefault(one.short, []).append(one)
        latest = max(as_of(review, draft.document), edition()).year
        future = {short: places for short, places in unknown.items() if (places[0].citation.year or 0) > latest}
        found.extend(_future(spec, short, places, latest) for short, places in future.items())
        rest = {short: places for short, places in unknown.items() if short not in future}
        if len(rest) > spec.threshold("group_above"):
            found.append(_unknown(spec, "many", rest))
        else:
            found.extend(_unknown(spec, "unknown", {short: places}) for short, places in rest.items())
    return Verdict(judged, tuple(found))


def _future(spec: CheckSpec, short: str, places: list[Cited], latest: int) -> Finding:
    return finding(
        spec,
        "future",
        subject=(),
        evidence=[one.evidence for one in places],
        keys=(short,),
        program=places[0].program,
        cited=short,
        latest=latest,
    )


def _unknown(spec: CheckSpec, variant: str, unknown: dict[str, list[Cited]]) -> Finding:
    return finding(
        spec,
        variant,
        subject=(),
        evidence=[place.evidence for places in unknown.values() for place in places[: 1 if len(unknown) > 1 else None]],
        keys=() if variant == "many" else tuple(unknown),
        count=len(unknown),
        names=listed(list(unknown)),
    )
