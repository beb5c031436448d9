from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from alignment import corpora, text
from alignment.matching import score
from alignment.matching.fired import Fired
from alignment.matching.phrase import hits as phrase_hits
from alignment.matching.subject import Piece, Subject
from alignment.models import Indicator, Match, Program
from alignment.rules import RuleSet, load
from alignment.rules.compile import compiled
from alignment.rules.model import PhraseRule

from .rulebook import ruleset

STRONG = "kind: phrase\nany_of: [{}]\nweight: strong"


def fired(rules: RuleSet, subject: Subject) -> list[Fired]:
    return list(score.fired(subject, rules).get("pillars", {}).get("living.health", ()))


def best(rules: RuleSet, text: str) -> Match:
    groups = score.fired(Subject.of_text(text), rules)["pillars"]
    return score.ranked(groups, rules.scale.levels["pillars"], corpora.load("pillars"), rules.scale.rejected_kept)[0]


def test_words_are_shown_as_they_stand_in_the_text(tmp_path: Path) -> None:
    (one,) = fired(
        ruleset(tmp_path, STRONG.format("penurunan stunting")), Subject.of_text("«PENURUNAN  Stunting» 2026")
    )
    assert one.words == ("PENURUNAN Stunting",)
    assert one.weight == 0.7


def test_function_words_are_skipped_in_rule_and_text(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, STRONG.format("kesehatan ibu dan anak"))
    assert fired(rules, Subject.of_text("Kesehatan ibu, anak"))
    assert fired(rules, Subject.of_text("kesehatan untuk ibu serta anak"))
    assert not fired(rules, Subject.of_text("kesehatan anak dan ibu"))


def test_stems_match_at_a_share_of_the_weight_and_not_where_the_rule_is_exact(tmp_path: Path) -> None:
    rules = ruleset(
        tmp_path, STRONG.format("pengelolaan sampah"), STRONG.format("pengelolaan sampah") + "\nexact: true"
    )
    (one,) = fired(rules, Subject.of_text("Mengelola sampah pasar"))
    assert one.bound.rule.id == "living.health.rule-0"
    assert one.weight == pytest.approx(0.7 * 0.8)
    assert one.words == ("Mengelola sampah",)


def test_a_single_word_is_not_matched_by_its_stem(tmp_path: Path) -> None:
    assert not fired(ruleset(tmp_path, STRONG.format("pasar")), Subject.of_text("pemasaran daerah"))


def test_a_contrast_word_holds_the_rule_back_and_is_shown(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, STRONG.format("stunting") + "\nnone_of: [pelatihan kader]")
    match = best(rules, "Pelatihan kader stunting")
    assert match.status == "rejected"
    assert [(one.words, one.weight) for one in match.contributions] == [(("Pelatihan kader",), 0.0)]


def test_all_of_needs_every_phrase_anywhere(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, "kind: phrase\nany_of: [sekolah, kelas]\nall_of: [digital]\nweight: strong")
    assert fired(rules, Subject.of_text("Platform digital untuk sekolah"))
    assert not fired(rules, Subject.of_text("Platform untuk sekolah"))
    assert not fired(rules, Subject.of_text("Platform digital"))


def test_a_phrase_does_not_run_from_one_part_of_the_program_into_the_next(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, STRONG.format("penurunan stunting"))
    apart = Subject((Piece("name", "Penurunan"), Piece("outcome", "Stunting")))
    assert not fired(rules, apart)


def test_fields_say_where_a_rule_looks(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, STRONG.format("kesehatan"), STRONG.format("dinas kesehatan") + "\nfields: [agency]")
    program = Program(id="p", document="d", level="program", name="Rapat", agency="Dinas Kesehatan")
    assert [one.bound.rule.id for one in fired(rules, Subject.of_program(program))] == ["living.health.rule-1"]
    assert [one.bound.rule.id for one in fired(rules, Subject.of_text("Dinas Kesehatan"))] == ["living.health.rule-0"]


def test_what_a_program_declares_is_not_evidence(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, STRONG.format("living"))
    program = Program(id="p", document="d", level="program", name="Rapat", declared_pillar="living")
    assert fired(rules, Subject.of_program(program)) == []


def test_words_outside_the_name_weigh_less(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, STRONG.format("stunting"))
    program = Program(
        id="p", document="d", level="program", name="Gizi", indicators=(Indicator(name="Prevalensi stunting"),)
    )
    (one,) = fired(rules, Subject.of_program(program))
    assert (one.field, one.weight) == ("indicators", pytest.approx(0.7 * 0.8))


def test_codes_stand_under_patterns_whatever_their_padding(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, 'kind: code\ncodes: ["1.02*"]\nnone_of: ["X.XX.01*"]\nweight: medium')
    assert [one.weight for one in fired(rules, Subject.of_text("1.02.02.2.01.0007 - Pelayanan"))] == [0.45]
    assert [one.weight for one in fired(rules, Subject((), "1.02.01.2.06"))] == [0.0]
    assert fired(rules, Subject((), "1.20.02")) == []


def test_a_wording_close_to_the_rules_is_found_in_any_order(tmp_path: Path) -> None:
    rules = ruleset(
        tmp_path,
        "kind: fuzzy\nlike: [Persentase penduduk yang memiliki jaminan kesehatan]\nat_least: 85\nweight: strong",
    )
    assert fired(rules, Subject.of_text("Persentase penduduk memiliki jaminan kesehatan (%)"))
    assert not fired(rules, Subject.of_text("Persentase penduduk yang memiliki akta kelahiran"))


def test_a_regulation_that_is_cited_speaks(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, "kind: citation\ncites: [perpres-95-2018]\nweight: medium")
    (one,) = fired(rules, Subject.of_text("Penerapan Perpres Nomor 95 Tahun 2018 dan Perpres 95/2018"))
    assert one.words == ("Perpres Nomor 95 Tahun 2018",)
    assert not fired(rules, Subject.of_text("Penerapan Perpres Nomor 39 Tahun 2019"))


def test_every_phrase_that_ships_is_found_in_its_own_words() -> None:
    ready = compiled(load())
    lost = [
        (bound.rule.id, phrase)
        for bound in ready.rules
        if isinstance(bound.rule, PhraseRule)
        for phrase in bound.rule.any_of
        if text.content(phrase) not in {ready.terms.words[term] for term in phrase_hits(Subject.of_text(phrase), ready)}
    ]
    assert lost == []


def test_independent_reasons_add_up_and_the_same_words_speak_once(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, STRONG.format("penurunan stunting"), STRONG.format("stunting"), STRONG.format("posyandu"))
    alone = best(rules, "Penurunan stunting")
    assert alone.score == pytest.approx(0.7)
    assert len(alone.contributions) == 1
    assert best(rules, "Penurunan stunting dan posyandu").score == pytest.approx(1 - 0.3 * 0.3)


def test_what_speaks_against_lowers_the_score_below_the_line(tmp_path: Path) -> None:
    against = "kind: phrase\nany_of: [hewan]\nweight: against"
    match = best(ruleset(tmp_path, STRONG.format("vaksinasi"), against), "Vaksinasi hewan")
    assert match.score == pytest.approx(0.2)
    assert match.status == "rejected"


def test_words_that_say_where_weigh_less_than_words_that_say_what(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, STRONG.format("pasar"))
    (what,) = fired(rules, Subject.of_text("Revitalisasi pasar"))
    (where,) = fired(rules, Subject.of_text("Skrining tuberkulosis di pasar"))
    assert where.weight == pytest.approx(what.weight * 0.6)


def test_a_text_without_words_or_without_end_is_read_all_the_same(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, STRONG.format("posyandu"))
    assert fired(rules, Subject.of_text(" - ")) == []
    (one,) = fired(rules, Subject.of_text("posyandu " * 100_000))
    assert one.words == ("posyandu",)


def test_threads_read_alike(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, STRONG.format("penurunan stunting"))
    texts = [f"Penurunan stunting di desa {number}" for number in range(200)]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda text: [one.words for one in fired(rules, Subject.of_text(text))], texts))
    assert found == [[("Penurunan stunting",)]] * len(texts)
