"""What one cell or labelled paragraph says of a program, noted in its field."""

from __future__ import annotations

import re

from alignment.extraction import choices
from alignment.extraction.drafts import SIMPLE_FIELDS, Draft
from alignment.extraction.rows import Row
from alignment.extraction.wording import one_pillar, pillars_named, unwrap
from alignment.grammar import periods

NOTHING = ("", "-", "–", "—")
_LISTS = ("funding", "links")
_IN_TABLES = ("subdimension", "horizon", "quick_win", "time")
_ENTRY = re.compile(r"[;\n]")
_DATE = re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]((?:19|20)\d\d)\b")


def note(draft: Draft, field: str | None, words: str) -> bool:
    """Note words in the field they stand in; a second saying is added below the first. False where a choice (pillar,
    horizon, quick win, years) cannot be read or says more than one thing, True for fields that hold no words."""
    words = choices.chosen(words)
    if not words:
        return True
    if field in SIMPLE_FIELDS:
        before = draft.words.get(field)
        draft.words[field] = f"{before}\n{words}" if before and before != words else words
    elif field == "agency":
        draft.agency = f"{draft.agency}; {words}" if draft.agency and draft.agency != words else words
    elif field in _LISTS:
        kept = draft.funding if field == "funding" else draft.links
        kept.extend(e for e in map(str.strip, _ENTRY.split(words)) if e not in NOTHING and e not in kept)
    elif field == "sdg":
        draft.sdg.append(words)
    elif field == "pillar":
        return _pillar(draft, words)
    elif field == "subdimension":
        _subdimension(draft, words)
    elif field == "horizon":
        draft.horizon = choices.horizon(words) or draft.horizon
        return choices.horizon(words) is not None
    elif field == "quick_win":
        draft.quick_win = choices.yes(words)
        return draft.quick_win is not None
    elif field == "time":
        return _time(draft, words)
    return True


def note_choices(draft: Draft, row: Row) -> None:
    """Note what a table's row says in the columns with a choice."""
    for field in _IN_TABLES:
        words = unwrap(row.text(field))
        if words not in NOTHING:
            note(draft, field, words)


def _pillar(draft: Draft, words: str) -> bool:
    named = list(dict.fromkeys(pillar for _, _, pillar in pillars_named(words)))
    draft.pillar = named[0] if named else one_pillar(words) or draft.pillar
    return len(named) == 1 or one_pillar(words) is not None


def _subdimension(draft: Draft, words: str) -> None:
    entry = choices.subdimension(words, draft.pillar) or choices.subdimension(words)
    draft.subdimension = entry.id if entry else words
    if entry is not None and draft.pillar is None:
        draft.pillar = one_pillar(entry.parent or "")


def _time(draft: Draft, words: str) -> bool:
    years = {*periods.expand(words), *map(int, _DATE.findall(words))}
    horizon = choices.horizon(words)
    draft.years |= years
    draft.horizon = horizon or draft.horizon
    return bool(years or horizon)
