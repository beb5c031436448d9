"""The words of a quote that a verdict rests on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from alignment.models import Report
from alignment.reporting.highlight import pieces, words_of


def marked(quote: str, *words: str) -> list[str]:
    return [piece.text for piece in pieces(quote, words) if piece.marked]


def test_marks_whole_words_in_any_case_and_over_line_breaks() -> None:
    assert marked("Bank\nSampah di bank sampahku", "bank sampah") == ["Bank\nSampah"]


def test_prefers_the_longer_words() -> None:
    assert marked("Smart City Master Plan", "smart", "smart city") == ["Smart City"]


def test_words_are_words_and_no_patterns() -> None:
    assert marked("nilai 2.16.03 dan 2x16x03 (.*)", "2.16.03", "(.*)") == ["2.16.03", "(.*)"]


def test_a_very_long_quote_is_cut_around_its_first_marked_word() -> None:
    quote = "awal " * 400 + "stunting" + " akhir" * 400
    shown = "".join(piece.text for piece in pieces(quote, ("stunting",)))

    assert "stunting" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 450


@given(st.text(max_size=300), st.lists(st.text(max_size=8), max_size=5))
def test_no_character_of_a_short_quote_is_lost(quote: str, words: list[str]) -> None:
    assert "".join(piece.text for piece in pieces(quote, tuple(words))) == quote


def test_an_overlap_marks_what_its_two_places_share(report: Report) -> None:
    overlap = next(finding for finding in report.findings if finding.code == "OVL001")

    assert words_of(overlap, report.matches["p3"]) == ("layanan", "aduan")


def test_a_pillar_finding_marks_what_the_pillar_rules_saw(report: Report) -> None:
    finding = next(finding for finding in report.findings if finding.code == "PIL002")

    assert words_of(finding, report.matches["p4"])[0] == "Bank sampah"
