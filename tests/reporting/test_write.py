"""Reports are put in place all together or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from alignment import reporting
from alignment.errors import ConfigError, OutputError
from alignment.models import Report, Text
from alignment.reporting import as_xlsx

ALL = ("html", "json", "xlsx", "csv")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_writes_each_format_once_under_its_name_in_the_order_asked(report: Report, tmp_path: Path) -> None:
    folder = tmp_path / "hasil telaah" / "Kabupaten Tirta Wening – draf 2 ✓"

    paths = reporting.write(report, folder, ("json", "html", "json"), "id")

    assert paths == [folder / "report.json", folder / "report.html"]
    assert sorted(contents(folder)) == ["report.html", "report.json"]


def test_the_same_report_gives_the_same_bytes_in_every_format(report: Report, tmp_path: Path) -> None:
    for name in ("a", "b"):
        reporting.write(report, tmp_path / name, ALL, "id")

    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_refuses_an_unknown_format_before_it_touches_the_folder(report: Report, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"“doc” is not known.*html, json, xlsx, csv"):
        reporting.write(report, tmp_path / "out", ("html", "doc"), "id")

    assert not (tmp_path / "out").exists()


def test_a_format_that_fails_leaves_the_folder_as_it_was(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "report.html").write_text("lama")

    def fail(*_: object) -> bytes:
        raise ZeroDivisionError

    monkeypatch.setattr(as_xlsx, "render", fail)
    with pytest.raises(ZeroDivisionError):
        reporting.write(report, tmp_path, ALL, "id")

    assert contents(tmp_path) == {"report.html": b"lama"}


@pytest.mark.parametrize("failing", range(len(ALL)))
def test_a_file_that_cannot_be_replaced_brings_the_others_back(
    failing: int, report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a report that is open cannot be replaced. Two of the reports were there before."""
    before = {"report.html": b"lama", "report.xlsx": b"lama juga", "catatan.txt": b"milik orang lain"}
    for name, content in before.items():
        (tmp_path / name).write_bytes(content)
    replace = Path.replace

    def locked(self: Path, target: Path) -> Path:
        if self.suffix == ".new" and target.name == f"report.{ALL[failing]}":
            raise PermissionError(13, "The process cannot access the file")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(OutputError) as caught:
        reporting.write(report, tmp_path, ALL, "id")

    assert caught.value.where == os.fspath(tmp_path / f"report.{ALL[failing]}")
    assert "-o" in caught.value.in_language("id")
    assert contents(tmp_path) == before


def test_a_full_disk_takes_away_what_was_begun(report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left on device"):
        reporting.write(report, tmp_path / "new" / "folder", ("html", "json"), "id")

    assert contents(tmp_path) == {}


@pytest.mark.parametrize("mark", [".~lock.report.xlsx#", "~$report.xlsx"])
def test_a_workbook_that_an_office_program_has_open_is_not_replaced(mark: str, report: Report, tmp_path: Path) -> None:
    (tmp_path / "report.xlsx").write_bytes(b"terbuka")
    (tmp_path / mark).touch()

    with pytest.raises(OutputError) as caught:
        reporting.write(report, tmp_path, ("html", "xlsx"), "id")

    assert mark in caught.value.remedy.id
    assert contents(tmp_path)["report.xlsx"] == b"terbuka"
    assert not (tmp_path / "report.html").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_report_that_is_read_only_is_not_replaced(report: Report, tmp_path: Path) -> None:
    (tmp_path / "report.json").write_bytes(b"lama")
    (tmp_path / "report.json").chmod(0o444)

    with pytest.raises(OutputError):
        reporting.write(report, tmp_path, ("json",), "id")

    assert contents(tmp_path) == {"report.json": b"lama"}


def test_a_folder_in_the_place_of_a_report_is_said_and_kept(report: Report, tmp_path: Path) -> None:
    (tmp_path / "report.json").mkdir()

    with pytest.raises(OutputError) as caught:
        reporting.write(report, tmp_path, ("html", "json"), "id")

    assert caught.value.where.endswith("report.json")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report.json"]


def test_a_file_in_the_place_of_the_folder_is_said_and_kept(report: Report, tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"berkas")

    with pytest.raises(OutputError):
        reporting.write(report, tmp_path / "out", ("html",), "id")

    assert (tmp_path / "out").read_bytes() == b"berkas"


def test_half_a_character_from_a_document_stops_no_report(report: Report, tmp_path: Path) -> None:
    """A broken PDF can give lone surrogates, which no UTF-8 file can hold."""
    broken = report.findings[0].model_copy(update={"message": Text(id="Rusak \ud83d di sini", en="Broken \udc00 here")})
    torn = report.model_copy(update={"findings": (broken,), "matches": {"p\ud800": report.matches["p1"]}})

    paths = reporting.write(torn, tmp_path, ALL, "id")

    assert Report.model_validate_json(paths[1].read_text("utf-8")).findings[0].message.id == "Rusak \ufffd di sini"
    assert "Rusak \ufffd di sini" in paths[0].read_text("utf-8")


def test_reports_can_be_read_by_whom_the_umask_lets(report: Report, tmp_path: Path) -> None:
    (path,) = reporting.write(report, tmp_path, ("json",), "id")
    (tmp_path / "plain").touch()

    assert path.stat().st_mode == (tmp_path / "plain").stat().st_mode
