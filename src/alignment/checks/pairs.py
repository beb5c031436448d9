"""Which programs are worth comparing: those that share rare words. Comparing all with all costs the square of a plan."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from alignment.checks.base import Review
from alignment.checks.kinship import are_kin
from alignment.checks.scope import is_supporting
from alignment.matching import features
from alignment.matching.compare import compare
from alignment.models import Level, Overlap, Program
from alignment.text import normal

_COMPARED: tuple[Level, ...] = ("program", "kegiatan", "sub_kegiatan", "initiative")
_COMMON = 40
"""A word that more programs than this use finds no pair by itself."""
_NEAREST = 12
"""Candidates compared for each program."""


class Pair(NamedTuple):
    """Two programs of the drafts, in reading order, and what they have in common."""

    a: Program
    b: Program
    overlap: Overlap


def pairs(review: Review) -> tuple[Pair, ...]:
    """The pairs of programs that are the same or overlap, without those that belong together."""
    return review.once("pairs", lambda: _pairs(review))


def _pairs(review: Review) -> tuple[Pair, ...]:
    programs = [
        program
        for draft in review.drafts
        for program in draft.extraction.programs
        if program.level in _COMPARED and not is_supporting(program)
    ]
    found = []
    for first, second in _candidates(programs):
        a, b = programs[first], programs[second]
        if not _comparable(a, b) or are_kin(a, b, review.programs):
            continue
        overlap = compare(a, b)
        if overlap.verdict in ("same", "overlapping"):
            found.append(Pair(a, b, overlap))
    return tuple(found)


def _comparable(a: Program, b: Program) -> bool:
    """Programs of one level; and no two codes of the official nomenclature, which keeps its programs apart itself."""
    if a.code and b.code:
        return False
    return a.level == b.level or "initiative" in (a.level, b.level)


def _candidates(programs: Sequence[Program]) -> Iterator[tuple[int, int]]:
    """Index pairs, each once, in order."""
    words = [tuple(sorted(features.of(program).units)) for program in programs]
    counts = Counter(word for some in words for word in some)
    using: dict[str, list[int]] = defaultdict(list)
    names: dict[str, list[int]] = defaultdict(list)
    for index, program in enumerate(programs):
        names[normal(program.name)].append(index)
        for word in words[index]:
            if counts[word] <= _COMMON:
                using[word].append(index)
    found = {pair for same in names.values() for pair in combinations(same[:_COMMON], 2)}
    for index in range(len(programs)):
        near: Counter[int] = Counter()
        for word in words[index]:
            for other in using.get(word, ()):
                if other != index:
                    near[other] += math.log(len(programs) / counts[word]) + 1  # type: ignore[assignment]
        best = sorted(near, key=lambda other: (-near[other], other))[:_NEAREST]
        found.update((min(index, other), max(index, other)) for other in best)
    return iter(sorted(found))
