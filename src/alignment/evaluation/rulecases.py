"""The cases inside the rule files: each rule alone must fire on its own cases, and must not on the others."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from alignment import rules
from alignment.matching import score
from alignment.matching.subject import BARE, Piece, Subject
from alignment.models.base import Frozen
from alignment.rules.model import BoundRule, Case


class Failure(Frozen):
    """A rule that does not do what its case says."""

    rule: str
    where: str
    """file:line"""
    case: str
    expected: str
    """"match" or "no_match"."""
    words: tuple[str, ...] = ()
    """What the rule saw, or what held it back."""


class Proof(NamedTuple):
    """What running the cases of rules gave."""

    rules: int
    cases: int
    failures: tuple[Failure, ...]


def prove(path: Path | None = None) -> Proof:
    """Run the cases of all rules in a folder (default: those that ship), or of one file in such a folder.

    Raises RuleError where a file is wrong.
    """
    file = path.resolve() if path is not None and path.is_file() else None
    ruleset = rules.load(file.parents[1] if file is not None else path)
    chosen = [bound for bound in ruleset.rules if file is None or bound.path.resolve() == file]
    cases = [(bound, case) for bound in chosen for case in bound.rule.cases]
    failures = tuple(failure for bound, case in cases if (failure := _failure(bound, case, ruleset)))
    return Proof(len(chosen), len(cases), failures)


def run_cases(path: Path | None = None) -> tuple[Failure, ...]:
    """The failures of `prove`."""
    return prove(path).failures


def subject(bound: BoundRule, case: Case) -> Subject:
    """A case as what is matched. `text` stands where the rule looks: a rule for indicators reads it as one."""
    fields: tuple[str, ...] = getattr(bound.rule, "fields", ())
    texts = (
        (fields[0] if len(fields) == 1 else BARE, case.text),
        ("indicators", case.indicator),
        ("agency", case.agency),
        ("heading", case.heading),
    )
    if case.text is not None and case.code is None and bound.rule.kind == "code":
        return Subject.of_text(case.text)
    return Subject(tuple(Piece(field, text) for field, text in texts if text), case.code)


def _failure(bound: BoundRule, case: Case, ruleset: rules.RuleSet) -> Failure | None:
    groups = score.fired(subject(bound, case), ruleset).get(bound.part, {})
    seen = [one for one in groups.get(bound.target, ()) if one.bound.rule.id == bound.rule.id]
    fires = any(one.weight != 0 for one in seen)
    if fires == (case.expect == "match"):
        return None
    return Failure(
        rule=bound.rule.id,
        where=f"{bound.path}:{bound.line}",
        case=" / ".join(filter(None, (case.text, case.indicator, case.agency, case.heading, case.code))),
        expected=case.expect,
        words=tuple(word for one in seen for word in one.words),
    )
