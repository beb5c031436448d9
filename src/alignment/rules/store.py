"""Rules that were read and found right before, kept by the hash of their files: reading the YAML takes far longer."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path

from pydantic import ValidationError

import alignment
from alignment import resources
from alignment.models.base import Frozen
from alignment.rules.model import BoundRule, PartName, Rule

_KEPT = 4
"""How many rule sets stay in the folder; older ones go."""
_WORTH_KEEPING = 100
"""Rules. Smaller sets are read from their YAML in no time."""


class _Kept(Frozen):
    part: PartName
    target: str
    rule: Rule
    path: str
    """Relative to the rules folder."""
    line: int


class _Stored(Frozen):
    rules: tuple[_Kept, ...]


def read(sha256: str, root: Path) -> tuple[BoundRule, ...] | None:
    """The rules of that hash, or None where they are not kept (or what is kept cannot be read)."""
    path = _file(sha256)
    if path is None:
        return None
    try:
        stored = _Stored.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None
    return tuple(BoundRule(one.part, one.target, one.rule, root / one.path, one.line) for one in stored.rules)


def write(sha256: str, root: Path, rules: tuple[BoundRule, ...]) -> None:
    """Keep rules that passed every check. Where the folder cannot be written, nothing is kept and nothing is said."""
    path = _file(sha256)
    if path is None or len(rules) < _WORTH_KEEPING:
        return
    stored = _Stored(
        rules=tuple(
            _Kept(
                part=one.part,
                target=one.target,
                rule=one.rule,
                path=one.path.relative_to(root).as_posix(),
                line=one.line,
            )
            for one in rules
        )
    )
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(stored.model_dump_json().encode())
        Path(name).replace(path)  # whole or not at all, whoever else writes
        for old in sorted(path.parent.glob("*.json"), key=lambda one: one.stat().st_mtime)[:-_KEPT]:
            old.unlink(missing_ok=True)


def _file(sha256: str) -> Path | None:
    """Named by what the rules were checked against too: this version of the program and these corpora."""
    folder = resources.kept_folder("rules")
    if folder is None:
        return None
    digest = hashlib.sha256(f"{alignment.__version__} {sha256}".encode())
    for manifest in sorted(resources.corpora_folder().glob("*/datapackage.json")):
        digest.update(manifest.read_bytes())
    return folder / f"{digest.hexdigest()}.json"
