"""Fixtures of the tests of extraction."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from alignment.extraction import extract_programs
from alignment.models import Extraction
from alignment.reading import read


@pytest.fixture
def extracted(tmp_path: Path) -> Callable[..., Extraction]:
    """extracted(text, name="draf.md"): what is extracted from a file of that name with that text."""

    def extract(text: str, name: str = "draf.md") -> Extraction:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return extract_programs(read(path))

    return extract
