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


def test_texts_of_one_program_agree_and_texts_of_two_do_not() -> None:
    assert matters.agreement("Pengangkutan sampah pasar", "Pemilahan sampah rumah tangga") > 0.2
    assert matters.agreement("Pengangkutan sampah pasar", "Imunisasi dasar lengkap balita") < -0.2


def test_what_no_rule_knows_says_nothing() -> None:
    assert matters.agreement("Qwerty zxcvb", "Pengangkutan sampah pasar") == 0


def test_agreement_is_the_same_both_ways_and_less_than_two_programs_need() -> None:
    one, other = "Pengangkutan sampah pasar", "Bank sampah kelurahan"
    assert matters.agreement(one, other) == matters.agreement(other, one) <= 0.35


def test_words_of_both_do_not_count_beside_them() -> None:
    assert matters.agreement("KTP elektronik ternak", "KTP elektronik warga") > 0
    assert matters.beside("KTP elektronik ternak", "KTP elektronik ternak") == 0


def test_both_are_named_by_what_they_are_of() -> None:
    first, second = matters.named("Pengangkutan sampah pasar", "Pemilahan sampah rumah tangga")
    assert first == second
    assert "PERSAMPAHAN" in first.id.upper()


def test_other_rules_are_read_anew(tmp_path: Path) -> None:
    (tmp_path / "support").mkdir()
    (tmp_path / "support" / "2.11.yaml").write_text(_PACK, encoding="utf-8")
    one, other = "Pembasmian lalat hijau", "Pembasmian kecoak coklat"
    before = matters.agreement(one, other)
    with rules.using(tmp_path):
        assert matters.agreement(one, other) > before
    assert matters.agreement(one, other) == before
