"""How fast citations are found, beside a peer and a floor, in one run:

    python tests/benchmarks/citations.py [TEXT FILE ...]

Without names: the gold set (nothing but citations), and a page of plan prose with a legal basis, both many times over.
Columns: thousand characters; citations; thousand characters a second on one core of `str.split` (the floor), of ours
(`grammar.citations.find`, and `matching.citation.find_citations` with the corpus), and of eyecite where it is installed
(on the same text, whose citations it does not know: its cost of looking).
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

PROSE = """Penyelenggaraan kota cerdas menuntut perencanaan yang terpadu antara perangkat daerah, dunia usaha, perguruan
tinggi, dan warga. Rencana induk ini memuat analisis kesiapan, visi, sasaran, dan peta jalan untuk sepuluh
tahun, serta program prioritas pada setiap dimensi. Setiap program mencantumkan indikator, target tahunan, pagu
indikatif dalam rupiah, dan perangkat daerah penanggung jawab, sehingga capaiannya dapat diukur dan dilaporkan
secara berkala kepada masyarakat. Dasar hukum: Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;
Peraturan Presiden Nomor 95 Tahun 2018 tentang Sistem Pemerintahan Berbasis Elektronik. Kegiatan pelayanan
publik dilaksanakan oleh dinas yang membidangi komunikasi dan informatika bersama seluruh kecamatan, dengan
pemantauan triwulanan dan evaluasi tahunan oleh tim pelaksana kota cerdas.
"""


def texts(names: list[str]) -> dict[str, str]:
    """What is measured, by name."""
    if names:
        return {Path(name).name: Path(name).read_text("utf-8", errors="replace") for name in names}
    gold = Path(__file__).resolve().parents[1] / "gold" / "citations.jsonl"
    cases = "\n".join(json.loads(line)["text"] for line in gold.read_text("utf-8").splitlines())
    return {"gold set": cases * 50, "plan prose": PROSE * 600}


def speed(work: Callable[[str], object], text: str) -> float:
    """Thousand characters a second of processor time, the best of three."""
    best = min(_seconds(work, text) for _ in range(3))
    return len(text) / 1000 / best


def _seconds(work: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    work(text)
    return max(time.process_time() - start, 1e-9)


def _peer() -> Callable[[str], object] | None:
    try:
        from eyecite import get_citations
    except ImportError:
        return None
    return get_citations


def main(names: list[str]) -> None:
    """Print the table."""
    from alignment.grammar.citations import find
    from alignment.matching.citation import find_citations

    peer = _peer()
    find_citations("UU ITE")  # the lexicons are read once
    print(f"{'text':24} {'kchar':>8} {'found':>7} {'split':>9} {'find':>9} {'resolved':>9} {'eyecite':>9}")
    for name, text in texts(names).items():
        row = [speed(work, text) for work in (str.split, find, find_citations)]
        other = f"{speed(peer, text):9.0f}" if peer else "        -"
        print(
            f"{name:24} {len(text) / 1000:8.0f} {len(find(text)):7} {row[0]:9.0f} {row[1]:9.0f} {row[2]:9.0f} {other}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
