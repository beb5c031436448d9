"""What the rules point to joins two texts or keeps them apart."""

from __future__ import annotations

from pathlib import Path

from alignment import rules
from alignment.matching import matters

_PACK = """
group: "2.11"
targets:
  - id: "2.11.11"
    rules:
      - id: support.2.11.11.probe
        kind: phrase
        any_of: [lalat hijau, kecoak coklat]
        weight: strong
        cases: [{text: Lalat hijau, expect: match}, {text: Lebah, expect: no_match}]
"""


def test_what_one_rule_calls_by_two_wordings_is_said_in_other_words() -> None:
    assert matters.in_other_words("Pengangkutan sampah pasar", "Pemilahan sampah rumah tangga")
    assert not matters.in_other_words("Pengangkutan sampah pasar", "Imunisasi dasar lengkap balita")


def test_the_same_words_are_no_other_words() -> None:
    assert not matters.in_other_words("Kerja sama daerah", "Kerja sama antardesa")


def test_what_no_rule_knows_says_nothing() -> None:
    assert not matters.in_other_words("Qwerty zxcvb", "Pengangkutan sampah pasar")
    assert matters.beside("Qwerty zxcvb", "Pengangkutan sampah pasar") == 0


def test_texts_of_two_matters_speak_against_each_other_the_same_both_ways() -> None:
    one, other = "Pengangkutan sampah pasar", "Imunisasi dasar lengkap balita"
    assert matters.beside(one, other) == matters.beside(other, one) < -0.2


def test_words_of_both_do_not_count_beside_them() -> None:
    assert matters.beside("KTP elektronik ternak", "KTP elektronik warga") <= 0
    assert matters.beside("KTP elektronik ternak", "KTP elektronik ternak") == 0


def test_both_are_named_by_what_they_are_of() -> None:
    first, second = matters.named("Pengangkutan sampah pasar", "Pemilahan sampah rumah tangga")
    assert first == second
    assert "PERSAMPAHAN" in first.id.upper()


def test_other_rules_are_read_anew(tmp_path: Path) -> None:
    (tmp_path / "support").mkdir()
    (tmp_path / "support" / "2.11.yaml").write_text(_PACK, encoding="utf-8")
    one, other = "Pembasmian lalat hijau", "Pembasmian kecoak coklat"
    assert not matters.in_other_words(one, other)
    with rules.using(tmp_path):
        assert matters.in_other_words(one, other)
    assert not matters.in_other_words(one, other)
