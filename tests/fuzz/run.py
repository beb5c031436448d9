"""Feeds spoilt and hostile files to the command line and says which of its promises they break.

    python tests/fuzz/run.py [--seconds N] [--seed S] [--keep DIR]

For every file `alignment check` must end within a bounded time and memory, with exit code 0, 1 or 2 and without a
traceback; at 2 it says why and leaves nothing behind; at 0 and 1 the report names the programs that it judged. First
come the bombs, each once, then valid files spoilt at random until the time is over. Exits 1 where a promise was broken.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bombs import bombs
from mutations import mutated
from seeds import seeds

MOST_SECONDS = 60
"""Of processor time: other programs may be busy too."""
MOST_BYTES = 2_000_000_000


def main() -> int:
    """Exit code: 0 where all promises were kept."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seconds", type=float, default=120)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--only", default="", help="part of the names of the bombs to try")
    options.add_argument("--keep", type=Path, help="folder for the files that broke a promise")
    chosen = options.parse_args()
    end, tried, broken = time.monotonic() + chosen.seconds, 0, 0
    for name, content in _inputs(chosen.seed, chosen.only):
        if time.monotonic() > end:
            break
        tried += 1
        problem = tried_out(name, content)
        if problem:
            broken += 1
            print(f"{name} ({len(content)} bytes): {problem}", flush=True)
            if chosen.keep:
                chosen.keep.mkdir(parents=True, exist_ok=True)
                (chosen.keep / f"{tried}-{name}").write_bytes(content)
    print(f"{tried} files, {broken} broken promises, seed {chosen.seed}")
    return 1 if broken else 0


def _inputs(seed: int, only: str) -> Iterator[tuple[str, bytes]]:
    yield from ((name, content) for name, content in bombs().items() if only in name)
    if only:
        return
    chance, valid = random.Random(seed), seeds()
    names = sorted(valid)
    while True:
        name = chance.choice(names)
        yield name, mutated(valid[name], chance)


def tried_out(name: str, content: bytes) -> str:
    """What promise the command broke on this file; "" where it kept them all."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / name).write_bytes(content)
        out = folder / "out"
        command = (sys.executable, "-m", "alignment", "check", str(folder / name), "-o", str(out),
                   "--format", "html,json,xlsx,csv", "--no-cache")  # fmt: skip
        try:
            done = subprocess.run(
                command, capture_output=True, timeout=10 * MOST_SECONDS, preexec_fn=_bounded, check=False, cwd=folder
            )
        except subprocess.TimeoutExpired:
            return f"not done after {MOST_SECONDS} s"
        return _broken(done.returncode, done.stderr.decode("utf-8", "replace"), out)


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS + 1))


def _broken(code: int, said: str, out: Path) -> str:
    if "Traceback" in said:
        return f"traceback: {said.strip().splitlines()[-1]}"
    if code == -signal.SIGXCPU:
        return f"not done after {MOST_SECONDS} s"
    if code not in (0, 1, 2):
        return f"exit code {code}: {said[-300:]}"
    written = sorted(path.name for path in out.iterdir()) if out.is_dir() else []
    if code == 2:
        if written:
            return f"exit code 2, but it wrote {written}"
        return "" if said.strip() else "exit code 2 without a word"
    if len(written) < 4:
        return f"half a report: {written}"
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    return "" if report["programs"] else "an empty report that looks like a pass"


if __name__ == "__main__":
    sys.exit(main())
