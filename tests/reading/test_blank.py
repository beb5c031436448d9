"""Tables without lines and colours are found by what begins their rows."""

from __future__ import annotations

from alignment.reading.blank import find_blank_grids
from alignment.reading.columns import find_open_grids
from alignment.reading.drawings import Drawn, Rule, Rules
from alignment.reading.pdfium import Word

_PITCH = 5.0
_LEFT = (40.0, 140.0, 300.0, 380.0)


def printed(rows: list[tuple[float, list[str]]]) -> list[Word]:
    """Words of lines (top, cells): each cell at its column's place, letters five points wide."""
    words: list[Word] = []
    for number, (top, cells) in enumerate(rows):
        for left, cell in zip(_LEFT, cells, strict=False):
            x = left
            for text in cell.split():
                words.append(Word(text, x, top, x + _PITCH * len(text), top + 8, number, len(words)))
                x += _PITCH * (len(text) + 0.6)
    return words


HEAD = (80.0, ["Kode", "Program/Kegiatan", "Target", "Pagu 2026"])
ROWS = [
    (100.0, ["2.11.11", "PROGRAM PENGELOLAAN", "60", "2.322.258.000"]),
    (110.0, ["", "PERSAMPAHAN", "", ""]),
    (130.0, ["2.11.11.2.01", "Pengelolaan Sampah", "4300", "2.322.258.000"]),
    (150.0, ["2.11.11.2.01.0004", "Sarana Persampahan", "15", "1.973.414.000"]),
]


def test_rows_begin_with_codes_and_columns_are_where_no_word_stands():
    caption = (60.0, ["", "Tabel 4.2 Program dan Pagu Tahun 2026 Dinas Lingkungan Hidup Kabupaten"])
    (grid,) = find_blank_grids([], printed([caption, HEAD, *ROWS]))
    assert (len(grid.y) - 1, len(grid.x) - 1) == (4, 4)
    assert grid.y[0] > 68  # below the caption
    assert grid.y[2] > 118  # the second line of the name is in the first row


def test_numbers_that_count_up_begin_rows_too_others_do_not():
    def rows(numbers: list[str]) -> list[Word]:
        return printed([(80.0 + 20 * n, [one, "Layanan Warga", "Dinas", "2026"]) for n, one in enumerate(numbers)])

    assert find_blank_grids([], rows(["1.", "2.", "3."]))
    assert find_blank_grids([], rows(["4", "9", "7"])) == []


def test_a_numbered_list_is_no_table():
    lines = [(80.0 + 20 * n, [f"{n + 1}.", "Meningkatkan mutu layanan bagi warga"]) for n in range(4)]
    assert find_blank_grids([], printed(lines)) == []


def sectioned() -> list[Word]:
    return printed(
        [
            (80.0, ["No", "Program", "OPD", "Anggaran"]),
            (100.0, ["SMART GOVERNANCE DAN BIROKRASI"]),
            (120.0, ["1.", "Portal Data", "Diskominfo", "450.000.000"]),
            (140.0, ["2.", "Arsip Digital", "Dinas", "320.500.000"]),
            (160.0, ["SMART LIVING DAN KESEHATAN"]),
            (180.0, ["1.", "Ambulans Laut", "Dinkes", "890.000.000"]),
        ]
    )


def test_titles_among_the_rows_run_over_the_columns_and_numbers_begin_anew_below_them():
    (grid,) = find_blank_grids([], sectioned())
    assert (len(grid.y) - 1, len(grid.x) - 1) == (6, 4)
    assert [cell.row for cell in grid.cells if cell.column_span == 4] == [1, 4]


def test_titles_between_lying_rules_run_over_the_columns():
    lying = [Rule(at, 35.0, 480.0) for at in (75.0, 95.0, 115.0, 135.0, 155.0, 175.0, 195.0)]
    (grid,) = find_open_grids(Drawn(Rules([], lying), [], []), [], sectioned())
    assert (len(grid.y) - 1, len(grid.x) - 1) == (6, 4)
    assert [cell.row for cell in grid.cells if cell.column_span == 4] == [1, 4]


def test_a_line_of_the_head_runs_over_the_columns_it_heads_together():
    years = [Word("Tahun", 335.0, 70.0, 360.0, 78.0, 9, 0), Word("2026", 363.0, 70.0, 383.0, 78.0, 9, 1)]
    left = [Word("Urusan", 140.0, 70.0, 170.0, 78.0, 9, 2)]
    (grid,) = find_blank_grids([], [*left, *years, *printed([HEAD, *ROWS])])
    assert (len(grid.y) - 1, len(grid.x) - 1) == (5, 4)
    assert [(cell.row, cell.column) for cell in grid.cells if cell.column_span == 2] == [(0, 2)]


def test_lettered_titles_among_the_rows_run_over_the_columns():
    (grid,) = find_blank_grids(
        [],
        printed(
            [
                (80.0, ["No", "Program", "OPD", "Anggaran"]),
                (100.0, ["A. INFRASTRUKTUR DAN KEAMANAN INFORMASI DAERAH"]),
                (120.0, ["1.", "Portal Data", "Diskominfo", "450.000.000"]),
                (140.0, ["2.", "Arsip Digital", "Dinas", "320.500.000"]),
                (160.0, ["3.", "Ambulans Laut", "Dinkes", "890.000.000"]),
            ]
        ),
    )
    assert [cell.row for cell in grid.cells if cell.column_span == 4] == [1]


def test_a_head_stands_over_its_own_column_though_what_stands_below_is_narrow():
    years = [Word(str(2023 + n), 200.0 + 40 * n, 80.0, 222.0 + 40 * n, 88.0, 0, n) for n in range(3)]
    ticks = [
        Word("√", 200.0 + 40 * n, 100.0 + 20 * row, 204.0 + 40 * n, 108.0 + 20 * row, 0, n)
        for n in range(3)
        for row in range(3)
    ]
    rows = printed([(80.0, ["No", "Program"]), *((100.0 + 20 * n, [f"{n + 1}.", "Portal"]) for n in range(3))])
    (grid,) = find_blank_grids([], [*rows, *years, *ticks])
    assert len(grid.x) - 1 == 5
    assert all(cell.column_span == 1 for cell in grid.cells)
