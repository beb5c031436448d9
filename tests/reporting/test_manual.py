"""The published manual of the checks."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignment.models import Lang
from alignment.reporting.manual import manual

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_published_manual_is_made_from_the_checks(lang: Lang) -> None:
    """After a change of rules/checks: python -m alignment.reporting.manual id > docs/checks.id.md (and en)"""
    assert (DOCS / f"checks.{lang}.md").read_text("utf-8") == manual(lang)
