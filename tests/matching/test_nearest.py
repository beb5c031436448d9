from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz, process

from alignment.matching.nearest import NearestWord

WORDS = st.text("aeknñ1", max_size=9)


def test_a_damaged_word_is_the_known_one_with_the_most_letters_in_common() -> None:
    assert NearestWord(["pertanian", "perikanan", "pertanahan"], 86).find("pertannian") == "pertanian"


def test_of_words_equally_near_the_first_by_alphabet_is_taken() -> None:
    assert NearestWord(["tanahs", "tanahb"], 80).find("tanah") == "tanahb"


def test_nothing_is_near_to_a_word_of_other_letters() -> None:
    assert NearestWord(["pertanian"], 86).find("kebakaran") is None


@given(known=st.lists(WORDS, max_size=12), word=WORDS, least=st.sampled_from([50.0, 70.0, 86.0, 88.0, 100.0]))
def test_what_is_passed_over_could_not_have_been_near(known: list[str], word: str, least: float) -> None:
    slow = process.extractOne(word, sorted(known), scorer=fuzz.ratio, score_cutoff=least)
    assert NearestWord(known, least).find(word) == (slow[0] if slow else None)
