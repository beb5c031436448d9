"""What a draft is, where a check asks different things of a smart-city plan and of a regional plan."""

from __future__ import annotations

from alignment.checks.base import Reading
from alignment.models import DocumentKind

_SMART_CITY: tuple[DocumentKind, ...] = ("master_plan", "form")


def is_smart_city_plan(reading: Reading) -> bool:
    """A master plan or its form, or any draft that sorts its programs under pillars."""
    if reading.document.kind in _SMART_CITY:
        return True
    return any(program.declared_pillar for program in reading.extraction.programs)


def is_regional_plan(reading: Reading) -> bool:
    """RPJMD, Renstra and their yearly plans: they keep their own forms."""
    return reading.document.kind in ("rpjmd", "rpjmn", "rpjpd", "renstra", "rkpd", "renja")
