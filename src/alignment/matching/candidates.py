"""Pairs of programs worth comparing: those that share a rare word. All pairs of a plan would be millions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from alignment.matching import features
from alignment.models import Program

_WEIGHTY = 0.3
_ROWS_OF_A_RARE_WORD = 60
_ROWS_OF_ANY_WORD = 400
_COMMON_WORDS_NEEDED = 2


def pairs(programs: Sequence[Program]) -> Iterator[tuple[int, int]]:
    """(i, j) with i < j, in order: programs that share a rare word, or two words that are not rare.

    Rows with the same code or the same name always come; whether they belong together is for the check to say.
    """
    known = [features.of(program) for program in programs]
    rows: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(known):
        for unit, weight in own.units.items():
            if weight >= _WEIGHTY:
                rows[unit].append(number)
    same: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(known):
        same[own.normal].append(number)
    for number, own in enumerate(known):
        shared: dict[int, int] = {}
        for unit, weight in own.units.items():
            others = rows.get(unit, ())
            if weight < _WEIGHTY or len(others) > _ROWS_OF_ANY_WORD:
                continue
            step = _COMMON_WORDS_NEEDED if len(others) <= _ROWS_OF_A_RARE_WORD else 1
            for other in others:
                if other > number:
                    shared[other] = shared.get(other, 0) + step
        for other in same[own.normal]:
            if other > number:
                shared[other] = _COMMON_WORDS_NEEDED
        for other in sorted(shared):
            if shared[other] >= _COMMON_WORDS_NEEDED:
                yield number, other
