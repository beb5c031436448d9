"""What plans of regencies and cities rest on most, judged on days on which plans were made."""

from __future__ import annotations

import datetime as dt

import pytest

from alignment.matching.citation import find_citations, status

THEN_AND_LATER = [
    ("Undang-Undang Nomor 10 Tahun 2004 tentang Pembentukan Peraturan Perundang-undangan", "2016-03-01", "revoked"),
    ("UU Nomor 39 Tahun 2008 tentang Kementerian Negara", "2023-03-01", "in_force"),
    ("UU Nomor 39 Tahun 2008 tentang Kementerian Negara", "2025-03-01", "amended"),
    ("UU Nomor 41 Tahun 1999 tentang Kehutanan", "2021-03-01", "amended"),
    ("PP Nomor 79 Tahun 2005 tentang Pedoman Pembinaan dan Pengawasan", "2016-03-01", "in_force"),
    ("PP Nomor 79 Tahun 2005 tentang Pedoman Pembinaan dan Pengawasan", "2017-04-07", "revoked"),
    ("PP Nomor 3 Tahun 2007", "2018-03-01", "in_force"),
    ("PP Nomor 6 Tahun 2008 tentang Pedoman Evaluasi Penyelenggaraan Pemerintahan Daerah", "2021-03-01", "unknown"),
    ("PP Nomor 27 Tahun 2012 tentang Izin Lingkungan", "2020-03-01", "in_force"),
    ("PP Nomor 27 Tahun 2012 tentang Izin Lingkungan", "2021-02-02", "revoked"),
    ("PP Nomor 82 Tahun 2001 tentang Pengelolaan Kualitas Air", "2024-03-01", "revoked"),
    ("PP Nomor 56 Tahun 2005 tentang Sistem Informasi Keuangan Daerah", "2023-03-01", "amended"),
    ("PP Nomor 56 Tahun 2005 tentang Sistem Informasi Keuangan Daerah", "2024-03-01", "revoked"),
    ("PP Nomor 55 Tahun 2016 tentang Ketentuan Umum dan Tata Cara Pemungutan Pajak Daerah", "2022-03-01", "in_force"),
    ("PP Nomor 55 Tahun 2016 tentang Ketentuan Umum dan Tata Cara Pemungutan Pajak Daerah", "2023-12-01", "revoked"),
    ("PP Nomor 53 Tahun 2010 tentang Disiplin Pegawai Negeri Sipil", "2022-03-01", "revoked"),
    ("Perpres Nomor 4 Tahun 2015 tentang Perubahan Keempat atas Perpres Nomor 54 Tahun 2010", "2019-03-01", "revoked"),
    ("Perpres Nomor 42 Tahun 2013 tentang Gerakan Nasional Percepatan Perbaikan Gizi", "2022-03-01", "revoked"),
    ("Perpres Nomor 59 Tahun 2017 tentang Pelaksanaan Pencapaian TPB", "2022-03-01", "in_force"),
    ("Perpres Nomor 59 Tahun 2017 tentang Pelaksanaan Pencapaian TPB", "2024-03-01", "unknown"),
    ("Permendagri Nomor 54 Tahun 2010", "2016-03-01", "in_force"),
    ("Permendagri Nomor 54 Tahun 2010", "2019-03-01", "unknown"),
    ("Permendagri Nomor 100 Tahun 2018 tentang Penerapan Standar Pelayanan Minimal", "2020-03-01", "in_force"),
    ("Permendagri Nomor 18 Tahun 2020", "2022-03-01", "in_force"),
    ("Permendagri Nomor 18 Tahun 2020", "2025-06-01", "revoked"),
    ("Permendagri Nomor 22 Tahun 2018 tentang Penyusunan RKPD Tahun 2019", "2018-09-01", "in_force"),
    ("Permendagri Nomor 22 Tahun 2018 tentang Penyusunan RKPD Tahun 2019", "2020-03-01", "expired"),
    ("Permenkominfo Nomor 8 Tahun 2019", "2023-03-01", "in_force"),
    ("Permenkominfo Nomor 8 Tahun 2019", "2025-03-01", "revoked"),
    ("Permenkominfo Nomor 4 Tahun 2024", "2025-03-01", "in_force"),
    ("Permenkominfo Nomor 5 Tahun 2020", "2022-03-01", "amended"),
    ("PermenPANRB Nomor 5 Tahun 2018 tentang Pedoman Evaluasi SPBE", "2019-09-01", "in_force"),
]


@pytest.mark.parametrize(("words", "day", "verdict"), THEN_AND_LATER)
def test_what_a_plan_rests_on_is_judged_as_of_its_day(words: str, day: str, verdict: str) -> None:
    [first, *_] = find_citations(words)
    assert status(first, dt.date.fromisoformat(day)).verdict == verdict


@pytest.mark.parametrize(
    ("words", "identifier"),
    [
        ("Perka ANRI Nomor 4 Tahun 2021", "peraturan-anri-4-2021"),
        ("Peraturan Kepala BPS Nomor 4 Tahun 2020", "peraturan-bps-4-2020"),
        ("Peraturan Kepala Badan Siber dan Sandi Negara Nomor 4 Tahun 2021", "peraturan-bssn-4-2021"),
    ],
)
def test_an_agencys_regulation_is_told_by_its_number_when_cited_as_its_heads(words: str, identifier: str) -> None:
    [first, *_] = find_citations(words)
    assert status(first, dt.date(2022, 3, 1)).regulation == identifier
