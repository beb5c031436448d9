"""CMP006: an application that another agency plans without co-ordination with the communication agency."""

from __future__ import annotations

import re

from alignment.checks.absence import lacking
from alignment.checks.base import Review, Verdict
from alignment.checks.kinds import smart_city_plans
from alignment.checks.printed import holds
from alignment.checks.scope import Item, items
from alignment.checks.spec import CheckSpec
from alignment.models import Finding
from alignment.text import normal, says

_NOTHING = re.compile(r"[\s\-–—.]*|tidak ada|belum ada|nihil|n/a", re.IGNORECASE)


def uncoordinated_application(review: Review, spec: CheckSpec) -> Verdict:
    """Judges the programs of smart-city drafts that plan an application, unless the communication agency has them.

    A program whose form names no application plans one where its name says so and it is plainly another agency's.
    """
    judged, found = 0, list[Finding]()
    for draft in smart_city_plans(review):
        if holds(review, draft, spec.words["told"]):
            continue
        those = [item for item in items(review, draft) if _names_one(item) or _is_one(item, spec)]
        judged += len(those)
        found.extend(lacking(spec, those, [item for item in those if not _is_coordinated(item, spec)]))
    return Verdict(judged, tuple(found))


def _names_one(item: Item) -> bool:
    return any(row.application and not _NOTHING.fullmatch(row.application) for row in item.rows)


def _is_one(item: Item, spec: CheckSpec) -> bool:
    return bool(item.program.agency) and says(item.program.name, spec.words["application"])


def _is_coordinated(item: Item, spec: CheckSpec) -> bool:
    if any(row.coordination and not _NOTHING.fullmatch(row.coordination) for row in item.rows):
        return True
    said = (part for row in item.rows for part in (row.agency, row.description, row.output, row.staffing, *row.links))
    words = normal(" ".join(part for part in said if part))
    return any(agency in words for agency in spec.words["agency"])
