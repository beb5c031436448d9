"""The one module that knows where rules/ and corpora/ are, and where a run may leave what the next one can use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_keeping: ContextVar[bool] = ContextVar("keeping", default=True)


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


@contextmanager
def keeping(allowed: bool) -> Iterator[None]:
    """Within this block, and in this thread alone, things are kept for the next run, or nothing is (`--no-cache`)."""
    token = _keeping.set(allowed and _keeping.get())
    try:
        yield
    finally:
        _keeping.reset(token)


def kept_folder(name: str) -> Path | None:
    """The folder for what is kept under `name`, which need not exist; None where nothing may be kept.

    It lies in the user's own cache folder, never in a shared one: some of what is kept there is run.
    """
    if not _keeping.get():
        return None
    import platformdirs

    return Path(platformdirs.user_cache_dir("alignment-checker", appauthor=False)) / name
