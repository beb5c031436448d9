"""What a check of one page costs beside `import spacy`, which it cannot do without:

    python tests/benchmarks/startup.py

Processor time (user and system) of child processes, alternating, medians of five. "First run" starts with empty cache
folders, "later runs" find the rules that the first one kept. Both find the modules compiled, as after any installation:
a run that goes before and is not measured compiles them. The measured ones run in the environment as it is, with
`PYTHONDONTWRITEBYTECODE` where it is set.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

PAGE = """RENCANA INDUK KOTA CERDAS KABUPATEN CONTOH 2025-2029

Dasar hukum: Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah; Peraturan Presiden Nomor 95 Tahun 2018
tentang Sistem Pemerintahan Berbasis Elektronik.

Dimensi Smart Governance mencakup program aplikasi antrean puskesmas, program pelayanan perizinan terpadu secara
elektronik, serta program pelatihan literasi digital bagi perangkat desa.
Dimensi Smart Environment mencakup program pengelolaan sampah berbasis bank sampah, program sistem peringatan dini
banjir, serta program perlindungan mata air.
Dimensi Smart Branding mencakup program pengembangan daya tarik wisata dan program pemasaran pariwisata digital.
Dimensi Smart Living mencakup program percepatan penurunan stunting melalui pemantauan balita oleh kader posyandu,
serta program penataan angkutan perkotaan.

Kegiatan dilaksanakan oleh dinas yang membidangi komunikasi dan informatika bersama seluruh kecamatan, dengan
pemantauan triwulanan dan evaluasi tahunan oleh tim pelaksana kota cerdas.
"""
RUNS = 5


def check(folder: Path) -> list[str]:
    """The command that checks the page; it is written into `folder`, and so is the report."""
    page = folder / "one-page.txt"
    page.write_text(PAGE, encoding="utf-8")
    return [sys.executable, "-m", "alignment", "check", str(page), "-o", str(folder / "out"), "--fail-on", "never"]


def seconds(command: list[str], cache: Path, *, compiling: bool = False) -> float:
    """Processor time of one run with the cache folders in `cache`; `compiling`, it leaves compiled modules behind."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "ALIGNMENT_CACHE": str(cache / "pages")}
    if compiling:
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = os.times()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


class Round(NamedTuple):
    """Seconds of one run of each."""

    spacy: float
    first: float
    later: float


def rounds(most: int = RUNS) -> Iterator[Round]:
    """Run `import spacy`, a first check and a later one in turns, `most` times. A run of two of them goes before."""
    spacy = [sys.executable, "-c", "import spacy"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command, warm = check(folder), folder / "warm"
        for before in (spacy, command):
            seconds(before, warm, compiling=True)
        for number in range(most):
            yield Round(seconds(spacy, warm), seconds(command, folder / f"cold-{number}"), seconds(command, warm))


def main() -> None:
    """Print the lines."""
    spacy, first, later = map(median, zip(*rounds(), strict=True))
    for name, time in (("import spacy", spacy), ("first run", first), ("later runs", later)):
        print(f"{name:14} {time:5.2f} s  {time / spacy:5.2f} times `import spacy`")


if __name__ == "__main__":
    main()
