"""CSV -> one page with one table, whatever stands between its fields."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from itertools import islice

from alignment import i18n
from alignment.errors import NoTextError, UnreadableFileError
from alignment.models.document import Cell
from alignment.reading.formats import Read
from alignment.reading.sheets import MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from alignment.reading.spreadsheet import cut, page_of

_SEPARATORS = (";", ",", "\t", "|")
_SAID = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
"""The first line by which Excel is told what stands between the fields."""
_TRIED = 200
"""Rows by which the separator is found."""


def read_csv(name: str, text: str) -> Read:
    """The rows of a CSV. Raises UnreadableFileError or NoTextError."""
    said = _SAID.match(text)
    separator = said[1] if said else _separator(text)
    body = "\n" + text[said.end() :] if said else text  # rows keep the numbers that a spreadsheet shows
    try:
        rows = list(islice(csv.reader(io.StringIO(body, newline=""), delimiter=separator), MOST_ROWS + 1))
    except (csv.Error, ValueError) as error:
        raise UnreadableFileError(
            i18n.both("reading.damaged_office"), i18n.both("reading.damaged_office_remedy"), name
        ) from error
    filled = (
        Cell(row, column, 1, 1, value.strip())
        for row, values in enumerate(rows[:MOST_ROWS])
        for column, value in enumerate(values[:MOST_COLUMNS])
        if value.strip()
    )
    cells = tuple(islice(filled, MOST_CELLS))
    if not cells:
        raise NoTextError(i18n.both("reading.no_words_office"), i18n.both("reading.no_words_office_remedy"), name)
    is_cut = len(rows) > MOST_ROWS or len(cells) == MOST_CELLS or any(len(row) > MOST_COLUMNS for row in rows)
    return Read((page_of(1, None, cells),), (cut(1),) if is_cut else (), "csv")


def _separator(text: str) -> str:
    """The sign that parts most rows into the same number of fields; of equals the one that makes more fields."""

    def agreement(separator: str) -> tuple[int, int]:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        try:
            widths = Counter(len(row) for row in islice(reader, _TRIED) if len(row) > 1)
        except csv.Error:
            return 0, 0
        width, rows = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        return rows, width

    return max(_SEPARATORS, key=agreement)
