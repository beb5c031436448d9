"""A corpus written to a folder: the table, its manifest and its seal, all of it or none."""

from __future__ import annotations

import csv
import io
import json
import shutil
import tempfile
from collections.abc import Container, Iterable, Mapping, Sequence
from pathlib import Path

from alignment import i18n
from alignment.corpora import table
from alignment.corpora.loading import load_folder
from alignment.corpora.manifest import MANIFEST, Column, Manifest
from alignment.errors import CorpusError

Row = Mapping[str, str | Sequence[str] | None]


def write(folder: Path, manifest: Manifest, rows: Iterable[Row], known: Container[str] = ()) -> None:
    """Write a corpus into `folder` (replaced where it exists) after it was checked. Raises CorpusError."""
    data = _csv(manifest.columns, rows)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as name:
            made = Path(name) / "corpus"
            made.mkdir()
            (made / table.TABLE).write_bytes(data)
            (made / MANIFEST).write_text(_json(manifest, table.sha256(data)), encoding="utf-8", newline="\n")
            load_folder(made, known)
            if folder.exists():
                shutil.rmtree(folder)
            made.rename(folder)
    except OSError as error:
        raise CorpusError(
            i18n.both("corpora.unwritable", reason=error.strerror or error),
            i18n.both("corpora.mend_folder"),
            str(folder),
        ) from error


def _csv(columns: tuple[Column, ...], rows: Iterable[Row]) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([column.name for column in columns])
    for row in rows:
        writer.writerow([_cell(row.get(column.name), column.delimiter) for column in columns])
    return stream.getvalue().encode()


def _cell(value: str | Sequence[str] | None, delimiter: str) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return delimiter.join(item.replace(delimiter, "/") for item in value)


def _json(manifest: Manifest, digest: str) -> str:
    plain = manifest.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    plain["resources"][0]["hash"] = f"sha256:{digest}"
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"
