"""After an edit: write the hash of `entries.csv` into `datapackage.json`.

`python -m alignment.corpora.seal [FOLDER...]`; without folders, all corpora that ship.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from alignment import resources
from alignment.corpora import table
from alignment.corpora.loading import load_folder
from alignment.corpora.manifest import MANIFEST
from alignment.errors import AlignmentError


def seal(folder: Path) -> bool:
    """Seal one corpus; True where the hash changed. A table that does not keep its schema is refused (CorpusError)."""
    load_folder(folder)
    path = folder / MANIFEST
    manifest = json.loads(path.read_text(encoding="utf-8"))
    sealed = f"sha256:{table.sha256(table.read_bytes(folder))}"
    if manifest["resources"][0]["hash"] == sealed:
        return False
    manifest["resources"][0]["hash"] = sealed
    path.write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")
    return True


def main(arguments: list[str]) -> int:
    """Seal the folders given, else all corpora that ship. Returns the exit code."""
    folders = [Path(argument) for argument in arguments] or sorted(
        path.parent for path in resources.corpora_folder().glob(f"*/{MANIFEST}")
    )
    for folder in folders:
        try:
            changed = seal(folder)
        except AlignmentError as error:
            sys.stderr.write(f"{error}\n")
            return 2
        sys.stdout.write(f"{folder.name}: {'sealed' if changed else 'unchanged'}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
