from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from alignment.matching.wording import WordingIndex

ENTRIES = [
    ("mother", "Angka kematian ibu"),
    ("baby", "Angka kematian bayi per 1000 kelahiran hidup"),
    ("stunting", "Prevalensi stunting pada balita"),
    ("poor", "Persentase penduduk miskin"),
    ("users", "Persentase pengguna internet"),
    ("rights", "Kepatuhan atas hak pekerja"),
]
INDEX = WordingIndex(ENTRIES)


def best(text: str) -> str | None:
    hits = INDEX.search(text)
    return hits[0].id if hits else None


def test_the_same_words_score_one() -> None:
    for identity, wording in ENTRIES:
        hit = INDEX.search(wording)[0]
        assert (hit.id, round(hit.score, 6)) == (identity, 1.0)


def test_rare_words_decide_and_are_named_first() -> None:
    hit = INDEX.search("Persentase balita stunting di kecamatan")[0]
    assert hit.id == "stunting"
    assert hit.words[0] in {"stunting", "balita"}
    assert "kecamatan" not in hit.words


def test_neighbouring_words_tell_what_single_words_do_not() -> None:
    assert best("kematian ibu") == "mother"
    assert best("kematian bayi") == "baby"


def test_misspelt_and_run_together_words_are_repaired() -> None:
    assert best("prevalensi stuntingg") == "stunting"
    assert best("kepatuhanatas hak pekerja") == "rights"


def test_nothing_shared_finds_nothing() -> None:
    assert INDEX.search("jembatan gantung") == []
    assert INDEX.search("") == []


def test_hits_below_the_least_score_are_left_out() -> None:
    assert all(hit.score >= 0.5 for hit in INDEX.search("Persentase penduduk", least=0.5))


def test_ignored_words_say_nothing() -> None:
    index = WordingIndex([("a", "kota hijau"), ("b", "kota biru")], ignore=["kota"])
    assert index.search("kota") == []


def test_an_id_with_several_wordings_stands_once() -> None:
    index = WordingIndex([("a", "panel surya"), ("a", "listrik tenaga surya"), ("b", "listrik desa")])
    assert [hit.id for hit in index.search("listrik surya")].count("a") == 1


@given(st.text(max_size=120))
def test_any_text_gives_scores_between_nought_and_one_best_first(text: str) -> None:
    scores = [hit.score for hit in INDEX.search(text)]
    assert all(0 <= score <= 1 for score in scores)
    assert scores == sorted(scores, reverse=True)
