"""Corpora by name, read once, and by folder."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from functools import cache, reduce
from pathlib import Path
from typing import Literal, overload

from alignment import i18n, resources
from alignment.corpora import entries, merging, table, userdata
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
from alignment.models.report import Edition


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
    """The corpus of that name as it ships, with what the user imported for it. Raises CorpusError."""
    return _load(name, userdata.folder())


@cache
def names() -> tuple[str, ...]:
    """The corpora that ship, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in resources.corpora_folder().glob(f"*/{MANIFEST}")))


def load_folder(folder: Path, known: Container[str] = ()) -> Corpus[Entry]:
    """The corpus in `folder` (a `datapackage.json` and an `entries.csv`). Raises CorpusError.

    A corpus called as one of ours has that one's fields; any other holds PlainEntry. Parents may also be among the
    ids of `known`.
    """
    manifest = read_manifest(folder)
    data = table.read_bytes(folder)
    path = folder / table.TABLE
    rows = table.parse(data, manifest.columns, path)
    built = entries.build(manifest.name, manifest.columns, rows, path, known)
    digest = table.sha256(data)
    return Corpus(manifest, built, digest, manifest.edition, sealed=digest == manifest.resources[0].sha256)


def edition(name: str) -> Edition:
    """Edition and hash of a corpus as `load` gives them, without reading its rows: for reports that only name it."""
    shipped = resources.corpora_folder() / name
    folders = (shipped, *userdata.additions(userdata.folder(), name))
    editions = [read_manifest(folder).edition for folder in folders]
    hashes = [table.sha256(table.read_bytes(folder)) for folder in folders]
    return Edition(name=name, edition=reduce(_both_editions, editions), sha256=reduce(_both_hashes, hashes))


def forget() -> None:
    """Read corpora again at the next `load`: for what was imported while the program runs."""
    _load.cache_clear()


@cache
def _load(name: str, user: Path) -> Corpus[Entry]:
    folder = resources.corpora_folder() / name
    if not (folder / MANIFEST).is_file():
        raise CorpusError(
            i18n.both("corpora.unknown_corpus", name=name), i18n.both("corpora.mend_name", names=", ".join(names()))
        )
    corpus = load_folder(folder)
    for addition in userdata.additions(user, name):
        corpus = _with(corpus, load_folder(addition, corpus))
    return corpus


def _with(corpus: Corpus[Entry], more: Corpus[Entry]) -> Corpus[Entry]:
    return replace(
        corpus,
        entries=merging.merged(corpus.entries, more.entries),
        sha256=_both_hashes(corpus.sha256, more.sha256),
        edition=_both_editions(corpus.edition, more.edition),
        sealed=corpus.sealed and more.sealed,
    )


def _both_editions(first: str, second: str) -> str:
    return f"{first} + import {second}"


def _both_hashes(first: str, second: str) -> str:
    return table.sha256(f"{first}{second}".encode())
