"""Chains of amendments: complete as far as the titles of the corpus say, in order, and told with the last one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import pytest

from alignment import corpora
from alignment.matching.citation import find_citations, status
from alignment.models.corpus import Regulation

_AMENDS = re.compile(r"(?:Penetapan .*? tentang )?Perubahan\b.*? atas (?P<what>.*)")


def entries() -> tuple[Regulation, ...]:
    return corpora.load("regulations").entries


def _amendments() -> Iterator[tuple[str, str]]:
    """What is amended, and by what, as titles say."""
    for entry in entries():
        match = _AMENDS.match(entry.title)
        named = [one.resolved for one in find_citations(match["what"]) if one.resolved] if match else []
        if named:
            yield named[0] or "", entry.id


def test_what_a_title_says_it_amends_lists_it() -> None:
    corpus = corpora.load("regulations")
    said = list(_amendments())
    assert len(said) > 30
    assert [(base, by) for base, by in said if by not in corpus.get(base).amended_by] == []


def test_chains_run_from_the_oldest_amendment_to_the_newest() -> None:
    corpus = corpora.load("regulations")
    for entry in entries():
        years = [corpus.get(by).year for by in entry.amended_by]
        assert years == sorted(years), entry.id


@pytest.mark.parametrize(
    ("regulation", "day", "last"),
    [
        ("uu-23-2014", "2019-12-31", "uu-9-2015"),
        ("uu-23-2014", "2021-12-31", "uu-11-2020"),
        ("uu-23-2014", "2023-01-31", "perppu-2-2022"),
        ("uu-23-2014", "2025-06-01", "uu-6-2023"),
        ("uu-38-2004", "2022-06-01", "uu-2-2022"),
        ("uu-38-2004", "2025-06-01", "uu-6-2023"),
        ("uu-6-2014", "2023-06-01", "uu-6-2023"),
        ("uu-6-2014", "2025-06-01", "uu-3-2024"),
        ("uu-23-2002", "2017-06-01", "uu-17-2016"),
        ("uu-32-2009", "2021-06-01", "uu-11-2020"),
    ],
)
def test_the_last_amendment_is_that_of_the_day(regulation: str, day: str, last: str) -> None:
    standing = status(regulation, dt.date.fromisoformat(day))
    assert standing.verdict == "amended"
    assert standing.by[-1] == last
