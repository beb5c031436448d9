from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from alignment import corpora
from alignment.corpora import importing, nomenclature
from alignment.errors import CorpusError


def _file(folder: Path, name: str, rows: str) -> Path:
    path = folder / name
    path.write_text(rows, encoding="utf-8")
    return path


def test_sub_kegiatan_become_known_and_the_edition_is_told(tmp_path: Path) -> None:
    table = "level,kode,nama,indikator,satuan\nsub_kegiatan,2.16.03.2.02.0042,Layanan Baru,Jumlah Layanan,Layanan\n"
    importing.nomenclature(_file(tmp_path, "nomenklatur-2025.csv", table))
    entry = nomenclature.lookup("2.16.03.2.02.42")
    assert entry is not None
    assert (entry.name, entry.unit, entry.parent, entry.editions) == (
        "Layanan Baru",
        "Layanan",
        "2.16.03.2.02",
        ("2025",),
    )
    assert corpora.load("nomenclature").edition.endswith("+ import 2025")


def test_the_edition_can_be_named_without_reading_the_rows(tmp_path: Path) -> None:
    importing.nomenclature(_file(tmp_path, "nomenklatur-2025.csv", "kode,nama\n2.16.03.2.02.0042,Layanan Baru\n"))
    for name in corpora.names():
        corpus, edition = corpora.load(name), corpora.edition(name)
        assert (edition.name, edition.edition, edition.sha256) == (name, corpus.edition, corpus.sha256)


def test_a_newer_edition_gives_the_name_and_an_older_one_a_former_name(tmp_path: Path) -> None:
    importing.nomenclature(_file(tmp_path, "2031.csv", "Kode;Nomenklatur\n2.16.03;PROGRAM DIGITAL\n"))
    importing.nomenclature(_file(tmp_path, "2011.csv", "Kode;Nomenklatur\n2.16.03;PROGRAM TELEMATIKA\n"))
    entry = corpora.load("nomenclature").get("2.16.03")
    assert entry is not None
    assert entry.name == "PROGRAM DIGITAL"
    assert set(entry.former_names) == {
        "PROGRAM TELEMATIKA",
        "PROGRAM APLIKASI INFORMATIKA",
        "PROGRAM PENGELOLAAN APLIKASI INFORMATIKA",
    }
    assert entry.label.en == "Informatics applications"


def test_a_spreadsheet_with_one_column_a_level_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Pemutakhiran nomenklatur"])
    sheet.append(["JENIS PEMDA", "BIDANG", "PROGRAM", "KEGIATAN", "SUBKEGIATAN", "INDIKATOR", "SATUAN"])
    line = ["2.16 BIDANG KOMINFO", "2.16.03 PROGRAM APLIKASI", "2.16.03.1.02 Kegiatan Provinsi"]
    sheet.append(["PROV", *line, "2.16.03.1.02.0001 Sub Provinsi", "Jumlah", "Unit"])
    sheet.append(["KABKOT", line[0], line[1], "2.16.03.2.09 Kegiatan Baru", "2.16.03.2.09.0001 Sub Baru", None, None])
    path = tmp_path / "nomenklatur 2033.xlsx"
    book.save(path)
    importing.nomenclature(path)
    corpus = corpora.load("nomenclature")
    scopes = {code: entry.scope for code in ("2.16.03.1.02.0001", "2.16.03.2.09.0001") if (entry := corpus.get(code))}
    assert scopes == {"2.16.03.1.02.0001": "province", "2.16.03.2.09.0001": "regency"}
    assert [entry.id for entry in corpus.children("2.16.03.2.09")] == ["2.16.03.2.09.0001"]


def test_a_code_split_over_columns_is_joined(tmp_path: Path) -> None:
    table = "KODE,,,,,NOMENKLATUR URUSAN KABUPATEN/KOTA,KINERJA\n2,16,03,2.02,0077,Sub Terbelah,x\n"
    importing.nomenclature(_file(tmp_path, "permendagri.csv", table), edition="2024")
    entry = corpora.load("nomenclature").get("2.16.03.2.02.0077")
    assert entry is not None
    assert entry.name == "Sub Terbelah"


def test_importing_again_replaces_and_leaves_nothing_behind(tmp_path: Path) -> None:
    for name in ("Satu", "Dua"):
        importing.nomenclature(_file(tmp_path, "2025.csv", f"kode,nama\n2.16.03.2.02.0042,{name}\n"))
    entry = corpora.load("nomenclature").get("2.16.03.2.02.0042")
    assert entry is not None
    assert (entry.name, entry.former_names) == ("Dua", ())
    assert [path.name for path in (tmp_path / "user data" / "corpora" / "nomenclature").iterdir()] == ["2025"]


def test_a_list_of_titles_does_not_wipe_what_is_known_of_a_regulation(tmp_path: Path) -> None:
    before = corpora.load("regulations").get("perpres-39-2019")
    table = "jenis,nomor,tahun,judul\nPERATURAN PRESIDEN,39,2019,Satu Data Indonesia\nPP,7,1963,Judul Lama\n"
    importing.regulations(_file(tmp_path, "katalog.csv", table))
    corpus = corpora.load("regulations")
    after, new = corpus.get("perpres-39-2019"), corpus.get("pp-7-1963")
    assert before is not None
    assert after is not None
    assert new is not None
    assert (after.status, after.standing, after.label) == (before.status, before.standing, before.label)
    assert (new.status, new.standing) == ("unknown", "unconfirmed")


def test_a_status_that_the_user_states_goes_before_ours(tmp_path: Path) -> None:
    table = "jenis,nomor,tahun,judul,status,dicabut oleh\nPP,7,1963,Judul Lama,dicabut,PP Nomor 8 Tahun 1970\n"
    importing.regulations(_file(tmp_path, "katalog.csv", table))
    entry = corpora.load("regulations").get("pp-7-1963")
    assert entry is not None
    assert (entry.status, entry.standing, entry.revoked_by) == ("revoked", "confirmed", ("pp-8-1970",))


def test_indicator_codes_are_read_as_plans_print_them(tmp_path: Path) -> None:
    table = "Kode Indikator,Indikator,Satuan\n1.4.1(h),APM SMP,%\n11.6.1.(a).,Rumah tangga terlayani,%\n99.1.1,Salah,\n"
    importing.sdg(_file(tmp_path, "daerah.csv", table), edition="TPB I")
    corpus = corpora.load("sdg")
    new, known = corpus.get("1.4.1.(h)"), corpus.get("11.6.1.(a)")
    assert new is not None
    assert known is not None
    assert (new.parent, new.kind, new.editions) == ("1.4", "national", ("TPB I",))
    assert "TPB I" in known.editions
    assert "TPB II" in known.editions
    assert corpus.get("99.1.1") is None


def test_national_priorities_of_another_period_hang_under_each_other(tmp_path: Path) -> None:
    table = 'kode,nama,kata kunci\n01,Prioritas,a\n01.02,Program,b\n01.02.03,Kegiatan,"c, d"\n'
    importing.rpjmn(_file(tmp_path, "rpjmn-2030-2034.csv", table))
    entry = corpora.load("rpjmn").get("rpjmn-2030-2034.pn-1.pp-02.kp-03")
    assert entry is not None
    assert (entry.parent, entry.code, entry.keywords) == ("rpjmn-2030-2034.pn-1.pp-02", "01.02.03", ("c", "d"))


@pytest.mark.parametrize(
    ("name", "rows", "words"),
    [
        ("2025.csv", "a,b\n1,2\n", "No header row"),
        ("2025.csv", "", "No header row"),
        ("2025.csv", "kode,nama\nabc,y\n", "no row that could be imported"),
        ("nomenklatur.csv", "kode,nama\n2.16,Nama\n", "edition or period is not known"),
        ("2025.xlsx", "no workbook", "cannot be read"),
    ],
)
def test_what_cannot_be_imported_is_said_and_nothing_is_written(
    tmp_path: Path, name: str, rows: str, words: str
) -> None:
    with pytest.raises(CorpusError, match=words):
        importing.nomenclature(_file(tmp_path, name, rows))
    assert not list((tmp_path / "user data").glob("**/entries.csv"))


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="cannot be read"):
        importing.nomenclature(tmp_path / "2025.csv")


def test_a_data_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "user data").write_text("a file", encoding="utf-8")
    with pytest.raises(CorpusError, match="cannot be written"):
        importing.nomenclature(_file(tmp_path, "2025.csv", "kode,nama\n2.16.03.2.02.0042,Nama\n"))
