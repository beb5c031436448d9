"""SDG003: a program whose content speaks for another goal than the one it declares."""

from __future__ import annotations

from alignment import corpora
from alignment.checks.base import Review, Verdict, finding, named
from alignment.checks.pointing import declared_goals, label, root, words
from alignment.checks.scope import Item, accepted, items
from alignment.checks.spec import CheckSpec
from alignment.models import Finding, Match
from alignment.models.corpus import SdgEntry


def contradicted_goal(review: Review, spec: CheckSpec) -> Verdict:
    """Judges programs that declare goals, by their own words alone.

    Speaks only where nothing supports any declared goal, nor one linked with it, and another is supported by strong
    evidence.
    """
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        for item in items(review, draft):
            declared = declared_goals(item)
            if not declared:
                continue
            judged += 1
            other = _other(review, item, declared, spec)
            if other is not None:
                found.append(_found(spec, item, declared, other))
    return Verdict(judged, tuple(found))


def _other(review: Review, item: Item, declared: tuple[str, ...], spec: CheckSpec) -> Match | None:
    pointed = [match for line in item.lines for match in review.of(line).sdg]
    fitting = {*declared, *(linked for goal in declared for linked in _links(goal))}
    if any(root(match) in fitting and _speaks(match) for match in pointed):
        return None
    strong = [
        match for match in accepted(pointed) if match.status == "supported" and match.score >= spec.threshold("strong")
    ]
    return max(strong, key=lambda match: match.score, default=None)


def _speaks(match: Match) -> bool:
    """Whether the content speaks for it: that the row names the number is what is in question."""
    return any(part.weight > 0 and not part.rule.endswith(".mention") for part in match.contributions)


def _found(spec: CheckSpec, item: Item, declared: tuple[str, ...], other: Match) -> Finding:
    return finding(
        spec,
        "contradicted",
        subject=item.subject,
        evidence=item.evidence,
        keys=(root(other),),
        program=item.program,
        name=named(item.program),
        declared=", ".join(declared),
        goal=root(other),
        label=label("sdg", root(other)),
        words=words(other),
    )


def _links(goal: str) -> tuple[str, ...]:
    """The goals that share an indicator with one."""
    entry = corpora.load("sdg").get(goal)
    return entry.links if isinstance(entry, SdgEntry) else ()
