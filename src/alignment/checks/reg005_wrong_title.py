"""REG005: a number and a title that do not belong together."""

from __future__ import annotations

from alignment import corpora
from alignment.checks.base import Review, Verdict, finding
from alignment.checks.law import Cited, by_regulation, cited
from alignment.checks.spec import CheckSpec
from alignment.models import Citation, Finding
from alignment.models.corpus import Regulation
from alignment.text import content, normal


def wrong_title(review: Review, spec: CheckSpec) -> Verdict:
    """Judges citations that give a title, of regulations whose own is confirmed; one that is right once is known."""
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        for identifier, places in by_regulation(cited(review, draft)).items():
            titled = [one for one in places if one.citation.title]
            regulation: Regulation | None = corpora.load("regulations").get(identifier)
            if not titled or regulation is None or regulation.title_standing != "confirmed":
                continue
            judged += 1
            if all(one.is_mistitled or _is_anothers(one, regulation) for one in titled):
                found.append(_found(spec, regulation, titled))
    return Verdict(judged, tuple(found))


def _is_anothers(one: Cited, regulation: Regulation) -> bool:
    """Whether the title is, word for word, that of another regulation of the kind: so even a short one tells."""
    written = normal(one.citation.title or "")
    if one.said_bygone or set(written.split()) <= set(normal(regulation.title).split()):
        return False  # its own title, perhaps with a word left out
    return any(entry.kind == regulation.kind and normal(entry.title) == written for entry in _titled())


def _found(spec: CheckSpec, regulation: Regulation, wrong: list[Cited]) -> Finding:
    first = wrong[0]
    owner = _owner(first.citation, spec.threshold("owner"))
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
        owner=owner.label if owner else "",
    )


def _owner(citation: Citation, alike: float) -> Regulation | None:
    """The regulation whose title the words are: of the same number, else the one of that kind, else the only one."""
    from rapidfuzz import fuzz

    written = " ".join(content(citation.title or ""))
    owners = [entry for entry in _titled() if fuzz.ratio(written, " ".join(content(entry.title))) >= alike]
    numbered = [entry for entry in owners if (entry.number, entry.year) == (citation.number, citation.year)]
    same_kind = [entry for entry in owners if entry.kind == citation.kind]
    return next((some[0] for some in (numbered, same_kind, owners) if len(some) == 1), None)


def _titled() -> list[Regulation]:
    """The regulations whose titles are confirmed."""
    entries: tuple[Regulation, ...] = corpora.load("regulations").entries
    return [entry for entry in entries if entry.title_standing == "confirmed"]
