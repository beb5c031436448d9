"""SUP004: a program that the plan carries under another agency."""

from __future__ import annotations

from alignment.checks.base import Review, Verdict, finding, named
from alignment.checks.carrying import Carried, carried
from alignment.checks.spec import CheckSpec
from alignment.matching import features
from alignment.models import Finding
from alignment.text import normal


def other_agency(review: Review, spec: CheckSpec) -> Verdict:
    """Judges carried programs where draft and plan both name the agency; one agency under two names is one."""
    judged, found = 0, list[Finding]()
    for one in carried(review):
        ours = _matter(one.item.program.agency, spec)
        theirs = [matter for row in one.rows if (matter := _matter(row.agency, spec))]
        if not ours or not theirs:
            continue
        judged += 1
        if not any(ours & matter for matter in theirs):
            found.append(_found(spec, one))
    return Verdict(judged, tuple(found))


def _matter(agency: str | None, spec: CheckSpec) -> frozenset[str]:
    """What an agency deals with, its short form written out: what is left without "Dinas" and "Badan".

    Empty for a part of an agency ("Bidang Statistik"), which a Renstra names instead.
    """
    if normal(agency or "").partition(" ")[0] in spec.words["parts"]:
        return frozenset()
    named_ = features.of(agency or "").units
    return frozenset(unit for unit, weight in named_.items() if weight >= spec.threshold("says"))


def _found(spec: CheckSpec, one: Carried) -> Finding:
    row = next(row for row in one.rows if _matter(row.agency, spec))
    return finding(
        spec,
        "differs",
        subject=one.item.subject,
        evidence=one.item.evidence,
        program=one.item.program,
        related=row.evidence[:1],
        name=named(one.item.program),
        agency=one.item.program.agency or "",
        other=row.agency or "",
        row=named(row),
    )
