"""What readings are compared: the floor, ours, and a peer; and what they cost."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

Work = Callable[[Path], object]


def floor(path: Path) -> None:
    """Text of every page by pypdfium2, nothing else."""
    import pypdfium2 as pdfium

    with pdfium.PdfDocument(path) as document:
        for page in document:
            page.get_textpage().get_text_range()


def ours(path: Path) -> None:
    """Text, tables and programs, without the cache: worker process and its start included."""
    from alignment.extraction import extract_programs

    extract_programs(reading(path))


def reading(path: Path, jobs: int = 1) -> Any:
    """Text and tables, without the cache."""
    from alignment.config import Options
    from alignment.reading import read

    return read(path, Options(cache=False, ocr="off", jobs=jobs))


def pdfplumber(path: Path) -> None:
    """Text and tables as its own documentation says."""
    import pdfplumber as plumber

    with plumber.open(path) as document:
        for page in document.pages:
            page.extract_text()
            page.extract_tables()
            page.close()


class Cost(NamedTuple):
    """Of one run: processor seconds of all processes together, of the child processes, and elapsed seconds.

    A busy machine does not change processor seconds much. On Windows, which counts no children, they are elapsed ones.
    """

    processor: float
    children: float
    elapsed: float


def cost(work: Work, path: Path) -> Cost:
    """What one run of `work` costs."""
    before, start = os.times(), time.perf_counter()
    work(path)
    after, elapsed = os.times(), time.perf_counter() - start
    if os.name == "nt":
        return Cost(elapsed, 0.0, elapsed)
    spent = [b - a for a, b in zip(before[:4], after[:4], strict=True)]
    return Cost(sum(spent) or 1e-9, sum(spent[2:]), elapsed)


def warmed_up() -> None:
    """Load what all of them need, so that the first file does not pay for it. Our child processes pay each time."""
    import pdfplumber  # noqa: F401
    import pypdfium2  # noqa: F401

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_text("Kota Bima\nProgram Pelayanan Publik", encoding="utf-8")
        ours(path)
