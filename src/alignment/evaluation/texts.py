"""Real text to try rules on: names, outcomes and indicators of the programs of plans, or the texts of case files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from alignment.evaluation import cases

_CASE_FIELDS = ("program", "text", "initiative", "a", "b")


def texts_of(paths: Iterable[str | Path]) -> tuple[str, ...]:
    """The texts of these files, each once, in order. `.jsonl` is a case file, anything else a plan.

    Raises UnreadableFileError for what cannot be opened.
    """
    return tuple(dict.fromkeys(text for path in map(Path, paths) for text in _texts(path) if text.strip()))


def _texts(path: Path) -> Iterator[str]:
    if path.suffix.lower() == ".jsonl":
        for case in cases.read(path):
            yield from (str(case[field]) for field in _CASE_FIELDS if case.get(field))
        return
    from alignment.extraction import extract_programs
    from alignment.reading import read

    for program in extract_programs(read(path)).programs:
        yield program.name
        yield from (part for part in (program.outcome, program.output) if part)
        yield from (indicator.name for indicator in program.indicators)
