"""Putting files in place: all of them or none, and never over one that somebody has open."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from alignment import i18n
from alignment.errors import OutputError

_KNOWN: dict[type[OSError], str] = {
    PermissionError: "no_permission",
    FileExistsError: "is_file",
    NotADirectoryError: "is_file",
    IsADirectoryError: "is_folder",
}
"""What the system refuses, and the words for it; the rest is told in the system's own."""


class _Move(NamedTuple):
    fresh: Path
    target: Path
    kept: Path
    """Copy of what stands at `target`, where anything does."""


def put(contents: Mapping[Path, bytes]) -> None:
    """Write `contents`, all into one folder, which is made where it is missing.

    Everything is stored beside its place before anything is replaced: after a failure the folder is as it was. Raises
    OutputError where a file cannot be written.
    """
    folders = {path.parent for path in contents}
    with _folder(folders.pop()):
        for target in contents:
            _refuse_if_busy(target)
        _put_in_place(contents)


@contextmanager
def _folder(folder: Path) -> Iterator[None]:
    """Make `folder`; where the writing fails, take away what was made for it."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException as error:
        for place in missing:
            with suppress(OSError):
                place.rmdir()
        if isinstance(error, OSError):
            raise _cannot(folder, error) from error
        raise


def _refuse_if_busy(target: Path) -> None:
    """An office program marks what it has open: by a lock of the system (Windows) or by a file beside it."""
    marks = (target.with_name(f".~lock.{target.name}#"), target.with_name(f"~${target.name}"))
    mark = next((mark for mark in marks if mark.exists()), None)
    if mark is not None and target.exists():
        raise OutputError(
            i18n.both("report.open_elsewhere"),
            i18n.both("report.open_elsewhere_remedy", mark=mark.name),
            os.fspath(target),
        )
    if target.exists() or target.is_symlink():
        try:
            with target.open("r+b"):
                pass
        except OSError as error:
            raise _cannot(target, error) from error


def _put_in_place(contents: Mapping[Path, bytes]) -> None:
    moves = [_Move(_beside(target, "new"), target, _beside(target, "old")) for target in contents]
    done: list[_Move] = []
    try:
        for move in moves:
            _store(move.fresh, contents[move.target])
            if move.target.exists():
                shutil.copy2(move.target, move.kept)
        for move in moves:
            try:
                move.fresh.replace(move.target)
            except OSError as error:
                raise _cannot(move.target, error) from error
            done.append(move)
    except BaseException:
        for move in done:
            _undo(move)
        raise
    finally:
        for move in moves:
            for left in (move.fresh, move.kept):
                with suppress(OSError):
                    left.unlink(missing_ok=True)


def _undo(move: _Move) -> None:
    with suppress(OSError):
        if move.kept.exists():
            move.kept.replace(move.target)
        else:
            move.target.unlink(missing_ok=True)


def _beside(target: Path, what: str) -> Path:
    return target.with_name(f".{target.name}.{secrets.token_hex(4)}.{what}")


def _store(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())  # a power cut must not leave an empty file under the report's name


def _cannot(place: Path, error: OSError) -> OutputError:
    known = next((key for kind, key in _KNOWN.items() if isinstance(error, kind)), None)
    if known is not None:
        return OutputError(i18n.both(f"report.{known}"), i18n.both(f"report.{known}_remedy"), os.fspath(place))
    reason = error.strerror or type(error).__name__
    return OutputError(
        i18n.both("report.cannot_write", reason=reason), i18n.both("report.cannot_write_remedy"), os.fspath(place)
    )
