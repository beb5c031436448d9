"""Plain text and Markdown with HTML tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment.reading import read
from alignment.reading.markdown import read_markdown

WORDS = st.text("abcdefghij 0123456789.-", min_size=1, max_size=12).map(str.strip).filter(bool)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_in_any_common_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "berita.txt"
    path.write_bytes("Kota “Cerdas” – é\n\nSmart Living mencakup program kota sehat.".encode(encoding))
    (page,) = read(path).pages
    assert [line.text for line in page.lines] == ["Kota “Cerdas” – é", "Smart Living mencakup program kota sehat."]


def test_a_markdown_table_with_spans(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(
        "# BAB IV\n\nTabel 4.1\n\n<table><tr><td rowspan=2>Kode</td><td colspan=2>Pagu</td></tr>"
        "<tr><td>2025</td><td>2026</td></tr><tr><td>2.16.01</td><td>1.000</td><td>2.000<br>000</td></tr></table>\n\nSelesai",
        encoding="utf-8",
    )
    (page,) = read(path).pages
    (table,) = page.tables
    assert [line.text for line in page.lines][:2] == ["BAB IV", "Tabel 4.1"]
    assert table.line == 2
    assert table.cells[0][:5] == (0, 0, 2, 1, "Kode")
    assert table.cells[1][:5] == (0, 1, 1, 2, "Pagu")
    assert table.cells[-1][:5] == (2, 2, 1, 1, "2.000\n000")
    assert page.lines[-1].text == "Selesai"


@given(st.lists(st.lists(WORDS, min_size=1, max_size=5), min_size=1, max_size=6))
@settings(deadline=None)
def test_every_word_of_a_table_comes_out_once(rows: list[list[str]]) -> None:
    body = "".join("<tr>" + "".join(f"<td>{word}</td>" for word in row) + "</tr>" for row in rows)
    (page,) = read_markdown(f"<table>{body}</table>")
    assert [cell.text for cell in page.tables[0].cells] == [" ".join(word.split()) for row in rows for word in row]


@given(st.text(max_size=300))
@settings(deadline=None)
def test_any_markdown_is_read(text: str) -> None:
    for page in read_markdown(text):
        assert all(line.text for line in page.lines)


def test_hostile_spans_do_not_blow_up() -> None:
    (page,) = read_markdown("<table><tr><td colspan=999999999 rowspan=999999999>x</td></tr></table>")
    assert page.tables[0].columns <= 200
    assert page.tables[0].rows == 1


def test_a_line_keeps_its_number_in_the_file_blank_lines_counted(tmp_path: Path) -> None:
    lines = ["# Master Plan", "", "", "Satu", "", "| a | b |", "| - | - |", "| c | d |", "", "<!-- page 2 -->", "Dua"]
    for name in ("plan.txt", "plan.md"):
        (tmp_path / name).write_text("\n".join(lines), encoding="utf-8")
        numbers = {line.text: line.number for page in read(tmp_path / name).pages for line in page.lines}
        assert (numbers["Satu"], numbers["Dua"]) == (4, 11)
