"""Single truths of prose, each beside what looks like it and is none."""

from __future__ import annotations

import pytest

TITLE = "# Master Plan Smart City Kabupaten Wakatobi 2025-2034\n\n"
LIVING = f"{TITLE}## BAB V PROGRAM\n\n### Smart Living\n\n"


def names(found) -> list[str]:
    return [program.name for program in found.programs]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Dinas Perhubungan akan menjalankan Bus Laut Pelajar mulai tahun 2026.", ["Bus Laut Pelajar"]),
        ("Dinas Perhubungan telah menjalankan Bus Laut Pelajar sejak tahun 2019.", []),
        ("Dinas Perhubungan menjalankan pelayanan dengan baik.", []),
        ("Kota tetangga memiliki program Bus Laut Pelajar.", []),
        ("Program kedua adalah Klinik Apung, yakni kapal yang melayani pulau kecil.", ["Klinik Apung"]),
        ("Program ini adalah Lanjutan Tahun Lalu.", []),
    ],
)
def test_sentences_name_programs_by_what_is_done(extracted, sentence, expected):
    assert names(extracted(LIVING + sentence)) == expected


def test_what_there_is_already_is_no_program(extracted):
    body = "Inovasi yang sudah berjalan:\n- Kapal Sekolah (Dishub)\n\nInovasi yang direncanakan:\n- Klinik Apung\n"
    assert names(extracted(LIVING + body)) == ["Klinik Apung"]


def test_an_agency_heads_its_programs(extracted):
    body = "## Program\n\n### Dinas Kesehatan\n\n1. Klinik Apung (Smart Living)\n2. Kader Siaga (Smart Society)\n"
    found = extracted(TITLE + body).programs
    assert [(p.name, p.declared_pillar, p.agency) for p in found] == [
        ("Klinik Apung", "living", "Dinas Kesehatan"),
        ("Kader Siaga", "society", "Dinas Kesehatan"),
    ]


def test_a_quick_win_may_be_named_in_another_chapter(extracted):
    body = "1. Klinik Apung\n2. Bus Laut\n\n## BAB VI PENUTUP\n\nProgram Klinik Apung ditetapkan sebagai quick win.\n"
    found = extracted(LIVING + body).programs
    assert [(p.name, p.quick_win) for p in found] == [("Klinik Apung", True), ("Bus Laut", None)]


def test_activities_stand_below_their_program_and_what_follows_is_said_of_it(extracted):
    body = (
        "1. Program Klinik Apung\n\nProgram ini melayani pulau kecil. Kegiatan program ini meliputi:\n\n"
        "a. pengadaan kapal\n\nb. pelatihan bidan\n\nProgram dilaksanakan oleh Dinas Kesehatan pada tahun 2026.\n"
    )
    program, *activities = extracted(LIVING + body).programs
    assert (program.name, program.agency, program.years) == ("Program Klinik Apung", "Dinas Kesehatan", (2026,))
    assert [(one.level, one.parent) for one in activities] == [("kegiatan", program.id)] * 2


def test_an_item_that_looks_like_a_program_and_was_not_read_is_listed(extracted):
    body = "## 4.5 Kolaborasi\n\n- Kebun Bersama (Dinas Pertanian, 2026)\n- Komitmen pimpinan\n"
    found = extracted(TITLE + body)
    assert (names(found), [one.evidence.quote for one in found.unread]) == (
        [],
        ["Kebun Bersama (Dinas Pertanian, 2026)"],
    )


def test_an_amount_for_several_years_is_the_total(extracted):
    body = "- Klinik Apung\n  - OPD: Dinkes\n  - Tahun: 2026-2027\n  - Anggaran: Rp 900 juta\n"
    (program,) = extracted(LIVING + body).programs
    assert (program.total, program.budget) == (900_000_000, {})


def test_a_program_of_several_chapters_is_one_with_all_that_they_say(extracted):
    body = (
        "1. Klinik Apung (Dinas Kesehatan)\n2. Bus Laut Pelajar\n\n## BAB VI PETA JALAN\n\n### Tahun 2026\n\n"
        "Pada tahun 2026 Dinas Kesehatan menjalankan program Klinik Apung dengan anggaran Rp 200.000.000.\n\n"
        "## BAB VII QUICK WIN\n\n### Quick Win Smart Living: Klinik Apung\n\n"
        "Program Bus Laut Pelajar dilaksanakan oleh Dinas Perhubungan pada tahun 2027.\n"
    )
    found = {program.name: program for program in extracted(LIVING + body).programs}
    assert list(found) == ["Bus Laut Pelajar", "Klinik Apung"]
    clinic, bus = found["Klinik Apung"], found["Bus Laut Pelajar"]
    assert (clinic.agency, clinic.years, clinic.budget) == ("Dinas Kesehatan", (2026,), {2026: 200_000_000})
    assert (clinic.quick_win, len(clinic.evidence)) == (True, 3)
    assert (bus.agency, bus.years, bus.quick_win) == ("Dinas Perhubungan", (2027,), None)


def test_a_pillar_before_the_name_of_an_item_is_its_pillar(extracted):
    body = "Program prioritas:\n\n1. Smart Living: Klinik Apung (2026)\n2. Smart Economy: Pasar Digital (2027)\n"
    found = extracted(TITLE + "## Program\n\n" + body).programs
    assert [(p.name, p.declared_pillar, p.years) for p in found] == [
        ("Klinik Apung", "living", (2026,)),
        ("Pasar Digital", "economy", (2027,)),
    ]


@pytest.mark.parametrize(
    "hostile", ["Smart Living: " * 3000 + "Klinik Apung", "Klinik Apung" + " dimensi Smart Living" * 3000]
)
def test_a_pillar_said_without_end_breaks_nothing(extracted, hostile):
    assert (
        len(extracted(f"{TITLE}## Program\n\nProgram prioritas:\n\n1. {hostile}\n2. Pasar Digital (2027)\n").programs)
        <= 2
    )
