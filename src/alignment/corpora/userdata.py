"""Where a user's own corpora lie: what was imported from official tables, kept out of the package."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from alignment.corpora.manifest import MANIFEST

VARIABLE = "ALIGNMENT_DATA"


def folder() -> Path:
    """The user's data folder: `ALIGNMENT_DATA`, else the platform's. It need not exist."""
    chosen = os.environ.get(VARIABLE)
    return Path(chosen) if chosen else _platform_folder()


def additions(root: Path, corpus: str) -> tuple[Path, ...]:
    """The folders imported for a corpus under `root`, oldest edition first (by name)."""
    return tuple(sorted(path.parent for path in (root / "corpora" / corpus).glob(f"*/{MANIFEST}")))


@cache
def _platform_folder() -> Path:
    import platformdirs

    return Path(platformdirs.user_data_dir("alignment-checker", appauthor=False))
