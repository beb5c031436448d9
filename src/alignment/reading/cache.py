"""What was read before, by content: the pages of a file as the worker sent them.

Kept in the platform's cache folder as compressed JSON, a line a page, never pickled. A changed file, reader or library
has another key; the oldest entries go when the folder grows too large; an entry that cannot be read counts as absent.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

Message = dict[str, Any]
MOST_BYTES = 500_000_000
_SUFFIX = ".jsonl.z"


def folder() -> Path:
    """Where entries are kept; `ALIGNMENT_CACHE` names another place."""
    chosen = os.environ.get("ALIGNMENT_CACHE")
    if chosen:
        return Path(chosen)
    import platformdirs

    return platformdirs.user_cache_path("alignment-checker", appauthor=False) / "pages"


def key(sha256: str, ocr: str, engine: str) -> str:
    """The name of the entry for a file's content read this way by this reader."""
    return hashlib.sha256(f"{sha256} {ocr} {engine} {_reader()}".encode()).hexdigest()[:40]


@cache
def _reader() -> str:
    """The reader's own code and the libraries it rests on."""
    digest = hashlib.sha256(f"{version('pypdfium2')} {version('pdfplumber')}".encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def load(name: str) -> Iterator[Message] | None:
    """The pages of an entry one by one, or None."""
    path = folder() / f"{name}{_SUFFIX}"
    try:
        lines = zlib.decompress(path.read_bytes()).splitlines()  # which proves that the entry is as it was written
        path.touch()
    except (OSError, zlib.error):
        return None
    return map(json.loads, lines)


def kept(name: str, messages: Iterable[Message], sound: Callable[[Message], bool]) -> Iterator[Message]:
    """The messages, passed on one by one; when all went by and were sound they are an entry, all or nothing.

    A full or closed folder is no error: the file is read again next time.
    """
    packer = zlib.compressobj(1)
    packed = bytearray()
    worth = True
    for message in messages:
        worth = worth and sound(message)
        if worth:
            packed += packer.compress(json.dumps(message, separators=(",", ":")).encode() + b"\n")
        yield message
    if worth:
        _store(name, bytes(packed + packer.flush()))


def _store(name: str, data: bytes) -> None:
    place = folder()
    with contextlib.suppress(OSError):
        place.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=place, suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).replace(place / f"{name}{_SUFFIX}")
        _trim(place)


def _trim(place: Path) -> None:
    """Remove what was not used for longest until the folder is small enough."""
    entries = sorted((path.stat().st_mtime, path.stat().st_size, path) for path in place.glob(f"*{_SUFFIX}"))
    total = sum(size for _, size, _ in entries)
    for _, size, path in entries:
        if total <= MOST_BYTES:
            return
        path.unlink(missing_ok=True)
        total -= size
