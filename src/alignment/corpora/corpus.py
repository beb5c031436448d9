"""A corpus: its entries in the order of the table, found by id and by parent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from alignment.corpora.manifest import Manifest
from alignment.models.base import Text
from alignment.models.corpus import Entry

E_co = TypeVar("E_co", bound=Entry, covariant=True)


@dataclass(frozen=True)
class Corpus(Generic[E_co]):
    """The entries of one corpus and what they rest on."""

    manifest: Manifest
    entries: tuple[E_co, ...]
    sha256: str
    """Of the bytes that were read, so an edited table shows."""
    edition: str
    """As the manifest says, with " + import ..." for what the user imported."""
    sealed: bool
    """Whether the tables are the ones that their manifests were sealed with."""

    @property
    def name(self) -> str:
        """ "pillars", "sdg", ..."""
        return self.manifest.name

    @property
    def title(self) -> Text:
        """What the corpus is, for people."""
        return self.manifest.title

    @property
    def edition_date(self) -> dt.date:
        """The day up to which its facts were gathered; past it a reviewer must look further."""
        return self.manifest.edition_date

    def get(self, entry_id: str) -> E_co | None:
        """The entry of that id, or None."""
        return self._by_id.get(entry_id)

    def children(self, entry_id: str | None) -> tuple[E_co, ...]:
        """The entries right below that one, in table order; of None, those at the top."""
        return self._by_parent.get(entry_id, ())

    def __contains__(self, entry_id: object) -> bool:
        return entry_id in self._by_id

    def __iter__(self) -> Iterator[E_co]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    @cached_property
    def _by_id(self) -> dict[str, E_co]:
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def _by_parent(self) -> dict[str | None, tuple[E_co, ...]]:
        groups: dict[str | None, list[E_co]] = {}
        for entry in self.entries:
            groups.setdefault(entry.parent, []).append(entry)
        return {parent: tuple(group) for parent, group in groups.items()}
