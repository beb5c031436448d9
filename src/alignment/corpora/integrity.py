"""What a single corpus cannot see of itself: references into other corpora, and the seal."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from typing import Any

from alignment import i18n
from alignment.corpora.corpus import Corpus
from alignment.corpora.loading import load
from alignment.corpora.manifest import Column
from alignment.models.base import Text
from alignment.models.corpus import Entry

Load = Callable[[str], Container[str]]


def problems(corpus: Corpus[Entry], others: Load = load) -> tuple[Text, ...]:
    """What is wrong with a corpus beside its own schema, each problem in both languages; empty where nothing is."""
    seal = () if corpus.sealed else (i18n.both("corpora.unsealed", corpus=corpus.name),)
    dangling = (
        i18n.both("corpora.dangling", corpus=corpus.name, entry=entry.id, field=column.name, value=value, other=other)
        for column in corpus.manifest.columns
        if (other := column.references)
        for entry in corpus.entries
        for value in _values(entry, column)
        if value not in others(other)
    )
    return (*seal, *dangling)


def _values(entry: Entry, column: Column) -> Iterable[str]:
    value: Any = getattr(entry, column.name, None)
    return value if isinstance(value, tuple) else () if value is None else (value,)
