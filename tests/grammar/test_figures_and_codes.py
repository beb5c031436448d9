"""Money, periods and codes as planners print them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment.grammar import codes, money, periods


@pytest.mark.parametrize(
    ("printed", "rupiah"),
    [
        ("31.931.885.422", 31_931_885_422), ("Rp 2,320,294,064", 2_320_294_064), ("9.218.720,-", 9_218_720),
        ("24.000.000,00", 24_000_000), ("9.134.466.94\n0", 9_134_466_940), ("14. 441.033.900", 14_441_033_900),
        ("0", 0),
        ("(1.000.000)", -1_000_000),
    ],
)  # fmt: skip
def test_rupiah_in_every_dress(printed, rupiah):
    assert money.parse(printed) == rupiah


@pytest.mark.parametrize("printed", ["", "-", "–", "12 Dokumen", "1.250.00.000", "B", "95%", "2026", "1.2.3"][:7])
def test_what_is_no_money_is_absent(printed):
    assert money.parse(printed) is None


def test_absent_is_not_zero():
    assert money.parse("-") is None
    assert money.parse("0") == 0


@given(st.integers(0, 10**15), st.sampled_from([".", ","]), st.sampled_from(["", "Rp ", "Rp. "]))
def test_grouped_money_reads_back(amount, separator, prefix):
    printed = prefix + f"{amount:,}".replace(",", separator)
    assert money.parse(printed) == amount


@given(st.integers(10**6, 10**13), st.integers(1, 12))
def test_money_wrapped_anywhere_reads_back(amount, cut):
    printed = f"{amount:,}".replace(",", ".")
    assert money.parse(printed[:cut] + "\n" + printed[cut:]) == amount


def test_heads_scale_their_figures():
    assert money.scale("PAGU (Rp juta)") == 1_000_000
    assert money.scale("Pagu Indikatif (dalam juta rupiah)") == 1_000_000
    assert money.scale("Anggaran (Rp000)") == 1_000
    assert money.scale("(ribu rupiah)") == 1_000
    assert money.scale("PAGU (Rp)") == 1
    assert money.parse("8.691.390", 1_000_000) == Decimal(8_691_390_000_000)


def test_a_comma_below_miliar_is_a_decimal_comma_and_so_is_one_behind_a_zero():
    assert money.parse("42,125", 10**9) == 42_125_000_000
    assert money.parse("0,750", 10**6) == 750_000
    assert money.parse("1,250 miliar") == 1_250_000_000
    assert money.parse("1,250", 10**6) == 1_250_000_000


@pytest.mark.parametrize("printed", ["1,800,000,000.00", "1.800.000.000,00", "180.000", "Rp 180000"])
def test_six_digits_are_an_amount(printed):
    assert money.is_amount(printed)


@pytest.mark.parametrize("printed", ["80.000", "1,234.50", "2026", "12,5"])
def test_less_is_none(printed):
    assert not money.is_amount(printed)


@given(st.text(max_size=40))
def test_no_text_breaks_the_grammars(text):
    money.parse(text)
    money.is_amount(text)
    periods.expand(text)
    coded = codes.leading(text)
    if coded is not None:
        assert codes.level(coded.code) is not None


@pytest.mark.parametrize(
    ("cell", "code", "rest"),
    [
        ("2.16.01.2.01 - Perencanaan", "2.16.01.2.01", "Perencanaan"),
        ("2.16.01.2.01.00\n01 - Penyusunan", "2.16.01.2.01.0001", "Penyusunan"),
        ("2.18.01.\n2.02 - Administrasi", "2.18.01.2.02", "Administrasi"),
        ("1.06.02.2.03.15 Pelayanan", "1.06.02.2.03.15", "Pelayanan"),
        ("X.XX.01.2.01 Perencanaan", "X.XX.01.2.01", "Perencanaan"),
        ("2.16 - URUSAN PEMERINTAHAN", "2.16", "URUSAN PEMERINTAHAN"),
    ],
)
def test_codes_are_put_together(cell, code, rest):
    assert codes.leading(cell) == (code, rest)


@pytest.mark.parametrize(
    "cell", ["1.02.0.00.0.00.01.0007 - UPT Puskesmas", "5.25 persen", "31.931.885.422", "Program 2.16.03", ""]
)
def test_what_looks_like_a_code_and_is_none(cell):
    assert codes.leading(cell) is None


@given(
    st.integers(1, 8),
    st.integers(1, 32),
    st.integers(1, 20),
    st.integers(1, 9),
    st.integers(1, 60),
    st.integers(1, 9999),
    st.data(),
)
def test_a_wrapped_code_is_the_code(urusan, bidang, program, scope, kegiatan, sub, data):
    code = f"{urusan}.{bidang:02}.{program:02}.{scope}.{kegiatan:02}.{sub:04}"
    cut = data.draw(st.integers(2, len(code) - 1))
    assert codes.leading(f"{code[:cut]}\n{code[cut:]} - Nama Sub Kegiatan") == (code, "Nama Sub Kegiatan")


def test_parents_and_levels():
    assert [codes.level(c) for c in ("2", "2.16", "2.16.03", "2.16.03.2.02", "2.16.03.2.02.0038")] == [
        "urusan", "bidang", "program", "kegiatan", "sub_kegiatan",
    ]  # fmt: skip
    assert codes.parent("2.16.03.2.02.0038") == "2.16.03.2.02"
    assert codes.parent("2.16.03.2.02") == "2.16.03"
    assert codes.parent("2") is None
    assert codes.is_supporting("1.02.01.2.01")
    assert codes.is_supporting("X.XX.01")
    assert not codes.is_supporting("2.16.02")


def test_split_and_short_codes_of_old_tables():
    assert codes.joined(["1", "05", "01", "2.01", "01"]) == "1.05.01.2.01.01"
    assert codes.joined(["01", "05", "02", "2", "01", "04"]) == "1.05.02.2.01.04"
    assert codes.joined(["01", "01", "06"]) is None
    assert codes.short(["01.", "0 1\n.", "06."]) == ("01.01.06", "sub_kegiatan")


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2019 - 2021", (2019, 2020, 2021)),
        ("2019, 2021", (2019, 2021)),
        ("2025 s.d. 2027", (2025, 2026, 2027)),
        ("", ()),
    ],
)
def test_schedules_cover_their_years(text, years):
    assert periods.expand(text) == years
