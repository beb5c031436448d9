"""The workbook in a real office program."""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path

import pytest

from alignment import reporting
from alignment.models import Report

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")]


def sheets(report: Report, folder: Path) -> dict[str, list[list[str]]]:
    """Every sheet as LibreOffice reads it."""
    (book,) = reporting.write(report, folder, ("xlsx",), "id")
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = (str(SOFFICE), profile, "--headless", "--convert-to", every_sheet, "--outdir", str(folder), str(book))
    subprocess.run(command, capture_output=True, timeout=180, check=True)
    found = {path.stem.removeprefix("report-"): path for path in folder.glob("report-*.csv")}
    return {name: list(csv.reader(path.open(encoding="utf-8", newline=""))) for name, path in found.items()}


def test_libreoffice_reads_every_sheet_and_cell_back(report: Report, tmp_path: Path) -> None:
    read = sheets(report, tmp_path)

    assert sorted(read) == ["Kecocokan", "Program", "Ringkasan", "Sumber", "Temuan", "Tidak dinilai"]
    findings = read["Temuan"]
    assert len(findings) == 1 + len(report.findings)
    assert findings[3][2] == "OVL001"
    assert findings[3][3] == next(f.message.id for f in report.findings if f.code == "OVL001")
    assert "4875500000.5" in "".join(read["Program"][3]).replace(",", "")


def test_libreoffice_takes_hostile_words_for_words(hostile: Report, tmp_path: Path) -> None:
    names = [row[3] for row in sheets(hostile, tmp_path)["Program"]]

    assert '=HYPERLINK("http://evil.example/","klik")' in names
    assert "_x0041_ &amp; \n baris kedua" in names
    assert not [name for name in names if name.startswith(("#NAME", "Err:"))]
