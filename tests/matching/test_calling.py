from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment.matching.calling import name_and_description, short_form
from alignment.matching.subject import Subject


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Kompor Panggul (Komoditas Porang Pangan Unggul)", "Kompor Panggul"),
        ("SIHA: sistem informasi HIV dan AIDS", "SIHA"),
        ("Kopi Qrisna yakni kolaborasi peningkatan transaksi nontunai melalui QRIS dinamis", "Kopi Qrisna"),
        ("Pasar Hewan Digital: kartu ternak", ""),
        ("Pojok Baca Digital (POCADI)", ""),
        ("Sagu kemasan: dari pohon ke mi instan", ""),
    ],
)
def test_a_name_that_is_spelt_from_what_follows_is_a_short_form(text: str, short: str) -> None:
    assert short_form(text).strip() == short


def test_a_short_form_says_how_the_thing_is_called_not_what_it_is() -> None:
    words = Subject.of_text("Kompor Panggul (Komoditas Porang Pangan Unggul)").words
    assert [word.norm for word in words if word.adjunct] == ["kompor", "panggul"]


@given(st.text(alphabet="ab (:),-", max_size=60))
def test_name_and_short_form_begin_the_text(text: str) -> None:
    assert text.strip().startswith(name_and_description(text)[0].strip())
    assert text.strip().startswith(short_form(text).strip())
