from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from alignment.errors import RuleError, UnreadableFileError
from alignment.models import Report
from alignment.review import baseline, saved, waivers

Make = Callable[..., Report]
DAY = dt.date(2026, 6, 1)


def _file(folder: Path, *entries: str) -> Path:
    path = folder / "waivers.yaml"
    path.write_text("waivers:\n" + "".join(f"  - {entry}\n" for entry in entries), encoding="utf-8")
    return path


def _waiver(fingerprint: str, expires: str = "2026-12-31") -> str:
    return f'{{fingerprint: "{fingerprint}", reason: Disepakati, owner: Bappeda, expires: "{expires}"}}'


def test_waived_finding_is_put_aside_and_counted(report: Make, tmp_path: Path) -> None:
    judged = report({"Bank sampah": 5, "Kartu sehat": 7}, ("Bank sampah", "Kartu sehat"))
    first, second = judged.findings
    told = waivers.applied(judged, waivers.read(_file(tmp_path, _waiver(first.fingerprint))), DAY)
    assert told.findings == (second,)
    assert told.waived == (first,)
    assert [(use.owner, use.state) for use in told.waivers] == [("Bappeda", "used")]


def test_expired_waiver_lets_its_finding_stand(report: Make, tmp_path: Path) -> None:
    judged = report({"Bank sampah": 5}, ("Bank sampah",))
    path = _file(tmp_path, _waiver(judged.findings[0].fingerprint, "2026-05-31"))
    told = waivers.applied(judged, waivers.read(path), DAY)
    assert told.findings == judged.findings
    assert [use.state for use in told.waivers] == ["expired"]


def test_waiver_without_its_finding_is_unused(report: Make, tmp_path: Path) -> None:
    told = waivers.applied(report({"Bank sampah": 5}), waivers.read(_file(tmp_path, _waiver("0" * 16))), DAY)
    assert [use.state for use in told.waivers] == ["unused"]


@pytest.mark.parametrize(
    "entry",
    [
        '{fingerprint: "0123456789abcdef", owner: Bappeda, expires: "2026-12-31"}',
        '{fingerprint: "0123456789abcdef", reason: "", owner: Bappeda, expires: "2026-12-31"}',
        '{fingerprint: "nonsense", reason: Disepakati, owner: Bappeda, expires: "2026-12-31"}',
        '{fingerprint: "0123456789abcdef", reason: Disepakati, owner: Bappeda, expires: "2026-13-31"}',
    ],
)
def test_waiver_without_reason_owner_or_day_is_refused_with_its_place(entry: str, tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"waivers\.yaml:2:"):
        waivers.read(_file(tmp_path, entry))


def test_baseline_leaves_only_what_is_new(report: Make) -> None:
    programs = {"Bank sampah": 5, "Kartu sehat": 7}
    told = baseline.only_new(
        report(programs, ("Bank sampah", "Kartu sehat"), document="d2"), report(programs, ("Bank sampah",))
    )
    assert [finding.message.id for finding in told.report.findings] == ["Kartu sehat"]
    assert [finding.message.id for finding in told.known] == ["Bank sampah"]


def test_saved_report_is_read_back_and_anything_else_refused(report: Make, tmp_path: Path) -> None:
    judged = report({"Bank sampah": 5}, ("Bank sampah",))
    path = tmp_path / "report.json"
    path.write_text(judged.model_dump_json(), encoding="utf-8")
    assert saved.read_report(path) == judged
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(UnreadableFileError):
        saved.read_report(path)
    with pytest.raises(UnreadableFileError):
        saved.read_report(tmp_path / "none.json")


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ('{fingerprint: "0123", reason: Disepakati, owner: Bappeda, expires: "2026-12-31"}', "penulisannya salah"),
        ('{fingerprint: 0123456789abcdef, reason: ok, owner: Bappeda, expires: "2026-12-31"}', "terlalu pendek"),
        ('{fingerprint: 0123456789abcdef, reason: Disepakati, owner: Bappeda, expires: "31-12-2026"}', "bukan tanggal"),
        ('{fingerprint: 0123456789abcdef, reason: Disepakati, expires: "2026-12-31"}', "owner: wajib ada"),
    ],
)
def test_mistakes_are_told_in_indonesian_with_their_place(entry: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(RuleError) as raised:
        waivers.read(_file(tmp_path, entry))
    assert said in raised.value.problem.id
    assert ":2:" in raised.value.where
