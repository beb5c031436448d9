"""CMP005: what else the coaches' form asks of a program: people and how many, facilities, benefit, location, links."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from alignment import i18n
from alignment.checks.absence import lacking
from alignment.checks.base import Reading, Review, Verdict, finding, joined
from alignment.checks.kinds import smart_city_plans
from alignment.checks.scope import Item, items
from alignment.checks.spec import CheckSpec
from alignment.models import Evidence, Finding, Program
from alignment.text import content, stem

Says = Callable[[Program], str | tuple[str, ...] | None]


class _Part(NamedTuple):
    """A part of the form: what a row says of it, and whether that is an answer."""

    says: Says
    words: str = ""
    """The list in the YAML of which an answer holds a word, where anything is said; empty: any words answer."""
    hollow: str = ""
    """The list of words that are no answer, however many of them are said."""


_PARTS: Mapping[str, _Part] = {
    "staffing": _Part(lambda row: row.staffing),
    "headcount": _Part(lambda row: row.staffing, "headcount"),
    "facilities": _Part(lambda row: row.facilities_owned or row.facilities_needed),
    "benefit": _Part(lambda row: row.benefit or row.outcome),
    "benefit_kind": _Part(lambda row: row.benefit, hollow="hollow_benefit"),
    "location": _Part(lambda row: row.location or row.unit),
    "links": _Part(lambda row: row.links),
}
_COLUMNS: Mapping[str, Says] = {
    "staffing": _PARTS["staffing"].says,
    "facilities_owned": lambda row: row.facilities_owned,
    "facilities_needed": lambda row: row.facilities_needed,
    "benefit": _PARTS["benefit"].says,
    "location": _PARTS["location"].says,
    "links": _PARTS["links"].says,
}
"""What the program tables should have a place for."""


def incomplete_form(review: Review, spec: CheckSpec) -> Verdict:
    """Judges the programs of smart-city drafts, part by part; a row below may hold it.

    What no program of a draft says is one remark for all such parts: its tables have no place for them.
    """
    judged, found = 0, list[Finding]()
    for draft in smart_city_plans(review):
        programs = items(review, draft)
        judged += len(programs)
        found.extend(_of(draft, programs, spec))
    return Verdict(judged, tuple(found))


def _of(draft: Reading, programs: Sequence[Item], spec: CheckSpec) -> Iterator[Finding]:
    nowhere = [column for column, says in _COLUMNS.items() if not any(_said(item, says) for item in programs)]
    if nowhere and programs:
        yield _nowhere(spec, draft.document.id, nowhere, len(programs))
    for name, part in _PARTS.items():
        saying = [item for item in programs if _said(item, part.says)]
        asked = saying if part.words or part.hollow else programs if saying else ()
        without = [item for item in asked if not _answers(item, part, spec)]
        yield from lacking(spec, asked, without, f"one_{name}", f"many_{name}")


def _said(item: Item, says: Says) -> str:
    """All that the rows of a program say of it, in one string."""
    told = (says(row) for row in item.rows)
    return " ".join(" ".join(one) if isinstance(one, tuple) else one for one in told if one)


def _answers(item: Item, part: _Part, spec: CheckSpec) -> bool:
    said = _said(item, part.says)
    if part.hollow:
        hollow = {stem(word) for word in spec.words[part.hollow]}
        return any(stem(word) not in hollow for word in content(said))
    if part.words:
        known = {stem(word) for word in spec.words[part.words]}
        return any(word[0].isdigit() or stem(word) in known for word in content(said))
    return bool(said)


def _nowhere(spec: CheckSpec, document: str, parts: Sequence[str], total: int) -> Finding:
    labels = [i18n.both(f"form.part_{part}") for part in parts]
    return finding(
        spec,
        "nowhere",
        subject=(),
        evidence=(Evidence(document=document),),
        total=total,
        parts=joined(labels),
    )
