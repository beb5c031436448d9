"""How fast plans are read, beside the peers, in one run:

    python tests/benchmarks/reading.py [PDF ...]       (without names: ../shared/documents/*.pdf)

Columns: pages; pypdfium2 text only (the floor); ours (`alignment.read`: text, words with boxes, tables, identity);
pdfplumber `extract_text` + `extract_tables`; how many times pdfplumber we are; how many times the floor we cost.
Processor seconds (all processes together; elapsed time on Windows); the three take turns on each file.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path


def floor(path: Path) -> None:
    """Text of every page by pypdfium2, nothing else."""
    import pypdfium2 as pdfium

    with pdfium.PdfDocument(path) as document:
        for page in document:
            page.get_textpage().get_text_range()


def ours(path: Path) -> None:
    """What the checker reads, without its cache."""
    from alignment.config import Options
    from alignment.reading import read

    read(path, Options(cache=False, ocr="off"))


def pdfplumber(path: Path) -> None:
    """Text and tables as its own documentation says."""
    import pdfplumber as plumber

    with plumber.open(path) as document:
        for page in document.pages:
            page.extract_text()
            page.extract_tables()
            page.close()


def seconds(work: Callable[[Path], None], path: Path) -> float:
    """Processor time of one run, its child processes included: a busy machine does not change it much."""
    start = os.times()
    work(path)
    end = os.times()
    return sum(b - a for a, b in zip(start[:4], end[:4], strict=True)) or 1e-9


def main(names: list[str]) -> None:
    """Print the table."""
    import pypdfium2 as pdfium

    shared = Path(__file__).resolve().parents[3] / "shared" / "documents"
    paths = [Path(name) for name in names] or sorted(shared.glob("*.pdf"))
    print(f"{'file':44} {'pages':>6} {'floor s':>8} {'ours s':>8} {'plumber s':>10} {'faster':>7} {'cost':>6}")
    _import_all()
    sums = [0.0, 0.0, 0.0]
    total = 0
    for path in paths:
        with pdfium.PdfDocument(path) as document:
            pages = len(document)
            if not any(page.get_textpage().count_chars() for page in document):
                print(f"{path.name[:44]:44} {pages:6}  no text")
                continue
        times = [seconds(work, path) for work in (floor, ours, pdfplumber)]
        sums = [a + b for a, b in zip(sums, times, strict=True)]
        total += pages
        _line(path.name, pages, times)
    _line("all", total, sums)


def _import_all() -> None:
    """Load what the three need, so that the first file does not pay for it. Our child processes pay each time."""
    import tempfile

    import pdfplumber  # noqa: F401

    from alignment.reading import read

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_text("Kota Bima", encoding="utf-8")
        read(path)


def _line(name: str, pages: int, times: list[float]) -> None:
    base, own, plumber = times
    print(
        f"{name[:44]:44} {pages:6} {base:8.2f} {own:8.2f} {plumber:10.2f} {plumber / own:6.1f}x {own / base:5.1f}x",
        flush=True,
    )


if __name__ == "__main__":
    main(sys.argv[1:])
