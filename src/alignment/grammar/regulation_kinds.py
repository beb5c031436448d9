"""The kinds of regulations and who issues them, from `rules/lexicon/regulation-kinds.yaml`, compiled."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Literal, NamedTuple

from pydantic import Field

from alignment import resources, yamlfile
from alignment.grammar.regions import Seat
from alignment.models.base import Frozen

KindClass = Literal["national", "regional"]
Issuer = Literal["none", "ministry", "body", "any"]
_GAP = r"[\s\-.]{0,80}(?:\([a-z]{2,12}\)\s{0,20})?"  # "Surat Keputusan (SK) Bupati"
_GAP_AFTER_SHORT = r"[\s\-.]{1,80}"  # "se men" must not be found in "sementara"
_PARENTHESES = re.compile(r"\([^()]{0,40}\)")
_SHORT = 4
_NO_LETTER = re.compile(r"[^a-z0-9&]+")


class Kind(Frozen):
    """A kind of regulation and the words it is written with."""

    kind: str
    scope: KindClass = Field(default="national", alias="class")
    issuer: Issuer = "none"
    seat: Seat | None = None
    bare: bool = True
    words: tuple[str, ...]


class _File(Frozen):
    kinds: tuple[Kind, ...]
    ministries: dict[str, tuple[str, ...]]
    bodies: dict[str, tuple[str, ...]]


class Kinds(NamedTuple):
    """The lexicon, compiled."""

    head: re.Pattern[str]
    """Finds the words of any kind in small letters."""
    by_words: dict[str, Kind]
    """Words without spaces and hyphens to their kind."""
    by_name: dict[str, Kind]
    ministries: dict[str, str]
    """Ways to write a minister's portfolio, without spaces, to the name joined to Permen."""
    bodies: dict[str, str]
    """Ways to write another body, without spaces, to its short name."""


@cache
def load() -> Kinds:
    """The lexicon that ships. Raises RuleError where the file is wrong."""
    file = yamlfile.load_model(resources.rules_folder() / "lexicon" / "regulation-kinds.yaml", _File)
    by_words = {squeeze(words): kind for kind in file.kinds for words in kind.words}
    return Kinds(
        re.compile(_any_of([words for kind in file.kinds for words in kind.words])),
        by_words,
        {kind.kind: kind for kind in file.kinds},
        _squeezed(file.ministries),
        _squeezed(file.bodies),
    )


def squeeze(words: str) -> str:
    """Letters, digits and & alone: "pan-rb" and "pan rb" are one. What stands in parentheses is left out."""
    return _NO_LETTER.sub("", _PARENTHESES.sub("", words) if "(" in words else words)


def _squeezed(names: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {squeeze(words): name for name, ways in names.items() for words in (name.lower(), *ways)}


def _any_of(phrases: list[str]) -> str:
    """One pattern for all phrases, branching letter by letter: a search tries each place once."""
    tree: dict[str, Any] = {}
    for phrase in phrases:
        node = tree
        for letter in phrase:
            node = node.setdefault(letter, {})
        node[""] = phrase
    return _branch(tree)


def _branch(node: dict[str, Any], prefix: str = "") -> str:
    gap = _GAP_AFTER_SHORT if len(prefix.rpartition(" ")[2]) < _SHORT else _GAP
    options = [
        (gap if letter == " " else re.escape(letter)) + _branch(child, prefix + letter)
        for letter, child in node.items()
        if letter
    ]
    if "" in node:
        options.append(_end(node[""]))
    return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"


def _end(phrase: str) -> str:
    """A minister's name is joined ("permendagri"); other heads end with the word, or words are run together."""
    return "" if phrase.endswith("men") else r"(?:(?![a-z])|(?=no|tahun|kab|kota|prov|republik|tentang|bupati))"
