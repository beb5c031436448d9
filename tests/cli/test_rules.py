"""Working on rules from the command line: `rules lint`, `compare`, `test`, and packs that others install."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PACK = """\
group: living
targets:
  - id: living.health
    rules:
      - id: living.health.pack
        kind: phrase
        any_of: [{phrases}]
        weight: strong
        cases: [{{text: Antrean puskesmas, expect: match}}, {{text: Jalan desa, expect: no_match}}]
"""

DRAFT = "Master Plan Smart City Kabupaten Contoh\n\nSmart Living mencakup program antrean puskesmas dan program gizi.\n"


def run(*arguments: str | Path, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    settings = {"LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8"} | ({"PYTHONPATH": str(path)} if path else {})
    command = [sys.executable, "-m", "alignment", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **settings}, timeout=120
    )


def pack(folder: Path, phrases: str) -> Path:
    (folder / "pillars").mkdir(parents=True)
    (folder / "pillars" / "living.yaml").write_text(PACK.format(phrases=phrases), encoding="utf-8")
    return folder


def cases(folder: Path) -> tuple[Path, Path]:
    paths = folder / "satu.jsonl", folder / "dua.jsonl"
    for path, words in zip(paths, ("Antrean puskesmas", "Kader posyandu"), strict=True):
        path.write_text(f'{{"text": "{words}"}}\n', encoding="utf-8")
    return paths


def test_lint_names_place_rule_and_doubt_and_what_no_real_text_holds(tmp_path):
    rules = pack(tmp_path / "pack", "puskesmas, antrean puskesmas, rumah sakit")
    done = run("rules", "lint", rules, "--on", *cases(tmp_path), "--lang", "en")
    assert done.returncode == 1, done.stderr
    never = next(line for line in done.stdout.splitlines() if line.endswith("[never_hit]"))
    assert "living.yaml:5: living.health.pack:" in never
    assert "rumah sakit" in never
    assert "puskesmas," not in never


def test_compare_shows_what_a_change_gains_and_loses_on_all_files_named(tmp_path):
    old, new = pack(tmp_path / "old", "puskesmas"), pack(tmp_path / "new", "posyandu")
    done = run("rules", "compare", old, new, "--on", *cases(tmp_path), "--lang", "en")
    assert done.returncode == 0, done.stderr
    assert "2 texts compared, 2 readings changed" in done.stdout
    assert "+living.health" in done.stdout
    assert "-living.health.pack: puskesmas" in done.stdout


def test_compare_without_texts_is_refused(tmp_path):
    rules = pack(tmp_path / "pack", "puskesmas")
    assert run("rules", "compare", rules, rules).returncode == 2
    missing = run("rules", "compare", rules, tmp_path / "nowhere", "--on", *cases(tmp_path))
    assert missing.returncode == 2
    assert "nowhere" in missing.stderr


def test_an_installed_pack_is_used_by_its_name(tmp_path):
    site = tmp_path / "site"
    pack(site / "contoh_rules", "puskesmas")
    (site / "contoh_rules" / "__init__.py").write_text("raise SystemExit('a pack is data')", encoding="utf-8")
    info = site / "contoh_rules-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: contoh-rules\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[alignment.rules]\ncontoh = contoh_rules\n", encoding="utf-8")
    proven = run("rules", "test", "contoh", "--lang", "en", path=site)
    assert proven.returncode == 0, proven.stdout + proven.stderr
    draft = tmp_path / "draft.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    checked = run("check", draft, "--rules", "contoh", "-o", tmp_path / "out", "--fail-on", "never", path=site)
    assert checked.returncode == 0, checked.stderr
    assert run("rules", "test", "tiada", path=site).returncode == 2
