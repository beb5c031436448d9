"""SDG005: a TPB indicator that a program is measured by and the RPJMD does not carry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from alignment import corpora
from alignment.checks.absence import listed
from alignment.checks.base import Reading, Review, Verdict, finding, named, not_judged
from alignment.checks.scope import Item, first_places, items
from alignment.checks.spec import CheckSpec
from alignment.checks.together import Together
from alignment.matching import sdg_mentions
from alignment.models import Finding, Match, Text
from alignment.models.corpus import SdgEntry
from alignment.text import content, normal


class _Served(NamedTuple):
    """A TPB indicator that a program names, or measures itself by in these words."""

    item: Item
    indicator: SdgEntry
    words: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """As a list of them says it: "3.1.1 Angka kematian ibu"."""
        return f"{self.indicator.id} {self.indicator.label.id}"


def indicator_not_in_rpjmd(review: Review, spec: CheckSpec) -> Verdict:
    """Judges the TPB indicators of the drafts' programs against the RPJMD among the given plans, if one is.

    The RPJMD carries an indicator whose official words, or the draft's, stand near each other in it, or whose number it
    names.
    """
    plans = [plan for plan in review.plans if plan.document.kind == "rpjmd"]
    served = [one for draft in review.drafts if draft.document.kind != "rpjmd" for one in _served(review, draft, spec)]
    if not plans or not served:
        return Verdict()
    unread = next((plan for plan in plans if plan.document.unread_pages), None)
    if unread is not None:
        return Verdict(not_judged=(not_judged(spec, "unread", plan=unread.document.name),))
    missing = [one for one in served if not any(_carries(review, plan, one, spec) for plan in plans)]
    return Verdict(len(served), _findings(spec, missing, plans[0].document.name))


def _served(review: Review, draft: Reading, spec: CheckSpec) -> Iterator[_Served]:
    """Each indicator once, with the first program that serves it."""
    seen: set[str] = set()
    for item in items(review, draft):
        for one in (*_declared(item), *_measured(review, item, spec)):
            if one.indicator.id not in seen:
                seen.add(one.indicator.id)
                yield one


def _declared(item: Item) -> Iterator[_Served]:
    cells = (cell for line in item.rows for cell in line.declared_sdg)
    for mention, existence in (declared for cell in cells for declared in sdg_mentions.of_cell(cell)):
        entry = _indicator(mention.number) if existence == "exists" else None
        if entry is not None:
            yield _Served(item, entry)


def _measured(review: Review, item: Item, spec: CheckSpec) -> Iterator[_Served]:
    for match in (match for row in item.rows for match in review.of(row).sdg):
        entry = _indicator(match.entry_id) if match.status == "supported" else None
        words = _wording(match, spec)
        if entry is not None and words:
            yield _Served(item, entry, words)


def _indicator(entry_id: str) -> SdgEntry | None:
    entry = corpora.load("sdg").get(entry_id)
    return entry if isinstance(entry, SdgEntry) and entry.level == "indicator" else None


def _wording(match: Match, spec: CheckSpec) -> tuple[str, ...]:
    """The words that an indicator of the program shares with the official one, where they are nearly all."""
    for part in match.contributions:
        if part.field == "indicators" and part.rule.endswith(".wording") and part.weight >= spec.threshold("wording"):
            return part.words
    return ()


def _carries(review: Review, plan: Reading, one: _Served, spec: CheckSpec) -> bool:
    document = plan.document
    text = review.once(f"together {document.id}", lambda: Together(document))
    within = int(spec.threshold("within"))
    names = (one.indicator.label.id, one.indicator.official_id or "", " ".join(one.words))
    if any(text.stand(words, within) for name in names if (words := _telling(name, spec))):
        return True
    numbers = review.once(f"sdg numbers {document.id}", lambda: _numbers(plan))
    return one.indicator.id in numbers


def _telling(name: str, spec: CheckSpec) -> tuple[str, ...]:
    """What an indicator measures, without how: "angka", "persentase", "kabupaten/kota"."""
    words = tuple(word for word in content(normal(name)) if word not in spec.words["measure"])
    return words if len(words) >= spec.threshold("telling") else ()


def _numbers(plan: Reading) -> frozenset[str]:
    found = (one for page in plan.document.pages for one in sdg_mentions.find(page.text))
    return frozenset(one.mention.number for one in found)


def _findings(spec: CheckSpec, missing: list[_Served], plan: str) -> tuple[Finding, ...]:
    if len(missing) > spec.threshold("group_above"):
        return (
            finding(
                spec,
                "many",
                subject=(),
                evidence=first_places(one.item for one in missing),
                count=len(missing),
                plan=plan,
                names=listed([one.said for one in missing]),
            ),
        )
    return tuple(_found(spec, one, plan) for one in missing)


def _found(spec: CheckSpec, one: _Served, plan: str) -> Finding:
    return finding(
        spec,
        "measured" if one.words else "declared",
        subject=one.item.subject,
        evidence=one.item.evidence,
        keys=(one.indicator.id,),
        program=one.item.program,
        name=named(one.item.program),
        number=one.indicator.id,
        label=Text(id=one.indicator.label.id, en=one.indicator.label.en),
        plan=plan,
    )
