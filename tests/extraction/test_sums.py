"""Figures that OCR read: what the sums of the plan prove, mend, or leave to be read by a person."""

from __future__ import annotations

from decimal import Decimal

from alignment.extraction.sums import proven
from alignment.models import Cell, Document, Evidence, Page, Program, Table
from alignment.models.program import Extraction

KEGIATAN = "2.16.03.2.01"
ROWS = {KEGIATAN: 0, f"{KEGIATAN}.0001": 1, f"{KEGIATAN}.0002": 2, f"{KEGIATAN}.0003": 3}


def program(code: str, budget: dict[int, int], page: int = 1) -> Program:
    top = 20.0 * ROWS[code]
    return Program(
        id=code if page == 1 else f"{code}#2",
        document="plan",
        parent=KEGIATAN if code != KEGIATAN else None,
        level="kegiatan" if code == KEGIATAN else "sub_kegiatan",
        code=code,
        name=code,
        budget={year: Decimal(amount) * 1_000_000 for year, amount in budget.items()},
        evidence=(Evidence(document="plan", page=page, box=(0, top, 500, top + 18), ocr_confidence=0.9),),
    )


def plan(*cells: Cell, ocr: float | None = 0.9) -> Document:
    table = Table(page=1, rows=4, columns=9, cells=cells)
    pages = tuple(Page(number=n, width=600, height=800, tables=(table,), ocr_confidence=ocr) for n in (1, 2))
    return Document(id="plan", name="plan.pdf", sha256="0" * 64, engine="test", pages=pages)


def read(*programs: Program, document: Document | None = None) -> Extraction:
    return proven(Extraction(document="plan", programs=programs), document or plan())


def budgets(extraction: Extraction) -> list[dict[int, int]]:
    return [{year: int(amount) // 1_000_000 for year, amount in p.budget.items()} for p in extraction.programs]


def family(parent: int, *children: int) -> list[Program]:
    """A family that adds up in 2025, with these figures in 2026."""
    below = [program(f"{KEGIATAN}.000{n}", {2025: 10, 2026: amount}) for n, amount in enumerate(children, 1)]
    return [program(KEGIATAN, {2025: 10 * len(children), 2026: parent}), *below]


def test_what_adds_up_is_kept() -> None:
    found = read(*family(55, 30, 25))
    assert budgets(found) == [{2025: 20, 2026: 55}, {2025: 10, 2026: 30}, {2025: 10, 2026: 25}]
    assert not found.unread


def test_the_one_slip_that_makes_a_sum_agree_is_mended_and_what_was_read_stays_as_a_place() -> None:
    found = read(*family(4110, 660, 450))
    assert budgets(found)[0] == {2025: 20, 2026: 1110}
    assert [place.quote for place in found.programs[0].evidence] == ["", "4.110.000.000"]
    assert (found.programs[0].evidence[1].ocr_confidence or 1) < 0.9
    assert not found.unread


def test_figures_that_two_slips_could_explain_are_listed_row_by_row_and_are_no_money_of_the_plan() -> None:
    found = read(*family(26, 13, 13))  # 13 + 13 = 26 agrees
    assert not found.unread
    found = read(*family(32, 13, 13))  # either 13 may be a 19
    assert budgets(found) == [{2025: 20}, {2025: 10}, {2025: 10}]
    assert len(found.unread) == 3
    assert "2026: 32.000.000" in found.unread[0].reason.id


def test_the_same_slip_in_two_figures_is_mended() -> None:
    found = read(*family(38, 13, 13))
    assert budgets(found)[1:] == [{2025: 10, 2026: 19}, {2025: 10, 2026: 19}]


def test_a_second_reading_decides_between_slips() -> None:
    cell = Cell(1, 5, 1, 1, "13.000.000", (100, 22, 150, 34), "19.000.000")
    found = read(*family(32, 13, 13), document=plan(cell))
    assert budgets(found)[1:] == [{2025: 10, 2026: 19}, {2025: 10, 2026: 13}]


def test_a_sum_that_never_agrees_mends_nothing_for_a_row_may_be_missing() -> None:
    rows = [program(KEGIATAN, {2026: 4110}), program(f"{KEGIATAN}.0001", {2026: 660})]
    found = read(*rows, program(f"{KEGIATAN}.0002", {2026: 450}))
    assert budgets(found) == [{}, {}, {}]


def test_figures_that_were_not_read_by_ocr_stay_as_printed() -> None:
    rows = family(4110, 660, 450)
    assert read(*rows, document=plan(ocr=None)).programs == tuple(rows)


def test_rows_without_others_above_or_below_stay_as_they_were_read() -> None:
    alone = program(KEGIATAN, {2026: 4110})
    assert read(alone).programs == (alone,)


def test_a_row_that_ends_one_picture_and_opens_the_next_is_one() -> None:
    rows = family(55, 30, 25)
    again = program(f"{KEGIATAN}.0002", {2025: 10, 2026: 25}, page=2)
    found = read(*rows, again)
    assert [p.code for p in found.programs] == [p.code for p in rows]
    assert [place.page for place in found.programs[-1].evidence] == [1, 2]
    assert not found.unread
