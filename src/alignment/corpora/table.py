"""The `entries.csv` of a corpus: every cell typed and held to the schema, every error with its place."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from alignment import i18n
from alignment.corpora.manifest import Column
from alignment.errors import CorpusError

TABLE = "entries.csv"

Value = str | int | bool | dt.date | tuple[str, ...]


class Row(NamedTuple):
    """The values of one line by column, without the empty ones, and the place it starts, counted from 1."""

    line: int
    values: dict[str, Value]


def read_bytes(folder: Path) -> bytes:
    """The table's bytes with line feeds alone: a checkout on Windows keeps the same hash."""
    path = folder / TABLE
    try:
        return path.read_bytes().replace(b"\r\n", b"\n")
    except OSError as error:
        raise _wrong(str(path), "unreadable", reason=error) from error


def sha256(data: bytes) -> str:
    """64 hex digits."""
    return hashlib.sha256(data).hexdigest()


def parse(data: bytes, columns: tuple[Column, ...], path: Path) -> Iterator[Row]:
    """The rows of a table. Raises CorpusError with file:line:column (the column's ordinal) and the column's name."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _wrong(f"{path}:{line}:1", "unreadable", reason=error.reason) from error
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        _expect_header(next(reader, []), columns, path)
        converters = tuple((column.name, column.constraints.required, _converter(column)) for column in columns)
        start = reader.line_num + 1
        for cells in reader:
            if cells:
                yield Row(start, _typed(cells, converters, path, start))
            start = reader.line_num + 1
    except csv.Error as error:
        raise _wrong(f"{path}:{reader.line_num}:1", "not_csv", reason=error) from error


def _expect_header(header: list[str], columns: tuple[Column, ...], path: Path) -> None:
    for number, (found, column) in enumerate(zip(header, columns, strict=False), 1):
        if found != column.name:
            raise _wrong(f"{path}:1:{number}", "other_column", found=found, expected=column.name)
    if len(header) != len(columns):
        raise _wrong(
            f"{path}:1:{min(len(header), len(columns)) + 1}", "column_count", found=len(header), n=len(columns)
        )


_Convert = Callable[[str], Value]
_Converters = tuple[tuple[str, bool, _Convert], ...]


def _typed(cells: list[str], converters: _Converters, path: Path, line: int) -> dict[str, Value]:
    if len(cells) != len(converters):
        raise _wrong(f"{path}:{line}:{len(cells)}", "cell_count", found=len(cells), n=len(converters))
    values: dict[str, Value] = {}
    for number, (cell, (name, required, convert)) in enumerate(zip(cells, converters, strict=True), 1):
        if not cell:
            if required:
                raise _wrong(f"{path}:{line}:{number}", "cell_missing", field=name)
            continue
        try:
            values[name] = convert(cell)
        except ValueError as error:
            raise _wrong(f"{path}:{line}:{number}", str(error), field=name, cell=cell[:60]) from error
    return values


def _converter(column: Column) -> _Convert:
    """How a cell of `column` that is not empty becomes a value. ValueErrors carry the key of their message."""
    allowed = None if column.constraints.enum is None else frozenset(column.constraints.enum)
    shape = None if column.constraints.pattern is None else re.compile(column.constraints.pattern)

    def keep(cell: str) -> str:
        if allowed is not None and cell not in allowed:
            raise ValueError("cell_enum")
        if shape is not None and not shape.fullmatch(cell):
            raise ValueError("cell_pattern")
        return cell

    if column.type == "list":
        return lru_cache(lambda cell: tuple(keep(_item(item)) for item in cell.split(column.delimiter)))
    if column.type == "string":
        return str if allowed is None and shape is None else keep
    plain = _TYPES[column.type]
    return lambda cell: plain(keep(cell))


def _item(words: str) -> str:
    item = words.strip()
    if not item:
        raise ValueError("cell_item")
    return item


def _integer(cell: str) -> int:
    if not cell.isascii() or not cell.removeprefix("-").isdigit():
        raise ValueError("cell_integer")
    return int(cell)


def _boolean(cell: str) -> bool:
    if cell not in ("true", "false"):
        raise ValueError("cell_boolean")
    return cell == "true"


def _date(cell: str) -> dt.date:
    try:
        return dt.date.fromisoformat(cell)
    except ValueError as error:
        raise ValueError("cell_date") from error


_TYPES: dict[str, _Convert] = {"integer": _integer, "boolean": _boolean, "date": _date}


def _wrong(where: str, key: str, **facts: object) -> CorpusError:
    return CorpusError(i18n.both(f"corpora.{key}", **facts), i18n.both("corpora.mend_table"), where)
