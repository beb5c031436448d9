"""DOC002: words of a template that nobody filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from alignment.checks.base import Review, Verdict, finding
from alignment.checks.printed import Printed, printed
from alignment.checks.spec import CheckSpec
from alignment.models import Evidence, Finding

_SHOWN = 8


def placeholder(review: Review, spec: CheckSpec) -> Verdict:
    """Judges the whole text of every draft by the wordings of its YAML; the same one on many pages is one finding."""
    books = [book for draft in review.drafts for book in printed(review, draft)]
    found: list[Finding] = []
    for book in books:
        places: dict[str, list[Evidence]] = {}
        for words, place in _left_over(book, spec):
            places.setdefault(words, []).append(place)
        found.extend(
            finding(
                spec,
                "left_over",
                subject=(),
                evidence=some[:_SHOWN],
                keys=(words,),
                words=" ".join(some[0].quote.split()),
                count=len(some),
            )
            for words, some in places.items()
        )
    return Verdict(len(books), tuple(found))


def _left_over(book: Printed, spec: CheckSpec) -> Iterator[tuple[str, Evidence]]:
    for match in _pattern(spec.words["wordings"]).finditer(book.text):
        yield " ".join(match.group().casefold().split()), book.evidence(match.start(), match.end())


@lru_cache(maxsize=4)
def _pattern(wordings: tuple[str, ...]) -> re.Pattern[str]:
    """Words as given, whatever white space stands between them; `…` in a wording is anything up to the next bracket."""
    parts = [r"\s+".join(map(re.escape, wording.split())).replace("…", r"[^\[\]<>{}\n]{0,60}") for wording in wordings]
    return re.compile("|".join(parts), re.IGNORECASE)
