"""The table of what reading must keep, with one command:

    python tests/benchmarks/reading.py [--only PART,PART] [--faults] [FOLDER]

Parts: speed (with cost), processes, memory, growth, cache, engines, quality, pictures; all of them without `--only`,
which takes ten minutes. FOLDER is that of the real documents (without a name ../shared/documents); for the parts from
speed to engines any folder of PDF files will do. `--faults` prints what was not right, one by one. Ends with 1 where a
row falls short.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import engines
import long_plans
import peers
import quality
from quality import Row

PAGES = 1000
_PEAK = """
import resource, sys
import peers
from pathlib import Path
from alignment.extraction import extract_programs
extract_programs(peers.reading(Path(sys.argv[1]), int(sys.argv[2])))
of = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print((of[0] + int(sys.argv[2]) * of[1]) / (2**20 if sys.platform == "darwin" else 2**10))
"""


def speed(folder: Path) -> Iterator[Row]:
    """Text, tables and programs of every file with text, beside the peers in turns: processor seconds."""
    works = (peers.floor, peers.ours, peers.pdfplumber)
    sums = [0.0, 0.0, 0.0]
    print(f"    {'file':48} {'floor s':>8} {'ours s':>8} {'pdfplumber s':>13}")
    for path in long_plans.with_text(folder):
        spent = [peers.cost(work, path).processor for work in works]
        sums = [a + b for a, b in zip(sums, spent, strict=True)]
        print(f"    {path.name[:48]:48} {spent[0]:8.2f} {spent[1]:8.2f} {spent[2]:13.2f}", flush=True)
    base, own, plumber = sums
    said = f"{plumber / own:.1f} times ({own:.1f} s, {plumber:.1f} s)"
    yield Row("faster than pdfplumber text and tables", ">= 12 times", said, plumber >= 12 * own)
    said = f"{own / base:.1f} times ({own:.1f} s, {base:.1f} s)"
    yield Row("cost against text alone by pypdfium2", "<= 5 times", said, own <= 5 * base)


def processes(folder: Path) -> Iterator[Row]:
    """Elapsed seconds of reading by one and by two processes: means something on a quiet machine only."""
    with long_plans.of_all(folder, PAGES) as plan:
        one, two = (peers.cost(lambda path, jobs=jobs: peers.reading(path, jobs), plan) for jobs in (1, 2))
    ratio = one.elapsed / two.elapsed
    said = f"{ratio:.2f} times ({one.elapsed:.1f} s, {two.elapsed:.1f} s; "
    said += f"processor {one.processor:.1f} s, {two.processor:.1f} s)"
    yield Row("two processes on two cores, elapsed", ">= 1.7 times", said, ratio >= 1.7)


def memory(folder: Path) -> Iterator[Row]:
    """Peaks of the process and of its workers together, by the operating system's count, in a process of its own."""
    if os.name == "nt":
        yield Row("memory of 1,000 pages", "<= 400 MB", "not counted on Windows", holds=False)
        return
    with long_plans.of_all(folder, PAGES) as plan:
        for jobs in (1, 2):
            command = [sys.executable, "-c", _PEAK, str(plan), str(jobs)]
            here = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (str(Path(__file__).parent), *sys.path)))}
            peak = float(subprocess.run(command, env=here, check=True, capture_output=True, text=True).stdout)
            yield Row(f"memory of 1,000 pages, --jobs {jobs}", "<= 400 MB", f"{peak:.0f} MB", peak <= 400)


def growth(folder: Path) -> Iterator[Row]:
    """A plan of 1,000 pages against ten plans of 100 that together are the same pages: processor seconds."""
    with long_plans.of_all(folder, PAGES) as plan:
        long = peers.cost(peers.ours, plan).processor
        short = [peers.cost(peers.ours, part).processor for part in long_plans.tenths(plan, plan.parent)]
    mean = sum(short) / len(short)
    said = f"{long / mean:.1f} times ({long:.1f} s, {mean:.2f} s)"
    yield Row("time of 1,000 pages over time of 100", "<= 11 times", said, long <= 11 * mean)


def cache(folder: Path) -> Iterator[Row]:
    """A second reading of the same files in an empty cache folder: what the reading processes then do."""
    from alignment.config import Options
    from alignment.reading import read

    kept = Options(ocr="off")
    first = second = again = 0.0
    with tempfile.TemporaryDirectory() as place:
        os.environ["ALIGNMENT_CACHE"] = place
        for path in long_plans.with_text(folder):
            before, after = (peers.cost(lambda path: read(path, kept), path) for _ in range(2))
            first, second, again = first + before.processor, second + after.processor, again + after.children
        del os.environ["ALIGNMENT_CACHE"]
    said = f"{again:.1f} s of workers; {first:.1f} s, then {second:.1f} s in all"
    yield Row("a second check reads nothing again", "0 s of workers", said, again == 0 and first > 0)


def both_engines(folder: Path) -> Iterator[Row]:
    """Rows of the pages on which both engines give any, from the first page with rows to the last of each file."""
    with tempfile.TemporaryDirectory() as place:
        found = {path.name: engines.compare_tables(path, Path(place)) for path in long_plans.with_text(folder)}
    compared = [(name, both) for name, both in found.items() if both is not None]
    same, rows = sum(both.same for _, both in compared), sum(both.rows for _, both in compared)
    faults = tuple(
        f"{name} p. {page} {side} {row}" for name, both in compared for page, side, row in both.differences()
    )
    share = same / max(rows, 1)
    yield Row("programs by both engines alike", ">= 99%", f"{share:.1%} of {rows}", share >= 0.99, faults)


PARTS: dict[str, Callable[[Path], Iterator[Row]]] = {
    "speed": speed,
    "processes": processes,
    "memory": memory,
    "growth": growth,
    "cache": cache,
    "engines": both_engines,
    **quality.PARTS,
}


def main() -> int:
    """Print the table, a row as soon as it is measured; 1 where one falls short."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parents[3] / "shared" / "documents")
    asked.add_argument("--only", default=",".join(PARTS), metavar="PART,PART")
    asked.add_argument("--faults", action="store_true")
    options = asked.parse_args()
    wanted = options.only.split(",")
    if unknown := [part for part in wanted if part not in PARTS]:
        asked.error(f"no such part: {', '.join(unknown)}; there are {', '.join(PARTS)}")
    peers.warmed_up()
    held = True
    print(f"{'what':46} {'at least':26} {'':3} measured")
    for part in wanted:
        for row in PARTS[part](options.folder):
            held = held and row.holds
            print(f"{row.what:46} {row.bound:26} {'ok' if row.holds else 'NO':3} {row.measured}", flush=True)
            for fault in row.faults if options.faults else ():
                print(f"    {fault}")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
