"""Two programs are the same thing by what they are, not by how their names look."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment.evaluation import evaluate
from alignment.matching import lexicon
from alignment.matching.compare import compare
from alignment.models import Program

GOLD = Path(__file__).resolve().parents[1] / "gold" / "overlap.jsonl"
JOINED = ("same", "overlapping")


def program(name: str, number: int = 0, **parts: str) -> Program:
    return Program(id=f"p{number}", document="d", level="initiative", name=name, **parts)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Gerakan jambanisasi", "Pembangunan jamban sehat"),
        ("Aplikasi surat masuk dan surat keluar", "Tata naskah dinas elektronik"),
        ("Rehab RTLH", "Bedah rumah warga tidak mampu: perbaikan rumah tidak layak huni"),
        ("Call Center 112", "NTPD 112: menerima panggilan darurat"),
        ("Literasi digital masyarakat", "Digital Literacy Program"),
        ("Bantuan bibit buah-buahan", "Bantuan bibit durian"),
        ("Penerapan sistem inovasi daerah", "Penerapan Sisten Inovasi Daerah"),
    ],
)
def test_other_words_for_the_same_thing_join(a: str, b: str) -> None:
    assert compare(a, b).verdict in JOINED


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Srikandi (Sistem Informasi Kearsipan Dinamis Terintegrasi)", "Srikandi: sekolah perempuan pemimpin desa"),
        ("Puspita: pelatihan pemandu wisata", "Puspita: imunisasi bayi"),
        ("PATEN (Pelayanan Administrasi Terpadu Kecamatan)", "Pendaftaran hak paten dan merek"),
    ],
)
def test_namesakes_are_what_their_explanations_say(a: str, b: str) -> None:
    assert compare(a, b).verdict not in JOINED


def test_a_brand_without_an_explanation_is_the_one_that_has_one() -> None:
    assert compare("SRIKANDI", "Srikandi (Sistem Informasi Kearsipan Dinamis Terintegrasi)").verdict in JOINED
    assert compare("Penguatan PATEN", "PATEN (Pelayanan Administrasi Terpadu Kecamatan)").verdict in JOINED


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Bank sampah di setiap RW", "TPS 3R di setiap kecamatan"),
        ("Taman bacaan masyarakat", "Perpustakaan digital"),
        ("Pelatihan UMKM digital", "Pasar digital UMKM"),
        ("Pembangunan pos pemadam", "Pengadaan mobil pemadam"),
        ("Pelatihan batik", "Penjualan batik"),
        ("Siaran radio tentang pajak", "Penagihan pajak"),
    ],
)
def test_other_facilities_channels_and_actions_of_one_field_are_not_the_same(a: str, b: str) -> None:
    assert compare(a, b).verdict != "same"


def test_two_kinds_of_one_thing_are_two_and_it_is_said_of_what() -> None:
    result = compare("Bank sampah", "TPS 3R")
    assert result.verdict not in JOINED
    assert "overlap.kinds" in [reason.rule for reason in result.reasons]


def test_a_kind_that_both_have_in_common_joins() -> None:
    assert compare("Daur ulang sampah melalui TPS 3R dan bank sampah", "Bank sampah").verdict in JOINED


def test_a_place_in_common_makes_no_program_in_common() -> None:
    assert compare("Pemasangan CCTV di pasar", "Revitalisasi bangunan pasar").verdict not in JOINED
    assert compare("Pembangunan toilet di terminal", "Pembangunan wc umum di terminal").verdict in JOINED


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        ("Pengelolaan pajak parkir", "Pengelolaan pajak reklame", "contrast.pajak"),
        ("Pencegahan penyakit HIV", "Pencegahan penyakit TBC", "contrast.penyakit"),
        ("Pembangunan saluran drainase", "Pembangunan saluran air minum", "contrast.prasarana-air"),
        ("Rehabilitasi ruang kelas SD", "Rehabilitasi ruang kelas SMP", "contrast.jenjang"),
        ("Pemberdayaan perempuan", "Pemberdayaan petani", "contrast.penerima"),
        ("Pembahasan APBD", "Pembahasan APBD Perubahan", "contrast.anggaran"),
        ("Pengaspalan jalan Kelurahan Sukamaju", "Pengaspalan jalan Kelurahan Mekarsari", "place"),
        ("Program Pendaftaran Penduduk", "Program Pencatatan Sipil", "official"),
    ],
)
def test_a_contrast_word_keeps_two_programs_apart_and_is_named(a: str, b: str, rule: str) -> None:
    result = compare(a, b)
    assert result.verdict not in JOINED
    assert f"overlap.{rule}" in [reason.rule for reason in result.reasons]


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        ("Pengadaan kursi kantor", "Pengadaan lemari kantor", "exchanged"),
        ("Posyandu prakonsepsi", "Posyandu mata", "exchanged"),
        ("Reviu Laporan Kinerja", "Reviu Laporan Keuangan", "exchanged"),
        ("Operasi dan Pemeliharaan Kanal Banjir", "Operasi dan Pemeliharaan Stasiun Pompa Banjir", "exchanged"),
        ("Pelayanan kesehatan gigi anak sekolah", "Pelayanan kesehatan jiwa anak sekolah", "exchanged"),
        ("Bus kota koridor III", "Bus kota koridor VIII", "exchanged"),
        ("Penataan Taman Banjarmasin Timur", "Penataan Taman Banjarmasin Selatan", "place"),
        ("Perbaikan Jl. Melati", "Perbaikan Jalan Kenanga", "place"),
        ("Penggantian jembatan Paket 1", "Penggantian jembatan Paket 2", "place"),
        ("Audit internal ISO 27001:2013", "Audit internal ISO 9001:2015", "place"),
        ("Pengawasan teknis pembangunan gedung arsip", "Pembangunan gedung arsip", "action"),
        ("Evaluasi RKPD", "Penyusunan RKPD", "action"),
    ],
)
def test_one_frame_about_two_things_keeps_them_apart_without_any_list(a: str, b: str, rule: str) -> None:
    result = compare(a, b)
    assert result.verdict not in JOINED
    assert f"overlap.{rule}" in [reason.rule for reason in result.reasons]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Perbaikan rumah susun sewa Mawar", "Rehabilitasi rusunawa Mawar"),  # "perbaikan rumah" is a wording too
        ("Pengadaan video tron", "Pembelian videotron"),
        ("Betonisasi Jalan Komplek Mawar", "Betonisasi Jl. Komp. Mawar"),
        ("Belanja modal pengadaan truk pemadat sampah", "Pengadaan truk pemadat sampah"),
    ],
)
def test_how_a_thing_is_written_keeps_nothing_apart(a: str, b: str) -> None:
    assert compare(a, b).verdict in JOINED


def test_a_short_form_is_read_as_the_words_before_it_spell_it() -> None:
    assert compare("Kartu Identitas Anak (KIA)", "Buku Kesehatan Ibu dan Anak (KIA)").verdict not in JOINED
    assert compare("Kartu Identitas Anak (KIA)", "Penerbitan KIA").verdict in JOINED


def test_no_wording_of_the_lexicon_shrinks_to_a_word_of_form() -> None:
    known = lexicon.load()
    heavy = [word for word in ("layanan", "sistem", "aplikasi", "data") if word not in known.light]
    assert heavy == []


def test_training_people_is_not_buying_the_machine() -> None:
    result = compare("Pelatihan sablon", "Pengadaan mesin sablon")
    assert "overlap.action" in [reason.rule for reason in result.reasons]
    assert result.score < compare("Pelatihan sablon", "Kursus sablon").score


def test_one_name_for_two_applications_does_not_join_them() -> None:
    tax = "SMS Gateway: memberikan informasi pajak hotel dan restoran"
    permits = "SMS Gateway: pengiriman info perizinan"
    assert compare(tax, permits).verdict not in JOINED


def test_a_kind_of_the_head_of_a_contrast_names_the_head() -> None:
    result = compare("PBB online", "Cek pajak kendaraan bermotor")
    assert "overlap.contrast.pajak" in [reason.rule for reason in result.reasons]


def test_a_reason_prints_an_abbreviation_once() -> None:
    result = compare("Layanan online DPMPTSP", "Perizinan daring pada DPMPTSP")
    assert "DPMPTSP DPMPTSP" not in result.reasons[0].message.id
    assert "DPMPTSP" in result.reasons[0].message.id


def test_the_name_of_a_region_is_no_place() -> None:
    assert compare("Bali Denpasar Tourism", "Web Denpasar Tourism").verdict in JOINED


def test_sharing_a_whole_sector_makes_neighbours() -> None:
    assert compare("Bantuan alat pertanian", "Asuransi pertanian").verdict not in JOINED


def test_other_words_for_one_matter_join_where_something_is_shared_and_nothing_separates() -> None:
    result = compare("Peralihan bus kota ke tenaga listrik", "Elektrifikasi armada angkutan umum")
    assert result.verdict in JOINED
    assert "overlap.one_matter" in [reason.rule for reason in result.reasons]


def test_one_matter_alone_is_not_enough() -> None:
    result = compare("Pengendalian lalat di pasar", "Sedekah minyak jelantah")
    assert result.verdict not in JOINED
    assert result.score < compare("Pengangkutan sampah pasar", "Penyediaan bak sampah pasar").score


def test_each_of_another_matter_speaks_against() -> None:
    result = compare("Pusaka (Produk UMKM Asli Kota)", "PUSAKA: penataan dan pelestarian kota pusaka")
    assert "overlap.own_matter" in [reason.rule for reason in result.reasons]
    assert sum(reason.weight for reason in result.reasons) < 1


def test_programs_are_compared_with_their_descriptions() -> None:
    a = program("SIMADE", description="Mengolah data dan melayani warga kelurahan")
    b = program("SIMADE", 1, description="Meningkatkan keselamatan nelayan saat melaut")
    assert compare(a, b).verdict not in JOINED
    assert compare(a, a).verdict == "same"


def test_reasons_quote_both_sides_in_both_languages() -> None:
    result = compare("Pengelolaan pajak parkir", "Pengelolaan pajak reklame")
    for reason in result.reasons:
        assert "parkir" in reason.message.id
        assert "reklame" in reason.message.id
        assert "parkir" in reason.message.en
        assert "{" not in reason.message.id + reason.message.en


@given(st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_two_texts_compare_alike_both_ways_and_stay_within_bounds(a: str, b: str) -> None:
    there, back = compare(a, b), compare(b, a)
    assert there == back
    assert 0 <= there.score <= 1
    assert compare(a, a).score == 1.0


def test_names_of_one_item_in_two_systems_find_each_other() -> None:
    names = [
        "Penyelenggaraaan Kabupaten/Kota Sehat",
        "Pengadaan Mebeluer Pendidikan Nonformal/Kesetaraan",
        "Pengadaan Alat Praktik dan Peraga Siswa Nonformal/Kesetaraan",
        "Perluasan SPAM di Kawasan Perkotaan",
    ]
    asked = "Pengadaan Mebel Pendidikan Non Formal / Kesetaraan"
    assert max(names, key=lambda name: compare(asked, name).score) == names[1]


def test_figures_on_the_open_gold_set_hold() -> None:
    measures = {one.key: one.all for one in evaluate("overlap", GOLD).measures}
    assert (measures["f1"] or 0) >= 0.9
    assert (measures["auc"] or 0) >= 0.95


def test_development_figures_on_real_pairs_hold(shared: Path) -> None:
    measures = {one.key: one.all for one in evaluate("overlap", shared / "cases" / "overlap.jsonl").measures}
    assert (measures["f1"] or 0) >= 0.9
    assert (measures["auc"] or 0) >= 0.95


def test_the_gold_set_is_in_order() -> None:
    cases = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    assert len({case["id"] for case in cases}) == len(cases)
    assert 0.35 < sum(case["overlap"] for case in cases) / len(cases) < 0.65


def test_no_two_members_of_a_contrast_set_are_merged() -> None:
    """Every pair of every set without a head word, in a plain frame; kinds of one another may overlap."""
    known = lexicon.load()
    merged = []
    for contrast in known.contrasts:
        first = {member: concept for concept, member in reversed(contrast.members.items())}
        for one, two in combinations(first.values(), 2) if not contrast.heads else ():
            kin = one in known.broader.get(two, ()) or two in known.broader.get(one, ())
            if not kin and compare(f"Peningkatan {one}", f"Peningkatan {two}").verdict in JOINED:
                merged.append((contrast.name, one, two))
    assert merged == []
