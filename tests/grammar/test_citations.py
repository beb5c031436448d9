"""Regulations found in raw text: our own gold set, the labelled cases beside the checkout, and hostile text."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment.grammar import citations
from alignment.grammar.citations import find

GOLD = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "gold" / "citations.jsonl").read_text("utf-8").splitlines()
]
Key = tuple[str, str | None, int | None, str | None]


def found(text: str) -> list[Key]:
    return [(one.kind, one.number, one.year, one.region) for one in find(text)]


@pytest.mark.parametrize("case", GOLD, ids=[f"{case['id']} {case['form']}" for case in GOLD])
def test_every_form_of_the_gold_set_is_read(case: dict[str, object]) -> None:
    expected = [(one["kind"], one["number"], one["year"], one["region"]) for one in case["citations"]]  # type: ignore[attr-defined]
    assert found(str(case["text"])) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("assets/Permendagri_90_2019.xlsx", ("Permendagri", "90", 2019)),
        ("PP_60_2008", ("PP", "60", 2008)),
        ("SK Walikota Nomor 188.45-330/Tahun 2015", ("Kepwali", "188.45-330", 2015)),
    ],
)
def test_names_of_files_and_strokes_before_the_year_are_read(text: str, expected: tuple[str, str, int]) -> None:
    assert [one[:3] for one in found(text)] == [expected]


def test_underscores_between_numbers_alone_are_no_citation() -> None:
    assert found("laporan_12_2020.pdf, IMG_20_2021.jpg") == []


def test_labelled_cases_reach_precision_and_recall(shared: Path) -> None:
    right = wrong = missed = 0
    for line in (shared / "cases" / "citations.jsonl").read_text("utf-8").splitlines():
        case = json.loads(line)
        expected = Counter((one["type"], one["number"], one["year"], one["region"]) for one in case["citations"])
        got = Counter(found(case["text"]))
        right += (expected & got).total()
        wrong += (got - expected).total()
        missed += (expected - got).total()
    assert right / (right + wrong) >= 0.99
    assert right / (right + missed) >= 0.97


def test_spans_are_in_the_text_as_given() -> None:
    text = "Lihat Per\u00adatur\u00adan Presi-\nden Nomor 95 Tahun 2018 dan UU 23/2014, Nomor 9 Tahun 2015."
    cited = find(text)
    assert [text[one.start : one.end] for one in cited] == [
        "Per\u00adatur\u00adan Presi-\nden Nomor 95 Tahun 2018",
        "UU 23/2014",
        "Nomor 9 Tahun 2015",
    ]
    assert [one.text for one in cited] == [text[one.start : one.end] for one in cited]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("UU Nomor 14 Tahun 2008 tentang Keterbukaan Informasi (Lembaran Negara 2008)", "Keterbukaan Informasi"),
        ("UU 14/2008 ttg Keterbukaan\n  Informasi Publik;", "Keterbukaan Informasi Publik"),
        ("UU 6/2014 tentang Desa sebagaimana telah diubah dengan UU 3/2024", "Desa"),
        ("Perpres 95/2018 tentang SPBE dan Perpres 39/2019", "SPBE"),
        ("PP 72/2019 tentang Perubahan atas PP 18/2016 tentang Pemda.", "Perubahan atas PP 18/2016 tentang Pemda"),
        ("Permendagri 80/2015 tentang Produk Hukum Daerah yang mengatur tahapan", "Produk Hukum Daerah"),
        ("Permendagri 80/2015 mengatur tahapan", None),
    ],
)  # fmt: skip
def test_a_title_ends_where_the_regulation_does(text: str, title: str | None) -> None:
    assert find(text)[0].title == title


def test_local_kinds_are_told_from_national_ones() -> None:
    local = ["Perda", "Kepwali", "SE Gubernur", "SK Kadis", "Kepka Dinas Kominfo", "SE"]
    national = ["Perpres", "Permendagri", "SE LKPP", "SE Mendagri", "Perka BNPB", "PBI"]
    assert [citations.kind_class(kind) for kind in local] == ["regional"] * len(local)
    assert [citations.kind_class(kind) for kind in national] == ["national"] * len(national)


_PIECES = (
    *("Peraturan ", "Undang-", "Undang", "Menteri ", "Dalam Negeri ", "Bupati ", "Daerah ", "Kota Tegal ", "UU ", "PP"),
    *("SE ", "SK ", "Nomor ", "No.", "Tahun ", "2018", "/", "-\n", "95", "l8", "2O19", "188.45/12/HK", ", ", " dan "),
    *(
        "tentang ",
        "(",
        ")",
        "\u00ad",
        "\f",
        "\n",
        "_",
        "İ",
        "sebagaimana telah diubah dengan ",
        "jdih.x.go.id",
        " jo. ",
    ),
    *("KMK", "Perbup", "sh", "😀"),
)


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)))
def test_any_text_is_read_and_spans_hold(text: str) -> None:
    last = 0
    for one in find(text):
        assert last <= one.start < one.end <= len(text)
        assert one.text == text[one.start : one.end]
        assert one.year is None or 1945 <= one.year <= 2049
        last = one.end


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["Undang-Undang", "UU", "PP", "Peraturan Presiden", "Permendagri", "Peraturan Menteri Kesehatan"]),
    st.integers(1, 999),
    st.integers(1950, 2026),
    st.sampled_from(
        ["{} Nomor {} Tahun {}", "{} No. {}/{}", "{} No {} Th. {}", "{}\nNomor : {}\nTahun {}", "{} {}/{}"]
    ),
    st.sampled_from(["", "Dasar hukum: ", "1. ", "(", "…sesuai "]),
    st.sampled_from(["", ";", " tentang Desa", ") dan", "\n"]),
)
def test_number_and_year_come_out_as_written(
    kind: str, number: int, year: int, form: str, before: str, after: str
) -> None:
    cited = find(before + form.format(kind, number, year) + after)
    assert [(one.number, one.year) for one in cited] == [(str(number), year)]


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "UU ",
            "Peraturan ",
            "uu no ",
            "Peraturan Menteri ",
            "aaaaaaa ",
            "Perda Nomor 1, ",
            "12/",
            "\n ",
            "PP 1 dan ",
        ),
        *("Perda " + " " * 90, "peraturan daerah " * 3 + "nomor ", "surat keputusan ", "-\n", "\u00ad", "x.go.id "),
        *("\f12\n", "tentang ", "UU 1/2014 tentang a ", "Keputusan Bupati Nomor 1/", "(", "nononono", "1.1."),
    ],
)
def test_hostile_text_takes_time_in_proportion(proportionate, unit: str) -> None:
    find("UU ITE")
    assert proportionate(find, unit)
