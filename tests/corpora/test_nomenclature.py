from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment import corpora
from alignment.corpora import nomenclature

CODES = [entry.id for entry in corpora.load("nomenclature").entries]


@pytest.mark.parametrize(
    ("printed", "entry"),
    [
        ("2.16.03", "2.16.03"),
        ("2.16.3", "2.16.03"),
        (" 2 . 16 . 03 ", "2.16.03"),
        ("2.16.03.", "2.16.03"),
        ("1.1", "1.01"),
        ("2.16.03.2.02", "2.16.03.2.02"),
        ("2.16.03.2.2", "2.16.03.2.02"),
        ("2.16.01", "X.XX.01"),
        ("1.1.01", "X.XX.01"),
        ("7.01.01.2.06", "X.XX.01.2.06"),
        ("x.xx.01.2.06", "X.XX.01.2.06"),
    ],
)
def test_codes_are_found_however_plans_print_them(printed: str, entry: str) -> None:
    found = nomenclature.lookup(printed)
    assert found is not None
    assert found.id == entry


@pytest.mark.parametrize(
    "words",
    [
        "",
        ".",
        "2.16.03.2",
        "9.99.01",
        "2.160.03",
        "12.16.03",
        "1.02.0.00.0.00.01.0007",
        "2,16",
        "PROGRAM",
        "X.01.02",
        "٢.١٦.٠٣",
    ],
)
def test_what_is_no_code_is_none(words: str) -> None:
    assert nomenclature.lookup(words) is None


def test_the_last_part_of_a_sub_kegiatan_is_compared_as_an_integer() -> None:
    assert nomenclature.canonical("2.16.03.2.02.09") == nomenclature.canonical("2.16.03.2.02.0009")


def test_every_entry_is_found_by_its_own_code() -> None:
    assert [code for code in CODES if (found := nomenclature.lookup(code)) is None or found.id != code] == []


@given(st.sampled_from(CODES), st.data())
def test_leading_zeros_and_spaces_change_nothing(code: str, data: st.DataObject) -> None:
    parts = [
        data.draw(st.sampled_from([part, part.lstrip("0") or "0", f" {part}"])) if part.isdigit() else part
        for part in code.split(".")
    ]
    assert nomenclature.canonical(".".join(parts)) == code


@given(st.text(max_size=40))
def test_any_text_gives_a_canonical_code_or_none(words: str) -> None:
    code = nomenclature.canonical(words)
    assert code is None or nomenclature.canonical(code) == code


def test_supporting_programs_are_marked_and_others_are_not() -> None:
    corpus = corpora.load("nomenclature")
    assert {entry.id[:7] for entry in corpus if entry.supporting} == {"X.XX.01"}


def test_a_renamed_program_keeps_its_former_name() -> None:
    entry = corpora.load("nomenclature").get("2.16.03")
    assert entry is not None
    assert entry.name == "PROGRAM PENGELOLAAN APLIKASI INFORMATIKA"
    assert entry.former_names == ("PROGRAM APLIKASI INFORMATIKA",)


def test_what_only_lands_of_special_status_have_is_told_apart() -> None:
    corpus = corpora.load("nomenclature")
    special = {entry.id: entry.special for entry in corpus}
    assert special["9.01.02"] == "aceh"
    assert special["1.03.13"] == "yogyakarta"
    assert special["2.16.03"] is None
