"""Everything one text or program points to: pillars, SDG, official programs, national priorities, regulations."""

from __future__ import annotations

from collections.abc import Iterable

from alignment.matching import pillars, rpjmn, sdg, support
from alignment.matching.carried import PlanIndex, carried_by
from alignment.matching.citation import find_citations
from alignment.matching.subject import Subject
from alignment.models import Citation, Document, Matches, Program


def match(text_or_program: str | Program) -> Matches:
    """Everything a text or a program points to, each list ranked best first, each match with what it rests on."""
    return match_text(text_or_program) if isinstance(text_or_program, str) else match_program(text_or_program)


def match_text(text: str) -> Matches:
    """What a bare text points to, each list best first. `carried_by` is empty: it takes a plan."""
    return _ranked(Subject.of_text(text), tuple(find_citations(text)))


def match_program(program: Program, document: Document | None = None) -> Matches:
    """What a program points to by its own words, code and headings, each list best first.

    Its citations are those of its legal basis, name and description; their spans count in these parts, in this order,
    joined by newlines.
    """
    text = "\n".join(part for part in (program.legal_basis, program.name, program.description) if part)
    return _ranked(Subject.of_program(program, document), tuple(find_citations(text)))


def match_programs(
    programs: Iterable[Program], plans: Iterable[Program], documents: Iterable[Document] = ()
) -> dict[str, Matches]:
    """What each program points to, by `Program.id`, the programs of the given plans that carry it included.

    `documents` are those the programs stand in: their period says which RPJMN counts.
    """
    index = PlanIndex(tuple(plans))
    known = {document.id: document for document in documents}
    return {
        program.id: match_program(program, known.get(program.document)).model_copy(
            update={"carried_by": carried_by(program, index)}
        )
        for program in programs
    }


def _ranked(subject: Subject, citations: tuple[Citation, ...]) -> Matches:
    return Matches(
        pillars=pillars.rank(subject),
        sdg=sdg.rank(subject),
        support=support.rank(subject),
        rpjmn=rpjmn.rank(subject),
        citations=citations,
    )
