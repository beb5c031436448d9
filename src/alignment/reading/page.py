"""One page of a PDF as plain data: what the worker process sends, ready for JSON."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from alignment.reading.blank import find_blank_grids
from alignment.reading.columns import find_open_grids
from alignment.reading.coordinates import turned
from alignment.reading.drawings import FEW_WORDS, NOTABLE, Box, Picture
from alignment.reading.garbled import is_garbled
from alignment.reading.grid import Grid, find_grids
from alignment.reading.pdfium import NativePage, Word
from alignment.reading.shading import marked
from alignment.reading.spans import parted
from alignment.reading.words import fill, lines_of, turn_of

_QUOTE = 80
_MOSTLY = 0.5
"""Part of a page that pictures must cover for it to be a picture."""
_BARE = 0.1
"""The same for a page without a single word: nothing on it was read, so it is never passed over in silence."""


class Ocr(NamedTuple):
    """How to read pictures: `lang` as Tesseract names it; `force` reads every page as a picture."""

    lang: str
    force: bool = False


def read_page(page: NativePage, ocr: Ocr | None = None) -> dict[str, Any]:
    """Size, lines, tables and issues of a loaded page.

    Shapes: `lines` [text, box]; `tables` {ruled, rows, columns, box, cells}, a cell being [row, column, row_span,
    column_span, text, box] and what OCR read a second time where that differs; `issues` [code, facts]; boxes [x0, top,
    x1, bottom] in points as displayed; `ocr` confidence 0..1 or None; `turn` the degrees, clockwise, by which the page
    was turned to read it.
    """
    words, hidden = page.split_hidden(page.words())
    turn = turn_of(words)
    if turn:
        page.turn(turn)
        words, hidden = page.split_hidden(page.words())
        ocr = None  # pictures are seen as displayed
    garbled = is_garbled([word.text for word in words])
    if garbled:
        words = []
    drawn = page.drawn()
    grids = [parted(grid, words) for grid in find_grids(drawn.rules)]
    open_grids = find_open_grids(drawn, grids, words)
    open_grids += find_blank_grids(grids + open_grids, words)
    grids = _from_top(grids + open_grids)
    issues: list[tuple[str, dict[str, Any]]] = []
    unseen = " ".join(word.text for word in hidden)
    if any(letter.isalnum() for letter in unseen):
        issues.append(("junk_text", {"words": unseen[:_QUOTE]}))
    width, height = page.display.width, page.display.height
    confidence = None
    second: list[Word] = []
    silent = "garbled_text" if garbled else "no_text"
    pictured = garbled or is_picture(drawn.pictures, words, width, height)
    if pictured and ocr is None:
        issues.append((silent, {}))
    elif pictured or (ocr is not None and ocr.force) or may_hold_table(drawn.pictures, words, width * height):
        from alignment.reading import scanned  # loads Pillow, which most pages do not need

        force = garbled or (ocr is not None and ocr.force)
        views = scanned.views(page, drawn.pictures, words, whole=pictured, force=force)
        if ocr is not None and views:
            seen = scanned.with_ocr(views, words, grids, ocr.lang, whole=pictured or ocr.force)
            words, grids, confidence = seen.words, _from_top(seen.grids), seen.confidence
            second = seen.second
            if seen.turned:
                width, height = height, width
        if confidence:
            issues.append(("ocr", {"percent": round(confidence * 100)}))
        elif pictured or views:
            issues.append((silent if pictured else "picture_table", {}))
    place = partial(_displayed, turn=turn, width=width, height=height)
    if turn:
        width, height = height, width
    return {
        "width": round(width, 2),
        "height": round(height, 2),
        "lines": [(line.text, place(line.box)) for line in lines_of(words)],
        "tables": [
            _table(
                grid,
                marked(grid, fill(grid, words, page.char_box), drawn.bands),
                fill(grid, second, page.char_box) if second else [],
                grid not in open_grids,
                place,
            )
            for grid in grids
        ],
        "issues": issues,
        "ocr": confidence or None,
        "turn": turn,
    }


def _from_top(grids: list[Grid]) -> list[Grid]:
    return sorted(grids, key=lambda grid: (grid.y[0], grid.x[0]))


def _table(grid: Grid, texts: list[str], second: list[str], ruled: bool, place: Callable[[Box], Box]) -> dict[str, Any]:
    return {
        "ruled": ruled,
        "rows": len(grid.y) - 1,
        "columns": len(grid.x) - 1,
        "box": place(grid.box),
        "cells": [
            (cell.row, cell.column, cell.row_span, cell.column_span, text, place(cell.box))
            + ((again,) if again not in ("", text) else ())
            for cell, text, again in zip(grid.cells, texts, second or texts, strict=True)
        ],
    }


def is_picture(pictures: list[Picture], words: list[Word], width: float, height: float) -> bool:
    """Is a picture all there is to see on a page of this size?"""
    covered = _cover([picture.box for picture in pictures], width, height)
    return covered >= (_MOSTLY if words else _BARE) and len(words) < FEW_WORDS


def may_hold_table(pictures: list[Picture], words: list[Word], page_area: float) -> bool:
    """Is there a large picture without words on it?"""
    return any(
        (x1 - x0) * (bottom - top) >= NOTABLE * page_area
        and sum(x0 < word.x0 < x1 and top < word.top < bottom for word in words) < FEW_WORDS
        for (x0, top, x1, bottom), _ in pictures
    )


def _displayed(box: Box, turn: int, width: float, height: float) -> Box:
    """A box of the page as it was read, `width` by `height`, on the page as displayed."""
    return rounded(turned(box, 360 - turn, width, height) if turn else box)


def rounded(box: Box) -> Box:
    """As boxes are sent: to a hundredth of a point."""
    return round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2)


def _cover(pictures: list[Box], width: float, height: float) -> float:
    """Part of the page that its pictures cover, counted on a coarse grid so that overlaps count once."""
    if not pictures:
        return 0.0
    steps = 20
    hit = 0
    for column in range(steps):
        x = (column + 0.5) * width / steps
        for row in range(steps):
            y = (row + 0.5) * height / steps
            hit += any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in pictures)
    return hit / steps**2
