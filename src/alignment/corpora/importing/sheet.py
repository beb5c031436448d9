"""Tables from CSV and XLSX files, their columns found by the words of the header."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from alignment import i18n, text
from alignment.errors import CorpusError

Columns = Mapping[str, tuple[str, ...]]
"""Field to the header words that name it, in normal form; a word ending in `*` is the beginning of a header."""

_HEADER_WITHIN = 40
"""Rows at the top of a sheet among which the header is looked for."""


class Record(NamedTuple):
    """One row below a header: all its cells, and those of the known columns."""

    cells: tuple[str, ...]
    fields: dict[str, str]


class Sheet(NamedTuple):
    """One table: where its columns stand and what is below the header."""

    columns: dict[str, int]
    records: tuple[Record, ...]


def read(path: Path, columns: Columns, *needed: tuple[str, ...]) -> tuple[Sheet, ...]:
    """The sheets of a file that have one of the `needed` sets of columns. Raises CorpusError where none has."""
    sheets = tuple(sheet for rows in _sheets(path) if (sheet := _sheet(rows, columns, needed)))
    if not sheets:
        heads = " / ".join(" + ".join(columns[field][0].rstrip("*") for field in fields) for fields in needed)
        raise CorpusError(i18n.both("corpora.no_header", columns=heads), i18n.both("corpora.mend_import"), str(path))
    return sheets


def _sheet(rows: list[tuple[str, ...]], columns: Columns, needed: Iterable[tuple[str, ...]]) -> Sheet | None:
    for index, row in enumerate(rows[:_HEADER_WITHIN]):
        found = _header(row, columns)
        if any(all(field in found for field in fields) for fields in needed):
            below = (Record(cells, _fields(cells, found)) for cells in rows[index + 1 :])
            return Sheet(found, tuple(record for record in below if any(record.cells)))
    return None


def _header(row: tuple[str, ...], columns: Columns) -> dict[str, int]:
    heads = [text.normal(cell) for cell in row]
    places = {field: _place(heads, words) for field, words in columns.items()}
    return {field: place for field, place in places.items() if place is not None}


def _place(heads: list[str], words: tuple[str, ...]) -> int | None:
    """The column of the first word that any header is."""
    return next((number for word in words for number, head in enumerate(heads) if head and _is(head, word)), None)


def _is(head: str, word: str) -> bool:
    return head.startswith(word[:-1]) if word.endswith("*") else head == word


def _fields(cells: tuple[str, ...], columns: dict[str, int]) -> dict[str, str]:
    return {field: cells[number] for field, number in columns.items() if number < len(cells) and cells[number]}


def _sheets(path: Path) -> Iterator[list[tuple[str, ...]]]:
    try:
        if path.suffix.lower() in (".xlsx", ".xlsm"):
            yield from _workbook(path)
        else:
            yield list(_csv(path.read_bytes()))
    except (OSError, csv.Error) as error:
        raise CorpusError(
            i18n.both("corpora.unreadable", reason=error), i18n.both("corpora.mend_import"), str(path)
        ) from error


def _workbook(path: Path) -> Iterator[list[tuple[str, ...]]]:
    import zipfile

    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise CorpusError(
            i18n.both("corpora.unreadable", reason="XLSX"), i18n.both("corpora.mend_import"), str(path)
        ) from error
    try:
        for worksheet in book.worksheets:
            yield [tuple(_shown(value) for value in row) for row in worksheet.iter_rows(values_only=True)]
    finally:
        book.close()


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    return text.clean(str(value))


def _csv(data: bytes) -> Iterator[tuple[str, ...]]:
    try:
        words = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        words = data.decode("cp1252", errors="replace")
    first = words.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    for row in csv.reader(io.StringIO(words, newline=""), delimiter=delimiter):
        yield tuple(text.clean(cell) for cell in row)
