"""What two programs that are one would spend twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from alignment import i18n
from alignment.checks.figures import rupiah, years
from alignment.models import Program, Text


def at_stake(programs: Sequence[Program]) -> Text:
    """A sentence with the rupiah that all but the dearest of the programs plan for the years that two of them plan for;
    nothing where no two state a budget for one year."""
    planned = Counter(year for program in programs for year, amount in program.budget.items() if amount)
    common = sorted(year for year, times in planned.items() if times > 1)
    sums = [sum((program.budget.get(year, Decimal(0)) for year in common), Decimal(0)) for program in programs]
    if not common:
        return Text(id="", en="")
    twice = sum(sums) - max(sums)
    said = i18n.both("overlap.at_stake", rupiah=rupiah(twice), years=years(common))
    return Text(id=f" {said.id}", en=f" {said.en}")
