"""SUP002: programs that serve none of the national priorities."""

from __future__ import annotations

from alignment.checks.absence import together
from alignment.checks.base import Review, Verdict, not_judged
from alignment.checks.kinds import is_regional_plan
from alignment.checks.pointing import matches
from alignment.checks.scope import items
from alignment.checks.spec import CheckSpec
from alignment.matching import rpjmn
from alignment.models import Finding, NotJudged


def no_national_priority(review: Review, spec: CheckSpec) -> Verdict:
    """Judges every program against the RPJMN of its plan's years; one remark a draft, where they are
    more than a few.

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
        without = [item for item in programs if not matches(review, item, "rpjmn")]
        if len(without) > len(programs) * spec.threshold("few"):
            found.append(together(spec, without, "many", len(programs)))
    return Verdict(judged, tuple(found), tuple(open_))
