from __future__ import annotations

import pytest

from alignment.matching.subject import Subject


@pytest.mark.parametrize(
    ("text", "adjuncts"),
    [
        ("Skrining TB di pasar", ["pasar"]),
        ("Angkutan gratis bagi pelajar dan lansia", ["pelajar", "lansia"]),
        ("Penanaman pohon oleh karang taruna", ["karang"]),
        ("Training for farmers and fishers with drones", ["farmers", "fishers", "drones"]),
        ("Pengelolaan sampah dan limbah", []),
        ("Di dan di", []),
    ],
)
def test_words_that_say_where_for_whom_or_by_what_are_adjuncts(text: str, adjuncts: list[str]) -> None:
    assert [word.norm for word in Subject.of_text(text).words if word.adjunct] == adjuncts
