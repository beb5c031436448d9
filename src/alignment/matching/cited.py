"""Citations as evidence: a program that rests on a regulation speaks for what the regulation is about."""

from __future__ import annotations

from collections.abc import Iterator

from alignment.matching.citation import find_citations
from alignment.matching.fired import Fired, share
from alignment.matching.subject import Subject
from alignment.rules.compile import Compiled
from alignment.rules.model import CitationRule, Scale


def fire(subject: Subject, compiled: Compiled, scale: Scale) -> Iterator[Fired]:
    """The citation rules whose regulation the subject cites, each once."""
    if not compiled.citations:
        return
    seen: set[int] = set()
    for piece in subject.pieces:
        for citation in find_citations(piece.text):
            for index in compiled.citations.get(citation.resolved or "", ()):
                bound = compiled.rules[index]
                assert isinstance(bound.rule, CitationRule)  # noqa: S101 - only citation rules name regulations
                if index not in seen:
                    seen.add(index)
                    weight = round(scale.weights[bound.rule.weight] * share(piece.field, (), scale), 4)
                    yield Fired(bound, (citation.text,), weight, piece.field, frozenset())
