"""Words that a narrow cell broke in two put together again, where the document shows that they are one."""

from __future__ import annotations

import re
from functools import cache

from alignment import corpora
from alignment.models.document import Document

_BREAK = re.compile(r"(?P<before>[^\W\d_]+)[ \t]*\n[ \t]*(?=(?P<after>[^\W\d_]+))")
"""What stands behind a break is only looked at: it may be broken itself."""
_NO_BEGINNING = re.compile(
    r"[a-df-uwyz](?![\w.)/-])|(?:[lr][b-df-hjkmnp-tvz]|[mn][b-dfhjkl-np-tvwxz])[a-z]*[aiueo][a-z]*(?!\w)"
)
"""A lone letter, or letters that no Indonesian word begins with: "Absens" / "i", "Telekonsu" / "ltasi"."""
_WORD = re.compile(r"[^\W\d_]+")


class Mender:
    """Knows the words that stand whole inside the lines of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._whole: frozenset[str] | None = None

    def mend(self, cell: str) -> str:
        """The cell with those line breaks removed that fall inside a word; other breaks stay."""
        return _BREAK.sub(self._join, cell) if "\n" in cell else cell

    def _join(self, match: re.Match[str]) -> str:
        before, after = match["before"].casefold(), match["after"].casefold()
        if match["before"][-1].islower() and _NO_BEGINNING.match(match.string, match.start("after")):
            return match["before"]
        if before + after in self._words() and not (_is_word(before) and _is_word(after) and len(after) > 2):
            return match["before"]
        return match.group()

    def _words(self) -> frozenset[str]:
        """Only words between two others on a line: the first and last of a line may be the broken ones."""
        if self._whole is None:
            whole: set[str] = set()
            for page in self._document.pages:
                for line in page.lines:
                    whole.update(_WORD.findall(line.text)[1:-1])
            self._whole = official_words().union(map(str.casefold, whole))
        return self._whole


def _is_word(half: str) -> bool:
    """By the official names alone: among the words of a document stand the halves of its own cells."""
    return half in official_words()


@cache
def official_words() -> frozenset[str]:
    """The words of the nomenclature's names."""
    names = (name for entry in corpora.load("nomenclature").entries for name in (entry.label.id, *entry.former_names))
    return frozenset(word.casefold() for name in names for word in _WORD.findall(name))
