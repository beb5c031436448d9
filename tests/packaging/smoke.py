"""Run by CI with the installed wheel, away from the checkout: the example is judged, and the data ships along."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import alignment
from alignment import resources


def main(examples: Path) -> None:
    assert "site-packages" in str(Path(alignment.__file__)), alignment.__file__
    assert resources.rules_folder().parts[-2:] == ("_data", "rules"), resources.rules_folder()
    out = examples / "report of the wheel"
    command = [sys.executable, "-m", "alignment", "check", str(examples / "masterplan-draft.pdf")]
    command += ["--against", str(examples / "rpjmd.pdf"), "-o", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1, (done.returncode, done.stdout, done.stderr)
    report = alignment.Report.model_validate_json((out / "report.json").read_text(encoding="utf-8"))
    assert report.findings
    assert report.programs
    assert json.loads((out / "report.json").read_text(encoding="utf-8"))["tool"].startswith("alignment-checker")
    assert (out / "report.html").stat().st_size > 10_000
    assert (out / "report.xlsx").stat().st_size > 5_000
    print(f"{sys.version.split()[0]}: {len(report.programs)} programs, {len(report.findings)} findings")


main(Path(sys.argv[1]))
