"""REG007: a local regulation of another region as a basis."""

from __future__ import annotations

from functools import cache

from alignment import corpora
from alignment.checks.base import Review, Verdict, finding
from alignment.checks.law import Cited, cited
from alignment.checks.spec import CheckSpec
from alignment.grammar import regions
from alignment.models import Document, Finding


def other_region(review: Review, spec: CheckSpec) -> Verdict:
    """Judges the local regulations that a regency's or city's draft rests on: they are its own or its province's.

    Only where both regions are known to the catalogue; a name that it does not know is no other region.
    """
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        own = _own(draft.document)
        if not own:
            continue
        by_name: dict[tuple[str, str], list[Cited]] = {}
        for one in cited(review, draft):
            region = one.citation.region
            if region is None or one.place == "text":
                continue
            judged += 1
            if region not in own and region in _catalogue().values():
                by_name.setdefault((one.short, region), []).append(one)
        found.extend(_found(spec, draft.document, name, places) for name, places in by_name.items())
    return Verdict(judged, tuple(found))


def _own(document: Document) -> frozenset[str]:
    """The draft's region and its province, as citations show them; empty where its code is not known."""
    code = document.region.code if document.region else None
    if code is None:
        return frozenset()
    return frozenset(shown for one in (code, code.partition(".")[0]) if (shown := _catalogue().get(one)))


@cache
def _catalogue() -> dict[str, str]:
    """Code to name as citations show it: "35.10" to "Kab. Banyuwangi"."""
    found = {entry.id: regions.at_head(entry.label.id, "any") for entry in corpora.load("regions").entries}
    return {code: region.name for code, region in found.items() if region}


def _found(spec: CheckSpec, document: Document, name: tuple[str, str], places: list[Cited]) -> Finding:
    short, region = name
    return finding(
        spec,
        "elsewhere",
        subject=(),
        evidence=[one.evidence for one in places],
        keys=name,
        program=places[0].program,
        cited=short,
        region=region,
        own=document.region.name if document.region else "",
    )
