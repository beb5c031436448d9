"""What a person sees of the command line: exit codes, messages, and that nothing is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import alignment

PROSE = (
    "Master Plan Smart City Kabupaten Contoh Tahun 2024-2028\n\n"
    "Smart Governance mencakup program peningkatan mutu pelayanan publik, "
    "program pengembangan komunikasi informasi dan media massa, serta program pembinaan aparatur.\n"
)


def run(*arguments: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "alignment", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding=env.get("PYTHONIOENCODING", "utf-8"),
        check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8", **env},
        timeout=120,
    )


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(PROSE, encoding="utf-8")
    return path


def _stands_alone(done: subprocess.CompletedProcess[str], *words: str) -> None:
    assert done.returncode == 2, (done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr, done.stderr


def test_check_writes_all_formats_and_says_where(draft, tmp_path):
    done = run("check", draft, "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["report.html", "report.json", "report.xlsx"]
    assert "report.html" in done.stdout
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert len(report["programs"]) == 3


def test_fail_on_decides_the_exit_code(draft, tmp_path):
    assert run("check", draft, "-o", tmp_path / "a", "--fail-on", "warning").returncode == 1
    assert run("check", draft, "-o", tmp_path / "b", "--fail-on", "never").returncode == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("kosong.pdf", b""),
        ("bukan.pdf", b"this is no PDF at all, just words\n"),
        ("rusak.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog"),
        ("lama.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("naskah.odt", b"PK\x03\x04" + b"\0" * 200),
        ("gambar.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 100),
        ("kosong.txt", b""),
    ],
)
def test_files_that_cannot_be_read_give_one_clear_message(tmp_path, name, content):
    out = tmp_path / "out"
    out.mkdir()
    (out / "report.html").write_text("earlier", encoding="utf-8")
    (tmp_path / name).write_bytes(content)
    _stands_alone(run("check", tmp_path / name, "-o", out), name, "Jalan keluar:")
    assert [path.name for path in out.iterdir()] == ["report.html"]
    assert (out / "report.html").read_text(encoding="utf-8") == "earlier"


def test_a_missing_draft_and_a_missing_plan_are_named(draft, tmp_path):
    _stands_alone(run("check", tmp_path / "tiada.pdf", "-o", tmp_path / "out"), "tiada.pdf")
    _stands_alone(run("check", draft, "--against", tmp_path / "rpjmd.pdf", "-o", tmp_path / "out"), "rpjmd.pdf")
    assert not (tmp_path / "out").exists()


def test_a_text_without_programs_is_no_pass(tmp_path):
    path = tmp_path / "berita.txt"
    path.write_text("Hari ini cuaca cerah di seluruh wilayah kabupaten.\n", encoding="utf-8")
    _stands_alone(run("check", path, "-o", tmp_path / "out"), "berita.txt")
    assert not (tmp_path / "out").exists()


def test_an_unreadable_draft_among_several_is_listed_first_and_the_others_are_judged(draft, tmp_path):
    bad = tmp_path / "rusak.pdf"
    bad.write_bytes(b"%PDF-1.7 broken")
    done = run("check", bad, draft, "-o", tmp_path / "out")
    assert done.returncode == 2
    report = alignment.Report.model_validate_json((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert [unopened.name for unopened in report.unopened] == [str(bad)]
    assert len(report.programs) == 3


def test_a_broken_rule_file_is_named_with_line_and_column(draft, tmp_path):
    import shutil

    from alignment import resources

    rules = tmp_path / "rules"
    shutil.copytree(resources.rules_folder(), rules)
    file = rules / "pillars" / "governance.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "\nnonsense: 1\n", encoding="utf-8")
    done = run("check", draft, "--rules", rules, "-o", tmp_path / "out")
    _stands_alone(done, "governance.yaml:", "nonsense")
    assert not (tmp_path / "out").exists()


def test_wrong_options_are_refused_before_anything_is_read(draft, tmp_path):
    _stands_alone(run("check", draft, "--format", "docm", "-o", tmp_path / "out"), "docm")
    _stands_alone(run("check", draft, "--as-of", "kemarin", "-o", tmp_path / "out"), "kemarin")
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom permissions hold back")
def test_a_folder_that_cannot_be_written_is_said(draft, tmp_path):
    out = tmp_path / "out"
    out.mkdir(mode=0o500)
    _stands_alone(run("check", draft, "-o", out), "out")


def test_an_output_folder_that_is_a_file_is_said(draft, tmp_path):
    out = tmp_path / "out"
    out.write_text("a file", encoding="utf-8")
    _stands_alone(run("check", draft, "-o", out), "out")
    assert out.read_text(encoding="utf-8") == "a file"


def test_paths_with_spaces_and_letters_outside_ascii_work_on_a_narrow_terminal(tmp_path):
    folder = tmp_path / "rencana kota čšž"
    folder.mkdir()
    path = folder / "draf – baru.txt"
    path.write_text(PROSE, encoding="utf-8")
    done = run("check", path, "-o", folder / "laporan ñ", PYTHONIOENCODING="cp1252")
    assert done.returncode == 0, done.stderr
    assert (folder / "laporan ñ" / "report.html").is_file()


def test_a_folder_means_its_documents(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(PROSE, encoding="utf-8")
    done = run("check", tmp_path / "in", "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    (tmp_path / "empty").mkdir()
    _stands_alone(run("check", tmp_path / "empty", "-o", tmp_path / "out2"), "empty")


def test_machine_output_is_clean(draft):
    done = run("extract", draft)
    assert done.stderr == ""
    assert len(json.loads(done.stdout)["programs"]) == 3
    table = run("extract", draft, "--format", "csv")
    assert len(table.stdout.strip().splitlines()) == 4
    matches = json.loads(run("match", "--json", "Bank sampah digital").stdout)
    assert matches["pillars"][0]["entry_id"].startswith("environment")


def test_help_speaks_the_language_of_the_locale():
    assert "Periksa" in run("--help", LC_ALL="id_ID.UTF-8").stdout
    assert "Check the alignment" in run("--help", LC_ALL="en_US.UTF-8").stdout
    said = run("check", "--help", LC_ALL="id_ID.UTF-8").stdout
    for word in ("Pemakaian:", "Pilihan:", "[bawaan: ", "Tampilkan bantuan ini."):
        assert word in said
    for word in ("Usage:", "Options:", "default:", "Show this"):
        assert word not in said


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["check", "--foo"], "Tidak ada pilihan «--foo». Maksudnya: --format"),
        (["check"], "DRAFT... belum disebut."),
        (["check", "a.pdf", "--ocr", "x"], "Nilai --ocr harus salah satu dari: off, auto, force."),
        (["check", "a.pdf", "--jobs", "x"], "Nilai --jobs tidak sah"),
        (["check", "a.pdf", "--jobs"], "Nilai --jobs tidak sah"),
        (["rules", "lnt"], "Tidak ada perintah «lnt». Maksudnya: lint?"),
        (["evaluate"], "KIND belum disebut."),
    ],
)
def test_a_wrong_call_is_told_in_the_language_of_the_locale(call, said):
    done = run(*call, LC_ALL="id_ID.UTF-8")
    _stands_alone(done, "Salah pakai:", said)


@pytest.mark.parametrize(
    "call",
    [
        ["check", "a.pdf", "--baseline", "tiada.json"],
        ["check", "a.pdf", "--waivers", "tiada.json"],
        ["check", "a.pdf", "--config", "tiada.json"],
        ["explain", "tiada.json", "abcd"],
        ["diff", "tiada.json", "tiada.json"],
        ["evaluate", "sdg", "tiada.json"],
        ["corpora", "import", "sdg", "tiada.json"],
        ["layouts", "test", "tiada.json"],
    ],
)
def test_a_file_that_is_not_there_is_told_as_such_by_every_command(call):
    _stands_alone(run(*call), "tiada.json: Berkas ini tidak ada.")


def test_what_is_in_the_way_of_the_report_is_told_before_anything_is_read(tmp_path):
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    _stands_alone(run("check", tmp_path / "tiada.pdf", "-o", tmp_path / "out" / "in"), "ada berkas, bukan folder")


def test_an_empty_folder_proves_no_layout(tmp_path):
    _stands_alone(run("layouts", "test", tmp_path), "tidak ada tata letak")


def test_an_unknown_entry_is_told_with_those_that_are_like_it():
    _stands_alone(run("corpora", "show", "sdg", "8.15"), "8.1")


def test_the_help_of_evaluate_names_every_kind():
    from alignment.evaluation import KINDS

    said = run("evaluate", "--help").stdout
    assert all(kind in said for kind in KINDS)


def test_commands_are_told_in_a_line_that_is_not_cut():
    for group in ((), ("rules",), ("corpora",)):
        assert "..." not in run(*group, "--help").stdout.partition("Perintah:")[2]


def test_what_is_extracted_takes_the_form_that_its_name_asks_for(draft, tmp_path):
    run("extract", draft, "-o", tmp_path / "p.csv")
    assert (tmp_path / "p.csv").read_text(encoding="utf-8-sig").startswith("Dokumen,")


def test_a_group_called_alone_shows_its_help():
    done = run("rules", LC_ALL="id_ID.UTF-8")
    assert done.returncode == 2
    assert done.stderr.startswith("Pemakaian:")
    assert "compare" in done.stderr


def test_every_check_can_be_explained():
    codes = [line.split()[0] for line in run("rules", "list").stdout.splitlines()]
    assert len(codes) >= 15
    done = run("rules", "explain", codes[0], "--lang", "en")
    assert done.returncode == 0
    assert "Why it matters" in done.stdout
    _stands_alone(run("rules", "explain", "XXX999"), "XXX999")


def test_layouts_prove_themselves():
    assert run("layouts", "test").returncode == 0


def test_a_baseline_shows_only_what_is_new(draft, tmp_path):
    run("check", draft, "-o", tmp_path / "first")
    done = run("check", draft, "-o", tmp_path / "second", "--baseline", tmp_path / "first" / "report.json")
    assert done.returncode == 0, done.stderr
    assert "temuan sudah ada" in done.stderr
    report = alignment.Report.model_validate_json((tmp_path / "second" / "report.json").read_text(encoding="utf-8"))
    assert report.findings == ()
    _stands_alone(run("check", draft, "--baseline", draft, "-o", tmp_path / "third"), "draft.txt")


def test_a_configuration_chooses_checks_and_refuses_unknown_keys(draft, tmp_path):
    config = tmp_path / "alignment.toml"
    config.write_text('select = ["REG"]\n[severity]\nREG001 = "error"\n', encoding="utf-8")
    done = run("check", draft, "--config", config, "-o", tmp_path / "out")
    assert done.returncode == 1, done.stderr
    report = alignment.Report.model_validate_json((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert {finding.code[:3] for finding in report.findings} == {"REG"}
    config.write_text('selekt = ["REG"]\n', encoding="utf-8")
    _stands_alone(run("check", draft, "--config", config, "-o", tmp_path / "no"), "alignment.toml", "selekt")


def test_diff_says_what_is_fixed_new_and_changed(draft, tmp_path):
    later = tmp_path / "later.txt"
    later.write_text(PROSE.replace("program pembinaan aparatur", "program pengelolaan bank sampah"), encoding="utf-8")
    done = run("diff", draft, later, "--lang", "en")
    assert "Programs added: 1" in done.stdout
    assert "Programs gone: 1" in done.stdout
    assert run("diff", draft, draft).returncode == 0
