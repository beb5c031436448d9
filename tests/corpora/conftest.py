"""A small corpus to break, and a data folder of its own for every test."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from alignment.corpora import loading, table
from alignment.corpora.manifest import MANIFEST

COLUMNS: list[dict[str, Any]] = [
    {"name": "id", "constraints": {"required": True, "pattern": "[a-z.]+"}},
    {"name": "parent"},
    {"name": "label_id", "constraints": {"required": True}},
    {"name": "label_en", "constraints": {"required": True}},
    {"name": "kind", "constraints": {"enum": ["tree", "herb"]}},
    {"name": "height", "type": "integer"},
    {"name": "seen", "type": "date"},
    {"name": "edible", "type": "boolean"},
    {"name": "names", "type": "list"},
]
HEADER = "id,parent,label_id,label_en,kind,height,seen,edible,names\n"


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALIGNMENT_DATA", str(tmp_path / "user data"))
    loading.forget()


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Path]:
    """Write a corpus called `plants`: rows below the header, and changes to its manifest."""

    def write(rows: str, **manifest: Any) -> Path:
        folder = tmp_path / "plants"
        folder.mkdir(exist_ok=True)
        (folder / table.TABLE).write_text(HEADER + rows, encoding="utf-8")
        plain = {
            "name": "plants",
            "title": {"id": "Tanaman", "en": "Plants"},
            "description": {"id": "Contoh.", "en": "Sample."},
            "edition": "1",
            "editionDate": "2026-11-01",
            "sources": [{"title": "garden"}],
            "licenses": [{"name": "CC0-1.0"}],
            "resources": [
                {
                    "name": "entries",
                    "path": "entries.csv",
                    "hash": f"sha256:{table.sha256(table.read_bytes(folder))}",
                    "schema": {"fields": COLUMNS, "primaryKey": "id"},
                }
            ],
        } | manifest
        (folder / MANIFEST).write_text(json.dumps(plain), encoding="utf-8")
        return folder

    return write
