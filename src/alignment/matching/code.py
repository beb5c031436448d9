"""Nomenclature codes: rules for a code or for all that stands under it."""

from __future__ import annotations

from collections.abc import Iterator

from alignment.matching.fired import Fired
from alignment.matching.subject import Subject
from alignment.rules.compile import Compiled, pattern, patterns_over
from alignment.rules.model import CodeRule, Scale


def fire(subject: Subject, compiled: Compiled, scale: Scale) -> Iterator[Fired]:
    """The code rules that the subject's code fires, and those that an excepted code held back (weight 0)."""
    if not subject.code or not compiled.codes:
        return
    over = patterns_over(subject.code)
    for index in sorted({index for one in over for index in compiled.codes.get(one, ())}):
        bound = compiled.rules[index]
        assert isinstance(bound.rule, CodeRule)  # noqa: S101 - only code rules have patterns
        held = any(pattern(code) in over for code in bound.rule.none_of)
        yield Fired(bound, (subject.code,), 0.0 if held else scale.weights[bound.rule.weight], "code", frozenset())
