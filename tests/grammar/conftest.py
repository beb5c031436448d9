"""How much longer a finder takes on a text four times as long: no clock decides, only the text beside itself."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

_TRIES = 6
_LEAST = 0.002
"""Seconds below which a clock tells nothing."""


@pytest.fixture(scope="session")
def proportionate() -> Callable[[Callable[[str], object], str], bool]:
    """Whether `find` takes time in proportion to its text, made of `unit` over and over. 4 times the text may take 12
    times as long; squared it would be 16. Processor time, the least of several tries: load only adds to it."""

    def seconds(find: Callable[[str], object], text: str) -> float:
        start = time.process_time()
        find(text)
        return time.process_time() - start

    def check(find: Callable[[str], object], unit: str) -> bool:
        small, large = (unit * (length // len(unit)) for length in (20_000, 80_000))
        quick = slow = float("inf")
        for _ in range(_TRIES):
            quick, slow = min(quick, seconds(find, small)), min(slow, seconds(find, large))
            if slow <= 12 * max(quick, _LEAST):
                return True
        return False

    return check
