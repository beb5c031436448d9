"""The consistency matrix: which rows stand together, and how much of their reasons."""

from __future__ import annotations

from alignment.models import Contribution, Match, Matches, Report, Text
from alignment.reporting import matrix
from alignment.reporting.labels import LISTS, entry_label
from alignment.reporting.view import View


def match(entry: str, *parts: Contribution, status: str = "supported") -> Match:
    return Match(entry_id=entry, label=Text(id=entry, en=entry), score=0.7, status=status, contributions=parts)


def part(weight: float, *words: str) -> Contribution:
    return Contribution(rule="r", words=words, weight=weight)


def with_matches(report: Report, **matches: Matches) -> View:
    return View(report.model_copy(update={"matches": matches}), "id")


def test_a_smart_city_draft_is_ordered_by_its_own_pillars(report: Report) -> None:
    blocks = list(matrix.blocks(View(report, "id")))

    assert [(block.name, len(block.entries)) for block in blocks] == [("governance", 4), ("society", 1), (None, 1)]


def test_other_plans_are_ordered_by_agency_and_rows_stay_with_what_stands_above_them(report: Report) -> None:
    plan = report.sources[0].model_copy(update={"kind": "renstra"})
    bare = tuple(program.model_copy(update={"declared_pillar": None}) for program in report.programs)
    bare = (bare[0], bare[1].model_copy(update={"agency": None}), *bare[2:])
    blocks = matrix.blocks(View(report.model_copy(update={"sources": (plan,), "programs": bare}), "id"))

    named = [(block.name, [entry.program.id for entry in block.entries]) for block in blocks]
    assert named[0] == ("Dinas Komunikasi dan Informatika", ["p1", "p2", "p3"])
    assert named[2] == (None, ["p5"])


def test_a_row_shows_the_most_specific_answers_and_keeps_all_reasons(report: Report) -> None:
    ranked = (match("governance"), match("governance.public-service"), match("society", status="rejected"))
    view = with_matches(report, p1=Matches(pillars=ranked))
    entry = next(matrix.blocks(view)).entries[0]

    assert [found.entry_id for found in entry.answers[list(LISTS).index("pillars")]] == ["governance.public-service"]
    assert [len(reasons.accepted) for reasons in entry.reasons] == [2]
    assert [found.entry_id for found in entry.reasons[0].rejected] == ["society"]


def test_reasons_tell_words_once_and_leave_out_what_weighs_nothing(report: Report) -> None:
    parts = (part(0.7, "STUNTING", "Stunting", "balita"), part(0.0, "desa"))
    entry = next(
        block for block in matrix.blocks(with_matches(report, p1=Matches(sdg=(match("2.2", *parts),))))
    ).entries[0]

    assert [told.words for told in entry.reasons[0].accepted[0].contributions] == [("STUNTING", "balita")]


def test_the_very_same_reasons_are_not_repeated(report: Report) -> None:
    same = Matches(sdg=(match("2.2"),))
    entries = next(matrix.blocks(with_matches(report, p1=same, p2=same))).entries

    assert (entries[0].same_as, entries[1].same_as) == (None, 1)
    assert entries[1].reasons == ()
    assert entries[1].answers[list(LISTS).index("sdg")] == entries[0].answers[list(LISTS).index("sdg")]


def test_what_a_page_leaves_out_is_counted(report: Report) -> None:
    ranked = tuple(match(f"{n}.1") for n in range(1, 9))
    entry = next(matrix.blocks(with_matches(report, p1=Matches(sdg=ranked)))).entries[0]

    assert (len(entry.reasons[0].accepted), entry.reasons[0].left_out) == (5, 3)


def test_national_priorities_are_called_as_people_call_them() -> None:
    assert entry_label("rpjmn", match("rpjmn-2025-2029.pn-4.pp-02.kp-01"), "id")[0] == "PN 4 · PP 2 · KP 1 (2025–2029)"
    assert entry_label("rpjmn", match("rpjmn-2025-2029.pn-7.pp-pelayanan"), "id")[0] == "PN 7 (2025–2029)"
    assert entry_label("rpjmn", match("lain"), "id")[0] == "lain"
    assert entry_label("carried_by", match("a1b2c3"), "id") == ("", "a1b2c3")
