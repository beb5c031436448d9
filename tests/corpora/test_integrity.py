"""What every corpus that ships must keep."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from alignment import corpora, text
from alignment.corpora import integrity, seal
from alignment.models.program import PILLARS

Make = Callable[..., Path]


@pytest.mark.parametrize("name", corpora.names())
def test_a_corpus_that_ships_is_sealed_and_points_to_what_exists(name: str) -> None:
    assert [problem.en for problem in integrity.problems(corpora.load(name))] == []


@pytest.mark.parametrize("name", corpora.names())
def test_labels_stand_in_both_languages_without_stray_spaces(name: str) -> None:
    labels = [words for entry in corpora.load(name) for words in (entry.label.id, entry.label.en)]
    assert [words for words in labels if not words or words != " ".join(words.split())] == []


def test_a_dangling_reference_and_a_broken_seal_are_found(make: Make) -> None:
    fields = [
        {"name": "id", "constraints": {"required": True}},
        {"name": "label_id", "constraints": {"required": True}},
        {"name": "label_en", "constraints": {"required": True}},
        {"name": "pillar", "references": "pillars"},
    ]
    resource = {"name": "entries", "path": "entries.csv", "hash": "sha256:0", "schema": {"fields": fields}}
    folder = make("", name="authority-of-ours", resources=[resource])
    (folder / "entries.csv").write_text("id,label_id,label_en,pillar\na,A,A,governance\nb,B,B,goverment\n")
    found = [problem.en for problem in integrity.problems(corpora.load_folder(folder))]
    assert any("has changed" in problem for problem in found)


def test_sealing_after_an_edit_makes_a_corpus_whole_again(make: Make) -> None:
    folder = make("oak,,Ek,Oak,tree,,,,\n")
    (folder / "entries.csv").write_text((folder / "entries.csv").read_text().replace("Oak", "Oaks"))
    assert not corpora.load_folder(folder).sealed
    assert seal.seal(folder)
    assert corpora.load_folder(folder).sealed
    assert not seal.seal(folder)


def test_a_broken_table_is_not_sealed(make: Make, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make("oak,,Ek,Oak,bush,,,,\n")
    assert seal.main([str(folder)]) == 2
    assert "entries.csv:2:5" in capsys.readouterr().err


def test_pillars_are_those_of_the_models_with_three_subdimensions_each() -> None:
    corpus = corpora.load("pillars")
    assert tuple(entry.id for entry in corpus.children(None)) == PILLARS
    assert {len(corpus.children(pillar)) for pillar in PILLARS} == {3}


def test_goals_targets_and_indicators_hang_under_each_other() -> None:
    corpus = corpora.load("sdg")
    levels = {"goal": 0, "target": 0, "indicator": 0}
    for entry in corpus:
        levels[entry.level] += 1
        assert entry.parent == (
            None if entry.level == "goal" else entry.id.split(".(")[0].rpartition(".")[0] or None
        ) or (entry.level == "indicator" and entry.id.startswith(f"{entry.parent}."))
    assert levels["goal"] == 17
    assert levels["target"] == 169
    assert all(entry.official_en or entry.official_id for entry in corpus if entry.level == "indicator")


def test_target_labels_are_short() -> None:
    labels = [words for e in corpora.load("sdg") if e.level == "target" for words in (e.label.id, e.label.en)]
    assert max(len(words.split()) for words in labels) <= 12


def test_no_unconfirmed_affair_names_an_article() -> None:
    assert [e.id for e in corpora.load("authority") if e.article and e.standing == "unconfirmed"] == []


def test_every_affair_says_what_a_region_may_do_instead() -> None:
    assert all(entry.words and entry.instead.id and entry.instead.en for entry in corpora.load("authority"))


def test_a_word_that_holds_an_affair_back_is_not_also_one_that_names_it() -> None:
    clashes = {e.id: set(e.words) & set(e.allowed_words) for e in corpora.load("authority")}
    assert {name: words for name, words in clashes.items() if words} == {}


def test_aliases_of_applications_are_not_shared() -> None:
    owners: dict[str, list[str]] = {}
    for entry in corpora.load("applications"):
        for name in dict.fromkeys([entry.name, *entry.aliases]):
            owners.setdefault(name.casefold(), []).append(entry.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_regulations_confirmed_to_have_changed_name_what_changed_them() -> None:
    changed = [
        e for e in corpora.load("regulations") if e.standing == "confirmed" and e.status in ("revoked", "amended")
    ]
    assert [e.id for e in changed if not (e.revoked_by or e.amended_by or e.valid_to)] == []


def test_no_affair_outside_a_regency_claims_what_the_nomenclature_gives_it() -> None:
    """The words of an affair, less those that hold it back, are in no name of a regency's own program or kegiatan."""
    affairs = [(e.id, _phrases(*e.words, *e.words_en), _phrases(*e.allowed_words)) for e in corpora.load("authority")]
    own = [e for e in corpora.load("nomenclature") if e.scope != "province" and e.special is None]
    claims = {
        entry.id: affair
        for entry in own
        for affair, words, allowed in affairs
        if _any(words, entry.label.id) and not _any(allowed, entry.label.id)
    }
    assert claims == {}


def _phrases(*words: str) -> tuple[str, ...]:
    return tuple(f" {text.normal(word)} " for word in words)


def _any(phrases: tuple[str, ...], words: str) -> bool:
    normal = f" {text.normal(words)} "
    return any(phrase in normal for phrase in phrases)


def test_links_between_targets_and_goals_are_mutual() -> None:
    sdg = corpora.load("sdg")
    linked = {entry.id: entry.links for entry in sdg.entries}
    assert linked["11.5"] == ("1.5", "13.1")  # the same indicator of disaster losses
    assert "13" in linked["11"]
    assert all(one in linked[other] for one, others in linked.items() for other in others)
