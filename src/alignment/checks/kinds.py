"""What a draft is, where a check asks different things of a smart-city plan and of a regional plan."""

from __future__ import annotations

import re

from alignment.checks.base import Reading, Review
from alignment.models import DocumentKind

_REGIONAL: tuple[DocumentKind, ...] = ("rpjmd", "rpjmn", "rpjpd", "renstra", "rkpd", "renja")
_SMART = re.compile(
    r"\b(?:smart\s+(?:city|regency|kabupaten|kota|village|region)|(?:kota|kabupaten)\s+cerdas)\b", re.IGNORECASE
)


def is_smart_city_plan(reading: Reading) -> bool:
    """The program form, a draft that sorts its programs under pillars, or a master plan that calls itself smart.

    A master plan for e-government or roads is none: it owes nobody six pillars.
    """
    document = reading.document
    if is_regional_plan(reading):
        return False
    if document.kind == "form" or any(program.declared_pillar for program in reading.extraction.programs):
        return True
    title = "\n".join((document.title or "", *(page.text for page in document.pages[:1])))
    return document.kind == "master_plan" and bool(_SMART.search(title))


def smart_city_plans(review: Review) -> tuple[Reading, ...]:
    """The drafts that are smart-city plans: they alone owe pillars and the parts of the coaches' form."""
    return review.once("smart-city plans", lambda: tuple(filter(is_smart_city_plan, review.drafts)))


def is_regional_plan(reading: Reading) -> bool:
    """RPJMD, Renstra and their yearly plans, whose rows are the nomenclature's; also their tables as a spreadsheet."""
    if reading.document.kind in ("form", "other"):
        programs = reading.extraction.programs
        return sum(program.code is not None for program in programs) * 2 > len(programs)
    return reading.document.kind in _REGIONAL


def is_of_a_province(reading: Reading) -> bool:
    """Whether a province made it: its affairs are not a regency's."""
    region = reading.document.region
    return region is not None and (region.code is not None and "." not in region.code)
