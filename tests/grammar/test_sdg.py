from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment.grammar import sdg


def numbers(text: str) -> list[str]:
    return [mention.number for mention in sdg.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Program ini mendukung TPB 6.", ["6"]),
        ("SDG 11.6 dan TPB 4", ["11.6", "4"]),
        ("TPB/SDGs: 1, 3, 5", ["1", "3", "5"]),
        ("SDGs Tujuan 11 dan 13", ["11", "13"]),
        ("Tujuan Pembangunan Berkelanjutan (TPB) 5, 8, dan 18", ["5", "8", "18"]),
        ("TPB 1-3", ["1", "2", "3"]),
        ("Tujuan 4: Pendidikan Berkualitas", ["4"]),
        ("Goal 6: Clean water and sanitation", ["6"]),
        ("target 4.15 TPB", ["4.15"]),
        ("Indikator TPB 3.1.1*", ["3.1.1"]),
        ("SDGs target 11.6.1.(a)", ["11.6.1.(a)"]),
        ("SDGs 11.B", ["11.b"]),
        ("SDGs ke-06", ["6"]),
    ],
)
def test_numbers_that_are_ascribed_to_the_goals_are_read(text: str, expected: list[str]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "SDGs memiliki 17 tujuan",
        "TPB 17 tujuan dan 169 target",
        "SDGs 2030",
        "Tujuan 1: Meningkatnya daya saing daerah",
        "Sasaran 4.2",
        "capaian SDGs 85%",
        "TPB 12,5 persen",
    ],
)
def test_counts_years_shares_and_the_goals_of_the_plan_itself_are_none(text: str) -> None:
    assert numbers(text) == []


def test_spans_point_to_the_number_as_printed() -> None:
    text = "Mendukung TPB 6 dan target 11.6"
    assert [text[one.start : one.end] for one in sdg.find(text)] == ["6", "11.6"]


def test_a_cell_under_a_heading_about_the_goals_may_hold_bare_numbers() -> None:
    assert [one.number for one in sdg.cell("1, 3; 4.a")] == ["1", "3", "4.a"]
    assert sdg.cell("-") == []


def test_ticked_columns_name_their_goals() -> None:
    assert sdg.ticked(["Program", "1", "TPB 2", "SDG 17"], ["x", "√", "", "v"]) == ("1", "17")


def test_goal_and_target_of_a_mention() -> None:
    (mention,) = sdg.find("TPB 11.6.1.(a)")
    assert (mention.goal, mention.target) == ("11", "11.6")
    (goal,) = sdg.find("TPB 7")
    assert (goal.goal, goal.target) == ("7", None)


@given(st.integers(1, 17), st.integers(1, 12), st.sampled_from(["TPB", "SDG", "SDGs", "TPB/SDGs", "tpb"]))
def test_any_target_is_read_back(goal: int, target: int, head: str) -> None:
    assert numbers(f"mendukung {head} {goal}.{target} tahun ini") == [f"{goal}.{target}"]


@given(st.text(alphabet="TPBSDGs tujuan0123456789.,-/()*d", max_size=200))
def test_no_text_breaks_the_grammar_and_spans_lie_inside(text: str) -> None:
    for mention in [*sdg.find(text), *sdg.cell(text)]:
        assert 0 <= mention.start < mention.end <= len(text)


@pytest.mark.parametrize("piece", ["SDG ", "TPB 1, ", "Tujuan ", "SDGs / ", "1-", "TPB tujuan target ", " "])
def test_hostile_repetition_takes_time_in_proportion(proportionate, piece: str) -> None:
    assert proportionate(sdg.find, piece)
