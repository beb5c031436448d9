"""REG006: a plan of an earlier period as the basis of this one."""

from __future__ import annotations

from alignment import corpora
from alignment.checks.base import Review, Verdict, finding
from alignment.checks.law import Cited, cited
from alignment.checks.spec import CheckSpec
from alignment.grammar import periods
from alignment.models import Finding, Period
from alignment.models.corpus import Regulation


def period_over(review: Review, spec: CheckSpec) -> Verdict:
    """Judges what a draft with a period rests on: regulations whose title sets a period (RPJMN, RPJMD, road maps)."""
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        own = draft.document.period
        if own is None:
            continue
        resting = [one for one in cited(review, draft) if one.place != "text" and not one.said_bygone]
        by_name: dict[str, list[Cited]] = {}
        for one in resting:
            if (period := _period(one)) is not None:
                judged += 1
                if period.end < own.start - spec.threshold("years_before"):
                    by_name.setdefault(one.short, []).append(one)
        found.extend(_found(spec, short, places, own) for short, places in by_name.items())
    return Verdict(judged, tuple(found))


def _period(one: Cited) -> Period | None:
    entry = corpora.load("regulations").get(one.citation.resolved or "")
    title = entry.title if isinstance(entry, Regulation) else one.citation.title or ""
    named = periods.period(title)
    return Period(start=named[0], end=named[1]) if named else None


def _found(spec: CheckSpec, short: str, places: list[Cited], own: Period) -> Finding:
    period = _period(places[0])
    return finding(
        spec,
        "over",
        subject=(),
        evidence=[one.evidence for one in places],
        keys=(short,),
        program=places[0].program,
        cited=short,
        period=f"{period.start}-{period.end}" if period else "",
        own=f"{own.start}-{own.end}",
    )
