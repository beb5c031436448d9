"""What of the real plans comes out right, row by row of the table, by the measures the tests use."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium

import alignment
from alignment.models import Document, Extraction

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from tests.extraction import measures

PLANS = ("bkp", "dinkes", "diskominfotik", "pmptsp", "satpolpp", "renja-kota-semarang", "renstra-kota-semarang")
NO_PLANS = ("perda-", "perpres-", "laporan-")


class Row(NamedTuple):
    """A row of the table: what, the bound, what was measured, whether that is within the bound, and what is not."""

    what: str
    bound: str
    measured: str
    holds: bool
    faults: tuple[str, ...] = ()


class Read(NamedTuple):
    """A document and its programs."""

    document: Document
    extraction: Extraction


@cache
def _read(path: Path) -> Read:
    document = alignment.read(path, alignment.Options(ocr="off"))
    return Read(document, alignment.extract_programs(document))


def rows(documents: Path) -> Iterator[Row]:
    """The rows about quality, but for pictures (see `pictures`), which take Tesseract minutes."""
    plans = [path for path in sorted(documents.glob("*.pdf")) if any(name in path.name for name in PLANS)]
    yield _budget_lines(plans)
    yield _raw_rows(plans)
    yield _names(plans)
    yield _budgets(plans)
    yield _indicators(documents)
    yield from _uncoded(documents)
    yield _no_plans([path for path in sorted(documents.iterdir()) if path.name.startswith(NO_PLANS)])
    yield _pages_without_text(sorted(documents.glob("*.pdf")))
    yield _dki(documents / "rpjmd-dki-jakarta-2025-2029.md")


def _share(what: str, bound: float, right: int, of: int, faults: list[str], note: str = "") -> Row:
    share = right / of if of else 0.0
    return Row(what, f">= {bound:.0%}", f"{share:.1%} of {of}{note}", share >= bound, tuple(faults))


def _budget_lines(plans: list[Path]) -> Row:
    """Only plans that print codes in front of names: of others the characters do not say which rows are programs."""
    printed = missed = invented = programs = 0
    faults = []
    for path in plans:
        document, extraction = _read(path)
        lines = list(measures.printed_budget_lines(document))
        if not lines:
            continue
        lost, extra = measures.missed_and_invented(lines, extraction.programs)
        printed, missed, invented = printed + len(lines), missed + len(lost), invented + len(extra)
        programs += sum(bool(program.budget) for program in extraction.programs)
        faults += [f"{path.name} p. {line.page}: not found {line.code} {line.figures}" for line in lost]
        faults += [f"{path.name} p. {p.evidence[0].page}: not printed {p.code} {p.name[:40]}" for p in extra]
    share, extra_share = 1 - missed / max(printed, 1), invented / max(programs, 1)
    said = f"{share:.1%} of {printed}, {extra_share:.1%} invented"
    holds = share >= 0.99 and extra_share <= 0.005
    return Row("budget lines: code and figures", ">= 99%, <= 0.5% invented", said, holds, tuple(faults))


def _raw_rows(plans: list[Path]) -> Row:
    """The same by the raw text alone, with level, parent and unit; a counter that knows no tables errs now and then."""
    printed = programs = 0
    faults, invented = [], []
    for path in plans:
        lines = list(measures.raw_budget_lines(path))
        if not lines:
            continue
        extraction = _read(path).extraction
        wrong, extra = measures.raw_faults(lines, extraction)
        printed += len(lines)
        programs += sum(bool(program.code and program.budget) for program in extraction.programs)
        faults += [f"{path.name} {fault}" for fault in wrong]
        invented += [f"{path.name} p. {p.evidence[0].page}: not printed {p.code} {p.name[:40]}" for p in extra]
    share, extra_share = 1 - len(faults) / max(printed, 1), len(invented) / max(programs, 1)
    said = f"{share:.1%} of {printed}, {extra_share:.1%} invented"
    holds = share >= 0.99 and extra_share <= 0.005
    return Row(
        "rows of the raw text: level, parent, unit", ">= 99%, <= 0.5% invented", said, holds, (*faults, *invented)
    )


def _names(plans: list[Path]) -> Row:
    known, faults = 0, []
    for path in plans:
        count, unlike = measures.unlike_official_names(_read(path).extraction.programs)
        known += count
        faults += [f"{path.name}: {code} {likeness:.2f} {name[:60]}" for code, name, likeness in unlike]
    return _share("names like the nomenclature's at 0.9", 0.97, known - len(faults), known, faults)


def _budgets(plans: list[Path]) -> Row:
    checked, faults = 0, []
    for path in plans:
        count, wrong = measures.wrong_sums(_read(path).extraction.programs)
        checked += count
        faults += [f"{path.name}: {code} {year}: {amount:,} is not {total:,}" for code, year, amount, total in wrong]
    return _share("budgets: parents are their children's sum", 0.99, checked - len(faults), checked, faults)


def _indicators(documents: Path) -> Row:
    faults, count = [], 0
    for name, labels in measures.labels_of("indicators.jsonl").items():
        for label, _, wrong in measures.compare_labels(labels, _read(documents / name).extraction):
            count += 1
            if wrong:
                faults.append(f"{name} p. {label['page']} {label['name_starts']}: {'; '.join(wrong)}")
    return _share("indicators with unit, baseline, targets", 0.95, count - len(faults), count, faults)


def _uncoded(documents: Path) -> Iterator[Row]:
    missed: list[str] = []
    invented: list[str] = []
    labelled = given = 0
    for name, labels in measures.labels_of("uncoded.jsonl").items():
        pages = {label["page"] for label in labels}
        programs = [p for p in _read(documents / name).extraction.programs if measures.pages_of(p) & pages]
        labelled, given = labelled + len(labels), given + len(programs)
        missed += [
            f"{name} p. {label['page']}: {label['name_starts']}"
            for label in labels
            if not any(measures.is_named(label, program) for program in programs)
        ]
        invented += [
            f"{name} p. {sorted(measures.pages_of(program))}: {program.name}"
            for program in programs
            if not any(measures.is_named(label, program) for label in labels)
        ]
    yield _share("programs without codes: found", 0.95, labelled - len(missed), labelled, missed)
    share = len(invented) / max(given, 1)
    said = f"{share:.1%} of {given}"
    yield Row("programs without codes: invented", "<= 5%", said, share <= 0.05, tuple(invented))


def _no_plans(paths: list[Path]) -> Row:
    faults = [f"{path.name}: {program.name}" for path in paths for program in _read(path).extraction.programs]
    said = f"{len(faults)} in {len(paths)} documents"
    return Row("programs in documents that are no plans", "0", said, bool(paths) and not faults, tuple(faults))


def _pages_without_text(paths: list[Path]) -> Row:
    """Pages without a single character, by pdfium alone, against the pages listed as unread."""
    faults, count = [], 0
    for path in paths:
        with pdfium.PdfDocument(path) as file:
            empty = [
                n for n, page in enumerate(file, 1) if not page.get_textpage().count_chars() and any(page.get_objects())
            ]
        count += len(empty)
        try:
            unread = set(_read(path).document.unread_pages)
        except alignment.AlignmentError as error:  # a pure scan is refused as a whole, with a message
            unread = set(empty) if type(error).__name__ == "NoTextError" else set()
        faults += [f"{path.name} p. {page}" for page in empty if page not in unread]
    return _share("pages without text are listed as unread", 1.0, count - len(faults), count, faults)


def _dki(path: Path) -> Row:
    printed = measures.codes_of_table_iv_1(path.read_text(encoding="utf-8"))
    lost = measures.lost_codes(printed, _read(path).extraction)
    return _share("DKI: codes of Tabel IV.1", 0.97, len(printed) - len(lost), len(printed), lost)


def pictures(documents: Path) -> Iterator[Row]:
    """The program table of dpmpd, pasted as pictures: what OCR reads adds up, other pages are listed."""
    from alignment.reading import ocr

    (path,) = documents.glob("*-dpmpd-*.pdf")
    bound = "all read or listed, half read"
    if ocr.language() is None:
        yield Row("picture tables (dpmpd pp. 71-78)", bound, "no Tesseract here", False)
        return
    document = alignment.read(path, alignment.Options(ocr="auto"))
    extraction = alignment.extract_programs(document)
    wanted = set(range(71, 79))
    programs = [program for program in extraction.programs if program.code and measures.pages_of(program) & wanted]
    checked, wrong = measures.wrong_sums(programs)
    known, _ = measures.unlike_official_names(programs)
    read = {page for program in programs for page in measures.pages_of(program)} & wanted
    silent = wanted - read - set(document.unread_pages) - {item.evidence.page for item in extraction.unread}
    said = f"{len(programs)} rows ({known} codes known) on {len(read)} pages, {checked - len(wrong)} of {checked} sums"
    faults = [f"p. {page}: neither read nor listed" for page in sorted(silent)]
    faults += [f"{code} {year}: {amount:,} is not {total:,}" for code, year, amount, total in wrong]
    yield Row(
        "picture tables (dpmpd pp. 71-78)", bound, said, not silent and len(read) >= len(wanted) / 2, tuple(faults)
    )


PARTS: dict[str, Callable[[Path], Iterator[Row]]] = {"quality": rows, "pictures": pictures}
