"""The one module that knows where rules/ and corpora/ are."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def _root() -> Path:
    """The checkout first: an edited rule takes effect even where an install left a copy in `_data/`."""
    checkout = _PACKAGE.parents[1]
    if (checkout / "pyproject.toml").is_file() and (checkout / "rules").is_dir() and _PACKAGE.parent.name == "src":
        return checkout
    return _PACKAGE / "_data"


def rules_folder() -> Path:
    """The folder of the rules that ship with the package."""
    return _root() / "rules"


def corpora_folder() -> Path:
    """The folder of the corpora that ship with the package."""
    return _root() / "corpora"


def words_folder() -> Path:
    """The folder of the words of both languages."""
    return _PACKAGE / "words"
