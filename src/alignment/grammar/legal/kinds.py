"""The kinds of regulations and who issues them, from `rules/lexicon/regulation-kinds.yaml`, compiled."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple

from pydantic import Field

from alignment import resources, yamlfile
from alignment.grammar.legal.scan import Scan
from alignment.grammar.regions import Seat
from alignment.models.base import Frozen

KindClass = Literal["national", "regional"]
Issuer = Literal["none", "ministry", "body", "joint"]
_GAP = r"[\s\-.]{0,80}(?:\([a-z]{2,12}\)\s{0,20})?"  # "Surat Keputusan (SK) Bupati"
_GAP_AFTER_SHORT = r"[\s\-.]{1,80}"  # "se men" must not be found in "sementara"
_SHORT = 4
_WORD_ENDS = r"(?:(?![a-z])|(?=no|tahun|kab|kota|prov|republik|tentang|bupati))"  # or words are run together
_PARENTHESES = re.compile(r"\([^()]{0,40}\)")
_NO_LETTER = re.compile(r"[^a-z0-9&]+")
# Drafts, registers, counts.
_NO_ACT = ("rancangan", "rancangan akhir", "noreg", "registrasi", "register", " ra", " ran", "jumlah")


class Kind(Frozen):
    """A kind of regulation and the words it is written with."""

    kind: str
    scope: KindClass = Field(default="national", alias="class")
    issuer: Issuer = "none"
    default: str | None = None
    seat: Seat | None = None
    bare: bool = True
    capitals: bool = False
    decree: bool = False
    words: tuple[str, ...]


class _File(Frozen):
    kinds: tuple[Kind, ...]
    ministries: dict[str, tuple[str, ...]]
    bodies: dict[str, tuple[str, ...]]
    countries: tuple[str, ...]
    renamed: tuple[tuple[str, ...], ...]
    short_for: dict[str, tuple[str, ...]]


class Head(NamedTuple):
    """The words of a kind in a text."""

    start: int
    end: int
    kind: Kind


class Kinds(NamedTuple):
    """The lexicon, compiled."""

    pattern: re.Pattern[str]
    """Finds the words of any kind in small letters."""
    by_words: dict[str, Kind]
    """Words as listed, and without spaces and hyphens, to their kind."""
    by_name: dict[str, Kind]
    """Short form to kind."""
    ministries: dict[str, str]
    """Ways to write a minister's portfolio, without spaces, to the name joined to Permen."""
    bodies: dict[str, str]
    """Ways to write another body, without spaces, to its short name."""
    countries: frozenset[str]
    """Other countries, whose laws are no citations."""
    foreign: re.Pattern[str]
    """Another country's name right after a number."""
    others: dict[str, tuple[str, ...]]
    """A kind to the kinds under which the same office's regulations may be found."""

    def next_head(self, scan: Scan, position: int, end: int | None = None) -> Head | None:
        """The next head in `scan` from `position`; words inside words and drafts are passed over."""
        low = scan.low
        limit = len(low) if end is None else end
        while match := self.pattern.search(low, position, limit):
            start, stop = match.span()
            kind = self._kind(match.group())
            if _stands_alone(scan, start) and not (kind.capitals and not scan.raw[start:stop].isupper()):
                return Head(start, stop, kind)
            position = start + 1
        return None

    def _kind(self, words: str) -> Kind:
        return self.by_words.get(words) or self.by_words[squeeze(words)]


@cache
def load() -> Kinds:
    """The lexicon that ships. Raises RuleError where the file is wrong."""
    file = yamlfile.load_model(resources.rules_folder() / "lexicon" / "regulation-kinds.yaml", _File)
    phrases = [(words, kind) for kind in file.kinds for words in kind.words]
    return Kinds(
        re.compile(_any_of([words for words, _ in phrases])),
        dict(phrases) | {squeeze(words): kind for words, kind in phrases},
        {kind.kind: kind for kind in file.kinds},
        _squeezed(file.ministries),
        _squeezed(file.bodies),
        frozenset(file.countries),
        re.compile(rf"[\s(,]{{0,4}}(?:di\s|negara\s)?(?:{'|'.join(map(re.escape, file.countries))})(?![a-z])"),
        {kind: tuple(other for other in office if other != kind) for office in file.renamed for kind in office}
        | file.short_for,
    )


@lru_cache(maxsize=4096)
def squeeze(words: str) -> str:
    """Letters, digits and & alone: "pan-rb" and "pan rb" are one. What stands in parentheses is left out."""
    return _NO_LETTER.sub("", _PARENTHESES.sub("", words) if "(" in words else words)


def _stands_alone(scan: Scan, start: int) -> bool:
    """Whether a word begins here (a capital after a small letter begins one too), and it names no draft or count."""
    if start == 0:
        return True
    if scan.low[start - 1].isalpha() and not (scan.raw[start].isupper() and scan.raw[start - 1].islower()):
        return False
    if scan.low[start - 1] in "/-=" and "://" in scan.low[max(0, start - 200) : start].rsplit(maxsplit=1)[-1]:
        return False  # an address repeats what its link says
    return not f" {scan.low[max(0, start - 24) : start]}".rstrip().endswith(_NO_ACT)


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
        options.append("" if prefix.endswith(("men", "menteri")) else _WORD_ENDS)  # "permendagri": joined
    return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"
