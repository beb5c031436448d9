"""The public names are a contract that other people's programs rely on."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest

import alignment


def _imported_by(code: str) -> set[str]:
    shown = "import sys; print('\\n'.join(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", f"{code}\n{shown}"], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_every_public_name_is_there():
    for name in alignment.__all__:
        assert getattr(alignment, name) is not None


def test_unknown_names_are_refused():
    with pytest.raises(AttributeError, match="nonsense"):
        _ = alignment.nonsense


def test_importing_the_package_loads_nothing_heavy():
    assert not _imported_by("import alignment") & {"pydantic", "spacy", "pdfplumber", "click", "rapidfuzz"}


def _imported_by_command(arguments: list[str]) -> set[str]:
    return _imported_by(
        "import contextlib, io\nfrom alignment.cli import main\n"
        f"with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit): main({arguments!r})"
    )


@pytest.mark.parametrize("arguments", [["--help"], ["rules", "list"], ["check", "--help"]])
def test_help_and_lists_import_neither_spacy_nor_pdfplumber(arguments):
    assert not _imported_by_command(arguments) & {
        "spacy",
        "pdfplumber",
        "tablers",
        "openpyxl",
        "xlsxwriter",
        "simplemma",
    }


def test_judging_loads_no_reader():
    readers = {"pypdfium2", "pdfplumber", "PIL", "numpy", "openpyxl", "docx", "xlrd"}
    assert not _imported_by("import alignment.pipeline") & readers


def test_checking_a_text_loads_no_other_reader_and_no_word_lists(tmp_path):
    """How long it takes is for tests/benchmarks/startup.py to say; what makes it long is held here."""
    draft = tmp_path / "draft.txt"
    draft.write_text("Dimensi Smart Living mencakup program antrean puskesmas.", encoding="utf-8")
    loaded = _imported_by_command(["check", str(draft), "-o", str(tmp_path / "out"), "--fail-on", "never"])
    assert "alignment.reporting.as_html" in loaded
    assert not loaded & {"pypdfium2", "pdfplumber", "PIL", "openpyxl", "docx", "xlrd", "simplemma", "watchfiles"}


def test_models_dump_to_json_and_load_back():
    matches = alignment.match("Program pencegahan stunting pada balita sesuai Perpres Nomor 72 Tahun 2021")
    assert alignment.Matches.model_validate_json(matches.model_dump_json()) == matches
    overlap = alignment.compare("jamban sehat", "jambanisasi")
    assert alignment.Overlap.model_validate_json(overlap.model_dump_json()) == overlap


def test_match_and_compare_give_the_same_from_many_threads():
    texts = ["Aplikasi antrean puskesmas", "Bank sampah digital", "Pelatihan UMKM", "Pembangunan jalan"] * 3
    alone = [alignment.match(text).model_dump_json() for text in texts]
    found: dict[int, str] = {}

    def work(index: int) -> None:
        found[index] = alignment.match(texts[index]).model_dump_json()

    threads = [threading.Thread(target=work, args=(index,)) for index in range(len(texts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[index] for index in range(len(texts))] == alone
