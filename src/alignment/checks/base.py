"""What every check gets and gives, and the run over all of them.

A check is one function in a file of its own, `pil001_no_pillar.py`, and its words in `rules/checks/PIL001.yaml`. The
file's name says its code and the function's name; nothing else has to be told about it.
"""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, NamedTuple, TypeVar

import alignment.checks
from alignment.checks import fingerprint
from alignment.checks.spec import CheckSpec, SpecSet
from alignment.models import SEVERITIES, Document, Evidence, Extraction, Finding, Matches, NotJudged, Program, Text
from alignment.models.finding import Confidence
from alignment.text import clean

_FILE = re.compile(r"(?P<code>[a-z]{3}\d{3})_(?P<name>\w+)")
_LONGEST_NAME = 160
_OCR_IS_SURE = 0.8
"""Tesseract's mean confidence below which figures and codes are often wrong."""
_PROGRAM = re.compile(r"^program\s+(?=\S)", re.IGNORECASE)
T = TypeVar("T")


class Reading(NamedTuple):
    """A document and what was extracted from it."""

    document: Document
    extraction: Extraction


class Verdict(NamedTuple):
    """What one check has to say: how many things it judged, what it found, what it had to leave open."""

    judged: int = 0
    findings: tuple[Finding, ...] = ()
    not_judged: tuple[NotJudged, ...] = ()


@dataclass(frozen=True)
class Review:
    """Everything the checks look at. The drafts are judged; the plans are what they are held against."""

    drafts: tuple[Reading, ...]
    plans: tuple[Reading, ...] = ()
    matches: Mapping[str, Matches] = field(default_factory=dict)
    """`Program.id` to what it points to."""
    as_of: dt.date | None = None
    """None: each draft is judged as of its own date, else of the edition of the regulation corpus."""
    parts: tuple[Document, ...] = ()
    """The files of the only draft, where several are one plan; else empty."""

    _made: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, name: str, make: Callable[[], T]) -> T:
        """A value that several checks share, made at the first asking and kept as long as the review."""
        if name not in self._made:
            self._made[name] = make()
        value: T = self._made[name]
        return value

    @cached_property
    def programs(self) -> Mapping[str, Program]:
        """The programs of drafts and plans by id."""
        return {program.id: program for one in (*self.drafts, *self.plans) for program in one.extraction.programs}

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The files of drafts and plans by `Document.id`."""
        files = (*(file for draft in self.drafts for file in self.files(draft)), *(one.document for one in self.plans))
        return {file.id: file for file in files}

    def files(self, draft: Reading) -> tuple[Document, ...]:
        """The files a draft was read from: one, or all of a plan that comes in several."""
        return self.parts or (draft.document,)

    def of(self, program: Program) -> Matches:
        """What a program points to; nothing where it was not matched."""
        return self.matches.get(program.id) or Matches()


class Outcome(NamedTuple):
    """All verdicts of a run, in the order of a report."""

    findings: tuple[Finding, ...]
    not_judged: tuple[NotJudged, ...]
    judged: dict[str, int]
    off: tuple[str, ...] = ()
    """Codes of the checks that were not asked."""


Check = Callable[[Review, CheckSpec], Verdict]


@cache
def registry() -> Mapping[str, Check]:
    """The checks that ship with the package, by code, in the order of their codes."""
    found: dict[str, Check] = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(alignment.checks.__path__)):
        named = _FILE.fullmatch(module)
        if named:
            found[named["code"].upper()] = getattr(importlib.import_module(f"alignment.checks.{module}"), named["name"])
    return found


def run(review: Review, specs: SpecSet, selected: Iterable[str] | None = None) -> Outcome:
    """Every check that is on by default, or those `selected`, over one review."""
    wanted = set(selected) if selected is not None else {code for code, spec in specs.by_code.items() if spec.default}
    verdicts = {
        code: check(review, specs.by_code[code])
        for code, check in registry().items()
        if code in wanted and code in specs.by_code
    }
    order = {identifier: index for index, identifier in enumerate(review.documents)}
    findings = [finding for verdict in verdicts.values() for finding in verdict.findings]
    findings.sort(key=lambda finding: _rank(finding, order))
    return Outcome(
        tuple(fingerprint.numbered(findings)),
        tuple(open_ for verdict in verdicts.values() for open_ in verdict.not_judged),
        {code: verdict.judged for code, verdict in verdicts.items()},
        tuple(code for code in registry() if code not in verdicts),
    )


def _rank(finding: Finding, order: Mapping[str, int]) -> tuple[int, int, int, str, float]:
    place = finding.evidence[0] if finding.evidence else Evidence(document="")
    return (
        -SEVERITIES.index(finding.severity),
        order.get(place.document, len(order)),
        place.page or 0,
        finding.code,
        place.box[1] if place.box else 0.0,
    )


def finding(
    spec: CheckSpec,
    variant: str,
    *,
    subject: Iterable[str],
    evidence: Iterable[Evidence],
    keys: Iterable[str] = (),
    program: Program | None = None,
    related: Iterable[Evidence] = (),
    **facts: str | int | Text,
) -> Finding:
    """A finding in the words of the check's YAML.

    `subject` and `keys` make the fingerprint: words of the document and facts that discriminate. `facts` fill the
    placeholders; they are put in once and never read as a template, whatever braces a document holds.
    """
    words = spec.messages[variant]
    suggestion = words.suggestion or spec.suggestion or spec.fix
    shown, others = tuple(evidence), tuple(related)
    return Finding(
        code=spec.code,
        outcome=words.outcome,
        severity=words.severity or spec.severity,
        confidence=_as_sure_as_read(words.confidence or spec.confidence, (*shown, *others)),
        message=filled(Text(id=words.id, en=words.en), facts),
        suggestion=filled(suggestion, facts),
        program=program.id if program else None,
        evidence=shown,
        related=others,
        fingerprint=fingerprint.of(spec.code, subject, (variant, *keys)),
    )


def _as_sure_as_read(confidence: Confidence, places: Iterable[Evidence]) -> Confidence:
    """The confidence of a verdict, a level lower where it rests on OCR, and low where that was unsure."""
    read = [place.ocr_confidence for place in places if place.ocr_confidence is not None]
    if not read:
        return confidence
    return "low" if min(read) < _OCR_IS_SURE or confidence == "low" else "medium"


def not_judged(spec: CheckSpec, variant: str, programs: Iterable[Program] = (), **facts: str | int | Text) -> NotJudged:
    """A question left open, with the reason from the check's YAML."""
    words = spec.messages[variant]
    reason = filled(Text(id=words.id, en=words.en), facts)
    return NotJudged(code=spec.code, reason=reason, programs=tuple(program.id for program in programs))


def filled(template: Text, facts: Mapping[str, str | int | Text]) -> Text:
    """A template of both languages with its placeholders filled."""
    return Text(
        id=template.id.format_map({name: _said(value, "id") for name, value in facts.items()}),
        en=template.en.format_map({name: _said(value, "en") for name, value in facts.items()}),
    )


def _said(value: str | int | Text, lang: str) -> str:
    return getattr(value, lang) if isinstance(value, Text) else str(value)


def named(program: Program) -> str:
    """A program as a message names it: code and name, without the word “program”, cut where it runs on."""
    name = _PROGRAM.sub("", clean(program.name))
    if len(name) > _LONGEST_NAME:
        name = name[: _LONGEST_NAME - 1].rstrip() + "…"
    return f"{program.code} {name}" if program.code else name


def joined(labels: Sequence[Text], between: str = ", ") -> Text:
    """Labels of both languages in a row."""
    return Text(id=between.join(label.id for label in labels), en=between.join(label.en for label in labels))


def quoted(words: Sequence[str], between: str) -> Text:
    """Words of a document in the quotes of each language."""
    return Text(id=between.join(f"«{word}»" for word in words), en=between.join(f"“{word}”" for word in words))
