"""SDG002: goal, target or indicator numbers that the SDG/TPB do not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from alignment.checks.base import Reading, Review, Verdict, finding, named
from alignment.checks.printed import Printed
from alignment.checks.spec import CheckSpec
from alignment.models import Evidence, Finding, Program

_HEAD = r"\b(?:SDG'?s?|TPB)(?:\s*/\s*(?:SDG'?s?|TPB))?"
_NUMBER = r"(?P<number>\d{1,2}(?:\.(?:\d{1,2}|[a-d]))?(?:\.\d{1,2})?)"
_MENTION = re.compile(
    rf"{_HEAD}\s*(?:(?:tujuan|target|goal|indikator|indicator|nomor|no\.?|ke|poin)\s*-?\s*)*[:\-]?\s*{_NUMBER}"
    r"(?!\s*[-–/]\s*\d{4}|[\d%]|[.,]\d|\s+(?:tujuan|goals?|target|indikator|persen|tahun|program|provinsi|desa)\b)",
    re.IGNORECASE,
)
_WRITTEN = re.compile(r"\d{1,2}(?:\.(?:\d{1,2}|[a-d]))?(?:\.\d{1,2})?(?:\.\([a-z]\))?\*?")


class _Mention(NamedTuple):
    number: str
    evidence: Evidence
    program: Program | None


def invalid_number(review: Review, spec: CheckSpec) -> Verdict:
    """Judges every number declared for a program and every “TPB 6”, “SDG 11.6” in the text."""
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        reported: set[str] = set()
        for mention in (*_declared(draft), *_in_text(draft)):
            judged += 1
            if mention.number in reported or _exists(review, mention.number):
                continue
            reported.add(mention.number)
            found.append(_found(review, spec, mention))
    return Verdict(judged, tuple(found))


def _declared(draft: Reading) -> Iterator[_Mention]:
    for program in draft.extraction.programs:
        for number in program.declared_sdg:
            written = _WRITTEN.search(number)
            if written and program.evidence:
                yield _Mention(written.group().rstrip("*"), program.evidence[0], program)


def _in_text(draft: Reading) -> Iterator[_Mention]:
    printed = Printed(draft.document)
    for match in _MENTION.finditer(printed.text):
        yield _Mention(match["number"].lower(), printed.evidence(match.start(), match.end()), None)


def _exists(review: Review, number: str) -> bool:
    """An indicator is known by its target: editions number indicators anew."""
    corpus = review.corpora("sdg")
    parts = number.split(".")
    parts[0] = parts[0].lstrip("0") or "0"
    return corpus.get(".".join(parts[:2])) is not None


def _found(review: Review, spec: CheckSpec, mention: _Mention) -> Finding:
    goal = mention.number.split(".")[0].lstrip("0") or "0"
    variant = "target" if review.corpora("sdg").get(goal) else "goal"
    return finding(
        spec,
        variant if mention.program is None else f"{variant}_of_program",
        subject=(),
        evidence=(mention.evidence,),
        keys=(mention.number,),
        program=mention.program,
        number=mention.number,
        goal=goal,
        name=named(mention.program) if mention.program else "",
    )
