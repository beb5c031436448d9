"""The words by which documents say what they are: `rules/lexicon/documents.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice

from alignment import resources, yamlfile
from alignment.models.base import Frozen
from alignment.models.document import DocumentKind, Page
from alignment.text import normal

_FIRST_LINES = 10


class Lexicon(Frozen):
    """Wordings as plans print them; see the comments in the file."""

    kinds: dict[DocumentKind, tuple[str, ...]]
    about_plans: tuple[str, ...]
    no_plans: tuple[str, ...]
    minutes: tuple[str, ...]
    proposals: tuple[str, ...]
    lists_programs: tuple[str, ...]
    legal_basis: tuple[str, ...]
    contents: tuple[str, ...]
    months: dict[str, int]


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships with the package."""
    return yamlfile.load_model(resources.rules_folder() / "lexicon" / "documents.yaml", Lexicon)


@cache
def month_pattern() -> str:
    """The months as one alternative of a regular expression."""
    return "|".join(sorted(map(re.escape, lexicon().months), key=lambda name: (-len(name), name)))


def kind_of(title: str) -> DocumentKind | None:
    """The kind that a title names first; "other" if it is only about plans, None if it names none."""
    words = f" {normal(title)} "
    found = [
        (words.index(f" {normal(phrase)} "), -len(phrase), kind)
        for kind, phrases in lexicon().kinds.items()
        for phrase in phrases
        if f" {normal(phrase)} " in words
    ]
    if not found:
        return None
    place, _, kind = min(found)
    about = (words.find(f" {normal(phrase)} ") for phrase in lexicon().about_plans)
    return "other" if any(0 <= start < place for start in about) else kind


def is_no_plan(pages: Sequence[Page]) -> bool:
    """Whether a document calls itself minutes, a report, a study, ... on its first lines, before it names a plan.
    Minutes that list proposed programs are a draft of one."""
    for line in islice((line.text for page in pages for line in page.lines), _FIRST_LINES):
        if _begins(line, lexicon().no_plans):
            return True
        if _begins(line, lexicon().minutes):
            return not _lists_proposals(pages)
        if kind_of(line) is not None:
            return False
    return False


def _begins(line: str, phrases: Iterable[str]) -> bool:
    words = f"{normal(line)} "
    return any(words.startswith(f"{normal(phrase)} ") for phrase in phrases)


def _lists_proposals(pages: Iterable[Page]) -> bool:
    lines = (normal(line.text) for page in pages for line in page.lines)
    return any(phrase in line for line in lines for phrase in lexicon().proposals)
