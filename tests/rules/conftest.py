"""A folder of rules of one's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

RULE = """\
group: living
targets:
  - id: living.health
    rules:
      - id: living.health.stunting
        kind: phrase
        any_of: [penurunan stunting]
        weight: strong
        cases:
          - {text: Percepatan penurunan stunting, expect: match}
          - {text: Pelatihan kader, expect: no_match}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Callable[[str], Path]:
    """Writes one pillar file and gives the rules folder it lies in."""

    def write(text: str) -> Path:
        (tmp_path / "pillars").mkdir(exist_ok=True)
        (tmp_path / "pillars" / "living.yaml").write_text(text, encoding="utf-8")
        return tmp_path

    return write
