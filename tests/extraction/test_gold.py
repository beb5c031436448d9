"""Extraction against what a reader saw on the pages (tests/gold/reading), document by document.

Measured are indicator rows with unit, baseline and targets all right, and names of programs without codes that were
found or invented. The aim is 95 % found and 5 % invented; the floors are what holds today, so no document reads worse
than it did. Every miss is printed (`pytest -s`).
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import alignment
from alignment.models import Extraction, Indicator, Program

GOLD = Path(__file__).resolve().parents[1] / "gold" / "reading"
Label = dict[str, Any]

AIM = 0.95
INDICATORS_AT_LEAST = 1.0
INDICATORS_BY_DOCUMENT = {"rpjmd-dki-jakarta-2025-2029.md": 0.73}
UNDER_THEIR_PROGRAM_AT_LEAST = 0.93
FOUND_AT_LEAST = 1.0
INVENTED_AT_MOST = 0.0


def _labels(name: str) -> dict[str, list[Label]]:
    by_document: dict[str, list[Label]] = defaultdict(list)
    for line in (GOLD / name).read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        by_document[label["document"]].append(label)
    return dict(by_document)


INDICATORS = _labels("indicators.jsonl")
UNCODED = _labels("uncoded.jsonl")


@cache
def _extract(path: Path) -> Extraction:
    return alignment.extract_programs(
        alignment.read(path, alignment.Options(ocr="off"))
    )  # no labelled page is a picture


def _key(text: str | None) -> str:
    """Letters, figures and the signs that are units, without what line breaks do to blanks."""
    return re.sub(r"[^\w%]", "", text or "").casefold()


def _figure(text: str | None, unit: str) -> str:
    """A figure as printed, without blanks and without the unit that may stand behind it."""
    bare = re.sub(r"\s", "", text or "").casefold()
    return bare.removesuffix(re.sub(r"\s", "", unit).casefold())


def _pages(*owners: Indicator | Program) -> set[int]:
    return {evidence.page for owner in owners for evidence in owner.evidence if evidence.page is not None}


class Read(NamedTuple):
    """One indicator that came out, with the program it hangs on."""

    program: Program
    indicator: Indicator

    def answers(self, label: Label) -> bool:
        """It begins as the label and stands on its page; where a file has no pages, under its code."""
        page = label["page"]
        here = self.under(label) if page is None else page in _pages(self.indicator, self.program)
        return here and _key(self.indicator.name).startswith(_key(label["name_starts"]))

    def under(self, label: Label) -> bool:
        """It hangs on the program the label names; `01.05` is `1.05`, and a plan may print the end of a code alone."""
        code = label["code"]
        return code is None or _key(self.program.code).endswith(_key(code).lstrip("0"))


def _faults(label: Label, read: Read, years: set[str]) -> list[str]:
    """What of unit, baseline and targets differs from the label, in words; `years` are those of the label's table.

    The same indicator can stand in a second table with a further year, which is not this row's fault.
    """
    unit, indicator = label["unit"], read.indicator
    faults = []
    printed = " ".join(label["targets"].values())
    unit_in_figure = indicator.unit is None and _key(unit) in _key(printed)
    if not unit_in_figure and _key(indicator.unit) != _key(unit):
        faults.append(f"unit {indicator.unit!r} for {unit!r}")
    if _figure(indicator.baseline, unit) != _figure(label["baseline"], unit):
        faults.append(f"baseline {indicator.baseline!r} for {label['baseline']!r}")
    wanted = {year: _figure(figure, unit) for year, figure in label["targets"].items()}
    got = {str(year): _figure(figure, unit) for year, figure in sorted(indicator.targets.items()) if figure}
    if not all(year.isdigit() for year in years):  # "Tahun 1": only the order is printed
        same = list(wanted.values()) == list(got.values())
    else:
        same = wanted == {year: figure for year, figure in got.items() if year in years}
    if not same:
        faults.append(f"targets {got} for {wanted}")
    return faults


def _compared(labels: list[Label], extraction: Extraction) -> list[tuple[Label, Read | None, list[str]]]:
    """Each label with its own indicator, one to one: the fewest faults first, then the right program."""
    reads = [Read(program, indicator) for program in extraction.programs for indicator in program.indicators]
    years: dict[int | None, set[str]] = defaultdict(set)
    for label in labels:
        years[label["page"]] |= set(label["targets"])
    pairs = []
    for number, label in enumerate(labels):
        for place, read in enumerate(reads):
            if read.answers(label):
                faults = _faults(label, read, years[label["page"]])
                pairs.append((len(faults), not read.under(label), number, place, faults))
    matched: dict[int, tuple[Read, list[str]]] = {}
    taken: set[int] = set()
    for _, _, number, place, faults in sorted(pairs, key=lambda pair: pair[:4]):
        if number not in matched and place not in taken:
            matched[number] = reads[place], faults
            taken.add(place)
    return [(label, *matched.get(number, (None, ["not found"]))) for number, label in enumerate(labels)]


def _place(label: Label) -> str:
    row = f" row {label['row']}" if "row" in label else ""
    return f"{label['document']} p. {label['page']}{row}: {label['name_starts']}"


def _print(title: str, lines: Iterable[str]) -> None:
    print(f"\n{title}", *lines, sep="\n  ")


@pytest.mark.parametrize("document", sorted(INDICATORS))
def test_indicators_carry_unit_baseline_and_targets(shared, document):
    compared = _compared(INDICATORS[document], _extract(shared / "documents" / document))
    wrong = [(label, faults) for label, _, faults in compared if faults]
    elsewhere = [(label, read) for label, read, _ in compared if read and not read.under(label)]
    right = 1 - len(wrong) / len(compared)
    _print(
        f"{document}: {right:.1%} of {len(compared)} indicator rows right",
        [f"{_place(label)}: {'; '.join(faults)}" for label, faults in wrong]
        + [f"{_place(label)}: under {read.program.code}, not {label['code']}" for label, read in elsewhere],
    )
    assert right >= INDICATORS_BY_DOCUMENT.get(document, INDICATORS_AT_LEAST)


def test_indicators_of_all_documents_together(shared):
    compared = [
        result
        for document, labels in INDICATORS.items()
        for result in _compared(labels, _extract(shared / "documents" / document))
    ]
    assert len(compared) >= 200
    assert len(INDICATORS) >= 6
    right = [(label, read) for label, read, faults in compared if read and not faults]
    assert len(right) / len(compared) >= AIM
    assert sum(read.under(label) for label, read in right) / len(compared) >= UNDER_THEIR_PROGRAM_AT_LEAST


@pytest.mark.xfail(
    strict=True, reason="the last year spans three columns in DKI's Tabel IV.1: the end column is taken one off"
)
def test_end_targets_are_those_printed(shared):
    wanted, wrong = 0, []
    for document, labels in INDICATORS.items():
        for label, read, _ in _compared(labels, _extract(shared / "documents" / document)):
            if label["end_target"] is not None and read:
                wanted += 1
                if _figure(read.indicator.end_target, label["unit"]) != _figure(label["end_target"], label["unit"]):
                    wrong.append(f"{_place(label)}: {read.indicator.end_target!r} for {label['end_target']!r}")
    _print(f"{wanted - len(wrong)} of {wanted} end targets right", wrong)
    assert wanted - len(wrong) >= AIM * wanted


def _is(label: Label, program: Program) -> bool:
    """The program begins as the label, stands on its page, has its level and is whole."""
    words = len(program.name.split())
    whole = label.get("several_lines") or abs(words - label["words"]) <= max(1, label["words"] // 10)
    starts = _key(program.name).startswith(_key(label["name_starts"]))
    return bool(starts and whole and program.level == label["level"] and label["page"] in _pages(program))


@pytest.mark.parametrize("document", sorted(UNCODED))
def test_programs_without_codes_are_found_and_none_invented(shared, document):
    labels = UNCODED[document]
    pages = {label["page"] for label in labels}
    programs = [p for p in _extract(shared / "documents" / document).programs if _pages(p) & pages]
    missed = [label for label in labels if not any(_is(label, program) for program in programs)]
    invented = [program for program in programs if not any(_is(label, program) for label in labels)]
    found = 1 - len(missed) / len(labels)
    _print(
        f"{document}: {found:.1%} of {len(labels)} names found, {len(invented)} of {len(programs)} programs invented",
        [f"missed {_place(label)}" for label in missed]
        + [f"invented p. {sorted(_pages(p))} {p.level}: {p.name}" for p in invented],
    )
    assert found >= FOUND_AT_LEAST
    assert len(invented) <= INVENTED_AT_MOST * len(programs)


def test_amounts_of_programs_without_codes_are_those_printed(shared):
    for document, labels in UNCODED.items():
        programs = _extract(shared / "documents" / document).programs
        for label in labels:
            if label["amount_2026"] is None:
                continue
            amount = Decimal(label["amount_2026"].replace(".", ""))
            assert any(_is(label, p) and p.budget.get(2026) == amount for p in programs), _place(label)
