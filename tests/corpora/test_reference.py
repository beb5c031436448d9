"""Our corpora held beside the reference data they were made from, where that is at hand."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from alignment import corpora, text
from alignment.corpora import importing, nomenclature
from alignment.grammar import codes


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


@pytest.mark.parametrize("file", ["permendagri-90-2019-kabkota.csv", "kepmendagri-900.1.15.5-1317-2023-kabkota.csv"])
def test_every_code_down_to_kegiatan_is_known_by_its_name(shared: Path, file: str) -> None:
    for row in _rows(shared / "reference" / "nomenclature" / file):
        if row["level"] == "sub_kegiatan" or not row["nama"]:
            continue
        entry = nomenclature.lookup(row["kode"])
        assert entry is not None, row["kode"]
        names = {_squashed(name) for name in (entry.name, *entry.former_names)}
        assert _squashed(row["nama"]) in names, row["kode"]


def test_programs_of_every_edition_and_of_provinces_are_known(shared: Path) -> None:
    corpus = corpora.load("nomenclature")
    for row in _rows(shared / "reference" / "nomenclature" / "program-across-versions.csv"):
        entry = corpus.get(row["program_kode"])
        assert entry is not None
        assert ("2027" in entry.province_editions) == bool(row["nomenklatur_2027_provinsi"])
        assert ("2019" in entry.editions) == bool(row["permendagri90_2019_kabkota"])


def test_goals_and_targets_are_all_there(shared: Path) -> None:
    targets = {row["target"] for row in _rows(shared / "reference" / "sdg" / "tpb-targets.csv")}
    assert {entry.id for entry in corpora.load("sdg") if entry.level == "target"} == targets


def test_indicators_have_the_official_names(shared: Path) -> None:
    corpus = corpora.load("sdg")
    for row in _rows(shared / "reference" / "sdg" / "un-indicators-2025.csv"):
        entry = corpus.get(row["indicator"])
        assert entry is not None
        assert entry.official_en == row["indicator_text"]


def test_regions_have_the_official_codes_and_names(shared: Path) -> None:
    rows = list(_rows(shared / "reference" / "regions" / "kabkota-514.csv"))
    corpus = corpora.load("regions")
    held = {entry.id: (entry.label.id, entry.bps_code) for entry in corpus if entry.kind != "province"}
    assert held == {row["kode_kemendagri"]: (text.clean(row["nama"]), row["kode_bps_2020"]) for row in rows}
    assert len(corpus.children(None)) == 38


def test_national_priorities_have_the_official_names(shared: Path) -> None:
    folder = shared / "reference" / "rpjmn"
    new = json.loads((folder / "rpjmn_2025-2029_pn.json").read_text("utf-8"))["prioritas_nasional"]
    old = json.loads((folder / "rpjmn_2020-2024_pn_mp.json").read_text("utf-8"))["prioritas_nasional"]
    corpus = corpora.load("rpjmn")
    priorities = [entry.name for entry in corpus if entry.level == "priority"]
    assert priorities == [*new, *(row["nama"] for row in old)]
    assert [e.name for e in corpus if e.level == "project"] == [name for row in old for name in row["major_project"]]
    activities = {row["kode_kp"]: row["kegiatan_prioritas_utama"] for row in _rows(next(folder.glob("*utama.csv")))}
    assert {entry.code: entry.name for entry in corpus if entry.level == "activity"} == activities


def test_every_question_of_the_evaluation_is_there_in_our_words(shared: Path) -> None:
    rows = list(_rows(shared / "reference" / "smart-city" / "kominfo-evaluation-2023.csv"))
    questions = [entry for entry in corpora.load("smart-city") if entry.level == "question"]
    assert [entry.code for entry in questions] == [row["kode"] for row in rows]
    asked = {text.normal(row["pertanyaan"]) for row in rows}
    assert [entry.id for entry in questions if text.normal(entry.label.id) in asked] == []


def test_sixty_of_the_codes_of_a_real_plan_are_known_after_import(shared: Path) -> None:
    """A Renstra of 2025 carries codes of editions that are not at hand: they are unknown, never wrong."""
    (plan,) = (shared / "documents").glob("renstra-*-diskominfotik-*.pdf")
    printed = _codes(plan, first=71)
    folder = shared / "reference" / "nomenclature"
    importing.nomenclature(folder / "permendagri-90-2019-kabkota.csv")
    importing.nomenclature(folder / "kepmendagri-900.1.15.5-1317-2023-kabkota.csv")
    importing.nomenclature(next(folder.glob("*.xlsx")))
    assert len(printed) == 68
    assert sum(nomenclature.lookup(code) is not None for code in printed) == 60


def _codes(plan: Path, first: int) -> set[str]:
    import pypdfium2

    with pypdfium2.PdfDocument(plan) as document:
        words = "\n".join(document[page].get_textpage().get_text_bounded() for page in range(first - 1, len(document)))
    starts = (match.start() for match in re.finditer(r"(?<![\d.])\d\.\d\d\.\d\d", words))
    return {found.code for start in starts if (found := codes.leading(words[start : start + 60].replace("\r", "")))}


def _squashed(name: str) -> str:
    return re.sub(r"\W", "", name).casefold()
