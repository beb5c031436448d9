"""Corpora by name, read once, and by folder."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, overload

from alignment import i18n, resources
from alignment.corpora import entries, table
from alignment.corpora.corpus import Corpus
from alignment.corpora.manifest import MANIFEST, read_manifest
from alignment.errors import CorpusError
from alignment.models.corpus import (
    Affair,
    Application,
    Entry,
    EvaluationQuestion,
    NationalPriority,
    NomenclatureEntry,
    PillarEntry,
    RegionEntry,
    Regulation,
    SdgEntry,
)


@overload
def load(name: Literal["pillars"]) -> Corpus[PillarEntry]: ...
@overload
def load(name: Literal["sdg"]) -> Corpus[SdgEntry]: ...
@overload
def load(name: Literal["regulations"]) -> Corpus[Regulation]: ...
@overload
def load(name: Literal["nomenclature"]) -> Corpus[NomenclatureEntry]: ...
@overload
def load(name: Literal["rpjmn"]) -> Corpus[NationalPriority]: ...
@overload
def load(name: Literal["regions"]) -> Corpus[RegionEntry]: ...
@overload
def load(name: Literal["smart-city"]) -> Corpus[EvaluationQuestion]: ...
@overload
def load(name: Literal["authority"]) -> Corpus[Affair]: ...
@overload
def load(name: Literal["applications"]) -> Corpus[Application]: ...
@overload
def load(name: str) -> Corpus[Entry]: ...


def load(name: str) -> Corpus[Entry]:
    """The corpus of that name as it ships. Raises CorpusError."""
    if name not in names():
        raise CorpusError(
            i18n.both("corpora.unknown_corpus", name=name), i18n.both("corpora.mend_name", names=", ".join(names()))
        )
    return _load(resources.corpora_folder() / name)


def names() -> tuple[str, ...]:
    """The corpora that ship, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in resources.corpora_folder().glob(f"*/{MANIFEST}")))


def load_folder(folder: Path) -> Corpus[Entry]:
    """The corpus in `folder` (a `datapackage.json` and an `entries.csv`). Raises CorpusError.

    A corpus called as one of ours has that one's fields; any other holds PlainEntry.
    """
    manifest = read_manifest(folder)
    data = table.read_bytes(folder)
    path = folder / table.TABLE
    rows = table.parse(data, manifest.columns, path)
    built = entries.build(manifest.name, manifest.columns, rows, path)
    return Corpus(manifest, built, table.sha256(data), manifest.edition)


@cache
def _load(folder: Path) -> Corpus[Entry]:
    return load_folder(folder)
