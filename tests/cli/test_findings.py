"""Working with findings on the command line: select, waive, explain, watch."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from alignment.cli import app, main
from alignment.cli.watch import watch
from alignment.models import Coverage, Program, Report

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "masterplan-draft.pdf"


def _check(folder: Path, *options: str) -> tuple[Result, dict[str, Any]]:
    out = folder / "out"
    arguments = ["check", str(EXAMPLE), "-o", str(out), "--format", "json,html,xlsx", "--fail-on", "never", *options]
    result = CliRunner().invoke(app(), arguments, standalone_mode=False)
    if result.exception:
        raise result.exception
    return result, json.loads((out / "report.json").read_text(encoding="utf-8"))


def _codes(report: dict[str, Any]) -> set[str]:
    return {finding["code"] for finding in report["findings"]}


def _waive(path: Path, holding: str, gone: str, over: str) -> None:
    waiver = '  - {{fingerprint: "{0}", reason: {1}, owner: Bappeda, expires: "{2}"}}\n'.format
    path.write_text(
        "waivers:\n"
        + waiver(holding, "Disepakati dalam rapat", "2099-12-31")
        + waiver(gone, "Sudah selesai", "2099-12-31")
        + waiver(over, "Sudah lewat", "2020-12-31"),
        encoding="utf-8",
    )


def test_selected_and_ignored_checks_run_and_the_rest_are_named(tmp_path: Path) -> None:
    _, report = _check(tmp_path, "--select", "ovl,REG002", "--ignore", "OVL002")
    assert _codes(report) == {"OVL001", "OVL003", "REG002"} & _codes(report)
    assert "REG002" in _codes(report)
    assert set(report["coverage"]["judged"]) == {"OVL001", "OVL003", "REG002"}
    assert {"OVL002", "PIL001"} <= set(report["coverage"]["off"])


def test_settings_that_lie_where_the_command_is_run_are_used_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "alignment.toml").write_text('select = ["PIL"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result, report = _check(tmp_path)
    assert {code[:3] for code in report["coverage"]["judged"]} == {"PIL"}
    assert "alignment.toml" in result.output


def test_waived_finding_is_put_aside_with_its_reason_in_every_report(tmp_path: Path) -> None:
    _, before = _check(tmp_path)
    waived = before["findings"][0]
    (tmp_path / "alignment.toml").write_text('waivers = "diterima.yaml"\n', encoding="utf-8")
    _waive(tmp_path / "diterima.yaml", waived["fingerprint"], "0123456789abcdef", "0123456789abcdee")
    result, after = _check(tmp_path, "--config", str(tmp_path / "alignment.toml"))
    assert after["waived"] == [waived]
    assert after["findings"] == before["findings"][1:]
    assert [use["state"] for use in after["waivers"]] == ["used", "unused", "expired"]
    assert "1 pengesampingan sudah berakhir" in result.output
    assert "Disepakati dalam rapat" in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")


def test_finding_is_explained_with_its_rule_and_what_was_not_chosen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, report = _check(tmp_path)
    finding = next(one for one in report["findings"] if one["code"] == "PIL002")
    saved = str(tmp_path / "out" / "report.json")
    with pytest.raises(SystemExit) as left:
        main(["explain", saved, finding["fingerprint"][:10], "--lang", "en"])
    told = capsys.readouterr().out
    assert left.value.code == 0
    assert finding["message"]["en"] in told
    assert "[living.health.mother-and-child]" in told
    assert "rejected" in told
    assert "Legal ground" in told


@pytest.mark.parametrize("fingerprint", ["", "abc", "zzzzzzzz"])
def test_fingerprint_that_no_single_finding_has_is_told(
    fingerprint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _check(tmp_path, "--select", "REG")
    with pytest.raises(SystemExit) as left:
        main(["explain", str(tmp_path / "out" / "report.json"), fingerprint])
    assert left.value.code == 2
    assert "report.html" in capsys.readouterr().err


def test_watch_works_again_after_a_save_and_ends_when_interrupted(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("a", encoding="utf-8")
    seen: list[str] = []

    def work() -> None:
        seen.append(draft.read_text(encoding="utf-8"))
        if len(seen) == 1:
            draft.write_text("longer", encoding="utf-8")
        else:
            raise KeyboardInterrupt

    watch((draft,), work, pause=0.0)
    assert seen == ["a", "longer"]


def _saved(path: Path, **fields: Any) -> str:
    """A report of one program, saved."""
    program = Program.model_validate(
        {"id": path.stem, "document": path.stem, "level": "initiative", "name": "Bank sampah", **fields}
    )
    coverage = Coverage(pages=1, pages_read=1, programs=1, rows_unread=0)
    report = Report(
        tool="t", as_of=dt.date(2026, 1, 1), sources=(), findings=(), coverage=coverage, programs=(program,)
    )
    path.write_text(report.model_dump_json(), encoding="utf-8")
    return str(path)


def test_diff_tells_what_each_field_was_and_is(tmp_path: Path) -> None:
    was = {"name": "Indeks SPBE", "unit": "Indeks", "targets": {2026: "3,2", 2027: "3,4"}}
    old = _saved(
        tmp_path / "a.json", agency="DLH", budget={2026: 500, 2027: 7}, indicators=[was], declared_pillar="living"
    )
    new = _saved(
        tmp_path / "b.json",
        agency="Dinas Lingkungan Hidup",
        budget={2026: 450, 2027: 7},
        quick_win=True,
        indicators=[{**was, "targets": {2026: "3,2", 2027: "3,6"}}, {"name": "Jumlah bank sampah"}],
    )
    told = CliRunner().invoke(app(), ["diff", old, new, "--lang", "id"], standalone_mode=False).output
    assert told.split("Bank sampah\n", 1)[1].splitlines() == [
        "    perangkat daerah: DLH → Dinas Lingkungan Hidup",
        "    pilar: Smart Living → (kosong)",
        "    target 2027 «Indeks SPBE»: 3,4 → 3,6",
        "    indikator: (kosong) → Jumlah bank sampah",
        "    pagu 2026: Rp500 → Rp450",
        "    quick win: (kosong) → ya",
    ]


def test_diff_of_drafts_takes_the_plans_and_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "alignment.toml").write_text('select = ["SUP001"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.csv").write_text(
        "Nama program,Perangkat daerah\nPasar sehat,Dinas Perdagangan\n", encoding="utf-8"
    )
    plan = EXAMPLE.with_name("rpjmd.pdf")
    arguments = ["diff", str(EXAMPLE), "empty.csv", "--against", str(plan), "--lang", "id"]
    told = CliRunner().invoke(app(), arguments, standalone_mode=False).output
    codes = [line.split()[0] for line in told.splitlines() if line.startswith("  ") and line.split()[0][:3].isupper()]
    assert set(codes) & {"SUP001"} == {"SUP001"}
    assert "alignment.toml" in told
