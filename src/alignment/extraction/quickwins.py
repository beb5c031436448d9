"""Quick wins that a sentence names elsewhere than where they are planned: "Program X ditetapkan sebagai quick win"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from alignment import text
from alignment.extraction.drafts import Draft
from alignment.extraction.naming import plain_name

_CALLED = re.compile(r"\b(?:sebagai|menjadi|merupakan|adalah)\s+(?:\w+\s+){0,2}quick wins?\b")
_CALLS = re.compile(
    r"(?<!\bselain )\bquick wins?\b(?: \w+){0,8}? (?:adalah|ialah|yaitu|yakni|meliputi|terdiri|berupa)\b"
)
_CLAUSE = re.compile(r"\b(?:sedangkan|sementara|namun|adapun)\b")
_FEWEST_WORDS = 2


def mark_quick_wins(drafts: Iterable[Draft], sentences: Iterable[str]) -> None:
    """Mark the programs whose whole name stands before "sebagai quick win" or behind "quick win adalah"."""
    said = [f" {clause} " for sentence in sentences for clause in _CLAUSE.split(text.normal(sentence))]
    named = [f"{words[: end.start()]} " for words in said if (end := _CALLED.search(words))]
    named += [words[begin.end() :] for words in said if (begin := _CALLS.search(words))]
    for draft in drafts:
        name = plain_name(draft.name)
        told = len(name.split()) >= _FEWEST_WORDS and any(f" {name} " in part for part in named)
        if told and draft.quick_win is None:
            draft.quick_win = True
