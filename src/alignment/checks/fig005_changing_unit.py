"""FIG005: an indicator whose targets change their unit from year to year."""

from __future__ import annotations

from alignment.checks.base import Review, Verdict, finding, named
from alignment.checks.figures import as_printed
from alignment.checks.series import series
from alignment.checks.spec import CheckSpec
from alignment.models import Finding
from alignment.text import normal

_PERCENT = "persen"


def changing_unit(review: Review, spec: CheckSpec) -> Verdict:
    """Judges indicators with two targets or more. A figure without a unit means the unit of its column."""
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        for one in series(draft):
            if len(one.figures) < 2:
                continue
            judged += 1
            own = _unit(one.indicator.unit or "")
            units = {_unit(figure.unit) if figure.unit else own for figure in one.figures.values()} - {""}
            if len(units) > 1 and not _spelt_alike(units):
                found.append(
                    finding(
                        spec,
                        "changes",
                        subject=one.subject,
                        evidence=one.evidence,
                        program=one.program,
                        name=named(one.program),
                        indicator=one.indicator.name,
                        targets=as_printed(one.indicator.targets),
                        unit=one.indicator.unit or "-",
                    )
                )
    return Verdict(judged, tuple(found))


def _unit(printed: str) -> str:
    return _PERCENT if "%" in printed or normal(printed) in ("persentase", "prosentase") else normal(printed)


def _spelt_alike(units: set[str]) -> bool:
    """Whether all are one unit, written out or cut short ("dok", "dokumen")."""
    shortest = min(units, key=lambda unit: (len(unit), unit))
    return all(unit.startswith(shortest) for unit in units)
