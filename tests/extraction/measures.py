"""What of a real plan came out right: the measures that tests and benchmarks share.

Against labels of a reader (tests/gold/reading), against what the document prints, and against its own sums.
"""

from __future__ import annotations

import itertools
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from rapidfuzz import fuzz

from alignment import text
from alignment.corpora import nomenclature
from alignment.grammar import codes
from alignment.models import Document, Extraction, Indicator, Program

GOLD = Path(__file__).resolve().parents[1] / "gold" / "reading"
Label = dict[str, Any]


def labels_of(name: str) -> dict[str, list[Label]]:
    """The labels of a file of gold by document."""
    by_document: dict[str, list[Label]] = defaultdict(list)
    for line in (GOLD / name).read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        by_document[label["document"]].append(label)
    return dict(by_document)


def key(text: str | None) -> str:
    """Letters, figures and the signs that are units, without what line breaks do to blanks."""
    return re.sub(r"[^\w%]", "", text or "").casefold()


def bare_figure(text: str | None, unit: str) -> str:
    """A figure as printed, without blanks and without the unit that may stand behind it."""
    bare = re.sub(r"\s", "", text or "").casefold()
    return bare.removesuffix(re.sub(r"\s", "", unit).casefold())


def pages_of(*owners: Indicator | Program) -> set[int]:
    """The pages on which what came out can be seen."""
    return {evidence.page for owner in owners for evidence in owner.evidence if evidence.page is not None}


class Read(NamedTuple):
    """One indicator that came out, with the program it hangs on."""

    program: Program
    indicator: Indicator

    def answers(self, label: Label) -> bool:
        """It begins as the label and stands on its page; where a file has no pages, under its code."""
        page = label["page"]
        here = self.under(label) if page is None else page in pages_of(self.indicator, self.program)
        return here and key(self.indicator.name).startswith(key(label["name_starts"]))

    def under(self, label: Label) -> bool:
        """It hangs on the program the label names; `01.05` is `1.05`, and a plan may print the end of a code alone."""
        code = label["code"]
        return code is None or key(self.program.code).endswith(key(code).lstrip("0"))


def faults_of(label: Label, read: Read, years: set[str]) -> list[str]:
    """What of unit, baseline and targets differs from the label, in words; `years` are those of the label's table.

    The same indicator can stand in a second table with a further year, which is not this row's fault.
    """
    unit, indicator = label["unit"], read.indicator
    faults = []
    printed = " ".join(label["targets"].values())
    unit_in_figure = indicator.unit is None and key(unit) in key(printed)
    if not unit_in_figure and key(indicator.unit) != key(unit):
        faults.append(f"unit {indicator.unit!r} for {unit!r}")
    if bare_figure(indicator.baseline, unit) != bare_figure(label["baseline"], unit):
        faults.append(f"baseline {indicator.baseline!r} for {label['baseline']!r}")
    wanted = {year: bare_figure(figure, unit) for year, figure in label["targets"].items()}
    got = {str(year): bare_figure(figure, unit) for year, figure in sorted(indicator.targets.items()) if figure}
    if not all(year.isdigit() for year in years):  # "Tahun 1": only the order is printed
        same = list(wanted.values()) == list(got.values())
    else:
        same = wanted == {year: figure for year, figure in got.items() if year in years}
    if not same:
        faults.append(f"targets {got} for {wanted}")
    return faults


def compare_labels(labels: list[Label], extraction: Extraction) -> list[tuple[Label, Read | None, list[str]]]:
    """Each label with its own indicator, one to one: the fewest faults first, then the right program."""
    reads = [Read(program, indicator) for program in extraction.programs for indicator in program.indicators]
    years: dict[int | None, set[str]] = defaultdict(set)
    for label in labels:
        years[label["page"]] |= set(label["targets"])
    pairs = []
    for number, label in enumerate(labels):
        for place, read in enumerate(reads):
            if read.answers(label):
                faults = faults_of(label, read, years[label["page"]])
                pairs.append((len(faults), not read.under(label), number, place, faults))
    matched: dict[int, tuple[Read, list[str]]] = {}
    taken: set[int] = set()
    for _, _, number, place, faults in sorted(pairs, key=lambda pair: pair[:4]):
        if number not in matched and place not in taken:
            matched[number] = reads[place], faults
            taken.add(place)
    return [(label, *matched.get(number, (None, ["not found"]))) for number, label in enumerate(labels)]


def is_named(label: Label, program: Program) -> bool:
    """The program begins as the label, stands on its page, has its level and is whole."""
    words = len(program.name.split())
    whole = label.get("several_lines") or abs(words - label["words"]) <= max(1, label["words"] // 10)
    starts = key(program.name).startswith(key(label["name_starts"]))
    return bool(starts and whole and program.level == label["level"] and label["page"] in pages_of(program))


Sum = tuple[str | None, int, Decimal, Decimal]
"""Code of the parent, year, what it prints, what its children add up to."""


def wrong_sums(programs: Sequence[Program]) -> tuple[int, list[Sum]]:
    """How many (parent, year) sums there are, and those that differ by more than rounding to a rupiah."""
    children: dict[str, list[Program]] = defaultdict(list)
    for program in programs:
        if program.parent is not None:
            children[program.parent].append(program)
    by_id = {program.id: program for program in programs}
    checked, wrong = 0, []
    for parent, below in children.items():
        for year, amount in by_id[parent].budget.items():
            checked += 1
            total = sum((child.budget.get(year, Decimal(0)) for child in below), Decimal(0))
            if abs(total - amount) > 1:
                wrong.append((by_id[parent].code, year, amount, total))
    return checked, wrong


_CODE = re.compile(r"(\d\.\d\d\.\d\d(?:\.\d\.\d\d(?:\.\d{4}|\.\d\d)?)?)(?![\d.])")
_AMOUNT = re.compile(r"(?:Rp\.?)?(\d{1,3}(?:\.\d{3})+)(?:,\d\d|,-)?")


class BudgetLine(NamedTuple):
    """A row that prints a code and figures: page, code, and its figures of a thousand and more, sorted."""

    page: int
    code: str
    figures: tuple[int, ...]


def printed_budget_lines(document: Document) -> Iterator[BudgetLine]:
    """The rows of ruled tables in which one cell begins with a code and others are money, by their characters alone."""
    for page in document.pages:
        for table in page.tables:
            rows: dict[int, list[str]] = defaultdict(list)
            for cell in table.cells:
                rows[cell.row].append(re.sub(r"\s", "", cell.text))
            for _, cells in sorted(rows.items()):
                code = next((match[1] for cell in cells if (match := _CODE.match(cell))), None)
                amounts = [int(match[1].replace(".", "")) for cell in cells if (match := _AMOUNT.fullmatch(cell))]
                if code and amounts:
                    yield BudgetLine(page.number, code, tuple(sorted(amounts)))


def missed_and_invented(
    lines: Sequence[BudgetLine], programs: Sequence[Program]
) -> tuple[list[BudgetLine], list[Program]]:
    """Printed lines that are no program's, and programs with code and budget that no line prints, one to one.

    A program that is printed in several places answers as many lines.
    """
    waiting: dict[str, list[tuple[Program, Counter[int]]]] = defaultdict(list)
    for program in programs:
        amounts = Counter(int(amount) for amount in program.budget.values() if amount >= 1000)
        if program.code and amounts:
            waiting[program.code].extend([(program, amounts)] * len(program.evidence))
    answered: set[str] = set()
    missed = []
    for line in lines:
        figures = Counter(line.figures)
        candidates = waiting[line.code]
        index = next((n for n, (_, amounts) in enumerate(candidates) if amounts <= figures), None)
        if index is None:
            missed.append(line)
        else:
            answered.add(candidates.pop(index)[0].id)
    unanswered = {program.id: program for left in waiting.values() for program, _ in left if program.id not in answered}
    return missed, list(unanswered.values())


class RawLine(NamedTuple):
    """A row of the raw text: page, code, the digits of its figures as far as their first lines print them, and the
    words to the right of them."""

    page: int
    code: str
    figures: tuple[str, ...]
    beside: tuple[str, ...]


_FIRST_LINE = re.compile(r"(?:Rp\.?\s?)?(\d{1,3}(?:\.\d{3})+(?:\.\d{0,2})?)(?:,\d\d)?")
_RAW_CODE = re.compile(r"\W*(\d\.\d\d\.\d\d(?:\.\d\.\d\d(?:\.\d{4}|\.\d\d)?)?)(?![\d.])")
_TALLEST = 12.0
"""Heights of a line by which the figures of a row may stand below its code: cells are centred."""


class _Run(NamedTuple):
    """Characters in one line: left edge, middle from the bottom of the page, height, words."""

    left: float
    middle: float
    height: float
    words: str


def raw_budget_lines(path: Path) -> Iterator[RawLine]:
    """What begins with a code and has money to its right, by pdfium's runs of text alone: no table, no word of ours."""
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(path)
    for number in range(len(document)):
        page = document[number].get_textpage()
        boxes = [page.get_rect(index) for index in range(page.count_rects())]
        runs = [
            _Run(left, (bottom + top) / 2, top - bottom, " ".join(page.get_text_bounded(*box).split()))
            for box in boxes
            for left, bottom, _, top in (box,)
        ]
        yield from _raw_rows(number + 1, runs)


def _raw_rows(page: int, runs: list[_Run]) -> Iterator[RawLine]:
    """The nearest row of money at or below each code and above the next one."""
    coded = sorted((run for run in runs if _RAW_CODE.match(run.words)), key=lambda run: -run.middle)
    money = [run for run in runs if _FIRST_LINE.fullmatch(run.words)]
    for code, below in itertools.zip_longest(coded, coded[1:]):
        lowest = max(below.middle + 1.5 * below.height if below else 0.0, code.middle - _TALLEST * code.height)
        near = [run for run in money if lowest < run.middle < code.middle + code.height and run.left > code.left]
        if not near:
            continue
        level = max(run.middle for run in near)
        row = [run for run in runs if abs(run.middle - level) < run.height / 2 and run.left > code.left]
        figures = [run for run in row if run in near]
        last = max(run.left for run in figures)
        beside = tuple(key(run.words) for run in row if run.left > last and not run.words[0].isdigit())
        digits = tuple(re.sub(r"\D", "", _FIRST_LINE.fullmatch(run.words)[1]) for run in figures)
        yield RawLine(page, _RAW_CODE.match(_unwrapped(code, runs))[1], digits, beside)


def _unwrapped(code: _Run, runs: list[_Run]) -> str:
    """A code that fills its run, with the end that stands beside it (".0020") or right below it."""
    ends = (
        run.words
        for run in runs
        if (abs(run.middle - code.middle) < 1 and run.left > code.left and run.words.startswith("."))
        or (abs(run.left - code.left) < 2 and 0 < code.middle - run.middle < 2 * code.height and run.words[0].isdigit())
    )
    return code.words + next(ends, "") if " " not in code.words else code.words


def raw_faults(lines: Sequence[RawLine], extraction: Extraction) -> tuple[list[str], list[Program]]:
    """What of the raw lines did not come out as they stand (found, level, parent, unit), in words, and the programs
    with code and budget that stand on no line, one to one. A row listed as unread is not lost."""
    found = (*extraction.programs, *extraction.groups)
    by_id = {program.id: program for program in found}
    known = {program.code for program in found}
    waiting: dict[tuple[int, str], list[Program]] = defaultdict(list)
    for program in found:
        for place in program.evidence:
            waiting[place.page or 0, program.code or ""].append(program)
    unread = [(item.evidence.page, key(item.evidence.quote)) for item in extraction.unread]
    faults: list[str] = []
    answered: set[str] = set()
    for line in lines:
        candidates = waiting[line.page, line.code]
        index = next((n for n, program in enumerate(candidates) if _prints(line, program)), None)
        if index is None:
            if not any(page == line.page and quote.startswith(key(line.code)) for page, quote in unread):
                faults.append(f"p. {line.page} {line.code}: not found {line.figures}")
            continue
        program = candidates.pop(index)
        answered.add(program.id)
        faults += [f"p. {line.page} {line.code}: {fault}" for fault in _misplaced(line, program, by_id, known)]
    return faults, [p for p in extraction.programs if p.code and any(p.budget.values()) and p.id not in answered]


def _prints(line: RawLine, program: Program) -> bool:
    amounts = [str(int(amount)) for amount in program.budget.values()]
    return all(any(amount.startswith(figure) for amount in amounts) for figure in line.figures)


def _misplaced(line: RawLine, program: Program, by_id: dict[str, Program], known: set[str | None]) -> Iterator[str]:
    if program.level != codes.level(line.code):
        yield f"level {program.level}"
    wanted = codes.parent(line.code)
    parent = by_id.get(program.parent or "")
    if wanted in known and program.level not in ("urusan", "bidang", "program") and (parent and parent.code) != wanted:
        yield f"parent {parent and parent.code}"
    unit = key(program.unit)
    if unit and line.beside and not any(words in unit for words in line.beside):
        yield f"unit {program.unit} for {line.beside}"


def unlike_official_names(programs: Sequence[Program]) -> tuple[int, list[tuple[str, str, float]]]:
    """How many programs have a code of the nomenclature, and (code, name, likeness 0..1) of those whose name is less
    than 0.9 like any name the code has had."""
    known, unlike = 0, []
    for program in programs:
        whole = (
            program.code is not None and codes.level(program.code) == program.level
        )  # some plans print the end alone
        entry = nomenclature.lookup(program.code or "") if whole else None
        if entry is None:
            continue
        known += 1
        names = (entry.label.id, *entry.former_names)
        likeness = max(fuzz.ratio(text.normal(program.name), text.normal(name)) for name in names) / 100
        if likeness < 0.9:
            unlike.append((str(program.code), program.name, likeness))
    return known, unlike


def codes_of_table_iv_1(rpjmd: str) -> dict[str, str]:
    """The codes in the code column of DKI's program table, slips of its OCR included, and what stands beside them."""
    table = rpjmd[rpjmd.rindex("Tabel IV.1 Program Perangkat Daerah Disertai") :]
    table = table[: table.find("Tabel IV.2")]
    row = re.compile(r"<tr>\s*<td[^>]*>\s*(\d(?:\.\d+)+)\s*</td>\s*<td[^>]*>(.*?)</td>", re.DOTALL)
    return {match[1]: match[2] for match in row.finditer(table)}


def lost_codes(printed: dict[str, str], extraction: Extraction) -> list[str]:
    """The printed codes that are no program's nor group's, by whose name nothing came out, and that are not unread."""
    found = (*extraction.programs, *extraction.groups)
    known = {nomenclature.canonical(program.code) for program in found if program.code}
    names = {key(program.name) for program in found if program.name}
    unread = [item.evidence.quote for item in extraction.unread]
    return [
        code
        for code, beside in printed.items()
        if nomenclature.canonical(code) not in known
        and not any(key(beside).startswith(name) for name in names)
        and not any(quote.startswith(code) for quote in unread)
    ]
