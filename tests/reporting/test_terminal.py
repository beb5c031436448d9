"""The few lines a planner sees when the check is done."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from alignment.models import Report
from alignment.reporting import terminal


def test_says_first_what_was_not_judged_then_counts_then_the_gravest(report: Report) -> None:
    said = terminal.summary(report, "id", files=[Path("alignment-report/report.html")])

    order = [
        "Yang belum dinilai",
        "Buku 3 – Quick Win.doc",
        "93 dari 96",
        "hlm. 14–15, 40",
        "SUP003: Tidak ada Renstra",
        "3 kesalahan, 3 peringatan, 2 informasi",
        "RDG001",
        "hlm. 58: “Tirta Siaga",
        "dan 3 lagi",
        "report.html",
    ]
    assert [said.index(words) for words in order] == sorted(said.index(words) for words in order)


def test_where_a_report_lies_is_never_broken(report: Report) -> None:
    path = Path("/", *["a long folder"] * 9, "report.html")
    assert f"Laporan: {path}" in terminal.summary(report, "id", 60, files=[path]).splitlines()


def test_speaks_english_when_asked(report: Report) -> None:
    assert "errors 3, warnings 3, notes 2" in terminal.summary(report, "en")


@pytest.mark.parametrize("width", [40, 80, 120])
def test_keeps_to_the_width_and_is_plain_without_colour(width: int, hostile: Report) -> None:
    said = terminal.summary(hostile, "id", width)

    assert max(map(len, said.split("\n"))) <= width
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", said)


def test_colours_are_ours_and_never_the_document_s(hostile: Report) -> None:
    said = terminal.summary(hostile, "id", 120, colour=True)

    assert "␛[31mmerah␛[0m" in said
    assert set(re.findall(r"\x1b\[([\d;]*)m", said)) <= {"0", "1", "2", "31", "33", "34", "36", "1;31"}
    assert not re.search("[\x00-\x08\x0b-\x1a\x1c-\x1f]", said)


def test_rich_markup_in_a_plan_is_just_words(report: Report) -> None:
    named = report.sources[0].model_copy(update={"name": "[bold red]draf[/] :smile:.pdf"})

    assert "[bold red]draf[/] :smile:.pdf" in terminal.summary(report.model_copy(update={"sources": (named,)}), "id")
