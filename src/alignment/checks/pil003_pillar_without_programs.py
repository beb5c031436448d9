"""PIL003: pillars under which a smart-city plan has no program."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from alignment.checks.base import Reading, Review, Verdict, finding, joined, not_judged
from alignment.checks.kinds import is_smart_city_plan
from alignment.checks.pointing import label, matches, root
from alignment.checks.scope import Item, items
from alignment.checks.spec import CheckSpec
from alignment.models import PILLARS, Evidence, Finding, NotJudged


def pillar_without_programs(review: Review, spec: CheckSpec) -> Verdict:
    """Judges smart-city plans: by the pillars they declare, or by content where they declare none; one remark
    for all pillars that are empty in the same way."""
    judged, found, open_ = 0, list[Finding](), list[NotJudged]()
    for draft in review.drafts:
        if not is_smart_city_plan(draft):
            open_.append(not_judged(spec, "not_smart_city", document=draft.document.name))
            continue
        judged += 1
        empty: dict[str, list[str]] = defaultdict(list)
        for pillar, variant in _empty(review, items(review, draft), spec):
            empty[variant].append(pillar)
        found.extend(_found(spec, draft, variant, pillars) for variant, pillars in empty.items())
    return Verdict(judged, tuple(found), tuple(open_))


def _empty(review: Review, programs: tuple[Item, ...], spec: CheckSpec) -> Iterator[tuple[str, str]]:
    """The empty pillars, each with the variant that tells of it."""
    declared = {line.declared_pillar for item in programs for line in item.lines if line.declared_pillar}
    pointed: dict[str, float] = {}
    for match in (match for item in programs for match in matches(review, item, "pillars")):
        pointed[root(match)] = max(match.score, pointed.get(root(match), 0.0))
    for pillar in PILLARS:
        if declared and pillar not in declared:
            stands_elsewhere = pointed.get(pillar, 0.0) >= spec.threshold("strong")
            yield pillar, "stands_elsewhere" if stands_elsewhere else "none"
        elif not declared and pillar not in pointed:
            yield pillar, "by_content"


def _found(spec: CheckSpec, draft: Reading, variant: str, pillars: list[str]) -> Finding:
    return finding(
        spec,
        variant,
        subject=(),
        evidence=(Evidence(document=draft.document.id),),
        keys=pillars,
        pillars=joined([label("pillars", pillar) for pillar in pillars]),
        document=draft.document.name,
    )
