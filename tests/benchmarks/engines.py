"""Do both engines read the same programs? Page by page, every difference named:

    python tests/benchmarks/engines.py [PDF[:FIRST-LAST] ...]     (without names: ../shared/documents/*.pdf, slowly)

A row is what a program says in figures and codes: unit, code, budget, indicators with baseline and targets. Compared
are pages on which both engines give rows; a page on which only one does is a difference in pages, named as well.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from alignment.config import Engine, Options
from alignment.extraction import extract_programs
from alignment.models import Program
from alignment.reading import read

Row = tuple[object, ...]


class Compared(NamedTuple):
    """Rows by page of the file given: in both, by the fast engine only, by the reference only."""

    equal: dict[int, Counter[Row]]
    fast: dict[int, Counter[Row]]
    reference: dict[int, Counter[Row]]

    @property
    def pages(self) -> list[int]:
        """Those on which both engines give rows."""
        whole = [
            {page for page in self.equal if self.equal[page] or part[page]} for part in (self.fast, self.reference)
        ]
        return sorted(whole[0] & whole[1])

    @property
    def share(self) -> float:
        """Equal rows among all of those pages."""
        return self.same / self.rows if self.rows else 0.0

    @property
    def same(self) -> int:
        """Equal rows on those pages."""
        return sum(self.equal[page].total() for page in self.pages)

    @property
    def rows(self) -> int:
        """Rows on those pages, by the engine that gives more of them."""
        different = sum(max(self.fast[page].total(), self.reference[page].total()) for page in self.pages)
        return self.same + different

    def differences(self) -> Iterator[tuple[int, str, Row]]:
        """Page, which engine alone gives it, and the row; on all pages."""
        for page in sorted(self.equal):
            for side, rows in (("fast only", self.fast[page]), ("reference only", self.reference[page])):
                for row in rows.elements():
                    yield page, side, row


def part_of(path: Path, first: int, last: int, folder: Path) -> Path:
    """The pages FIRST..LAST of a file as a file of their own."""
    import pypdfium2 as pdfium

    target = folder / f"{path.stem}-{first}-{last}.pdf"
    with pdfium.PdfDocument(path) as source, pdfium.PdfDocument.new() as part:
        part.import_pages(source, list(range(first - 1, last)))
        part.save(target)
    return target


def compare(path: Path) -> Compared:
    """Read a file by both engines."""
    fast, reference = _rows(path, "fast"), _rows(path, "reference")
    pages = sorted(fast.keys() | reference.keys())
    return Compared(
        {page: fast[page] & reference[page] for page in pages},
        {page: fast[page] - reference[page] for page in pages},
        {page: reference[page] - fast[page] for page in pages},
    )


def compare_tables(path: Path, folder: Path) -> Compared | None:
    """Read by both engines what lies between the first and the last page on which the fast one gives rows, or None
    where it gives none. Pages are those of the whole file."""
    pages = sorted(page for page, rows in _rows(path, "fast").items() if page and rows)
    if not pages:
        return None
    found = compare(part_of(path, pages[0], pages[-1], folder))
    return Compared(*({page + pages[0] - 1: rows for page, rows in side.items()} for side in found))


def _rows(path: Path, engine: Engine) -> dict[int, Counter[Row]]:
    rows: dict[int, Counter[Row]] = defaultdict(Counter)
    for program in extract_programs(read(path, Options(engine=engine, ocr="off", cache=False))).programs:
        rows[program.evidence[0].page or 0][_row(program)] += 1
    return rows


def _row(program: Program) -> Row:
    indicators = (
        (indicator.unit, indicator.baseline, tuple(sorted(indicator.targets.items())))
        for indicator in program.indicators
    )
    return program.unit, program.code, tuple(sorted(program.budget.items())), tuple(indicators)


def main(names: list[str]) -> None:
    """Print a line a file, and below it what differs."""
    shared = Path(__file__).resolve().parents[3] / "shared" / "documents"
    print(f"{'file':60} {'pages':>6} {'equal':>6} {'share':>7}")
    with tempfile.TemporaryDirectory() as folder:
        for name in names or [str(path) for path in sorted(shared.glob("*.pdf"))]:
            file, _, span = name.partition(":")
            first, last = (int(number) for number in span.split("-")) if span else (1, 0)
            path = part_of(Path(file), first, last, Path(folder)) if span else Path(file)
            try:
                _print(path.stem, compare(path), first - 1)
            except Exception as error:  # noqa: BLE001 - a file neither can read is no news here
                print(f"{path.stem[:60]:60} {type(error).__name__}")


def _print(name: str, found: Compared, before: int) -> None:
    equal = sum(found.equal[page].total() for page in found.pages)
    print(f"{name[:60]:60} {len(found.pages):6} {equal:6} {found.share:7.1%}", flush=True)
    for page, side, row in found.differences():
        print(f"    p. {page + before}  {side:14} {row}")


if __name__ == "__main__":
    main(sys.argv[1:])
