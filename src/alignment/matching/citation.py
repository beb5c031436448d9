"""Citations resolved to the corpus of regulations, and what became of a regulation by a day."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from functools import cache
from typing import Literal

from alignment import corpora, i18n
from alignment.grammar import citations
from alignment.grammar.citations import kind_class
from alignment.grammar.legal import kinds, nicknames
from alignment.models.base import Frozen, Text
from alignment.models.corpus import Regulation
from alignment.models.corpus import Standing as Confidence
from alignment.models.match import Citation
from alignment.text import content, normal

__all__ = ["Standing", "find_citations", "kind_class", "resolve", "status", "title_agrees"]

Verdict = Literal["in_force", "amended", "revoked", "expired", "not_yet", "unknown"]
_ALIKE, _UNLIKE = 75.0, 50.0
"""Of 100: titles at least that alike agree, below the second they do not; between them nobody can tell."""
_TELLING = 2
"""Content words that a title needs to be compared."""
_LEADING = re.compile(r"(?:[a-z]{1,4}[. /]+)?0*(\d+)/")
_ABBREVIATION = re.compile(r"\b[A-Z]{3,8}\b")
_YEAR = re.compile(r"\d{4}$")


class Standing(Frozen):
    """What became of a regulation by a day."""

    verdict: Verdict
    regulation: str | None = None
    """Id in the corpus."""
    by: tuple[str, ...] = ()
    """Ids of what amended or repealed it by then, oldest first."""
    since: dt.date | None = None
    """The day of the change, where it is known."""
    confidence: Confidence = "unconfirmed"
    message: Text


def find_citations(text: str, as_of: dt.date | None = None) -> list[Citation]:
    """The regulations that `text` names, in order, each with its id in the corpus where it is there.

    A nickname ("UU Kesehatan") means the regulation of that name on the day `as_of`, else the newest.
    """
    return [
        citation if identifier is None else citation.model_copy(update={"resolved": identifier})
        for citation in citations.find(text)
        for identifier in (resolve(citation, as_of),)
    ]


def resolve(citation: Citation, as_of: dt.date | None = None) -> str | None:
    """The corpus id of what `citation` names, or None."""
    if citation.number is None:
        return _named(citation, as_of)
    if citation.year is None or citation.region:
        return None
    number = _comparable(citation.number)
    lead = _LEADING.match(number)
    for written in (number, lead[1]) if lead else (number,):
        for kind in (citation.kind, *_other_names(citation.kind)):
            found = _index().get((kind.casefold(), written, citation.year))
            if found:
                return found
    return None


def status(subject: Citation | str, as_of: dt.date) -> Standing:
    """What became of a citation, or of a corpus id, by the day `as_of`.

    What is not confirmed is unknown after the last day on which it was surely in force, and so is everything past the
    edition of the corpus. Where only the year of a repeal is known, the days of that year are unknown.
    """
    identifier = subject if isinstance(subject, str) else (subject.resolved or resolve(subject, as_of))
    corpus = corpora.load("regulations")
    entry = corpus.get(identifier) if identifier else None
    if entry is None:
        local = not isinstance(subject, str) and kind_class(subject.kind) == "regional"
        label = subject if isinstance(subject, str) else subject.text
        return Standing(
            verdict="unknown", message=i18n.both(f"regulations.{'regional' if local else 'not_listed'}", label=label)
        )
    if as_of > corpus.edition_date:
        return _standing(entry, as_of, "unknown", "past_edition", edition=corpus.edition_date.isoformat())
    if as_of < _first_day(entry):
        return _standing(entry, as_of, "not_yet")
    if entry.standing != "confirmed" and not _was_in_force(entry, as_of):
        return _standing(entry, as_of, "unknown", "unconfirmed")
    return _ended(entry, as_of) or _amended(entry, as_of) or _standing(entry, as_of, "in_force")


def title_agrees(citation: Citation) -> bool | None:
    """Whether the title in a citation is that of the regulation it names; None where that cannot be told: nobody can
    by a title that is not confirmed.

    Titles may be cut short, run on, or leave out what they amend.
    """
    identifier = citation.resolved or resolve(citation)
    entry = corpora.load("regulations").get(identifier) if identifier else None
    if entry is None or citation.title is None:
        return None
    if entry.id in nicknames.regulations(citation.kind, citation.title):
        return True
    if normal(citation.title) == normal(entry.title) or _abbreviates(citation.title, entry.title):
        return True
    if entry.title_standing != "confirmed" or min(len(content(citation.title)), len(content(entry.title))) < _TELLING:
        return None
    score = _alikeness(citation.title, entry.title)
    return None if _UNLIKE <= score < _ALIKE else score >= _ALIKE


def _abbreviates(title: str, official: str) -> bool:
    """ "Perpres 95/2018 tentang SPBE": an abbreviation in the title holds the official title's first letters."""
    initials = "".join(word[0] for word in content(official))
    return any(initials.startswith(short.casefold()) for short in _ABBREVIATION.findall(title))


def _alikeness(one: str, other: str) -> float:
    """0..100 on content words; a title that is the beginning or a part of the other is the same."""
    from rapidfuzz import fuzz

    left, right = " ".join(content(one)), " ".join(content(other))
    return float(max(fuzz.token_set_ratio(left, right), fuzz.partial_ratio(left, right)))


def _named(citation: Citation, as_of: dt.date | None) -> str | None:
    """The regulation of a nickname: of the year it gives, else the newest on the day."""
    meant = nicknames.regulations(citation.kind, citation.text)
    if citation.year is not None:
        return next((identifier for identifier in meant if _year_of(identifier) == citation.year), None)
    if as_of is not None:
        meant = tuple(identifier for identifier in meant if _begins(identifier) <= as_of) or meant[:1]
    return meant[-1] if meant else None


def _was_in_force(entry: Regulation, day: dt.date) -> bool:
    """Whether one whose status is not confirmed was surely in force on that day: a source shows it in force later, or
    it was amended or repealed later."""
    if entry.known_until and day <= entry.known_until:
        return True
    changes = [_year_of(by) for by in (*entry.amended_by, *entry.revoked_by)]
    return bool(changes) and day.year < min(changes)


def _ended(entry: Regulation, day: dt.date) -> Standing | None:
    """Repealed or over by that day; unknown in the year of a repeal whose day is not known."""
    if entry.status == "expired" and entry.valid_to:
        if day <= entry.valid_to:
            return None
        return _standing(entry, day, "expired", since=entry.valid_to, title=entry.title)
    if entry.status != "revoked":
        return None
    by = entry.revoked_by
    if entry.valid_to:
        key = "" if by else "annulled"
        return _standing(entry, day, "revoked", key, by=by, since=entry.valid_to) if day >= entry.valid_to else None
    year = min(map(_year_of, by), default=None)
    if year is None:
        return _standing(entry, day, "unknown", "unconfirmed")
    if day.year == year:
        return _standing(entry, day, "unknown", "that_year", by=by, year=year)
    return _standing(entry, day, "revoked", by=by, year=year) if day.year > year else None


def _amended(entry: Regulation, day: dt.date) -> Standing | None:
    """What had amended it by that day and was itself not repealed by then."""
    corpus = corpora.load("regulations")
    by = [one for identifier in entry.amended_by if (one := corpus.get(identifier)) and _amends(one, day)]
    if not by:
        return None
    ids = tuple(one.id for one in by)
    return _standing(entry, day, "amended", by=ids, since=by[-1].valid_from, year=by[-1].year)


def _amends(amendment: Regulation, day: dt.date) -> bool:
    """Whether an amendment holds on that day; one of the same year counts where its day is known."""
    if day < (amendment.valid_from or dt.date(amendment.year, 12, 31)):
        return False
    end = _ended(amendment, day)
    return end is None or end.verdict == "unknown"


def _standing(
    entry: Regulation,
    day: dt.date,
    verdict: Verdict,
    key: str = "",
    *,
    by: tuple[str, ...] = (),
    since: dt.date | None = None,
    year: int | None = None,
    **facts: object,
) -> Standing:
    corpus = corpora.load("regulations")
    labels = [corpus.get(identifier) for identifier in by]
    named = ", ".join(one.label.id for one in labels if one)
    words = i18n.both(
        f"regulations.{key or verdict}", label=entry.label.id, day=day.isoformat(), by=named, year=year, **facts
    )
    return Standing(
        verdict=verdict,
        regulation=entry.id,
        by=by,
        since=since,
        confidence="unconfirmed" if verdict == "unknown" else "confirmed",
        message=words,
    )


@cache
def _index() -> dict[tuple[str, str, int], str]:
    """Kind, number and year to id. A code's first number alone finds it too ("14/2018" for "14/PRT/M/2018") where it is
    the only one."""
    entries = corpora.load("regulations").entries
    index = {(entry.kind.casefold(), _comparable(entry.number), entry.year): entry.id for entry in entries}
    short = [(key, (key[0], lead[1], key[2])) for key in index if (lead := _LEADING.match(key[1]))]
    counts = Counter(brief for _, brief in short)
    return {brief: index[key] for key, brief in short if counts[brief] == 1} | index


def _comparable(number: str) -> str:
    """ "02/PRT/M/2016" and "2/prt/m/2016" are one number."""
    return number.casefold().replace(" ", "").lstrip("0")


def _other_names(kind: str) -> tuple[str, ...]:
    return kinds.load().others.get(kind, ())


def _begins(identifier: str) -> dt.date:
    entry = corpora.load("regulations").get(identifier)
    return _first_day(entry) if entry else dt.date(_year_of(identifier), 1, 1)


def _first_day(entry: Regulation) -> dt.date:
    """The day it came into force, else the first day on which it can have."""
    return entry.valid_from or dt.date(entry.year, 1, 1)


def _year_of(identifier: str) -> int:
    match = _YEAR.search(identifier)
    return int(match.group()) if match else 0
