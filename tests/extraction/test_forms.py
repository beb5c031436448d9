"""The program form: what agencies type into it comes out again, word for word."""

from __future__ import annotations

import io
import re
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from alignment.extraction import extract_programs
from alignment.extraction.heads import choose, head_blocks
from alignment.extraction.wording import is_total
from alignment.grammar import codes
from alignment.models import PILLARS, Cell, Document, Extraction, Page, Period, Program, Table
from alignment.reading import read
from alignment.reporting.form import blank_form, plan_years
from alignment.text import legible

_HEAD_ROW, _FIRST = 5, 6
BLANK = {lang: blank_form(lang) for lang in ("id", "en")}
YEARS = range(2025, 2030)

TEXTS = {
    "Uraian": "description", "Perangkat daerah penanggung jawab": "agency", "SDM pelaksana dan jumlahnya": "staffing",
    "Dasar hukum": "legal_basis", "Fasilitas yang sudah dimiliki": "facilities_owned",
    "Fasilitas yang masih dibutuhkan": "facilities_needed", "Manfaat bagi masyarakat": "benefit",
    "Penerima manfaat": "beneficiaries", "Lokasi": "location", "Aplikasi inovatif": "application",
    "Koordinasi dengan Diskominfo": "coordination",
}  # fmt: skip


def filled(rows: list[dict[str, Any]], lang: str = "id") -> bytes:
    """The blank form with `rows` typed in, keyed by the words of the heads without what stands in brackets."""
    book = load_workbook(io.BytesIO(BLANK[lang]))
    sheet = book.worksheets[0]
    heads = {re.sub(r"\s*\(.*", "", str(cell.value), flags=re.DOTALL): cell.column for cell in sheet[_HEAD_ROW]}
    for number, row in enumerate(rows, _FIRST):
        for head, value in row.items():
            cell = sheet.cell(number, heads[head])
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"  # typed words, even where they begin with "="
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def extracted(data: bytes, name: str = "formulir.xlsx") -> tuple[Document, Extraction]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        document = read(path)
    return document, extract_programs(document)


def only(rows: list[dict[str, Any]]) -> Program:
    (program,) = extracted(filled(rows))[1].programs
    return program


hostile = st.sampled_from([
    "=1+1", '=HYPERLINK("http://x","y")', "@SUM(A1)", "{name}", "<script>alert(1)</script>", "Smart Governance",
    "Aplikasi", "Program", "Inovasi Daerah",
    "Smart Living mencakup program A, program B", "RPJMD Kabupaten Sleman 2021-2026",
    "PERATURAN BUPATI NOMOR 1 TENTANG RENCANA STRATEGIS Menimbang", "1", "(1)", "2025", "a|b", "x" * 9000,
    "baris satu\nbaris dua",
    "\u202etxet", "Nama program", "Target 2025", "• butir", "Tidak ada", "1.500.000", "5 orang; 2 analis", "_x000D_",
])  # fmt: skip
typed = (
    (st.text(min_size=1, max_size=60) | hostile)
    .map(lambda words: ILLEGAL_CHARACTERS_RE.sub("", words).replace("\r", " ").strip())
    .filter(lambda words: words not in ("", "-", "–", "—") and legible(words) == words)
)
names = (typed | st.sampled_from(["Program bank sampah", "Peta data desa"])).filter(
    lambda name: not is_total(name) and codes.leading(name) is None  # sums, and codes before the name
)
entries = st.lists(
    st.sampled_from(["APBN", "CSR/TJSL", "APBD Kabupaten/Kota", "Swasta (hotel)"]), max_size=2, unique=True
)
figures = st.sampled_from(["5", "93,5", "B", "5 Dokumen", "100%", "≥ 80", 7, 93.5, 0])
money = st.one_of(st.integers(0, 10**14), st.integers(0, 10**14).map(lambda amount: f"Rp {amount:,}".replace(",", ".")))


@st.composite
def form_rows(draw: Any) -> dict[str, Any]:
    row: dict[str, Any] = {"Nama program": draw(names)}
    for head in TEXTS:
        if draw(st.booleans()):
            row[head] = draw(typed)
    row["Dimensi smart city"] = draw(st.sampled_from(["", *(f"Smart {pillar.title()}" for pillar in PILLARS)]))
    row["Sub dimensi"] = draw(st.sampled_from(["", "Layanan Publik", "Sampah dan limbah"]))
    if draw(st.booleans()):
        row["Indikator"] = draw(typed)
        row |= {"Satuan": draw(typed), "Kondisi awal 2024": draw(figures), "Target akhir": draw(figures)}
        row |= {f"Target {year}": draw(figures) for year in YEARS if draw(st.booleans())}
    row |= {f"Anggaran {year}": draw(money) for year in YEARS if draw(st.booleans())}
    row["Sumber dana"], row["Sumber dana lain"] = [*draw(entries), "", ""][:2]
    row["Tahun pelaksanaan"] = draw(st.sampled_from(["", "2025-2027", "2025; 2029", 2026]))
    row["Jangka waktu program"] = draw(st.sampled_from(["", "Jangka pendek", "Jangka menengah", "Jangka panjang"]))
    row["Termasuk quick win"] = draw(st.sampled_from(["", "Ya", "Tidak"]))
    row["TPB/SDGs"] = draw(st.sampled_from(["", "11.6", "11.6; 12.5", "11.10"]))
    return {head: value for head, value in row.items() if value != ""}


def _rupiah(value: int | str) -> Decimal:
    return Decimal(value) if isinstance(value, int) else Decimal(re.sub(r"\D", "", value))


_SAID_YEARS = {None: (), "2025-2027": (2025, 2026, 2027), "2025; 2029": (2025, 2029), 2026: (2026,)}
_HORIZONS = {None: None, "Jangka pendek": "short", "Jangka menengah": "medium", "Jangka panjang": "long"}
_SUBDIMENSIONS = {None: None, "Layanan Publik": "governance.public-service", "Sampah dan limbah": "environment.waste"}


def _assert_same(program: Program, row: dict[str, Any]) -> None:
    assert program.name == " ".join(row["Nama program"].split())
    for head, field in TEXTS.items():
        assert getattr(program, field) == row.get(head), head
    said = row.get("Dimensi smart city")
    subdimension = _SUBDIMENSIONS[row.get("Sub dimensi")]
    assert program.declared_subdimension == subdimension
    assert program.declared_pillar == (said[6:].lower() if said else subdimension and subdimension.split(".")[0])
    budget = {year: _rupiah(row[f"Anggaran {year}"]) for year in YEARS if f"Anggaran {year}" in row}
    assert program.budget == budget
    assert program.years == tuple(sorted({*_SAID_YEARS[row.get("Tahun pelaksanaan")], *budget}))
    assert program.funding == tuple(row[head] for head in ("Sumber dana", "Sumber dana lain") if head in row)
    assert program.horizon == _HORIZONS[row.get("Jangka waktu program")]
    assert program.quick_win == {"Ya": True, "Tidak": False}.get(row.get("Termasuk quick win", ""))
    assert program.declared_sdg == ((row["TPB/SDGs"],) if "TPB/SDGs" in row else ())
    if "Indikator" not in row:
        assert program.indicators == ()
        return
    (indicator,) = program.indicators
    assert (indicator.name, indicator.unit) == (row["Indikator"], row["Satuan"])
    assert (indicator.baseline, indicator.baseline_year) == (str(row["Kondisi awal 2024"]), 2024)
    assert indicator.targets == {year: str(row[f"Target {year}"]) for year in YEARS if f"Target {year}" in row}
    assert indicator.end_target == str(row["Target akhir"])


@settings(max_examples=60, deadline=None)
@given(st.lists(form_rows(), min_size=1, max_size=4), st.sampled_from(["id", "en"]))
@example(
    [{"Nama program": "Inovasi Daerah", "Uraian": "Aplikasi"}, {"Nama program": "Aplikasi", "Lokasi": "Lokasi"}], "id"
)
@example([{"Nama program": f"Taman {n}", "Anggaran 2025": n} for n in range(12)] + [{"Nama program": "Taman 13"}], "id")
@example([{"Nama program": "0"}], "id")
def test_whatever_is_typed_into_the_form_comes_out_again(rows, lang):
    titles = [row for row in rows if len(row) > 1 or not re.fullmatch(r"Smart \w+", row["Nama program"])]
    document, found = extracted(filled(titles or [{"Nama program": "Peta data desa"}], lang))
    assert document.kind == "form"
    assert found.unread == ()
    for program, row in zip(found.programs, titles or [{"Nama program": "Peta data desa"}], strict=True):
        _assert_same(program, row)


def test_the_title_rows_say_region_and_period():
    book = load_workbook(io.BytesIO(filled([{"Nama program": "Peta data desa", "Lokasi": "Kabupaten Sleman"}])))
    book.worksheets[0]["B2"] = "Kabupaten Banyuwangi"
    file = io.BytesIO()
    book.save(file)
    document, _ = extracted(file.getvalue())
    assert document.region is not None
    assert document.region.code == "35.10"
    assert document.period == Period(start=2025, end=2029)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_blank_form_holds_no_program_and_no_complaint(lang):
    document, found = extracted(BLANK[lang])
    assert (document.kind, document.issues, found.programs, found.unread) == ("form", (), (), ())


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_head_of_the_form_is_understood(lang):
    document, _ = extracted(BLANK[lang])
    (block,) = [one for one in head_blocks(document.pages[0].tables[0], None) if len(one.columns) > 10]
    layout = choose(block.columns)
    assert layout is not None
    assert layout.name == "form"
    assert [column for column in block.columns if column.field is None] == []
    assert [c.year for c in block.columns if c.field == "target"] == list(YEARS)
    assert [c.year for c in block.columns if c.field == "budget"] == list(YEARS)


@pytest.mark.parametrize(
    ("name", "level"),
    [("Peta data desa", "initiative"), ("Program bank sampah", "program"), ("Kegiatan kerja bakti", "kegiatan")],
)
def test_the_level_is_what_the_name_says(name, level):
    program = only([{"Nama program": name}])
    assert (program.level, program.name) == (level, name)


def test_a_name_in_a_row_of_its_own_is_a_title_only_where_it_is_no_more_than_a_pillar():
    names = ["A. Smart Living", "Smart Living bagi lansia", "Smart Governance: MPP", "Dimensi Smart Society", "Taman"]
    programs = extracted(filled([{"Nama program": name} for name in names]))[1].programs
    assert [(one.name, one.declared_pillar) for one in programs] == [
        ("Smart Living bagi lansia", "living"), ("Smart Governance: MPP", "living"), ("Taman", "society"),
    ]  # fmt: skip


def test_a_row_without_a_name_adds_an_indicator_to_the_program_above():
    program = only([{"Nama program": "Bank sampah", "Indikator": "Berat", "Satuan": "ton"}, {"Indikator": "Nasabah"}])
    assert [one.name for one in program.indicators] == ["Berat", "Nasabah"]


@pytest.mark.parametrize(
    "row",
    [
        {"Lokasi": "Kecamatan Genteng"},  # a forgotten name
        {"Nama program": "B", "Anggaran 2025": "kira-kira dua miliar"},
        {"Nama program": "B", "Termasuk quick win": "mungkin"},
        {"Nama program": "B", "Dimensi smart city": "Smart Living, Smart Society"},
        {"Nama program": "B", "Tahun pelaksanaan": "segera"},
        {"Nama program": "B", "Target 2025": "7"},
    ],
)
def test_what_cannot_be_read_is_listed_with_its_place(row):
    (unread,) = extracted(filled([{"Nama program": "Bank sampah"}, row]))[1].unread
    assert unread.evidence.place == "Formulir Program!7"
    assert unread.evidence.quote in row.values()


def test_dates_in_the_years_column_give_their_year():
    import datetime as dt

    assert only([{"Nama program": "Bank sampah", "Tahun pelaksanaan": dt.date(2026, 5, 1)}]).years == (2026,)


def _table(rows: list[list[str]], spans: dict[tuple[int, int], tuple[int, int]]) -> Document:
    cells = [
        Cell(r, c, *spans.get((r, c), (1, 1)), text)
        for r, texts in enumerate(rows)
        for c, text in enumerate(texts)
        if text
    ]
    table = Table(page=1, rows=len(rows), columns=max(map(len, rows)), cells=tuple(cells), line=0)
    return Document(
        id="d", name="d", sha256="0" * 64, engine="", pages=(Page(number=1, width=0, height=0, tables=(table,)),)
    )


def test_a_form_of_an_agencys_own_is_read_with_titles_numbers_and_merged_cells():
    document = _table(
        [
            ["No", "Nama Inisiatif", "SDM", "Manfaat", "Anggaran (Rp juta)", "", "Sumber Dana"],
            ["", "", "", "", "2026", "2027", ""],
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
            ["A. Smart Environment", "", "", "", "", "", ""],
            ["1", "Bank sampah digital", "3 kader", "Sehat", "150", "1.200,5", "APBD; CSR"],
            ["", "", "2 analis", "", "", "", ""],
            ["", "Jumlah", "", "", "150", "1.200,5", ""],
        ],
        {(0, 4): (1, 2), (3, 0): (1, 7), (4, 1): (2, 1), **{(0, c): (2, 1) for c in (0, 1, 2, 3, 6)}},
    )
    found = extract_programs(document)
    (program,) = found.programs
    assert found.unread == ()
    assert (program.name, program.declared_pillar) == ("Bank sampah digital", "environment")
    assert program.staffing == "3 kader\n2 analis"
    assert program.budget == {2026: Decimal(150_000_000), 2027: Decimal(1_200_500_000)}
    assert program.funding == ("APBD", "CSR")


def test_the_years_of_the_plan_are_the_columns_of_the_form():
    book = load_workbook(io.BytesIO(blank_form("id", plan_years("2026-2035"))))
    heads = [str(cell.value) for cell in book.worksheets[0][_HEAD_ROW]]
    assert [head for head in heads if head.startswith("Anggaran")] == [f"Anggaran {y} (Rp)" for y in range(2026, 2036)]
    assert "Kondisi awal 2025" in heads


def test_the_headings_above_a_form_say_its_pillar_and_horizon(tmp_path: Path):
    head = "| No | Program | SDM | Manfaat | Dasar Hukum |\n| --- | --- | --- | --- | --- |\n"
    text = (
        "# Master Plan Smart City Kabupaten Sagara 2025-2029\n\n## Smart Living\n\nTabel 4.1 Program Jangka Pendek\n\n"
        f"{head}| 1 | Antrean daring puskesmas | 4 orang | Masyarakat | Perpres 95/2018 |\n\n"
        f"## Smart Economy\n\n{head}| 1 | Pasar daring UMKM | 2 orang | Masyarakat | UU 20/2008 |\n"
    )
    (tmp_path / "plan.md").write_text(text, encoding="utf-8")
    first, second = extract_programs(read(tmp_path / "plan.md")).programs
    assert (first.name, first.declared_pillar, first.horizon) == ("Antrean daring puskesmas", "living", "short")
    assert (second.name, second.declared_pillar, second.horizon) == ("Pasar daring UMKM", "economy", None)
