"""What holds for every table: the order of columns, page breaks, captions and merged cells change nothing."""

from __future__ import annotations

import itertools
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from alignment.extraction import extract_programs
from alignment.grammar import codes, money, periods
from alignment.models import Document

from .test_printed_layouts import plan

COLUMNS = {
    "name": ("PROGRAM PENGELOLAAN PERSAMPAHAN", ["Program/Kegiatan", "Nama Program dan Kegiatan", "URAIAN KEGIA TAN"]),
    "indicator": (
        "Persentase sampah yang ditangani",
        ["Indikator", "Indikator Kinerja Program (outcome)", "Tolok Ukur"],
    ),
    "unit": ("%", ["Satuan", "SATU AN", "Satuan Target"]),
    "baseline": ("58,4", ["Baseline 2024", "Kondisi Awal (2024)", "Data Dasar"]),
    "target": ("60", ["Target 2026", "Target Kinerja Tahun 2026"]),
    "budget": ("2.322.258.000", ["Pagu 2026", "Anggaran 2026 (Rp)", "Kebutuhan Dana Tahun 2026"]),
    "location": ("Kecamatan Purnama", ["Lokasi", "Lokus Kegiatan"]),
    "agency": ("Dinas Lingkungan Hidup", ["OPD", "Perangkat Daerah Penanggung Jawab", "Pelaksana"]),
    "funding": ("APBD", ["Sumber Dana", "Sumber Pembiayaan"]),
}
WORDED = st.tuples(*(st.sampled_from(words) for _, words in COLUMNS.values()))


@settings(max_examples=80, deadline=None)
@given(st.permutations(list(COLUMNS)), WORDED)
def test_the_order_and_wording_of_heads_change_nothing(order, worded):
    heads = dict(zip(COLUMNS, worded, strict=True))
    rows = [["Kode", *(heads[name] for name in order)], ["2.11.11", *(COLUMNS[name][0] for name in order)]]
    (found,) = extract_programs(plan([rows])).programs
    (indicator,) = found.indicators
    assert (found.code, found.name, found.budget) == ("2.11.11", COLUMNS["name"][0], {2026: Decimal(2_322_258_000)})
    assert (found.location, found.agency, found.funding) == ("Kecamatan Purnama", "Dinas Lingkungan Hidup", ("APBD",))
    assert (indicator.name, indicator.unit, indicator.baseline) == ("Persentase sampah yang ditangani", "%", "58,4")
    assert indicator.targets == {2026: "60"}


HEAD = [
    ["Kode", "Program/Kegiatan", "Pagu Indikatif", "<", "Indikator", "Satuan", "Target", "<"],
    ["^", "^", "2026", "2027", "^", "^", "2026", "2027"],
]
NUMBERS = [f"({number})" for number in range(1, 9)]
CODED = [
    (code, name, [(f"{name} ukuran {n}", str(n), str(n + 1)) for n in range(count)])
    for code, name, count in [
        ("2.11.11", "PROGRAM SAMPAH", 3), ("2.11.11.2.01", "Pengelolaan Sampah", 2), ("2.11.12", "PROGRAM TAMAN", 4),
    ]
]  # fmt: skip
ROWS = [
    [*((code, name, "100.000.000", "110.000.000") if n == 0 else "^^^^"), words, "Unit", one, other]
    for code, name, measured in CODED
    for n, (words, one, other) in enumerate(measured)
]


def piece(rows: list[list[str]], *, head: bool, numbered: bool) -> list[list[str]]:
    """Rows of one page: cells that a page break cut go on empty, as they are printed."""
    first = ["" if cell == "^" else cell for cell in rows[0]]
    going = list(itertools.takewhile(lambda row: row[0] == "^", rows[1:])) if rows[0][0] == "^" else []
    return [*(HEAD if head else []), *([NUMBERS] if head and numbered else []), first, *going, *rows[1 + len(going) :]]


def facts(document: Document) -> list[tuple[object, ...]]:
    return [
        (p.id, p.parent, p.name, p.budget, [(i.name, i.unit, i.targets) for i in p.indicators])
        for p in extract_programs(document).programs
    ]


WHOLE = facts(plan(["Tabel 4.1 Rencana Program", [*HEAD, *ROWS]]))


@settings(max_examples=60, deadline=None)
@given(st.sets(st.integers(1, len(ROWS) - 1), max_size=4), st.data())
def test_page_breaks_inside_merged_cells_captions_and_number_rows_change_nothing(cuts, data):
    pages = []
    for start, end in itertools.pairwise([0, *sorted(cuts), len(ROWS)]):
        head = start == 0 or data.draw(st.booleans())
        lines = ["Tabel 4.1 Rencana Program" + (" (lanjutan)" if start else "")]
        captioned = start == 0 or data.draw(st.booleans())
        pages.append(
            [*(lines if captioned else []), piece(ROWS[start:end], head=head, numbered=data.draw(st.booleans()))]
        )
    assert facts(plan(*pages)) == WHOLE


def test_a_whole_table_with_merged_cells_is_read_exactly():
    assert [(f[2], len(f[4])) for f in WHOLE] == [(name, len(measured)) for _, name, measured in CODED]
    assert WHOLE[1][1] == WHOLE[0][0]


AMOUNTS = st.integers(0, 10**14)


@given(AMOUNTS, st.sampled_from(["{d}", "Rp{d}", "Rp. {d}", "{d},00", "{d},-", "{c}", "{c}.00"]), st.integers(0, 20))
def test_an_amount_reads_as_printed_even_wrapped_inside_the_number(amount, printed, cut):
    commas = f"{amount:,}"
    words = printed.format(d=commas.replace(",", "."), c=commas)
    assert money.parse(words) == amount
    assert money.parse(f"{words[:cut]}\n{words[cut:]}") == amount


@given(
    st.integers(2000, 2060),
    st.integers(0, 30),
    st.sampled_from(["{}-{}", "{} – {}", "{} s.d. {}", "{} sampai dengan {}"]),
)
def test_a_period_covers_each_of_its_years(start, length, printed):
    words = f"Tahun {printed.format(start, start + length)}"
    assert periods.period(words) == (start, start + length)
    assert periods.expand(words) == tuple(range(start, start + length + 1))


PARTS = st.tuples(
    st.integers(1, 8),
    st.integers(1, 35),
    st.integers(2, 40),
    st.integers(1, 2),
    st.integers(1, 60),
    st.integers(1, 999),
)


@given(PARTS, st.sampled_from([3, 5, 6]), st.sampled_from([" ", " - ", "\n"]), st.data())
def test_a_code_at_the_head_of_a_name_is_read_with_its_parent_even_wrapped(parts, size, gap, data):
    printed = [f"{parts[0]}", *(f"{part:02}" for part in parts[1:3]), f"{parts[3]}", f"{parts[4]:02}", f"{parts[5]:04}"]
    code = ".".join(printed[:size])
    cut = data.draw(st.sampled_from([0, code.rindex(".") + 1]))
    coded = codes.leading(f"{code[:cut]}\n{code[cut:]}{gap}Pengelolaan Sampah")
    assert coded == (code, "Pengelolaan Sampah")
    assert codes.level(code) == {3: "program", 5: "kegiatan", 6: "sub_kegiatan"}[size]
    assert code.startswith(f"{codes.parent(code)}.")
