"""Words of a picture by Tesseract, an own program that may or may not be installed.

Tables are read column by column: with their lines painted over and one column under the other, Tesseract neither mixes
neighbouring cells nor drops lone figures, as it does on the whole page.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from PIL import Image

from alignment.reading.grid import Grid
from alignment.reading.pdfium import Word
from alignment.reading.picture import View

_FIGURES = "eng"
"""Tesseract's Indonesian does not know the percent sign and is weaker in digits."""
_DPI = 300
_SECONDS = 150.0
_PAD = 24
"""White pixels between the parts of a picture."""
_ANEW = 1.25
"""How much larger figures are drawn for a second reading."""
_WHITE = 255
_INK = 40
"""Dark pixels below which a part is empty."""
_NOISE = frozenset("|_—–-=~.,:;'`\"‘’“”<>[]{}()\\/*")


class Reading(NamedTuple):
    """What Tesseract saw: words in reading order and how sure it was, 0..1 (0 where it saw nothing)."""

    words: list[Word]
    confidence: float
    second: list[Word]
    """The words of columns of figures, as read from another rendering."""


class _Part(NamedTuple):
    """A piece of the page on the picture given to Tesseract: pixels there, pixels here, and its place in reading."""

    left: int
    top: int
    right: int
    bottom: int
    shift: int
    """Rows from the piece on the page to the piece on the picture."""


_Seen = tuple[Word, float]
"""A word, and how sure Tesseract was of it, 0..100."""


def language() -> str | None:
    """The language Tesseract would read with: Indonesian, else English; None where it is not installed."""
    return next((name for name in ("ind", "eng") if name in _languages()), None)


@cache
def _languages() -> frozenset[str]:
    program = shutil.which("tesseract")
    if program is None:
        return frozenset()
    try:
        listed = subprocess.run(  # noqa: S603 - found on the user's own path
            [program, "--list-langs"], capture_output=True, text=True, timeout=20, check=False
        ).stdout.split()
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    return frozenset(listed)


@cache
def version() -> str:
    """ "tesseract 5.3.0", or "tesseract"."""
    program = shutil.which("tesseract") or "tesseract"
    try:
        said = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=20, check=False)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return "tesseract"
    return (said.stdout or said.stderr).split("\n", 1)[0].strip() or "tesseract"


def read(view: View, grids: list[Grid], lang: str) -> Reading:
    """Read a view from which the lines of `grids` were taken away."""
    seen: list[_Seen] = []
    second: list[Word] = []
    rest = view.grey.copy()
    for grid in grids:
        x0, y0, x1, y1 = view.pixels(grid.box)
        first, again = _table(view, grid, lang)
        seen += first
        second += [word for word, _ in again]
        rest.paste(_WHITE, (x0, y0, x1, y1))
    if _ink(rest) > _INK:
        whole = _Part(0, 0, *rest.size, 0)
        around = [(word, sure) for _, word, sure in _placed(_tesseract(rest, lang, 3), [whole], view)]
        seen = around + seen
    words = _in_order([word for word, _ in seen], grids)
    letters = sum(len(word.text) for word, _ in seen)
    sure = sum(confidence * len(word.text) for word, confidence in seen)
    return Reading(words, round(sure / letters / 100, 3) if letters else 0.0, second)


def _table(view: View, grid: Grid, lang: str) -> tuple[list[_Seen], list[_Seen]]:
    """The words of a table: its columns and its wide cells are read one below the other, and those that hold figures
    again in the language that knows them better. Beside them, what these give in another rendering."""
    pieces = [piece for piece in _pieces(view, grid) if _ink(piece.grey) > _INK]
    read = _stacked(view, pieces, lang)
    figures = [index for index, words in enumerate(read) if _holds_figures(words)]
    holding = [pieces[index] for index in figures]
    best = _FIGURES if _FIGURES in _languages() else lang
    if best != lang:
        for index, words in zip(figures, _stacked(view, holding, best), strict=True):
            read[index] = max(words, read[index], key=_share_of_figures)
    down = _ANEW * view.across / view.down
    again = view._replace(across=view.across * _ANEW, down=view.across * _ANEW)
    second = _stacked(again, [_redrawn(piece, _ANEW, down) for piece in holding], best)
    return _flat(read), _flat(second)


def _flat(read: list[list[_Seen]]) -> list[_Seen]:
    return [seen for words in read for seen in words]


class _Piece(NamedTuple):
    """A column or a wide cell, and where its corner stands on the view."""

    left: int
    top: int
    grey: Image.Image


def _redrawn(piece: _Piece, across: float, down: float) -> _Piece:
    """A piece at another scale, as smooth as can be: a slip of the eye is seldom made twice."""
    size = max(round(piece.grey.width * across), 1), max(round(piece.grey.height * down), 1)
    grey = piece.grey.resize(size, Image.Resampling.LANCZOS)
    return _Piece(round(piece.left * across), round(piece.top * down), grey)


def _pieces(view: View, grid: Grid) -> list[_Piece]:
    rest = view.grey.copy()
    pieces = []
    for cell in grid.cells:
        if cell.column_span > 1:
            place = view.pixels(cell.box)
            pieces.append(_cut(view.grey, place))
            rest.paste(_WHITE, place)
    for first, last in zip(grid.x, grid.x[1:], strict=False):
        pieces.append(_cut(rest, view.pixels((first, grid.y[0], last, grid.y[-1]))))
    return pieces


def _cut(picture: Image.Image, place: tuple[int, int, int, int]) -> _Piece:
    x0, y0, x1, y1 = place
    return _Piece(x0, y0, picture.crop((x0, y0, min(x1, picture.width), min(y1, picture.height))))


def _stacked(view: View, pieces: list[_Piece], lang: str) -> list[list[_Seen]]:
    """The words of each piece, from one picture with all of them one below the other."""
    if not pieces:
        return []
    width = max(piece.grey.width for piece in pieces) + 2 * _PAD
    height = sum(piece.grey.height + _PAD for piece in pieces) + _PAD
    picture = Image.new("L", (width, height), _WHITE)
    parts: list[_Part] = []
    row = _PAD
    for left, top, grey in pieces:
        picture.paste(grey, (_PAD, row))
        parts.append(_Part(left - _PAD, top, left + grey.width, top + grey.height, row - top))
        row += grey.height + _PAD
    found: list[list[_Seen]] = [[] for _ in pieces]
    for number, word, confidence in _placed(_tesseract(picture, lang, 6), parts, view):
        found[number].append((word, confidence))
    return found


def _holds_figures(words: list[_Seen]) -> bool:
    text = "".join(word.text for word, _ in words)
    return sum(letter.isdigit() for letter in text) > sum(letter.isalpha() for letter in text)


def _share_of_figures(words: list[_Seen]) -> float:
    """Part of the characters that figures are made of; which of two readings has more of them is the better one."""
    text = "".join(word.text for word, _ in words)
    return sum(letter.isdigit() or letter in ".,%-" for letter in text) / len(text) if text else 0.0


def _tesseract(picture: Image.Image, lang: str, layout: int) -> list[list[str]]:
    """The word rows of Tesseract's TSV: ..., block, paragraph, line, word, left, top, width, height, conf, text."""
    rows = [line.split("\t") for line in _said(picture, lang, layout, "tsv").splitlines()[1:]]
    return [row for row in rows if len(row) == 12 and row[0] == "5" and not _is_noise(row[11])]


def _said(picture: Image.Image, lang: str, layout: int, *output: str) -> str:
    """What Tesseract prints of a picture; "" where it fails or takes too long."""
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", compress_level=1)
    command = [shutil.which("tesseract") or "tesseract", "-", "-", "-l", lang]
    command += ["--psm", str(layout), "--dpi", str(_DPI), *output]
    try:
        return subprocess.run(  # noqa: S603 - found on the user's own path
            command,
            input=buffer.getvalue(),
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # more threads only wait for each other
        ).stdout.decode("utf-8", "replace")
    except (OSError, subprocess.SubprocessError):
        return ""


def quarters(picture: Image.Image) -> int:
    """How many quarter turns, counter-clockwise, put a page upright; 0 where Tesseract cannot tell."""
    if "osd" not in _languages():
        return 0
    found = re.search(r"Rotate: (\d+)", _said(picture, "osd", 0))
    return (4 - int(found[1]) // 90) % 4 if found else 0


def _is_noise(text: str) -> bool:
    return not text.strip() or (set(text) <= _NOISE and text not in ("-", "–"))


def _placed(rows: list[list[str]], parts: list[_Part], view: View) -> Iterator[tuple[int, Word, float]]:
    """Tesseract's rows as words of the page: the part each stands in, the word, its confidence (0..100)."""
    lines: dict[tuple[int, ...], int] = {}
    for row in rows:
        x, y, width, height = (int(value) for value in row[6:10])
        middle = y + height / 2
        number = next((n for n, p in enumerate(parts) if p.top + p.shift <= middle < p.bottom + p.shift), None)
        if number is None:
            continue
        part = parts[number]
        line = lines.setdefault((part.shift, part.left, *map(int, row[2:5])), len(lines))
        word = Word(row[11].strip(), *view.box(part.left + x, y - part.shift, width, height), line, -1)
        yield number, word, float(row[10])


def _in_order(words: list[Word], grids: list[Grid]) -> list[Word]:
    """Lines numbered in reading order: text as Tesseract ordered it, tables row by row, cell by cell."""
    lines: dict[tuple[int, int, int], list[Word]] = {}
    for word in words:
        table, cell = _cell_of(word, grids)
        lines.setdefault((table, cell, word.line), []).append(word)
    ordered = list(lines.items())
    if grids:
        ordered.sort(key=lambda item: _anchor(item[0], item[1], grids))
    return [word._replace(line=number) for number, (_, line) in enumerate(ordered) for word in line]


def _cell_of(word: Word, grids: list[Grid]) -> tuple[int, int]:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    for table, grid in enumerate(grids):
        place = grid.position(x, y)
        if place is not None:
            return table, grid.cell_index()[place[0]][place[1]]
    return -1, -1


def _anchor(key: tuple[int, int, int], line: list[Word], grids: list[Grid]) -> tuple[float, int, float]:
    table, cell, _ = key
    top = min(word.top for word in line)
    return (top, -1, 0.0) if table < 0 or cell < 0 else (grids[table].cells[cell].box[1], cell, top)


def _ink(picture: Image.Image) -> int:
    return sum(picture.histogram()[:128])
