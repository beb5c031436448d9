"""A table cut into pages at any row, with or without repeated heads, gives the same programs."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment.extraction import extract_programs
from alignment.extraction.proving import prove
from alignment.models import Cell, Document, Line, Page, Period, Table

HEAD = [
    ["BIDANG URUSAN / PROGRAM / OUTCOME / KEGIATAN / SUBKEGIATAN OUTPUT", "INDIKATOR OUTCOME / OUTPUT",
     "BASEL INE TAHU N 2024", "TARGET DAN PAGU INDIKATIF TAHUN", None, None, None, "KET."],
    [None, None, None, "2026", None, "2027", None, None],
    [None, None, None, "TARGET", "PAGU", "TARGET", "PAGU", None],
    ["(01)", "(02)", "(03)", "(04)", "(05)", "(06)", "(07)", "(08)"],
]  # fmt: skip
ROWS = [
    ["2.16 - URUSAN PEMERINTAHAN BIDANG KOMUNIKASI DAN INFORMATIKA", "", "", "", "700.000.000", "", "710.000.000", ""],
    ["2.16.02 - PROGRAM PENGELOLAAN INFORMASI DAN KOMUNIKASI PUBLIK", "", "", "", "300.000.000", "", "310.000.000", ""],
    ["Meningkatnya layanan info", "Indeks keterbukaan (Angka)", "70", "71", "300.000.000", "72", "310.000.000", ""],
    ["2.16.02.2.01 - Pengelolaan Informasi dan Komunikasi", "", "", "", "300.000.000", "", "310.000.000", ""],
    ["Terlaksananya pengelolaan", "Jumlah konten (Konten)", "10", "12", "300.000.000", "14", "310.000.000", ""],
    ["2.16.02.2.01.00\n14 - Relasi Media", "", "", "", "120.000.000", "", "130.000.000", ""],
    ["Tersedianya relasi media", "Jumlah mitra (Mitra)", "3", "4", "120.000.000", "5", "130.000.000", ""],
    ["2.16.02.2.01.0016 - Pengelolaan Konten", "", "", "", "180.000.000", "", "180.000.0\n00", ""],
    ["Tersedianya konten", "Jumlah konten (Konten)", "10", "12", "180.000.000", "14", "180.000.000", ""],
    ["2.16.03 - PROGRAM PENGELOLAAN APLIKASI INFORMATIKA", "", "", "", "400.000.000", "", "400.000.000", ""],
    ["Meningkatnya layanan digital", "Indeks SPBE (Indeks)", "3,1", "3,2", "400.000.000", "3,3", "400.000.000", ""],
]  # fmt: skip


def table(page: int, head: bool, rows: list[list[str]], shift: float = 0.0) -> Table:
    printed = [*(HEAD if head else []), *rows]
    width, height = 90.0, 20.0
    cells = []
    for r, texts in enumerate(printed):
        column = 0
        while column < len(texts):
            text = texts[column]
            span = 1
            while (
                head
                and r < len(HEAD)
                and column + span < len(texts)
                and texts[column + span] is None
                and r == 0
                and column == 3
            ):
                span += 1
            while head and r == 1 and column in (3, 5) and span < 2:
                span += 1
            if text is not None:
                box = (
                    40 + shift + column * width,
                    80 + r * height,
                    40 + shift + (column + span) * width,
                    80 + (r + 1) * height,
                )
                row_span = 3 if head and r == 0 and column in (0, 1, 2, 7) else 1
                cells.append(Cell(r, column, row_span, span, text, box))
            column += span
    box = (40 + shift, 80.0, 40 + shift + 8 * width, 80 + len(printed) * height)
    return Table(page=page, rows=len(printed), columns=8, cells=tuple(cells), box=box)


def document(pieces: list[tuple[bool, list[list[str]], float]]) -> Document:
    pages = tuple(
        Page(
            number=n,
            width=842,
            height=595,
            tables=(table(n, head, rows, shift),),
            lines=(Line("Renstra", (40, 20, 90, 30)),),
        )
        for n, (head, rows, shift) in enumerate(pieces, start=1)
    )
    return Document(
        id="0" * 12,
        name="renstra.pdf",
        sha256="0" * 64,
        engine="test",
        pages=pages,
        period=Period(start=2025, end=2029),
    )


def facts(found: Document) -> list[tuple[object, ...]]:
    programs = extract_programs(found).programs
    return [
        (p.id, p.parent, p.level, p.code, p.name, tuple(p.budget.items()), p.outcome, p.output,
         tuple((i.name, i.unit, i.baseline, tuple(i.targets.items())) for i in p.indicators))
        for p in programs
    ]  # fmt: skip


WHOLE = facts(document([(True, ROWS, 0.0)]))


def test_a_whole_table_gives_its_programs_exactly():
    assert [(f[2], f[3]) for f in WHOLE] == [
        ("program", "2.16.02"), ("kegiatan", "2.16.02.2.01"), ("sub_kegiatan", "2.16.02.2.01.0014"),
        ("sub_kegiatan", "2.16.02.2.01.0016"), ("program", "2.16.03"),
    ]  # fmt: skip
    relations = WHOLE[2]
    assert relations[4] == "Relasi Media"
    assert relations[5] == ((2026, Decimal(120_000_000)), (2027, Decimal(130_000_000)))
    assert relations[8] == (("Jumlah mitra", "Mitra", "3", ((2026, "4"), (2027, "5"))),)
    assert WHOLE[3][5][1] == (2027, Decimal(180_000_000))  # wrapped inside the number
    groups = extract_programs(document([(True, ROWS, 0.0)])).groups
    assert [(g.level, g.code, g.budget[2026]) for g in groups] == [("bidang", "2.16", Decimal(700_000_000))]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, len(ROWS) - 1), max_size=4, unique=True), st.data())
def test_cutting_a_table_into_pages_changes_nothing(cuts, data):
    edges = [0, *sorted(cuts), len(ROWS)]
    pieces = [
        (index == 0 or data.draw(st.booleans()), ROWS[start:end], data.draw(st.sampled_from([0.0, 12.0])))
        for index, (start, end) in enumerate(itertools.pairwise(edges))
    ]
    assert facts(document(pieces)) == WHOLE


def test_every_layout_gives_what_its_case_says():
    tried, failures = prove()
    assert tried >= 4
    assert failures == ()


def _sheet(rows: list[list[str]]) -> Document:
    cells = [Cell(r, c, 1, 1, words) for r, row in enumerate(rows) for c, words in enumerate(row) if words]
    sheet = Table(page=1, rows=len(rows), columns=len(rows[0]), cells=tuple(cells), line=0)
    page = Page(number=1, width=0, height=0, tables=(sheet,))
    return Document(id="d", name="d", sha256="0" * 64, engine="", pages=(page,))


@pytest.mark.parametrize("named", ["Uraian", "Nama", "Nama Program/Kegiatan"])
def test_bare_numbers_under_urusan_bidang_and_program_are_the_parts_of_a_code(named):
    document = _sheet(
        [
            ["Urusan", "Bidang", "Program", "Kegiatan", "Sub Kegiatan", named, "Pagu 2026 (Rp)"],
            ["3", "27", "2", "", "", "Penyediaan sarana pertanian", "500.000.000"],
            ["3", "27", "2", "2.01", "", "Pengawasan sarana pertanian", "500.000.000"],
            ["3", "27", "2", "2.01", "0001", "Pengawasan pupuk bersubsidi", "500.000.000"],
        ]
    )
    told = [(p.code, p.level, p.name, p.agency) for p in extract_programs(document).programs]
    assert told == [
        ("3.27.02", "program", "Penyediaan sarana pertanian", None),
        ("3.27.02.2.01", "kegiatan", "Pengawasan sarana pertanian", None),
        ("3.27.02.2.01.0001", "sub_kegiatan", "Pengawasan pupuk bersubsidi", None),
    ]


def test_names_under_urusan_and_program_stay_names():
    document = _sheet(
        [
            ["Urusan", "Program", "Kegiatan", "Indikator", "Pagu 2026 (Rp)"],
            ["Pertanian", "Penyediaan sarana", "Bantuan benih", "Luas tanam", "200.000.000"],
        ]
    )
    assert [p.name for p in extract_programs(document).programs] == ["Penyediaan sarana", "Bantuan benih"]
