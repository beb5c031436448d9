"""Citations resolved to the corpus, and the standing of a regulation by a day."""

from __future__ import annotations

import csv
import datetime as dt
import re
from pathlib import Path

import pytest

from alignment import corpora
from alignment.grammar.legal import nicknames
from alignment.matching.citation import find_citations, status, title_agrees
from alignment.models.base import Text
from alignment.models.corpus import Regulation

EDITION = corpora.load("regulations").edition_date


def ids(text: str, as_of: dt.date | None = None) -> list[str | None]:
    return [one.resolved for one in find_citations(text, as_of)]


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("Peraturan Presiden Nomor 95 Tahun 2018", "perpres-95-2018"),
        ("Kepmendagri 050-5889 Tahun 2021", "kepmendagri-050-5889-2021"),
        ("UU ITE", "uu-11-2008"),
        ("Perpres tentang Satu Data Indonesia", "perpres-39-2019"),
        ("UU Aparatur Sipil Negara tahun 2014", "uu-5-2014"),
        ("Perpres tentang RPJMN Tahun 2020-2024", "perpres-18-2020"),
        ("Perpres RPJMN", "perpres-12-2025"),
        ("PermenPUPR 14/2018", "permenpupr-14-prt-m-2018-2018"),
        ("Permenkomdigi Nomor 1 Tahun 2023", "permenkominfo-1-2023"),
        ("Permen PUPR Nomor 02/PRT/M/2016", "permenpupr-2-prt-m-2016-2016"),
        ("Peraturan Menteri PAN Nomor PER/20/M.PAN/11/2008", "permenpan-20-m.pan-11-2008-2008"),
        ("PMK No. 4 Tahun 2019", "permenkes-4-2019"),
        ("Perda Kota Bandung Nomor 3 Tahun 2014", None),
        ("UU Nomor 999 Tahun 2018", None),
    ],
)
def test_a_citation_finds_its_regulation(text: str, identifier: str | None) -> None:
    assert ids(text) == [identifier]


def test_a_nickname_means_the_law_of_its_day() -> None:
    assert ids("UU Kesehatan", dt.date(2019, 5, 1)) == ["uu-36-2009"]
    assert ids("UU Kesehatan", dt.date(2025, 5, 1)) == ["uu-17-2023"]
    assert ids("PP PSTE", dt.date(2019, 10, 9)) == ["pp-82-2012"]
    assert ids("PP PSTE", dt.date(2019, 10, 10)) == ["pp-71-2019"]


@pytest.mark.parametrize(
    ("identifier", "day", "verdict", "by"),
    [
        ("perpres-95-2018", dt.date(2019, 9, 10), "in_force", ()),
        ("perpres-95-2018", dt.date(2017, 12, 31), "not_yet", ()),
        ("permenpanrb-59-2020", dt.date(2026, 6, 4), "in_force", ()),
        ("permenpanrb-59-2020", dt.date(2026, 6, 5), "revoked", ("permenpanrb-8-2026",)),
        ("pp-58-2005", dt.date(2018, 3, 1), "in_force", ()),
        ("pp-58-2005", dt.date(2019, 3, 1), "unknown", ("pp-12-2019",)),
        ("pp-58-2005", dt.date(2020, 3, 1), "revoked", ("pp-12-2019",)),
        ("pp-82-2012", dt.date(2019, 10, 9), "in_force", ()),
        ("pp-82-2012", dt.date(2019, 10, 10), "revoked", ("pp-71-2019",)),
        ("pp-18-2016", dt.date(2018, 3, 1), "in_force", ()),
        ("pp-18-2016", dt.date(2020, 3, 1), "amended", ("pp-72-2019",)),
        ("perpres-18-2020", dt.date(2024, 12, 31), "in_force", ()),
        ("perpres-18-2020", dt.date(2025, 1, 1), "expired", ()),
        ("perpres-59-2017", dt.date(2019, 1, 1), "in_force", ()),
        ("perpres-59-2017", dt.date(2025, 1, 1), "unknown", ()),
        ("uu-9-2003", dt.date(2019, 10, 2), "in_force", ()),
        ("uu-9-2003", dt.date(2025, 1, 1), "unknown", ()),
        ("uu-16-1950", dt.date(2021, 1, 1), "amended", ("uu-13-1954",)),
        ("perpres-12-2025", EDITION + dt.timedelta(days=1), "unknown", ()),
        ("perpres-999-2018", dt.date(2020, 1, 1), "unknown", ()),
    ],
)
def test_a_regulation_is_judged_as_of_a_day(identifier: str, day: dt.date, verdict: str, by: tuple[str, ...]) -> None:
    standing = status(identifier, day)
    assert (standing.verdict, standing.by) == (verdict, by)
    assert standing.message.id
    assert standing.message.en
    assert (standing.confidence == "unconfirmed") == (verdict == "unknown")


class Shelf(dict[str, Regulation]):
    """A catalogue of our own."""

    edition_date = dt.date(2026, 1, 1)


def law(number: int, year: int, status: str, **facts: object) -> Regulation:
    name = f"uu-{number}-{year}"
    words = {"id": name, "label": Text(id=name, en=name), "kind": "UU", "number": str(number), "title": "Air"}
    return Regulation(**words, year=year, status=status, standing="confirmed", **facts)


@pytest.mark.parametrize(
    ("day", "verdict", "by"),
    [
        ("2012-06-01", "amended", ("uu-2-2010",)),
        ("2017-06-01", "amended", ("uu-2-2010", "uu-3-2015")),
        ("2021-06-01", "amended", ("uu-3-2015",)),
        ("2024-06-01", "in_force", ()),
    ],
)
def test_an_amendment_that_was_repealed_amends_no_more(
    monkeypatch: pytest.MonkeyPatch, day: str, verdict: str, by: tuple[str, ...]
) -> None:
    shelf = Shelf(
        {
            "uu-1-2000": law(1, 2000, "amended", amended_by=("uu-2-2010", "uu-3-2015")),
            "uu-2-2010": law(2, 2010, "revoked", revoked_by=("uu-4-2019",)),
            "uu-3-2015": law(3, 2015, "revoked", valid_to=dt.date(2022, 3, 1)),
            "uu-4-2019": law(4, 2019, "in_force"),
        }
    )
    monkeypatch.setattr(corpora, "load", lambda name: shelf)
    standing = status("uu-1-2000", dt.date.fromisoformat(day))
    assert (standing.verdict, standing.by) == (verdict, by)


def test_what_a_court_annulled_is_over_without_a_successor(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf({"uu-7-2004": law(7, 2004, "revoked", valid_to=dt.date(2015, 2, 18))})
    monkeypatch.setattr(corpora, "load", lambda name: shelf)
    standing = status("uu-7-2004", dt.date(2016, 1, 1))
    assert (standing.verdict, standing.by, standing.since) == ("revoked", (), dt.date(2015, 2, 18))
    assert "dicabut" not in standing.message.id
    assert status("uu-7-2004", dt.date(2014, 1, 1)).verdict == "in_force"


def test_a_local_regulation_is_unknown_and_said_to_be_local() -> None:
    citation = find_citations("Perda Kabupaten Sleman Nomor 3 Tahun 2021")[0]
    assert "daerah" in status(citation, dt.date(2022, 1, 1)).message.id


@pytest.mark.parametrize(
    ("text", "agrees"),
    [
        ("Perpres 95/2018 tentang Sistem Pemerintahan Berbasis Elektronik", True),
        ("Perpres 95/2018 tentang SPBE", True),
        ("Permendagri 86/2017 tentang Tata Cara Perencanaan, Pengendalian dan Evaluasi Pembangunan", True),
        ("UU 9/2015 tentang Pemerintahan Daerah", True),
        ("UU 23/2014 tentang Pemerintahan Daerah, salah satu urusan wajib adalah ketertiban", True),
        ("UU 2/2022 tentang Cipta Kerja", False),
        ("Perpres 39/2019 tentang Pengadaan Barang/Jasa Pemerintah", False),
        ("Perpres 39/2019", None),
        ("Perda 3/2019 tentang RPJMD", None),
    ],
)
def test_a_number_under_another_title_is_seen(text: str, agrees: bool | None) -> None:
    assert title_agrees(find_citations(text)[0]) is agrees


def test_no_title_is_judged_by_one_that_nobody_has_seen() -> None:
    unseen = find_citations("Permen PUPR Nomor 2/PRT/M/2016 tentang Pengadaan Barang dan Jasa Pemerintah")[0]
    assert corpora.load("regulations").get(unseen.resolved).title_standing == "unconfirmed"
    assert title_agrees(unseen) is None


def test_every_confirmed_row_of_the_reference_is_right_and_no_other_is_stated(shared: Path) -> None:
    said: dict[str, str] = {}
    with (shared / "reference" / "regulations" / "status-2026-11.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            identifier = re.sub(r"[^a-z0-9.]+", "-", f"{row['jenis']}-{row['nomor']}-{row['tahun']}".lower())
            doubtful = row["keyakinan"] == "rendah" or "tidak dikonfirmasi" in row["status_nov2026"] + row["judul"]
            said[identifier] = "unknown" if doubtful else _expected(row["status_nov2026"])
    assert len(said) == 41
    assert {one: status(one, EDITION).verdict for one in said} == said


def _expected(words: str) -> str:
    if words.startswith("DICABUT"):
        return "revoked"
    if words.startswith("periode berakhir"):
        return "expired"
    return "amended" if words.startswith("berlaku (diubah") else "in_force"


def test_what_is_not_confirmed_is_never_stated() -> None:
    for entry in corpora.load("regulations"):
        if entry.standing == "unconfirmed":
            assert status(entry.id, EDITION).verdict == "unknown"
            assert entry.status == "unknown"


def test_ids_that_regulations_and_nicknames_point_to_exist() -> None:
    corpus = corpora.load("regulations")
    pointed = {one for entry in corpus for one in (*entry.amended_by, *entry.revoked_by)}
    named = {one for entry in nicknames.listed() for one in entry.regulations}
    assert {one for one in pointed | named if one not in corpus} == set()


def test_every_regulation_of_the_corpus_is_found_when_cited() -> None:
    for entry in corpora.load("regulations"):
        assert ids(f"{entry.kind} Nomor {entry.number} Tahun {entry.year}") == [entry.id]
