"""Labelled cases: JSON lines, one case a line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from alignment import i18n
from alignment.errors import UnreadableFileError

Case = dict[str, Any]


def read(path: Path) -> list[Case]:
    """The cases of a file. Raises UnreadableFileError with file and line."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(str(path), str(error)) from error
    cases = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            case = json.loads(line)
        except json.JSONDecodeError as error:
            raise _unreadable(f"{path}:{number}", error.msg) from error
        if not isinstance(case, dict):
            raise _unreadable(f"{path}:{number}", "not an object")
        cases.append(case)
    return cases


def _unreadable(where: str, why: str) -> UnreadableFileError:
    return UnreadableFileError(
        i18n.both("evaluation.unreadable", reason=why), i18n.both("evaluation.one_object_a_line"), where
    )
