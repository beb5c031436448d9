"""The yearly targets of a plan's indicators as figures, each indicator once however many units repeat it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from alignment.checks.base import Reading
from alignment.grammar import quantities
from alignment.grammar.quantities import Quantity
from alignment.models import Evidence, Indicator, Program
from alignment.text import normal

_PLACES = 5
_ALIKE = 95
"""Percent of letters that two prints of one indicator's name have in common."""


class Series(NamedTuple):
    """An indicator of a program, with what its targets say as figures."""

    program: Program
    indicator: Indicator
    figures: Mapping[int, Quantity]
    """Year to figure; years whose target is no single number are absent."""
    evidence: tuple[Evidence, ...]

    @property
    def whole(self) -> bool:
        """Whether every target is a number, and there are two at least."""
        return len(self.figures) == len(self.indicator.targets) >= 2

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """In the order of the years."""
        return tuple(figure.number for _, figure in sorted(self.figures.items()))

    @property
    def are_portions(self) -> bool:
        """Whether each year adds its part to the end target, as 20, 20, 20, 20, 20 do to 100."""
        end = quantities.parse(self.indicator.end_target or "")
        return end is not None and max(self.numbers, default=end.number) < end.number == sum(self.numbers)

    @property
    def subject(self) -> tuple[str, ...]:
        """What names it in a fingerprint."""
        return (self.program.code or self.program.name, self.indicator.name)


def series(reading: Reading) -> tuple[Series, ...]:
    """The indicators with targets, in reading order. What several lines of one program repeat, or a row takes over from
    the row above it, is one series."""
    by_id = {program.id: program for program in reading.extraction.programs}
    found: dict[tuple[object, ...], list[Series]] = defaultdict(list)
    for one in _all(reading):
        targets = tuple(sorted(one.indicator.targets.items()))
        own = found[_row(one.program), targets]
        above = by_id.get(one.program.parent or "")
        for alike in (own, found[_row(above), targets] if above else []):
            names = [other.indicator.name for other in alike]
            same = next((at for at, name in enumerate(names) if _same_name(name, one.indicator.name)), None)
            if same is not None:
                alike[same] = alike[same]._replace(evidence=(*alike[same].evidence, *one.evidence)[:_PLACES])
                break
        else:
            own.append(one)
    return tuple(one for alike in found.values() for one in alike)


def _row(program: Program) -> str:
    return program.code or normal(program.name)


def _same_name(one: str, other: str) -> bool:
    """Whether two names are one, however OCR spelt them."""
    from rapidfuzz import fuzz

    return normal(one) == normal(other) or fuzz.ratio(_letters(one), _letters(other), score_cutoff=_ALIKE) > 0


def _letters(name: str) -> str:
    """A name without the blanks that OCR loses, its figures kept: they tell names apart."""
    return normal(name).replace(" ", "")


def _all(reading: Reading) -> Iterator[Series]:
    for program in reading.extraction.programs:
        for indicator in program.indicators:
            if indicator.targets:
                figures = {
                    year: figure
                    for year, target in indicator.targets.items()
                    if (figure := quantities.parse(target)) is not None
                }
                places = indicator.evidence or program.evidence
                yield Series(program, indicator, figures, tuple(places[:1]))
