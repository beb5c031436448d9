"""Links between entries of one corpus that lead back to where they began: a parent below its own child."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from alignment import corpora
from alignment.corpora import Corpus

_MUTUAL = ("links",)
"""Columns whose links go both ways by their nature."""


def circles(corpus: Corpus[Any]) -> Iterator[tuple[str, ...]]:
    """Each circle once, as the ids on it in the order of the links, first in the corpus first."""
    inward = [
        column.name
        for column in corpus.manifest.columns
        if column.references == corpus.name and column.name not in _MUTUAL
    ]
    for field in ("parent", *inward):
        yield from _in({entry.id: _linked(getattr(entry, field)) for entry in corpus.entries})


def all_circles() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The circles of every corpus, with its name."""
    for name in corpora.names():
        yield from ((name, circle) for circle in circles(corpora.load(name)))


def _linked(value: Any) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)


def _in(links: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Depth first, without recursion: a chain of amendments may be long."""
    done: set[str] = set()
    for first in links:
        path: dict[str, Iterator[str]] = {}
        step: str | None = None if first in done else first
        while step is not None or path:
            if step is not None:
                path[step] = iter(links.get(step, ()))
            last = next(reversed(path))
            step = next(path[last], None)
            if step is None:
                del path[last]
                done.add(last)
            elif step in path:
                walked = list(path)
                yield tuple(walked[walked.index(step) :])
                step = None
            elif step in done:
                step = None
