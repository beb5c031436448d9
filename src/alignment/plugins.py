"""Packs of rules that other distributions install, by the name of their entry point in the group `alignment.rules`.

    [project.entry-points."alignment.rules"]
    bappeda-contoh = "bappeda_contoh.rules"

The entry point names a package; its folder is a rule folder like the one that ships. Nothing in it is executed.
"""

from __future__ import annotations

from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

_GROUP = "alignment.rules"


def rule_packs() -> dict[str, Path]:
    """The installed packs, name to folder, by name. A pack whose package is gone is left out."""
    found = {point.name: _folder(point.module) for point in entry_points(group=_GROUP)}
    return {name: folder for name, folder in sorted(found.items()) if folder is not None}


def _folder(package: str) -> Path | None:
    try:
        spec = find_spec(package)
    except ModuleNotFoundError:
        return None
    places = spec.submodule_search_locations if spec else None
    return Path(next(iter(places))) if places else None
