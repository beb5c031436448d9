"""PIL002: a program whose content speaks for another pillar than the one it stands under."""

from __future__ import annotations

from alignment.checks.base import Review, Verdict, finding, named
from alignment.checks.pointing import label, root, words
from alignment.checks.scope import Item, accepted, items
from alignment.checks.spec import CheckSpec
from alignment.models import Finding, Match, Pillar


def contradicted_pillar(review: Review, spec: CheckSpec) -> Verdict:
    """Judges programs with a declared pillar, by their own words alone.

    Speaks only where nothing at all supports the declared pillar and another is supported by strong evidence: regions
    sort programs differently, and a second reading is no fault.
    """
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        for item in items(review, draft):
            declared = item.program.declared_pillar
            if declared is None:
                continue
            judged += 1
            other = _other(review, item, declared, spec)
            if other is not None:
                found.append(_found(spec, item, declared, other))
    return Verdict(judged, tuple(found))


def _other(review: Review, item: Item, declared: Pillar, spec: CheckSpec) -> Match | None:
    pointed = [match for line in item.lines for match in review.of(line).pillars]
    if any(root(match) == declared and match.score > 0 for match in pointed):
        return None
    strong = [match for match in accepted(pointed) if match.status == "supported" and _is_strong(match, spec)]
    return max(strong, key=lambda match: match.score, default=None)


def _is_strong(match: Match, spec: CheckSpec) -> bool:
    """By its score, or by several different words; a single word may be only a part of a name."""
    spoken = {word.casefold() for part in match.contributions if part.weight > 0 for word in part.words}
    return match.score >= spec.threshold("strong") or len(spoken) >= spec.threshold("words")


def _found(spec: CheckSpec, item: Item, declared: Pillar, other: Match) -> Finding:
    return finding(
        spec,
        "contradicted",
        subject=item.subject,
        evidence=item.evidence,
        keys=(root(other),),
        program=item.program,
        name=named(item.program),
        declared=label("pillars", declared),
        pointed=label("pillars", root(other)),
        words=words(other),
    )
