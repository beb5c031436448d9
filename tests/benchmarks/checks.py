"""What judging costs beside reading, on a plan of 1,000 pages, with one command:

    python tests/benchmarks/checks.py [--pages N] [FOLDER]

Reads the first N pages of the real documents in FOLDER (without a name ../shared/documents), one after another, those
with programs first (renstra...), and runs matching and every check over them, those that are off by default too.
Processor seconds of both in the same run, without loading: rules and corpora are loaded by a small review before.
Prints the dearest checks. Ends with 1 where judging takes half as long as reading or longer.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import long_plans
import peers

from alignment import checks
from alignment.checks import Reading, Review
from alignment.checks.base import registry
from alignment.checks.spec import Sketch
from alignment.extraction import extract_programs
from alignment.matching.resolve import match_programs

PAGES = 1000
BOUND = 0.5
_DEAREST = 12


def judge(reading: Reading) -> dict[str, float]:
    """Processor seconds of matching and of each check, by its code. What checks share is paid by the first."""
    start = time.process_time()
    matches = match_programs(reading.extraction.programs, (), [reading.document])
    spent = {"matching": time.process_time() - start}
    review = Review((reading,), (), matches)
    specs = checks.load().by_code
    for code, check in registry().items():
        start = time.process_time()
        check(review, specs[code])
        spent[code] = time.process_time() - start
    return spent


def loaded() -> None:
    """Load rules, corpora and what they need, by judging a sketch."""
    from alignment.checks.example import review_of

    words = "Sesuai UU Nomor 23 Tahun 2014 tentang Pemerintahan Daerah; mendukung TPB 6."
    judge(review_of(Sketch.model_validate({"text": words, "programs": [{"name": "Bank sampah digital"}]})).drafts[0])


def main() -> int:
    """Print what reading, matching and the dearest checks cost, and the ratio; 1 where it is too dear."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parents[3] / "shared" / "documents")
    asked.add_argument("--pages", type=int, default=PAGES)
    options = asked.parse_args()
    peers.warmed_up()
    loaded()
    with long_plans.of_all(options.folder, options.pages, "renstra") as plan:
        read: list[Reading] = []

        def reading(path: Path) -> None:
            document = peers.reading(path)
            read.append(Reading(document, extract_programs(document)))

        base = peers.cost(reading, plan).processor
    spent = judge(read[0])
    total = sum(spent.values())
    print(f"reading {base:.2f} s, {len(read[0].extraction.programs)} rows; judging {total:.2f} s of processor time")
    for name, seconds in sorted(spent.items(), key=lambda pair: -pair[1])[:_DEAREST]:
        print(f"    {name:10} {seconds:6.2f} s")
    print(f"judging over reading: {total / base:.2f} (under {BOUND})")
    return 0 if total < BOUND * base else 1


if __name__ == "__main__":
    sys.exit(main())
