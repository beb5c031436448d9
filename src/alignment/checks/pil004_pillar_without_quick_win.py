"""PIL004: pillars that hold programs and no quick win."""

from __future__ import annotations

import re

from alignment.checks.base import Reading, Review, Verdict, finding, not_judged
from alignment.checks.kinds import is_smart_city_plan
from alignment.checks.pointing import label
from alignment.checks.scope import items
from alignment.checks.spec import CheckSpec
from alignment.models import PILLARS, Evidence, Finding, NotJudged, Pillar

_SAID = re.compile(r"\bquick\s*-?\s*wins?\b", re.IGNORECASE)


def pillar_without_quick_win(review: Review, spec: CheckSpec) -> Verdict:
    """Judges smart-city plans that declare pillars. Where quick wins are told in words that name no program of the
    plan's tables, which pillar has one is left open."""
    judged, found, open_ = 0, list[Finding](), list[NotJudged]()
    for draft in review.drafts:
        places = _places(review, draft)
        if not is_smart_city_plan(draft) or not places:
            continue
        quick = {
            line.declared_pillar
            for item in items(review, draft)
            for line in item.rows
            if line.quick_win and line.declared_pillar
        }
        if not quick and any(_SAID.search(page.text) for file in review.files(draft) for page in file.pages):
            open_.append(not_judged(spec, "told_in_words", document=draft.document.name))
            continue
        judged += 1
        if not quick:
            found.append(finding(spec, "none", subject=(), evidence=(Evidence(document=draft.document.id),)))
            continue
        for pillar in PILLARS:
            if pillar in places and pillar not in quick:
                found.append(_found(spec, pillar, places[pillar]))
    return Verdict(judged, tuple(found), tuple(open_))


def _places(review: Review, draft: Reading) -> dict[Pillar, tuple[Evidence, ...]]:
    """Where the first program of each declared pillar stands."""
    places: dict[Pillar, tuple[Evidence, ...]] = {}
    for item in items(review, draft):
        for line in item.lines:
            if line.declared_pillar:
                places.setdefault(line.declared_pillar, line.evidence[:1])
    return places


def _found(spec: CheckSpec, pillar: Pillar, evidence: tuple[Evidence, ...]) -> Finding:
    return finding(spec, "pillar", subject=(), evidence=evidence, keys=(pillar,), pillar=label("pillars", pillar))
