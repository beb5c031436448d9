"""Programs a second through pillars, SDG and support, on one core: `python tests/benchmarks/matching.py`.

The texts are the kegiatan and program names of the nomenclature that ships, each read once. What is loaded and compiled
at the first need is told apart: a few texts go before, one of them with a misspelt word.
"""

from __future__ import annotations

import sys
import time

from alignment import corpora
from alignment.matching import pillars, sdg, support
from alignment.matching.subject import Subject

RANKS = {"pillars": pillars.rank, "sdg": sdg.rank, "support": support.rank}


def main() -> None:
    names = list(dict.fromkeys(entry.label.id for entry in corpora.load("nomenclature").entries))
    start = time.process_time()
    for text in ("Pengelolaan sampah", "Pelatihan pertannian", "Sistem Qwerty", "Peningkatan kapasitas"):
        for rank in RANKS.values():
            rank(Subject.of_text(text))
    print(f"loading and compiling, once: {time.process_time() - start:.2f} s")
    for name, rank in RANKS.items():
        start = time.process_time()
        for text in names:
            rank(Subject.of_text(f"{text} {name}"))  # no text is met twice
        print(f"{name:8} {len(names) / (time.process_time() - start):6.0f} a second")
    start = time.process_time()
    for text in names:
        subject = Subject.of_text(text)
        for rank in RANKS.values():
            rank(subject)
    print(f"together {len(names) / (time.process_time() - start):6.0f} a second ({len(names)} programs)")


if __name__ == "__main__":
    sys.exit(main())
