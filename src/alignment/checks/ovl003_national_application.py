"""OVL003: an application of the region's own that a national one already provides."""

from __future__ import annotations

import re
from collections.abc import Sequence

from alignment import corpora
from alignment.checks.base import Review, Verdict, finding, named, quoted
from alignment.checks.dates import as_of
from alignment.checks.kinds import is_regional_plan
from alignment.checks.scope import is_supporting
from alignment.checks.spec import CheckSpec
from alignment.models import Finding, Program
from alignment.models.corpus import Application
from alignment.text import normal


def national_application(review: Review, spec: CheckSpec) -> Verdict:
    """Judges programs that build or run an application and name no national one, against those a region must use.

    The rows of RPJMD and Renstra speak as the nomenclature does: “Pengelolaan Sistem Informasi …” builds none.
    What the corpus does not confirm is not held against anybody, nor what was asked for only after the plan was made.
    """
    known = [
        entry
        for entry in corpora.load("applications").entries
        if isinstance(entry, Application) and entry.obligation == "must_use" and entry.standing == "confirmed"
    ]
    judged, found = 0, list[Finding]()
    own = [
        (as_of(review, draft.document).year, program)
        for draft in review.drafts
        if not is_regional_plan(draft)
        for program in draft.extraction.programs
    ]
    for year, program in own:
        text = _told(program)
        if program.code or is_supporting(program) or not _any_of(spec.words["application"], text):
            continue
        judged += 1
        if _names_national(program):
            continue
        for entry in known:
            if entry.since and year < entry.since:
                continue
            words = [word for word in entry.words if _holds(text, word)]
            if words and not _any_of(spec.words["connects"], text):
                found.append(_found(spec, program, entry, words))
    return Verdict(judged, tuple(found))


def _names_national(program: Program) -> bool:
    """Whether it names a national application; one word must be spelt as its name: “LAPOR”, not “Sagara Lapor”."""
    printed = " ".join(filter(None, (program.name, program.application, program.description)))
    words = set(re.findall(r"[\w!.-]+", printed))
    return any(
        f" {normal(name)} " in f" {normal(printed)} " if " " in name or "-" in name else name in words
        for entry in corpora.load("applications").entries
        if isinstance(entry, Application)
        for name in (entry.name, *entry.aliases)
    )


def _told(program: Program) -> str:
    """The words of a program, with a space at both ends, so that whole words are found."""
    return f" {normal(' ; '.join(filter(None, (program.name, program.application))))} "


def _any_of(words: Sequence[str], text: str) -> bool:
    return any(_holds(text, word) for word in words)


def _holds(text: str, word: str) -> bool:
    return f" {normal(word)} " in text


def _found(spec: CheckSpec, program: Program, entry: Application, words: list[str]) -> Finding:
    law = corpora.load("regulations").get(entry.regulation) if entry.regulation else None
    return finding(
        spec,
        "provided",
        subject=(program.name,),
        evidence=program.evidence[:1],
        keys=(entry.id,),
        program=program,
        name=named(program),
        application=entry.label,
        owner=entry.owner,
        words=quoted(words, ", "),
        function=entry.function,
        law=law.label if law else entry.legal_basis or "-",
    )
