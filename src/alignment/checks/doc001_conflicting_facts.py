"""DOC001: a plan that contradicts itself about what it is, whose it is or when it holds, or about a program."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from alignment import corpora, i18n
from alignment.checks.base import Review, Verdict, finding, named
from alignment.checks.figures import rupiah
from alignment.checks.spec import CheckSpec
from alignment.models import Conflict, Document, Evidence, Finding, Text


def conflicting_facts(review: Review, spec: CheckSpec) -> Verdict:
    """Says what the reader noticed (a cover of 2022-2026 over a body of 2025-2029), and what the files of one plan say
    differently."""
    files = [file for draft in review.drafts for file in review.files(draft)]
    inside = [one for file in files for one in _inside(file, spec)]
    between = [_between(review, spec, one) for draft in review.drafts for one in draft.extraction.conflicts]
    return Verdict(len(files), (*inside, *between))


def _inside(file: Document, spec: CheckSpec) -> Iterator[Finding]:
    for issue in file.issues:
        if issue.code == "conflict":
            yield finding(
                spec,
                "conflict",
                subject=(issue.message.id,),
                evidence=(Evidence(document=file.id, page=issue.page),),
                document=file.name,
                conflict=Text(id=issue.message.id.rstrip("."), en=issue.message.en.rstrip(".")),
            )


def _between(review: Review, spec: CheckSpec, conflict: Conflict) -> Finding:
    program = review.programs.get(conflict.program or "")
    one, other = (review.documents[place.document].name for place in conflict.places)
    return finding(
        spec,
        conflict.fact,
        subject=(program.name if program else "", *sorted(conflict.said)),
        keys=(str(conflict.year or ""),),
        evidence=conflict.places[:1],
        related=conflict.places[1:],
        program=program,
        name=named(program) if program else "",
        year=conflict.year or "",
        one=one,
        other=other,
        said=_shown(conflict, conflict.said[0]),
        against=_shown(conflict, conflict.said[1]),
    )


def _shown(conflict: Conflict, said: str) -> Text:
    if conflict.fact == "horizon":
        return i18n.both(f"form.horizon_{said}")
    if conflict.fact == "budget":
        return rupiah(Decimal(said))
    entry = corpora.load("pillars").get(said) if conflict.fact == "pillar" else None
    return entry.label if entry is not None else Text(id=said, en=said)
