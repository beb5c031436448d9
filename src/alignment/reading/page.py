"""One page of a PDF as plain data: what the worker process sends, ready for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from alignment.reading.columns import find_open_grids
from alignment.reading.drawings import Box, Picture
from alignment.reading.grid import Grid, find_grids
from alignment.reading.pdfium import NativePage, Word, grey_picture, is_upright, picture_pixels
from alignment.reading.words import fill, lines_of

if TYPE_CHECKING:
    from alignment.reading.picture import View  # numpy is loaded only for pages with pictures

_QUOTE = 80
_FEW_WORDS = 15
"""A page under a picture may carry a stamp or a page number of this many words and is still a picture."""
_MOSTLY = 0.5
"""Part of a page that pictures must cover for it to be a picture."""
_NOTABLE = 0.05
"""Part of a page from which on a picture may be a table."""
_TABLE_PIXELS = (300, 60)
_MOST_PIXELS = 12_000_000
_MOST_PICTURES = 6
_TABLE_CELLS = 6
_DENSE_CELLS = 12
_DENSE = 0.6
_DPI = 300


class Ocr(NamedTuple):
    """How to read pictures: `lang` as Tesseract names it; `force` reads every page as a picture."""

    lang: str
    force: bool = False


def read_page(page: NativePage, ocr: Ocr | None = None) -> dict[str, Any]:
    """Size, lines, tables and issues of a loaded page.

    Shapes: `lines` [text, box]; `tables` {ruled, rows, columns, box, cells}, a cell being [row, column, row_span,
    column_span, text, box]; `issues` [code, facts]; boxes [x0, top, x1, bottom] in points as displayed; `ocr`
    confidence 0..1 or None.
    """
    drawn = page.drawn()
    words, hidden = page.split_hidden(page.words())
    grids = find_grids(drawn.rules)
    open_grids = find_open_grids(drawn.rules, grids, words)
    grids = _from_top(grids + open_grids)
    issues: list[tuple[str, dict[str, Any]]] = []
    unseen = " ".join(word.text for word in hidden)
    if any(letter.isalnum() for letter in unseen):
        issues.append(("junk_text", {"words": unseen[:_QUOTE]}))
    width, height = page.display.width, page.display.height
    is_picture = len(words) < _FEW_WORDS and _cover([p.box for p in drawn.pictures], width, height) >= _MOSTLY
    shown = [] if is_picture else _picture_tables(page, drawn.pictures, words)
    confidence = None
    if ocr is not None and (is_picture or ocr.force):
        views = [] if ocr.force else _own_views(page, drawn.pictures)
        words, grids, confidence = _with_ocr(views or [_whole(page)], words, grids, ocr)
    elif ocr is not None and shown:
        words, grids, confidence = _with_ocr(shown, words, grids, ocr)
    if confidence:
        issues.append(("ocr", {"percent": round(confidence * 100)}))
    elif is_picture or shown:
        issues.append(("no_text" if is_picture else "picture_table", {}))
    return {
        "width": round(width, 2),
        "height": round(height, 2),
        "lines": [(line.text, _rounded(line.box)) for line in lines_of(words)],
        "tables": [_table(grid, fill(grid, words, page.char_box), grid not in open_grids) for grid in grids],
        "issues": issues,
        "ocr": confidence or None,
    }


def _from_top(grids: list[Grid]) -> list[Grid]:
    return sorted(grids, key=lambda grid: (grid.y[0], grid.x[0]))


def _table(grid: Grid, texts: list[str], ruled: bool) -> dict[str, Any]:
    return {
        "ruled": ruled,
        "rows": len(grid.y) - 1,
        "columns": len(grid.x) - 1,
        "box": _rounded(grid.box),
        "cells": [
            (cell.row, cell.column, cell.row_span, cell.column_span, text, _rounded(cell.box))
            for cell, text in zip(grid.cells, texts, strict=True)
        ],
    }


def _with_ocr(
    views: list[View], words: list[Word], grids: list[Grid], ocr: Ocr
) -> tuple[list[Word], list[Grid], float]:
    """Words and tables with those of the views in place of what stood there, and the lowest confidence."""
    from alignment.reading import ocr as tesseract
    from alignment.reading.picture import completed, ruled

    confidences: list[float] = []
    for view in views:
        found = ruled(view)
        whole_rules = completed(found, find_grids(found.rules))
        tables = [grid for grid in find_grids(whole_rules) if len(grid.cells) >= _TABLE_CELLS]
        reading = tesseract.read(found.clean, tables, ocr.lang)
        if not reading.words:
            continue
        confidences.append(reading.confidence)
        box = view.box(0, 0, view.grey.shape[1], view.grey.shape[0])
        kept = [word for word in words if not _inside(word, box)]
        after = max((word.line for word in kept), default=-1) + 1
        words = kept + [word._replace(line=word.line + after) for word in reading.words]
        grids = [grid for grid in grids if not _overlap(grid.box, box)] + tables
    return words, _from_top(grids), min(confidences, default=0.0)


def _whole(page: NativePage) -> View:
    from alignment.reading.picture import View

    scale = _DPI / 72
    return View(page.render(scale), scale, scale, 0.0, 0.0)


def _own_views(page: NativePage, pictures: list[Picture]) -> list[View]:
    """The pictures of a page in their own pixels; none where they are slices of one, or stand askew."""
    area = page.display.width * page.display.height
    large = [picture for picture in pictures if _area(picture.box) >= _NOTABLE / 2 * area]
    views = [_view(page, picture) for picture in large] if len(large) <= _MOST_PICTURES else []
    return [view for view in views if view is not None] if all(view is not None for view in views) else []


def _picture_tables(page: NativePage, pictures: list[Picture], words: list[Word]) -> list[View]:
    """The pictures that show a ruled table: large, without words on them, with crossing lines."""
    found: list[View] = []
    for picture in pictures:
        if _area(picture.box) < _NOTABLE * page.display.width * page.display.height:
            continue
        if sum(_inside(word, picture.box) for word in words) >= _FEW_WORDS:
            continue
        view = _view(page, picture)
        if view is not None and _shows_table(view):
            found.append(view)
    return found


def _view(page: NativePage, picture: Picture) -> View | None:
    """A picture in its own pixels, enlarged to what Tesseract likes; None for one that is tiny, huge or not upright."""
    width, height = picture_pixels(picture)
    if width < _TABLE_PIXELS[0] or height < _TABLE_PIXELS[1] or width * height > _MOST_PIXELS:
        return None
    if page.display.rotation or not is_upright(picture):
        return None
    grey = grey_picture(picture)
    if grey is None:
        return None
    from alignment.reading.picture import View, enlarged

    x0, top, x1, bottom = picture.box
    times = max(1, round(_DPI * (x1 - x0) / 72 / width))
    big = enlarged(grey, times)
    return View(big, big.shape[1] / (x1 - x0), big.shape[0] / (bottom - top), x0, top)


def _shows_table(view: View) -> bool:
    from alignment.reading.picture import ruled

    return any(_is_dense(grid) for grid in find_grids(ruled(view).rules))


def _is_dense(grid: Grid) -> bool:
    """Is it a table? The boxes and arrows of an organisation chart cross too, but leave most places empty."""
    places = (len(grid.x) - 1) * (len(grid.y) - 1)
    return len(grid.cells) >= _DENSE_CELLS and len(grid.cells) >= _DENSE * places


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _inside(word: Word, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _overlap(a: Box, b: Box) -> bool:
    return min(a[2], b[2]) > max(a[0], b[0]) and min(a[3], b[3]) > max(a[1], b[1])


def _rounded(box: Box) -> Box:
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
