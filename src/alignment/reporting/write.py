"""A Report in the formats asked for: all of them or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from alignment import i18n
from alignment.errors import ConfigError
from alignment.models import Lang, Report
from alignment.reporting import files, safety

Render = Callable[[Report, Lang], bytes]

_MODULES: dict[str, str] = {
    "html": "alignment.reporting.as_html",
    "json": "alignment.reporting.as_json",
    "xlsx": "alignment.reporting.as_xlsx",
    "csv": "alignment.reporting.as_csv",
}
"""Format to the module whose `render` makes it; loaded when asked for, because each brings a library of its own."""

FORMATS: tuple[str, ...] = tuple(_MODULES)


def write(report: Report, folder: Path, formats: Sequence[str], lang: Lang) -> list[Path]:
    """Write `report.<format>` into `folder` for each of `formats` and return the paths, in that order.

    All is rendered before anything is written, and after a failure the folder is as it was. Raises ConfigError for an
    unknown format, OutputError where a file cannot be written.
    """
    wanted = tuple(dict.fromkeys(formats))
    renders = [_render(name) for name in wanted]
    sound = safety.whole(report)
    contents = [render(sound, lang) for render in renders]
    targets = [Path(folder) / f"report.{name}" for name in wanted]
    if targets:
        files.put(dict(zip(targets, contents, strict=True)))
    return targets


def _render(name: str) -> Render:
    if name not in _MODULES:
        known = ", ".join(FORMATS)
        raise ConfigError(
            i18n.both("report.unknown_format", name=name), i18n.both("report.unknown_format_remedy", known=known)
        )
    render: Render = import_module(_MODULES[name]).render
    return render
