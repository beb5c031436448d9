"""What a user names on the command line, made into files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

from alignment import i18n, plugins
from alignment.cli import terminal
from alignment.cli.speech import say
from alignment.errors import ConfigError, OutputError, UnreadableFileError

_SETTINGS = "alignment.toml"
_READABLE = frozenset((".pdf", ".docx", ".docm", ".xlsx", ".xlsm", ".xls", ".csv", ".txt", ".text", ".md", ".markdown"))


def files(named: Iterable[str]) -> tuple[Path, ...]:
    """The files named, folders replaced by the documents in them (sorted by name, hidden ones left out).

    Raises UnreadableFileError for a folder without any. A missing file is left for the reader to complain of.
    """
    found: list[Path] = []
    for name in named:
        path = Path(name)
        if not path.is_dir():
            found.append(path)
            continue
        inside = sorted(
            p for p in path.iterdir() if p.suffix.lower() in _READABLE and not p.name.startswith((".", "~$"))
        )
        if not inside:
            raise UnreadableFileError(i18n.both("cli.empty_folder"), i18n.both("cli.empty_folder_remedy"), str(path))
        found.extend(inside)
    return tuple(dict.fromkeys(found))


def existing(name: str) -> Path:
    """The file of that name. Raises UnreadableFileError where there is none."""
    path = Path(name)
    if not path.exists():
        raise UnreadableFileError(i18n.both("reading.missing"), i18n.both("reading.missing_remedy"), name)
    return path


def optional(name: str | None) -> Path | None:
    """The same of a file that need not be named."""
    return existing(name) if name else None


def folder(name: str) -> Path:
    """A folder to write into, there or not yet. Raises OutputError where a file is in the way: before the long work."""
    path = Path(name)
    standing = next(place for place in (path, *path.absolute().parents) if place.exists())
    if not standing.is_dir():
        raise OutputError(i18n.both("report.is_file"), i18n.both("report.is_file_remedy"), name)
    return path


def rules(name: str | None) -> Path | None:
    """A folder or file of rules, else the installed pack of that name. A missing one is left for the loader to name."""
    if name is None or Path(name).exists():
        return Path(name) if name else None
    return plugins.rule_packs().get(name, Path(name))


def settings(name: str | None) -> Path | None:
    """The settings file named, else the one that lies where the command is run; that is said, never silent."""
    if name:
        return existing(name)
    path = Path(_SETTINGS)
    if not path.is_file():
        return None
    terminal.complain(say("settings_used", path=path))
    return path


def date(value: str | None) -> dt.date | None:
    """A day written as 2026-11-22. Raises ConfigError."""
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError as error:
        raise ConfigError(i18n.both("cli.wrong_date", value=value), i18n.both("cli.wrong_date_remedy")) from error


def codes(given: Iterable[str]) -> tuple[str, ...]:
    """Codes of checks or their beginnings, separated by commas, in whatever case."""
    return tuple(code.strip().upper() for some in given for code in some.split(",") if code.strip())


def formats(value: str, known: Sequence[str]) -> tuple[str, ...]:
    """Names separated by commas. Raises ConfigError for one that no reporter makes."""
    names = tuple(name.strip().lower() for name in value.split(",") if name.strip())
    wrong = next((name for name in names if name not in known), None)
    if wrong is not None or not names:
        raise ConfigError(
            i18n.both("report.unknown_format", name=wrong or value),
            i18n.both("report.unknown_format_remedy", known=", ".join(known)),
        )
    return names
