"""`alignment template`: what a planner gets, and what is never lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from alignment.reporting.form import blank_form


def run(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "alignment", *map(str, arguments)],
        capture_output=True, text=True, encoding="utf-8", check=False, cwd=cwd, timeout=120,
        env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip


def test_the_form_is_written_filled_in_and_checked(tmp_path):
    done = run("template", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    form = tmp_path / "formulir-program.xlsx"
    assert form.name in done.stdout
    book = load_workbook(form)
    book.worksheets[0]["A6"] = "Bank sampah digital"
    book.worksheets[0]["C6"] = "Smart Environment"
    book.save(form)
    done = run("check", form, "-o", "out", "--format", "json", "--fail-on", "never", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert [program["name"] for program in report["programs"]] == ["Bank sampah digital"]
    assert {"CMP001", "REG001"} & {finding["code"] for finding in report["findings"]}


def test_a_form_that_is_there_already_is_not_written_over(tmp_path):
    (tmp_path / "isi.xlsx").write_bytes(b"days of work")
    done = run("template", "-o", "isi.xlsx", cwd=tmp_path)
    assert done.returncode == 2
    assert "isi.xlsx" in done.stderr
    assert (tmp_path / "isi.xlsx").read_bytes() == b"days of work"


@pytest.mark.parametrize("years", ["2025", "2029-2025", "2025-2060", "dua ribu", "20²5-2029"])
def test_years_that_are_no_period_are_refused(years, tmp_path):
    done = run("template", "--years", years, cwd=tmp_path)
    assert done.returncode == 2
    assert "2025-2029" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_form_is_a_workbook(tmp_path):
    done = run("template", "-o", "form.pdf", cwd=tmp_path)
    assert done.returncode == 2
    assert ".xlsx" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_same_form_has_the_same_bytes():
    assert blank_form("id") == blank_form("id")


def test_choices_stand_in_drop_downs_and_other_words_are_allowed(tmp_path):
    path = tmp_path / "form.xlsx"
    path.write_bytes(blank_form("id"))
    book = load_workbook(path)
    rules = [one for one in book.worksheets[0].data_validations.dataValidation if one.type == "list"]
    lists = " ".join(one.formula1 for one in rules)
    for word in ("Smart Branding", "CSR/TJSL", "Jangka menengah", "Ya,Tidak", "SubDimensi"):
        assert word in lists
    assert {one.errorStyle for one in rules} == {"information"}
    assert book.worksheets[0].freeze_panes == "B6"
    assert set(book.defined_names) >= {"Dimensi", "SubDimensi"}
    texts = [one.prompt for one in book.worksheets[0].data_validations.dataValidation]
    assert all(0 < len(text) <= 255 for text in texts)
