"""Nomenclature codes: rules for a code or for all that stands under it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from alignment.matching.fired import Fired
from alignment.matching.subject import Subject
from alignment.rules.compile import Compiled, pattern, patterns_over
from alignment.rules.model import CodeRule, Scale


def fire(subject: Subject, compiled: Compiled, scale: Scale) -> Iterator[Fired]:
    """The code rules that the subject's code fires, and those that an excepted code held back (weight 0)."""
    if not subject.code or not compiled.codes:
        return
    for index, held in _fired_by(subject.code, compiled):
        bound = compiled.rules[index]
        yield Fired(bound, (subject.code,), 0.0 if held else scale.weights[bound.rule.weight], "code", frozenset())


@lru_cache(maxsize=4096)
def _fired_by(code: str, compiled: Compiled) -> tuple[tuple[int, bool], ...]:
    """The rules (by index) that a code fires, in their order, and whether an excepted code holds them back."""
    over = patterns_over(code)
    found = []
    for index in sorted({index for one in over for index in compiled.codes.get(one, ())}):
        rule = compiled.rules[index].rule
        assert isinstance(rule, CodeRule)  # noqa: S101 - only code rules have patterns
        found.append((index, any(pattern(excepted) in over for excepted in rule.none_of)))
    return tuple(found)
