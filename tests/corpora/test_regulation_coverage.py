"""How many of the national regulations that real plans and the nomenclature's definitions cite the corpus knows."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from alignment import corpora
from alignment.matching.citation import find_citations, kind_class


def national(texts: Iterator[str]) -> tuple[Counter[str], Counter[str]]:
    """National citations with number and year, and those of them that the corpus does not have."""
    cited, unknown = Counter[str](), Counter[str]()
    for text in texts:
        for citation in find_citations(text):
            if citation.region or not citation.number or not citation.year or kind_class(citation.kind) == "regional":
                continue
            name = f"{citation.kind} {citation.number}/{citation.year}"
            cited[name] += 1
            unknown[name] += citation.resolved is None
    return cited, unknown


def texts_of_plans(shared: Path) -> Iterator[str]:
    """The text layers of the documents, news included."""
    import pypdfium2

    for path in sorted((shared / "documents").rglob("*")):
        if path.suffix == ".pdf":
            pages = pypdfium2.PdfDocument(path)
            yield "\f".join(page.get_textpage().get_text_range().replace("\r\n", "\n") for page in pages)
        elif path.suffix in (".md", ".txt"):
            yield path.read_text(encoding="utf-8", errors="replace")


def texts_of_definitions(shared: Path) -> Iterator[str]:
    """The definitions in the nomenclature's newest editions."""
    import openpyxl

    folder = shared / "reference" / "nomenclature"
    for path in sorted(folder.glob("*.xlsx")):
        for sheet in openpyxl.load_workbook(path, read_only=True):
            yield "\n".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell)
    for path in sorted(folder.glob("kepmendagri*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            yield "\n".join(row["keterangan"] or "" for row in csv.DictReader(file))


def test_a_thousand_regulations_are_known_and_no_unconfirmed_one_has_a_fate() -> None:
    entries = corpora.load("regulations").entries
    assert len(entries) >= 1400
    doubtful = [entry for entry in entries if entry.standing != "confirmed"]
    assert not [entry.id for entry in doubtful if entry.status != "unknown" or entry.revoked_by or entry.valid_to]
    assert len(entries) - len(doubtful) >= 460


@pytest.mark.parametrize("texts", [texts_of_plans, texts_of_definitions])
def test_95_percent_of_national_citations_are_known(shared: Path, texts) -> None:
    cited, unknown = national(texts(shared))
    share = 1 - unknown.total() / cited.total()
    assert share >= 0.95, (share, unknown.most_common(20))
