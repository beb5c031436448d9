"""Words that stand near each other, whatever breaks their lines and bends their affixes."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from alignment.checks.together import Together
from alignment.models import Document, Line, Page

WORDS = st.lists(st.sampled_from(["angka", "kematian", "ibu", "sampah", "jalan", "banjir"]), max_size=30)


def _of(*pages: str) -> Together:
    made = (Page(number=n, width=595, height=842, lines=(Line(words),)) for n, words in enumerate(pages, 1))
    return Together(Document(id="d", name="d.pdf", sha256="0" * 64, engine="test", pages=tuple(made)))


def test_words_are_found_in_another_form_and_over_a_page_break() -> None:
    plan = _of("Persentase sampah yang", "dikelola menurut kecamatan")
    assert plan.stand(("pengelolaan", "sampah"), within=5)
    assert not plan.stand(("pengelolaan", "jalan"), within=5)


def test_far_apart_is_not_together() -> None:
    plan = _of("angka kematian " + "jalan " * 50 + "ibu")
    assert not plan.stand(("kematian", "ibu"), within=40)
    assert plan.stand(("kematian", "ibu"), within=60)


def test_no_words_stand_nowhere() -> None:
    assert not _of("angka kematian ibu").stand((), within=5)
    assert not _of().stand(("ibu",), within=5)


@given(WORDS)
def test_what_stands_side_by_side_stands_together(words: list[str]) -> None:
    plan = _of(" ".join(words))
    for first, second in pairwise(words):
        assert plan.stand((first, second), within=1)
