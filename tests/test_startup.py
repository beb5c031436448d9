"""A check of one page is no slower than spaCy lets it be."""

from __future__ import annotations

import importlib.util
import math
import os
from pathlib import Path
from types import ModuleType

import pytest

_MOST = 2.5
_MOST_ROUNDS = 6


def _benchmark() -> ModuleType:
    path = Path(__file__).parent / "benchmarks" / "startup.py"
    spec = importlib.util.spec_from_file_location("startup", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(os.name != "posix", reason="processor time of children is counted on POSIX only")
def test_a_page_is_checked_in_two_and_a_half_times_what_importing_spacy_takes() -> None:
    """The first run, which finds no caches, and later ones, by the least of several runs of each, taken in turns.

    Processor time, not the clock, and the least: others who use the machine can only add to it, to our runs as to
    spaCy's. More runs are taken only while the bound is not met, so that a busy minute fails nothing.
    """
    least = (math.inf, math.inf, math.inf)
    for times in _benchmark().rounds(_MOST_ROUNDS):
        least = tuple(map(min, least, times))
        spacy, first, later = least
        if max(first, later) <= _MOST * spacy:
            return
    pytest.fail(f"{first / spacy:.2f} times `import spacy` at first, {later / spacy:.2f} later: more than {_MOST}")
