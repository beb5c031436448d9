from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from alignment import corpora
from alignment.corpora import entries
from alignment.errors import CorpusError
from alignment.models.corpus import PlainEntry

Make = Callable[..., Path]
ROWS = "oak,,Ek,Oak,tree,30,2026-01-02,false,quercus|robur\noak.holm,oak,Ek Holm,Holm oak,,,,,\n"


def test_cells_become_typed_values_and_empty_ones_nothing(make: Make) -> None:
    corpus = corpora.load_folder(make(ROWS))
    oak, holm = corpus.entries
    assert isinstance(oak, PlainEntry)
    assert isinstance(holm, PlainEntry)
    assert oak.label.id == "Ek"
    assert oak.facts == {
        "kind": "tree",
        "height": 30,
        "seen": dt.date(2026, 1, 2),
        "edible": False,
        "names": ("quercus", "robur"),
    }
    assert holm.facts == {}


def test_entries_are_found_by_id_and_by_parent(make: Make) -> None:
    corpus = corpora.load_folder(make(ROWS))
    assert [entry.id for entry in corpus.children(None)] == ["oak"]
    assert [entry.id for entry in corpus.children("oak")] == ["oak.holm"]
    assert "oak" in corpus
    assert corpus.get("elm") is None


@pytest.mark.parametrize(
    ("rows", "place", "words"),
    [
        ("Oak,,Ek,Oak,,,,,\n", ":2:1", "shape"),
        (",,Ek,Oak,,,,,\n", ":2:1", "must not be empty"),
        ("oak,,Ek,,,,,,\n", ":2:4", "label_en"),
        ("oak,,Ek,Oak,bush,,,,\n", ":2:5", "not one of the allowed values"),
        ("oak,,Ek,Oak,,tall,,,\n", ":2:6", "whole number"),
        ("oak,,Ek,Oak,,,2026-13-01,,\n", ":2:7", "not a date"),
        ("oak,,Ek,Oak,,,,yes,\n", ":2:8", "neither true nor false"),
        ("oak,,Ek,Oak,,,,,a||b\n", ":2:9", "empty item"),
        ("oak,,Ek,Oak\n", ":2:4", "4 cells"),
        ("oak,,Ek,Oak,,,,,\nelm,,A,B,,,,,\noak,,Ek,Oak,,,,,\n", ":4", "already stands in line 2"),
        ("elm,oak,A,B,,,,,\noak,,Ek,Oak,,,,,\n", ":2", "does not stand above"),
        ('oak,,"two\nlines",Oak,,,,,\nelm,,A,B,,x,,,\n', ":4:6", "height"),
        ('oak,,"Ek,Oak,,,,,\n', ":2:1", "CSV"),
    ],
)
def test_a_wrong_row_is_refused_with_its_place(make: Make, rows: str, place: str, words: str) -> None:
    with pytest.raises(CorpusError) as caught:
        corpora.load_folder(make(rows))
    assert caught.value.where.endswith(f"entries.csv{place}")
    assert words in caught.value.problem.en


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"colour": "green"}, "colour"),
        ({"edition_date": "soon"}, "edition_date"),
        ({"name": "Plants!"}, "name"),
        ({"sources": []}, "sources"),
    ],
)
def test_a_wrong_manifest_is_refused_with_the_key(make: Make, changes: dict[str, object], words: str) -> None:
    with pytest.raises(CorpusError) as caught:
        corpora.load_folder(make(ROWS, **changes))
    assert words in caught.value.where


def test_a_manifest_that_is_no_json_is_refused_with_line_and_column(make: Make) -> None:
    folder = make(ROWS)
    (folder / "datapackage.json").write_text('{\n  "name": plants\n}', encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        corpora.load_folder(folder)
    assert caught.value.where.endswith("datapackage.json:2:11")


def test_a_header_in_another_order_is_refused(make: Make) -> None:
    folder = make(ROWS)
    table = folder / "entries.csv"
    table.write_text(table.read_text("utf-8").replace("id,parent", "parent,id"), encoding="utf-8")
    with pytest.raises(CorpusError, match="should be “id”"):
        corpora.load_folder(folder)


def test_a_corpus_called_as_one_of_ours_needs_its_columns(make: Make) -> None:
    with pytest.raises(CorpusError, match=r"The corpus regions knows no column|needs a column"):
        corpora.load_folder(make(ROWS, name="regions"))


def test_an_edit_shows_in_the_hash_but_line_ends_do_not(make: Make) -> None:
    folder = make(ROWS)
    table = folder / "entries.csv"
    sealed = corpora.load_folder(folder)
    assert sealed.sealed
    table.write_bytes(table.read_bytes().replace(b"\n", b"\r\n"))
    assert corpora.load_folder(folder).sealed
    table.write_bytes(table.read_bytes().replace(b"Oak", b"Oaks"))
    edited = corpora.load_folder(folder)
    assert not edited.sealed
    assert edited.sha256 != sealed.sha256


def test_an_unknown_name_is_answered_with_the_known_ones() -> None:
    with pytest.raises(CorpusError, match="pillars"):
        corpora.load("pilars")


def test_a_corpus_is_read_once() -> None:
    assert corpora.load("pillars") is corpora.load("pillars")


def test_every_known_type_is_a_corpus_that_ships() -> None:
    assert set(entries.TYPES) == set(corpora.names())
