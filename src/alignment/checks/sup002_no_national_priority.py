"""SUP002: programs that serve none of the national priorities."""

from __future__ import annotations

from alignment.checks.absence import together
from alignment.checks.base import Review, Verdict, not_judged
from alignment.checks.kinds import is_regional_plan
from alignment.checks.pointing import matches, root
from alignment.checks.scope import Item, items
from alignment.checks.spec import CheckSpec
from alignment.matching import rpjmn
from alignment.models import Finding, NotJudged


def no_national_priority(review: Review, spec: CheckSpec) -> Verdict:
    """Judges every program against the RPJMN of its plan's years; one remark a draft, where they are
    more than a few. The national priorities carry every goal of the SDG: what plainly points to a goal serves one.

    A plan most of whose years lie outside the RPJMNs that are known is not judged, nor a regional plan of which no more
    than a few programs were read: its tables were not.
    """
    judged, found, open_ = 0, list[Finding](), list[NotJudged]()
    for draft in review.drafts:
        period = draft.document.period
        if period and not rpjmn.known_for(period):
            years = f"{period.start}-{period.end}"
            open_.append(not_judged(spec, "other_years", document=draft.document.name, years=years))
            continue
        programs = items(review, draft)
        if is_regional_plan(draft) and len(programs) < spec.threshold("programs"):
            continue
        judged += len(programs)
        without = [item for item in programs if not _serves_one(review, item)]
        if len(without) > len(programs) * spec.threshold("few"):
            found.append(together(spec, without, "many", len(programs)))
    return Verdict(judged, tuple(found), tuple(open_))


def _serves_one(review: Review, item: Item) -> bool:
    """By its words for a priority, or for a goal: plain ones, or any where an official program carries it plainly. How
    a government works is a priority of every RPJMN."""
    goals = matches(review, item, "sdg")
    governs = (match for match in matches(review, item, "pillars") if root(match) == "governance")
    borne_out = (*goals, *governs, *(matches(review, item, "support") if goals else ()))
    return bool(matches(review, item, "rpjmn")) or any(match.status == "supported" for match in borne_out)
