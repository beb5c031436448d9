"""Where words stand near each other in a plan, however its columns break and its affixes bend them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection

from alignment.models import Document
from alignment.text import content, stem


class Together:
    """The stems of a document's words and their places, counted in content words."""

    def __init__(self, document: Document) -> None:
        self._places: dict[str, list[int]] = defaultdict(list)
        words = (word for page in document.pages for word in content(page.text))
        for place, word in enumerate(words):
            self._places[stem(word)].append(place)

    def stand(self, words: Collection[str], within: int) -> bool:
        """Whether all words, given case-folded, stand somewhere no farther than `within` words from the rarest."""
        places = [self._places.get(stem(word), []) for word in words]
        if not places or not all(places):
            return False
        rarest = min(places, key=len)
        return any(all(_has_near(other, at, within) for other in places) for at in rarest)


def _has_near(places: list[int], at: int, within: int) -> bool:
    """Whether one of the sorted places is near."""
    after = bisect_left(places, at - within)
    return after < len(places) and places[after] <= at + within
