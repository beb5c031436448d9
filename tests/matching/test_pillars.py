from __future__ import annotations

import pytest

from alignment.matching import pillars
from alignment.matching.subject import Subject


def answers(text: str) -> list[tuple[str, str]]:
    found = pillars.rank(Subject.of_text(text))
    return [(one.entry_id, one.status) for one in found if one.status != "rejected" and "." not in one.entry_id]


@pytest.mark.parametrize(("text", "pillar"), [("Kartu Petani Mandiri", "economy"), ("Siswa Asuh Sebaya", "society")])
def test_the_only_pillar_that_anything_speaks_for_is_doubtful(text: str, pillar: str) -> None:
    assert answers(text) == [(pillar, "ambiguous")]


@pytest.mark.parametrize("text", ["Program Prioritas Bupati", "Siswa dan petani", "Selaras Hati"])
def test_words_at_large_or_of_two_pillars_are_no_answer(text: str) -> None:
    assert answers(text) == []
