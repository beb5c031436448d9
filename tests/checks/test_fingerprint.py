from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from alignment.checks import fingerprint
from alignment.models import Evidence, Finding, Text

WORDS = st.lists(st.from_regex(r"[a-z]{3,9}", fullmatch=True), min_size=1, max_size=8)


def _finding(name: str) -> Finding:
    return Finding(
        code="PIL001",
        outcome="fail",
        severity="warning",
        confidence="medium",
        message=Text(id="", en=""),
        suggestion=Text(id="", en=""),
        evidence=(Evidence(document="d"),),
        fingerprint=fingerprint.of("PIL001", [name]),
    )


def test_line_breaks_case_hyphens_and_function_words_leave_it_as_it_is() -> None:
    assert fingerprint.of("PIL001", ["Pengelolaan Sampah\ndan Limbah"]) == fingerprint.of(
        "PIL001", ["PENGELOLAAN  SAMPAH LIMBAH"]
    )
    assert fingerprint.of("PIL001", ["Perangkat Daerah"]) == fingerprint.of("PIL001", ["PerangkatDaerah"])
    assert fingerprint.of("PIL001", ["penge\u00adlolaan"]) == fingerprint.of("PIL001", ["pengelolaan"])


def test_another_check_subject_or_fact_is_another_matter() -> None:
    names = {
        fingerprint.of("PIL001", ["Pengelolaan sampah"]),
        fingerprint.of("SDG001", ["Pengelolaan sampah"]),
        fingerprint.of("PIL001", ["Pengelolaan limbah"]),
        fingerprint.of("PIL001", ["Pengelolaan sampah"], ["economy"]),
    }
    assert len(names) == 4


def test_subject_and_facts_do_not_run_into_each_other() -> None:
    assert fingerprint.of("PIL001", ["a", "b"]) != fingerprint.of("PIL001", ["ab"])
    assert fingerprint.of("PIL001", ["a"], ["b"]) != fingerprint.of("PIL001", ["a", "b"])


@given(WORDS)
def test_is_16_hex_digits_whatever_the_words(words: list[str]) -> None:
    name = fingerprint.of("PIL001", words)
    assert len(name) == 16
    assert int(name, 16) >= 0


def test_true_doubles_are_numbered_and_the_first_keeps_its_name() -> None:
    first, second, other = fingerprint.numbered([_finding("sampah"), _finding("sampah"), _finding("limbah")])
    assert first.fingerprint == fingerprint.of("PIL001", ["sampah"])
    assert second.fingerprint != first.fingerprint
    assert other.fingerprint == fingerprint.of("PIL001", ["limbah"])
