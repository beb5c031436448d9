"""One page read by pdfplumber, as the same plain data that `page.read_page` makes of it by pdfium.

The second opinion: another parser, another way to find words and cells. It reads the pages on which the fast engine
fails, and the fast engine is measured against it (`tests/benchmarks/engines.py`). It takes ten times as long, reads
no pictures (no OCR) and cannot tell words that are clipped away. Runs inside the worker process only.
"""

from __future__ import annotations

from typing import Any

import pdfplumber
from pdfplumber.page import Page
from pdfplumber.table import Table

from alignment.reading.coordinates import Display, to_display
from alignment.reading.drawings import Box, Picture
from alignment.reading.page import is_picture, may_hold_table, rounded
from alignment.reading.pdfium import Word

NAME = "reference"
_UPWARD: dict[str, Any] = {"char_dir_rotated": "btt", "line_dir_rotated": "ltr"}
"""Turned words in the heads of narrow columns run up the page; pdfplumber would take them to run down."""
_THIN = 3.0
"""A filled shape thinner than this (points) is a ruling line; a larger one is a colour behind words."""
_TALL = 7.0
"""Uprights taller than this, the height of a small line, enclose words."""


class Reference:
    """An open file. Pages are read one at a time, and nothing is kept of them."""

    def __init__(self, path: str, first: int, last: int) -> None:
        self._first = first
        self._pages = pdfplumber.open(path, pages=list(range(first, last + 1))).pages

    def read(self, number: int) -> dict[str, Any]:
        """The page with this number, counted from 1. Shapes as in `page.read_page`, and `engine`."""
        page = self._pages[number - self._first]
        try:
            return _read(page)
        finally:
            page.close()


def _read(whole: Page) -> dict[str, Any]:
    visible = _visible(whole)
    page = whole.crop(visible, strict=False).filter(_is_drawn)
    width, height = visible[2] - visible[0], visible[3] - visible[1]

    def placed(item: dict[str, Any]) -> Box:
        return _moved((item["x0"], item["top"], item["x1"], item["bottom"]), visible)

    words = [Word(word["text"], *placed(word), 0, 0) for word in page.extract_words(use_text_flow=True, **_UPWARD)]
    pictures = [Picture(placed(image), None) for image in page.images]
    issues: list[tuple[str, dict[str, Any]]] = []
    if is_picture(pictures, words, width, height):
        issues.append(("no_text", {}))
    elif may_hold_table(pictures, words, width * height):
        issues.append(("picture_table", {}))
    lines = page.extract_text_lines(use_text_flow=True, return_chars=False, **_UPWARD)  # as drawn, like pdfium's
    return {
        "width": round(width, 2),
        "height": round(height, 2),
        "lines": [(line["text"], placed(line)) for line in lines],
        "tables": [_table(table, visible) for table in page.find_tables(_closed(page))],
        "issues": issues,
        "ocr": None,
        "engine": NAME,
    }


def _closed(page: Page) -> dict[str, Any]:
    """Settings that close a table left open where it goes on over the page break: pdfplumber drops such a row."""
    uprights = [edge for edge in page.vertical_edges if edge["height"] > _TALL]
    if not uprights:
        return {}
    ends = min(edge["top"] for edge in uprights), max(edge["bottom"] for edge in uprights)
    return {"explicit_horizontal_lines": list(ends)}


def _is_drawn(item: dict[str, Any]) -> bool:
    """pdfplumber takes the sides of every filled shape for rules, be it white; only what is stroked or thin is one."""
    if item["object_type"] not in ("rect", "curve") or item["stroke"]:
        return True
    return bool(min(item["width"], item["height"]) <= _THIN)


def _table(table: Table, visible: Box) -> dict[str, Any]:
    """pdfplumber's boxes as cells of a grid: what a cell spans is the grid lines between its sides."""
    texts: dict[Box, str] = {}
    for row, words in zip(table.rows, table.extract(**_UPWARD), strict=True):
        for box, text in zip(row.cells, words, strict=True):
            if box is not None:
                texts[_moved(box, visible)] = text or ""
    x = sorted({side for box in texts for side in (box[0], box[2])})
    y = sorted({side for box in texts for side in (box[1], box[3])})
    column = {at: index for index, at in enumerate(x)}
    row_at = {at: index for index, at in enumerate(y)}
    cells = [
        (
            row_at[box[1]],
            column[box[0]],
            row_at[box[3]] - row_at[box[1]],
            column[box[2]] - column[box[0]],
            text,
            box,
        )
        for box, text in texts.items()
    ]
    return {
        "ruled": True,
        "rows": len(y) - 1,
        "columns": len(x) - 1,
        "box": (x[0], y[0], x[-1], y[-1]),
        "cells": sorted(cells),
    }


def _visible(page: Page) -> Box:
    """The box that is displayed, in pdfplumber's coordinates: they are turned already, but count from the MediaBox."""
    source = page.page_obj
    media, crop, turn = _sorted(source.mediabox), _sorted(source.cropbox), source.rotate
    shown = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    if shown[0] >= shown[2] or shown[1] >= shown[3]:
        shown = media
    x0, top, x1, bottom = to_display(Display(*media, turn), *shown)
    left, above = page.mediabox[:2]
    return x0 + left, top + above, x1 + left, bottom + above


def _sorted(box: Box) -> Box:
    x0, y0, x1, y1 = box
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _moved(box: Box, origin: Box) -> Box:
    x0, top, x1, bottom = box
    left, above = origin[:2]
    return rounded((x0 - left, top - above, x1 - left, bottom - above))
