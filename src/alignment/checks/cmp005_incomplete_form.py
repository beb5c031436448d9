"""CMP005: what else the coaches' form asks of a program: people, facilities, benefit, location, links."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from alignment import i18n
from alignment.checks.absence import lacking
from alignment.checks.base import Review, Verdict, finding
from alignment.checks.kinds import is_smart_city_plan
from alignment.checks.scope import Item, items
from alignment.checks.spec import CheckSpec
from alignment.models import Evidence, Finding, Program, Text

_PARTS: Mapping[str, Callable[[Program], object]] = {
    "staffing": lambda row: row.staffing,
    "facilities": lambda row: row.facilities_owned or row.facilities_needed,
    "benefit": lambda row: row.benefit or row.outcome,
    "location": lambda row: row.location or row.unit,
    "links": lambda row: row.links,
}


def incomplete_form(review: Review, spec: CheckSpec) -> Verdict:
    """Judges the programs of smart-city drafts, part by part; a row below may hold it.

    What no program of a draft says is one remark for all such parts: its tables have no place for them.
    """
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        if not is_smart_city_plan(draft):
            continue
        programs = items(draft)
        judged += len(programs)
        without = {part: [item for item in programs if not _says(item, has)] for part, has in _PARTS.items()}
        nowhere = [part for part, those in without.items() if len(those) == len(programs)]
        if nowhere:
            found.append(_nowhere(spec, draft.document.id, nowhere, len(programs)))
        for part, those in without.items():
            if those and part not in nowhere:
                found.extend(lacking(spec, programs, those, f"one_{part}", f"many_{part}"))
    return Verdict(judged, tuple(found))


def _says(item: Item, has: Callable[[Program], object]) -> bool:
    return any(has(row) for row in (*item.lines, *item.below))


def _nowhere(spec: CheckSpec, document: str, parts: Sequence[str], total: int) -> Finding:
    labels = [i18n.both(f"form.part_{part}") for part in parts]
    names = Text(id=", ".join(label.id for label in labels), en=", ".join(label.en for label in labels))
    return finding(
        spec,
        "nowhere",
        subject=(),
        evidence=(Evidence(document=document),),
        keys=tuple(parts),
        total=total,
        parts=names,
    )
