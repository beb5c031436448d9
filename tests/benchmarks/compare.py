"""How fast programs are compared, carried and supported, in one run:

    python tests/benchmarks/compare.py

Works on the official names that ship (programs and kegiatan), so that anyone can run it. Lines: comparisons a second of
texts seen for the first time and of texts seen before, of rapidfuzz WRatio on the same pairs (the floor: letters only);
milliseconds a program for `support.rank`; seconds to index 5,000 plan rows and to look 500 drafts up.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from rapidfuzz import fuzz

from alignment import corpora
from alignment.matching import support
from alignment.matching.carried import PlanIndex, carried_by
from alignment.matching.compare import compare
from alignment.matching.subject import Subject
from alignment.models import Program

PAIRS = 5000


def names() -> list[str]:
    """Official names, each once, in corpus order."""
    entries = corpora.load("nomenclature").entries
    return list(dict.fromkeys(entry.name for entry in entries if entry.level in ("program", "kegiatan")))


def rows(found: list[str], count: int) -> list[Program]:
    """Programs that bear the names, over and over with a number, until there are `count`."""
    return [
        Program(id=f"r{n}", document="plan", level="kegiatan", name=f"{found[n % len(found)]} {n // len(found)}")
        for n in range(count)
    ]


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one run."""
    start = time.process_time()
    work()
    return max(time.process_time() - start, 1e-9)


def main() -> None:
    """Print the lines."""
    found = names()
    compare(found[0], found[1])
    support.rank(Subject.of_text(found[0]))
    pairs = [(found[n % len(found)], found[(n * 7 + 3) % len(found)]) for n in range(PAIRS)]
    first = seconds(lambda: [compare(a, b) for a, b in pairs])
    again = seconds(lambda: [compare(a, b) for a, b in pairs])
    floor = seconds(lambda: [fuzz.WRatio(a, b) for a, b in pairs])
    print(f"comparisons a second, texts seen first  {PAIRS / first:10,.0f}")
    print(f"comparisons a second, texts seen before {PAIRS / again:10,.0f}")
    print(f"WRatio a second                         {PAIRS / floor:10,.0f}")
    subjects = [Subject.of_text(f"{name} {n}") for n, name in enumerate(found[:500])]
    print(f"support.rank, ms a program              {seconds(lambda: list(map(support.rank, subjects))) * 2:10.2f}")
    plan = rows(found, 5000)
    drafts = [one.model_copy(update={"name": f"Peningkatan {one.name}"}) for one in rows(found, 500)]
    print(f"plan index of 5,000 rows, s             {seconds(lambda: PlanIndex(plan)):10.2f}")
    index = PlanIndex(plan)
    print(
        f"500 drafts carried, s                   {seconds(lambda: [carried_by(one, index) for one in drafts]):10.2f}"
    )


if __name__ == "__main__":
    main()
