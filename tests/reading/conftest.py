"""PDFs made on the spot, so that every fault is one we put there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Draw = Callable[..., None]


@pytest.fixture
def make_pdf(tmp_path: Path) -> Callable[..., Path]:
    """make_pdf(draw, draw, ..., name="a.pdf", size=(595, 842), encrypt=None): each `draw(canvas)` makes one page."""

    def make(
        *pages: Draw, name: str = "plan.pdf", size: tuple[float, float] = (595, 842), encrypt: str | None = None
    ) -> Path:
        from reportlab.pdfgen.canvas import Canvas

        path = tmp_path / name
        canvas = Canvas(str(path), pagesize=size, encrypt=encrypt, invariant=1)
        for draw in pages:
            draw(canvas)
            canvas.showPage()
        canvas.save()
        return path

    return make


def words(text: str, x: float = 72, y: float = 700) -> Draw:
    """A page with one line of text, `y` from the bottom."""

    def draw(canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.drawString(x, y, text)

    return draw


def table(rows: list[list[str]], x: float = 72, y: float = 700, width: float = 100, height: float = 30) -> Draw:
    """A page with a ruled table; None in a row joins the cell with its left neighbour."""

    def draw(canvas) -> None:
        canvas.setFont("Helvetica", 8)
        bottom = y - height * len(rows)
        for number, row in enumerate(rows):
            top = y - height * number
            canvas.line(x, top, x + width * len(row), top)
            for column, text in enumerate(row):
                if text is not None:
                    canvas.line(x + width * column, top, x + width * column, top - height)
                    canvas.drawString(x + width * column + 4, top - 14, text)
            canvas.line(x + width * len(row), top, x + width * len(row), top - height)
        canvas.line(x, bottom, x + width * len(rows[0]), bottom)

    return draw


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing of a test stays in the user's cache, and no test reads what another left."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("ALIGNMENT_CACHE", str(folder))
    return folder
