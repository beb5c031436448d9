from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment import text

WORDS = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=80)


@given(WORDS)
def test_clean_and_normal_are_stable(words: str) -> None:
    assert text.clean(text.clean(words)) == text.clean(words)
    assert text.normal(text.normal(words)) == text.normal(words)


@given(WORDS)
def test_tokens_stand_where_they_say(words: str) -> None:
    for token in text.tokens(words):
        assert text.tokens(words[token.start : token.end])[0].norm == token.norm


@given(WORDS)
def test_content_is_the_normal_words_without_function_words(words: str) -> None:
    normal = text.normal(words).split()
    kept = text.content(words)
    assert [word for word in normal if word not in text.FUNCTION_WORDS] == [
        word for word in kept if word not in text.FUNCTION_WORDS
    ]


def test_doubled_function_words_are_words_of_their_own() -> None:
    assert text.content("Gerai oleh-oleh dan kuliner") == ("gerai", "oleh", "oleh", "kuliner")


@pytest.mark.parametrize(
    "forms",
    [
        "sampah persampahan",
        "kelola mengelola dikelola pengelolaan",
        "layanan pelayanan",
        "belajar pelajar pembelajaran",
        "turunnya menurunkan penurunan",
        "sediakan menyediakan penyediaan",
        "memberdayakan pemberdayaan",
        "penduduk kependudukan",
        "menanggulangi penanggulangan",
    ],
)
def test_forms_of_a_word_share_a_stem(forms: str) -> None:
    assert len({text.stem(form) for form in forms.split()}) == 1


def test_short_words_and_codes_are_their_own_stems() -> None:
    assert [text.stem(word) for word in ("asn", "2.16.03", "kota", "air")] == ["asn", "2.16.03", "kota", "air"]


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20))
def test_a_stem_is_never_empty(word: str) -> None:
    assert text.stem(word)


def test_a_phrase_is_said_by_whole_words_whatever_stands_between_them() -> None:
    assert text.says("Angka putus-sekolah (APS)", ["putus sekolah"])
    assert not text.says("Angka putus sekolahan", ["putus sekolah"])
    assert not text.says("Angka putus sekolah", [])
