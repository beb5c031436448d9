"""Which rows of the given plans carry a draft program."""

from __future__ import annotations

from alignment.matching.carried import PlanIndex, carried_by
from alignment.models import Evidence, Program


def row(number: int, name: str, code: str | None = None, **parts: str) -> Program:
    return Program(
        id=f"row{number}",
        document="plan",
        level="program",
        code=code,
        name=name,
        evidence=(Evidence(document="plan", page=number, quote=name),),
        **parts,
    )


def draft(name: str, code: str | None = None, **parts: str) -> Program:
    return Program(id="draft", document="d", level="initiative", code=code, name=name, **parts)


PLAN = PlanIndex(
    [
        row(1, "PROGRAM PENGELOLAAN APLIKASI INFORMATIKA", "2.16.03"),
        row(2, "PROGRAM PENGELOLAAN PERSAMPAHAN", "2.11.11"),
        row(3, "PROGRAM PENINGKATAN SARANA DISTRIBUSI PERDAGANGAN", "3.30.03"),
        row(4, "Pembangunan Pasar Rakyat", "3.30.03.2.01.0001"),
        row(5, "Penyediaan Bahan Bacaan dan Peraturan Perundang-undangan", "2.16.01.2.06.0006"),
        row(6, "Penanganan Jalan Kabupaten"),
    ]
)


def supported(program: Program) -> list[str]:
    return [match.entry_id for match in carried_by(program, PLAN) if match.status == "supported"]


def test_a_code_carries_first_however_it_is_printed() -> None:
    matches = carried_by(draft("Program Pengelolaan Aplikasi Informatika", "2.16.3"), PLAN)
    assert matches[0].entry_id == "row1"
    assert matches[0].score == 1.0
    assert matches[0].contributions[0].rule == "carried.code"
    assert matches[0].evidence[0].page == 1


def test_one_code_under_another_name_is_noted() -> None:
    matches = carried_by(draft("Beasiswa Santri", "2.16.03"), PLAN)
    assert [reason.rule for reason in matches[0].contributions] == ["carried.code", "carried.other_name"]


def test_the_same_name_carries_without_a_code() -> None:
    assert supported(draft("program pengelolaan persampahan"))[0] == "row2"


def test_the_content_carries_under_other_words() -> None:
    assert supported(draft("Smart Waste: pengangkutan sampah terjadwal"))[0] == "row2"
    assert supported(draft("Revitalisasi pasar tradisional"))[0] == "row4"


def test_generic_words_of_plans_carry_nothing() -> None:
    assert supported(draft("Peningkatan pelayanan daerah kabupaten")) == []
    assert supported(draft("Program pengelolaan perikanan tangkap")) == []


def test_penunjang_rows_carry_nothing_by_content() -> None:
    assert "row5" not in supported(draft("Taman bacaan masyarakat"))


def test_of_what_does_not_carry_the_nearest_are_kept_as_rejected() -> None:
    matches = carried_by(draft("Pelatihan keselamatan di jalan bagi pelajar"), PLAN)
    assert all(match.status == "rejected" for match in matches)


def test_no_plan_carries_nothing() -> None:
    assert carried_by(draft("Pengelolaan sampah"), PlanIndex([])) == ()


def test_five_rows_at_most_besides_the_rejected() -> None:
    many = PlanIndex([row(number, "Pengelolaan Persampahan", "2.11.11") for number in range(1, 40)])
    matches = carried_by(draft("Pengelolaan Persampahan", "2.11.11"), many)
    assert len(matches) == 5
    assert [match.entry_id for match in matches] == [f"row{number}" for number in range(1, 6)]


def test_rows_that_have_next_to_nothing_to_do_with_it_are_not_shown() -> None:
    plan = PlanIndex([row(1, "Penyediaan alat kesehatan puskesmas keliling"), row(2, "Penerangan jalan desa wisata")])
    shown = carried_by(draft("Pembinaan kearsipan desa dan pelestarian naskah kuno"), plan)
    assert all(match.score >= 0.2 for match in shown)
    assert len(shown) < 2
