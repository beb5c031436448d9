"""The second engine reads what the first cannot, and both read the same."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from alignment.config import Options
from alignment.reading import cache, read, supervisor
from alignment.reading.supervisor import Engine

from .conftest import table, words

ROWS = [["Kode", "Program", "Pagu"], ["2.16.01", None, "1.000"], ["2.16.02", "Informasi", "2.000"]]
REFERENCE = Options(engine="reference", cache=False)


@pytest.fixture
def fails(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """fails(page, how): a worker of the fast engine in which reading that page runs the statement `how`."""
    command = supervisor._command

    def make(page: int, how: str) -> None:
        code = f"""if True:
            import os, sys
            from alignment.reading import pdfium, worker
            real = pdfium.NativePage
            def broken(document, index):
                if index == {page - 1}:
                    {how}
                return real(document, index)
            pdfium.NativePage = broken
            worker.main(sys.argv[1], *map(int, sys.argv[2:5]), sys.argv[5])"""

        def chosen(path: Path, first: int, last: int, step: int, ocr: str, engine: Engine) -> list[str]:
            whole = command(path, first, last, step, ocr, engine)
            at = whole.index("-m")
            return [*whole[:at], "-c", code, *whole[at + 2 :]] if engine == "fast" else whole

        monkeypatch.setattr(supervisor, "_command", chosen)

    return make


@pytest.mark.parametrize("how", ["raise ValueError", "os._exit(139)"])
def test_a_page_the_fast_engine_fails_on_is_read(make_pdf, fails, how: str) -> None:
    path = make_pdf(words("Sampul"), table(ROWS), words("Penutup"))
    sound = read(path, Options(cache=False))
    fails(2, how)
    document = read(path, Options(cache=False))
    assert document.unread_pages == ()
    assert [(issue.page, issue.code) for issue in document.issues] == [(2, "second_engine")]
    assert document.engine.startswith("pypdfium2 ")
    assert " + pdfplumber " in document.engine
    assert _cells(document.pages[1]) == _cells(sound.pages[1])
    assert [page.text for page in (document.pages[0], document.pages[2])] == ["Sampul", "Penutup"]


def test_a_page_without_words_for_either_stays_unread(make_pdf, fails) -> None:
    fails(2, "raise ValueError")
    document = read(make_pdf(words("Sampul"), lambda canvas: None), Options(cache=False))
    assert document.unread_pages == (2,)
    assert "pdfplumber" not in document.engine


def test_a_picture_read_by_the_second_engine_is_no_page_without_loss(make_pdf, fails) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    def scan(canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("L", (600, 800), 200)), 0, 0, 595, 842)
        canvas.drawString(280, 20, "17")

    fails(2, "raise ValueError")
    document = read(make_pdf(words("Sampul"), scan), Options(cache=False, ocr="off"))
    assert [(issue.page, issue.code) for issue in document.issues] == [(2, "no_text")]


def test_what_the_second_engine_had_to_read_is_not_kept(make_pdf, fails, own_cache: Path) -> None:
    fails(1, "raise ValueError")
    read(make_pdf(words("Sampul")))
    assert not list(own_cache.iterdir())


def test_each_engine_has_its_own_entry_in_the_cache(make_pdf) -> None:
    path = make_pdf(words("Sampul"))
    assert read(path).engine.startswith("pypdfium2 ")
    assert read(path, Options(engine="reference")).engine.startswith("pdfplumber ")
    assert read(path, Options(engine="reference")).engine.startswith("pdfplumber ")
    assert cache.key("ab", "off", "fast") != cache.key("ab", "off", "reference")


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_boxes_are_as_displayed_on_turned_and_cropped_pages(make_pdf, turn: int) -> None:
    import pypdfium2 as pdfium

    path = make_pdf(table(ROWS))
    changed = path.with_name("changed.pdf")
    with pdfium.PdfDocument(path) as document:
        document[0].set_mediabox(-20, 30, 595, 842)
        document[0].set_cropbox(50, 100, 500, 800)
        document[0].set_rotation(turn)
        document.save(changed)
    fast, reference = read(changed, Options(cache=False)).pages[0], read(changed, REFERENCE).pages[0]
    assert (reference.width, reference.height) == (fast.width, fast.height)
    if turn in (0, 270):  # pdfplumber is told that words run to the right or up; no plan prints any that run otherwise
        assert _cells(reference) == _cells(fast)
    for a, b in zip(fast.tables[0].cells, reference.tables[0].cells, strict=True):
        assert b.box == pytest.approx(a.box, abs=0.6)


def test_a_row_left_open_at_the_page_break_is_read(make_pdf) -> None:
    def draw(canvas) -> None:
        table(ROWS)(canvas)
        for x in (72, 172, 272, 372):
            canvas.line(x, 610, x, 560)
        canvas.drawString(76, 590, "2.16.03")

    (found,) = read(make_pdf(draw), REFERENCE).pages[0].tables
    assert [cell.text for cell in found.cells if cell.row == 3] == ["2.16.03", "", ""]


def test_a_coloured_background_is_no_ruling_line(make_pdf) -> None:
    def draw(canvas) -> None:
        canvas.setFillColorRGB(0.8, 0.9, 1)
        canvas.rect(90, 675, 60, 20, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        table(ROWS)(canvas)

    path = make_pdf(draw)
    assert _cells(read(path, REFERENCE).pages[0]) == _cells(read(path, Options(cache=False)).pages[0])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("renstra-kab-banyuwangi-diskominfotik-2025-2029.pdf", 71, 78),
        ("renstra-kab-banyuwangi-pmptsp-2025-2029.pdf", 66, 70),
        ("renstra-kab-banyuwangi-bkp-2025-2029.pdf", 62, 66),
    ],
)
def test_both_engines_read_the_same_programs(shared: Path, tmp_path: Path, name: str, first: int, last: int) -> None:
    engines = _benchmark()
    found = engines.compare(engines.part_of(shared / "documents" / name, first, last, tmp_path))
    assert len(found.pages) == last - first + 1
    assert found.share >= 0.99


def _benchmark() -> ModuleType:
    """tests/benchmarks/engines.py, which is a script and in no package."""
    path = Path(__file__).resolve().parents[1] / "benchmarks" / "engines.py"
    spec = importlib.util.spec_from_file_location("engines_benchmark", path)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _cells(page) -> list[tuple]:
    return [
        (cell.row, cell.column, cell.row_span, cell.column_span, cell.text)
        for found in page.tables
        for cell in found.cells
    ]
