"""REG005: a number and a title that do not belong together."""

from __future__ import annotations

from alignment.checks.base import Review, Verdict, finding
from alignment.checks.law import SEVERAL, Cited, cited, is_mistitled, same_words, strongest
from alignment.checks.spec import CheckSpec
from alignment.models import Finding, Text
from alignment.models.corpus import Regulation
from alignment.text import content


def wrong_title(review: Review, spec: CheckSpec) -> Verdict:
    """Judges citations of known regulations that give a title of several words."""
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        for identifier, places in strongest(cited(review, draft)).items():
            regulation: Regulation | None = review.corpora("regulations").get(identifier)
            titled = [one for one in places if one.citation.title]
            if regulation is None or not titled:
                continue
            judged += 1
            wrong = [one for one in titled if is_mistitled(one, regulation)]
            if wrong and len(wrong) == len(titled):
                found.append(_found(review, spec, regulation, wrong))
    return Verdict(judged, tuple(found))


def _found(review: Review, spec: CheckSpec, regulation: Regulation, wrong: list[Cited]) -> Finding:
    first = wrong[0]
    owner = _owner(review, first, spec)
    label = owner.label if owner else Text(id="", en="")
    return finding(
        spec,
        "belongs_elsewhere" if owner else "differs",
        subject=(),
        evidence=[one.evidence for one in wrong],
        keys=(regulation.id,),
        program=first.program,
        cited=first.short,
        written=first.citation.title or "",
        title=regulation.title,
        owner=label,
    )


def _owner(review: Review, one: Cited, spec: CheckSpec) -> Regulation | None:
    """The regulation whose title the words are: of the same number, else the one of that kind, else the only one."""
    corpus = review.corpora("regulations")
    owners: list[Regulation] = [
        entry
        for entry in corpus.entries
        if same_words(one.citation.title or "", entry.title) >= spec.threshold("owner")
        and len(content(entry.title)) >= SEVERAL
    ]
    numbered = [entry for entry in owners if (entry.number, entry.year) == (one.citation.number, one.citation.year)]
    same_kind = [entry for entry in owners if entry.kind == one.citation.kind]
    return next((some[0] for some in (numbered, same_kind, owners) if len(some) == 1), None)
