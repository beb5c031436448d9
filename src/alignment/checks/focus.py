"""What a plan declares as its focus: “smart city … berfokus pada penataan sungai dan pariwisata”."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from alignment.checks.base import Reading, Review
from alignment.checks.printed import printed
from alignment.models import Evidence
from alignment.text import content, stem

_PLAN = r"(?:smart\s+(?:city|regency)|(?:kota|kabupaten)\s+cerdas|rencana\s+induk|master\s*plan)"
_SAYS = r"(?:pada|kepada|adalah|yaitu|ialah|yakni|:)\s+"
_WHAT = r"(?P<what>[^.;:()•]{4,160})"
_DECLARED = (
    re.compile(
        rf"\b{_PLAN}[^.;]{{0,90}}?\b(?:ber|di|mem)?fokus(?:kan|nya)?\s+(?:utama(?:nya)?\s+)?{_SAYS}{_WHAT}",
        re.IGNORECASE,
    ),
    re.compile(rf"\bfokus\s+(?:\w+\s+){{0,2}}{_PLAN}[^.;:]{{0,60}}?\s*{_SAYS}{_WHAT}", re.IGNORECASE),
)
_ENDS = re.compile(r"\b(?:menuju|untuk|guna|agar|akibat|melalui|dengan|sehingga|yang|dalam|sebagai)\b", re.IGNORECASE)
_AND = re.compile(r",|\b(?:dan|serta)\b|&", re.IGNORECASE)


class Focus(NamedTuple):
    """One matter that the plan says it is about, the stems that tell it, and where it is said."""

    words: str
    stems: frozenset[str]
    evidence: Evidence


def declared(review: Review, draft: Reading, says_nothing: Collection[str]) -> Iterator[Focus]:
    """The matters of each declared focus, each once; without those that only words that say nothing name."""
    seen: set[frozenset[str]] = set()
    for book in printed(review, draft):
        for match in (match for pattern in _DECLARED for match in pattern.finditer(book.text)):
            place = book.evidence(match.start(), match.end())
            for words in _AND.split(_ENDS.split(match["what"])[0]):
                stems = telling(words, says_nothing)
                if stems and stems not in seen:
                    seen.add(stems)
                    yield Focus(" ".join(words.split()), stems, place)


def telling(words: str, says_nothing: Collection[str]) -> frozenset[str]:
    """The stems of the words that tell what it is about."""
    return frozenset(stem(word) for word in content(words) if word.isalpha() and word not in says_nothing)
