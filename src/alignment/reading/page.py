"""One page of a PDF as plain data: what the worker process sends, ready for JSON."""

from __future__ import annotations

from typing import Any

from alignment.reading.grid import find_grids
from alignment.reading.pdfium import NativePage
from alignment.reading.words import fill, lines_of

_QUOTE = 80
_FEW_WORDS = 15
"""A page under a picture may carry a stamp or a page number of this many words and is still a picture."""
_MOSTLY = 0.5
"""Part of a page that pictures must cover for it to be a picture."""


def read_page(page: NativePage) -> dict[str, Any]:
    """Size, lines, tables and issues of a loaded page.

    Shapes: `lines` [text, box]; `tables` {rows, columns, box, cells: [row, column, row_span, column_span, text, box]};
    `issues` [code, facts]; boxes [x0, top, x1, bottom] in points as displayed.
    """
    drawn = page.drawn()
    words, hidden = page.split_hidden(page.words())
    grids = find_grids(drawn.rules)
    issues: list[tuple[str, dict[str, str]]] = []
    unseen = " ".join(word.text for word in hidden)
    if any(letter.isalnum() for letter in unseen):
        issues.append(("junk_text", {"words": unseen[:_QUOTE]}))
    if len(words) < _FEW_WORDS and _cover(drawn.pictures, page.display.width, page.display.height) >= _MOSTLY:
        issues.append(("no_text", {}))
    return {
        "width": round(page.display.width, 2),
        "height": round(page.display.height, 2),
        "lines": [(line.text, _rounded(line.box)) for line in lines_of(words)],
        "tables": [
            {
                "rows": len(grid.y) - 1,
                "columns": len(grid.x) - 1,
                "box": _rounded(grid.box),
                "cells": [
                    (cell.row, cell.column, cell.row_span, cell.column_span, text, _rounded(cell.box))
                    for cell, text in zip(grid.cells, fill(grid, words, page.char_box), strict=True)
                ],
            }
            for grid in grids
        ],
        "issues": issues,
    }


def _rounded(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    return round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2)


def _cover(pictures: list[tuple[float, float, float, float]], width: float, height: float) -> float:
    """Part of the page that its pictures cover, counted on a coarse grid so that overlaps count once."""
    steps = 20
    hit = 0
    for column in range(steps):
        x = (column + 0.5) * width / steps
        for row in range(steps):
            y = (row + 0.5) * height / steps
            hit += any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in pictures)
    return hit / steps**2
