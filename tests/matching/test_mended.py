from __future__ import annotations

import pytest

from alignment import rules
from alignment.matching import mended as second_reading
from alignment.matching import rpjmn, sdg, support
from alignment.matching.mended import mended
from alignment.matching.subject import Subject


def read(text: str) -> list[str] | None:
    sound = mended(Subject.of_text(text), rules.load())
    return None if sound is None else [word.norm for word in sound.words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pemenuhan sarana pertian", ["pemenuhan", "sarana", "pertanian"]),
        ("Penemuan kasusTuberculosis", ["penemuan", "kasus", "tuberculosis"]),
        ("Penanganan kecelakuan", ["penanganan", "kecelakaan"]),
        ("SIPAJAK", ["pajak"]),
        ("Simbansos", ["bansos"]),
        ("Warungku", ["warung"]),
        ("WisataKita", ["wisata"]),
    ],
)
def test_misspelt_and_run_together_words_are_read_as_what_rules_know(text: str, words: list[str]) -> None:
    assert read(text) == words


@pytest.mark.parametrize("text", ["Penggandaan dokumen dan pakaian dinas", "Selaras Hati", "2.16.03 TPA", ""])
def test_sound_words_short_words_and_numbers_are_left_alone(text: str) -> None:
    assert read(text) is None


def test_what_is_quoted_still_stands_in_the_text() -> None:
    text = "Cakupan penemuan kasusTuberculosis"
    first = sdg.rank(Subject.of_text(text))[0]
    assert first.entry_id.startswith("3.3")
    assert all(word in text for one in first.contributions for word in one.words)


def test_a_damaged_name_serves_its_national_priority() -> None:
    found = [one.entry_id for one in rpjmn.rank(Subject.of_text("Pengelolaan sampahrumah tangga")) if one.score >= 0.4]
    assert "rpjmn-2025-2029.pn-2.pp-18" in found


def test_the_name_of_an_application_is_carried_by_the_program_of_its_thing() -> None:
    assert support.rank(Subject.of_text("SIPAJAK"))[0].entry_id == "5.02.04"


def test_mending_is_a_second_try_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("mended although the text speaks as it stands")

    monkeypatch.setattr(second_reading, "mended", fail)
    assert sdg.rank(Subject.of_text("Penanganan tuberkulosis kecelakuan"))[0].entry_id.startswith("3.3")
