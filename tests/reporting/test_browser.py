"""The page in a real browser: nothing is refused, nothing is fetched, and it prints."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from alignment import reporting
from alignment.models import Report

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]
BROWSER_S_OWN = (".google.com", ".googleapis.com", ".gvt1.com")
"""Where a fresh profile looks for dictionaries and updates, whatever page is open."""
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def chromium(tmp_path: Path) -> Run:
    def run(page: Path, *options: str) -> subprocess.CompletedProcess[str]:
        quiet = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
        command = (
            str(CHROMIUM),
            "--headless",
            *quiet,
            f"--user-data-dir={tmp_path / 'profile'}",
            *options,
            page.as_uri(),
        )
        return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)

    return run


@pytest.mark.parametrize("name", ["report", "hostile"])
def test_opens_without_an_error_and_asks_the_network_for_nothing(
    name: str, request: pytest.FixtureRequest, chromium: Run, tmp_path: Path
) -> None:
    (page,) = reporting.write(request.getfixturevalue(name), tmp_path / "laporan – uji", ("html",), "id")
    netlog = tmp_path / "net.json"

    opened = chromium(page, "--enable-logging=stderr", f"--log-net-log={netlog}", "--dump-dom")

    assert not re.findall(r".*CONSOLE.*", opened.stderr)
    assert "dari" in re.search(r'<output id="filter-shown"[^>]*>([^<]*)', opened.stdout)[1]  # the script ran
    asked = {str(event.get("params", {}).get("url", "")) for event in json.loads(netlog.read_text())["events"]}
    hosts = {urlsplit(url).hostname or "" for url in asked if not url.startswith(("file:", "data:"))}
    assert not [host for host in hosts if host and not host.endswith(BROWSER_S_OWN)]


def test_what_is_printed_holds_the_findings_and_their_quotes(report: Report, chromium: Run, tmp_path: Path) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    (page,) = reporting.write(report, tmp_path, ("html",), "id")
    printed = tmp_path / "printed.pdf"

    chromium(page, f"--print-to-pdf={printed}", "--no-pdf-header-footer")

    document = pdfium.PdfDocument(printed)
    text = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())
    document.close()
    assert text.index("Yang belum dinilai") < text.index("Ringkasan") < text.index("RDG001")
    for finding in report.findings:
        assert finding.fingerprint in text
        assert finding.message.id.split(".")[0][:40] in text
    assert "Saring" not in text
