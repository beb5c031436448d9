"""Explicit SDG/TPB numbers checked against what exists: goal 18 and target 4.15 do not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from alignment import corpora
from alignment.grammar import sdg as grammar
from alignment.grammar.sdg import Mention

Existence = Literal["exists", "no_goal", "no_target", "unknown_indicator"]


class Declared(NamedTuple):
    """A number as it was named, and whether the SDG/TPB have it."""

    mention: Mention
    existence: Existence


def find(text: str) -> list[Declared]:
    """The goals, targets and indicators that a text names by number."""
    return _judged(grammar.find(text))


def of_cell(text: str) -> list[Declared]:
    """The same for a table cell whose column is about the SDG/TPB."""
    return _judged(grammar.cell(text))


def existence(mention: Mention) -> Existence:
    """Indicators are numbered anew by every edition: one that the corpus lacks is unknown, not wrong."""
    corpus = corpora.load("sdg")
    if mention.goal not in corpus:
        return "no_goal"
    if mention.target is not None and mention.target not in corpus:
        return "no_target"
    return "exists" if mention.number in corpus else "unknown_indicator"


def _judged(mentions: Iterable[Mention]) -> list[Declared]:
    return [Declared(mention, existence(mention)) for mention in mentions]
