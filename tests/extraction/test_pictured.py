"""Codes and figures that OCR spoilt, and heads laid over tables by what their columns hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment.extraction import fitting
from alignment.extraction.columns import Column
from alignment.extraction.heads import head_blocks
from alignment.extraction.pictured import mended_code, mended_figure
from alignment.models import Cell, Table


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("213.03 Program Peningkatan Kerja Sama Desa", "2.13.03 Program Peningkatan Kerja Sama Desa"),
        ("213.04.2.01.0003 Fasilitasi", "2.13.04.2.01.0003 Fasilitasi"),
        ("2.13.02.2.010001 Sub Kegiatan Pembentukan", "2.13.02.2.01.0001 Sub Kegiatan Pembentukan"),
        ("213.01.2.09.0001 Sub Kegiatan Penyediaan Jasa", "2.13.01.2.09.0001 Sub Kegiatan Penyediaan Jasa"),
    ],
)
def test_lost_dots_are_put_back_where_the_nomenclature_proves_them(read: str, printed: str) -> None:
    assert mended_code(read) == printed


@pytest.mark.parametrize(
    "read", ["213.03 Program Pengelolaan Persampahan", "913.04.2.01.0003 Fasilitasi", "2.13.03 Program", "12.500 orang"]
)
def test_a_code_that_nothing_proves_stays_as_it_was_read(read: str) -> None:
    assert mended_code(read) is None


@pytest.mark.parametrize(
    ("read", "meant"),
    [("40000,000", "40.000.000"), ("s00,000,000", "500.000.000"), ("990,000,000.0", "990.000.000")],
)
def test_figures_get_back_their_separators_and_digits(read: str, meant: str) -> None:
    assert mended_figure(read) == meant


@given(st.text(max_size=30))
def test_any_words_are_left_alone_or_become_a_figure(words: str) -> None:
    mended = mended_figure(words)
    assert mended is None or mended.replace(".", "").isdigit()


HEAD = (
    Column("name", None, 0, 200),
    Column("indicator", None, 200, 300),
    Column("target", 2026, 300, 330),
    Column("budget", 2026, 330, 400),
    Column("target", 2027, 400, 430),
    Column("budget", 2027, 430, 500),
)
ROW = ["2.16.03 Program Informatika", "Indeks layanan", "3", "1.500.000.000", "4", "1.700.000.000"]


def test_a_head_is_laid_over_a_continuation_with_other_places_by_what_its_columns_hold() -> None:
    edges = [0, 80, 240, 330, 360, 440, 460, 500]
    texts = ["", *ROW]
    boxes = [(edges[n], 0.0, edges[n + 1], 10.0) for n in range(7)]
    cells = tuple(Cell(0, n, 1, 1, text, box) for n, (text, box) in enumerate(zip(texts, boxes, strict=True)))
    laid = fitting.laid(HEAD, Table(page=2, rows=1, columns=7, cells=cells))
    assert laid is not None
    assert {(c.field, c.year): c.x0 for c in laid if c.field == "budget"} == {
        ("budget", 2026): 360,
        ("budget", 2027): 460,
    }


def fields_below(*rows: list[tuple[int, int, str]]) -> list[tuple[str | None, int | None]]:
    """Field and year of each column below head rows of (column, columns spanned, words)."""
    cells = tuple(Cell(n, column, 1, span, words) for n, row in enumerate(rows) for column, span, words in row)
    table = Table(page=1, rows=len(rows), columns=max(c.column + c.column_span for c in cells), cells=cells)
    (block,) = head_blocks(table, None)
    return [(column.field, column.year) for column in block.columns]


def test_words_over_the_last_year_that_run_too_far_give_no_year_to_the_end_of_the_plan() -> None:
    measures = ["Target", "Rp"] * 4
    found = fields_below(
        [
            (0, 1, "Kode"),
            (1, 1, "Program"),
            (2, 5, "Kerangka Pendanaan"),
            (7, 1, "Kondisi Akhir"),
            (8, 2, "Perangkat Daerah"),
        ],
        [(2, 2, "2026"), (4, 3, "2027")],
        [(n, 1, words) for n, words in enumerate(measures, 2)],
    )
    assert found[2:8] == [
        ("target", 2026),
        ("budget", 2026),
        ("target", 2027),
        ("budget", 2027),
        ("end_target", None),
        ("total", None),
    ]
    assert found[8][0] == "agency"


def test_a_head_that_a_line_runs_through_is_one_head() -> None:
    found = fields_below(
        [(0, 1, "Program"), (1, 1, "Indikator"), (2, 1, "Satuan"), (3, 1, "2026")],
        [(1, 1, "Outcome/Output"), (3, 1, "Target")],
    )
    assert found == [("program", None), ("indicator", None), ("unit", None), ("target", 2026)]


def test_a_head_that_what_stands_below_contradicts_is_not_laid_over_it() -> None:
    texts = ["Indeks layanan", "1.500.000.000", "2.16.03 Program Informatika", "3", "1.700.000.000", "4"]
    boxes = [(column.x0, 0.0, column.x1, 10.0) for column in HEAD]
    cells = tuple(Cell(0, n, 1, 1, text, box) for n, (text, box) in enumerate(zip(texts, boxes, strict=True)))
    assert fitting.laid(HEAD, Table(page=2, rows=1, columns=6, cells=cells)) is None


def test_targets_with_two_decimals_are_no_codes() -> None:
    texts = ["2.16.03 Program Informatika", "Indeks layanan", "4.38", "1.500.000.000", "4.50", "1.700.000.000"]
    boxes = [(column.x0, 0.0, column.x1, 10.0) for column in HEAD]
    cells = tuple(Cell(0, n, 1, 1, text, box) for n, (text, box) in enumerate(zip(texts, boxes, strict=True)))
    assert fitting.laid(HEAD, Table(page=2, rows=1, columns=6, cells=cells)) == HEAD
