"""SDG002: goal and target numbers that the SDG/TPB do not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from alignment.checks.base import Reading, Review, Verdict, finding, named
from alignment.checks.printed import printed
from alignment.checks.spec import CheckSpec
from alignment.matching import sdg_mentions
from alignment.matching.sdg_mentions import Declared
from alignment.models import Evidence, Finding, Program

_PLAUSIBLE = 30
"""A wrong goal number in running text is a small slip; beyond that it counts something else."""
_PAGE_NUMBER = re.compile(r"[).] \d+\n")
"""A table of contents: “... (TPB/SDGs) 19” at the end of a line."""
_VARIANTS = {"no_goal": "goal", "no_target": "target"}


class _Named(NamedTuple):
    declared: Declared
    evidence: Evidence
    program: Program | None


def invalid_number(review: Review, spec: CheckSpec) -> Verdict:
    """Judges every number declared for a program and every “TPB 6”, “SDG 11.6” in the text; each wrong one once."""
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        reported: set[str] = set()
        for one in (*_of_programs(draft), *_in_text(review, draft)):
            judged += 1
            number = one.declared.mention.number
            if one.declared.existence in _VARIANTS and number not in reported:
                reported.add(number)
                found.append(_found(spec, one))
    return Verdict(judged, tuple(found))


def _of_programs(draft: Reading) -> Iterator[_Named]:
    for program in draft.extraction.programs:
        for cell in program.declared_sdg:
            for declared in sdg_mentions.of_cell(cell) if program.evidence else ():
                yield _Named(declared, program.evidence[0], program)


def _in_text(review: Review, draft: Reading) -> Iterator[_Named]:
    for book in printed(review, draft):
        for declared in sdg_mentions.find(book.text):
            mention = declared.mention
            if declared.existence == "no_goal" and (
                int(mention.goal) > _PLAUSIBLE or _PAGE_NUMBER.match(book.text[mention.start - 2 : mention.end + 1])
            ):
                continue
            yield _Named(declared, book.evidence(mention.start, mention.end), None)


def _found(spec: CheckSpec, one: _Named) -> Finding:
    variant = _VARIANTS[one.declared.existence]
    return finding(
        spec,
        variant if one.program is None else f"{variant}_of_program",
        subject=(),
        evidence=(one.evidence,),
        keys=(one.declared.mention.number,),
        program=one.program,
        number=one.declared.mention.number,
        goal=one.declared.mention.goal,
        name=named(one.program) if one.program else "",
    )
