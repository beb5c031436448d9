"""Nomenclature codes: rules for a code or for all that stands under it."""

from __future__ import annotations

from collections.abc import Iterator

from alignment.matching.fired import Fired
from alignment.matching.subject import Subject
from alignment.rules.compile import Compiled, code_parts
from alignment.rules.model import Scale


def fire(subject: Subject, compiled: Compiled, scale: Scale) -> Iterator[Fired]:
    """The code rules that the subject's code fires, the longest pattern of each rule only."""
    if not subject.code or not compiled.codes:
        return
    parts = code_parts(subject.code)
    keys = [(*parts, "=")] + [(*parts[:length], "*") for length in range(len(parts), 0, -1)]
    for index in dict.fromkeys(index for key in keys for index in compiled.codes.get(key, ())):
        bound = compiled.rules[index]
        yield Fired(bound, (subject.code,), scale.weights[bound.rule.weight], "code", frozenset())
