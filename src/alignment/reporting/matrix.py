"""The consistency matrix: what each program points to, and why, as much as the page can carry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from alignment.models import PILLARS, Citation, Contribution, Match, Matches, Program, Source
from alignment.reporting import summary
from alignment.reporting.view import NOTHING, Item, View

_INDENT = {"urusan": 0, "bidang": 0, "program": 0, "initiative": 0, "kegiatan": 1, "sub_kegiatan": 2}


class Depth(NamedTuple):
    """How much of each list a page shows. What is left out is counted, and stands in report.json and report.xlsx."""

    answers: int
    accepted: int
    rejected: int
    parts: int


_FULL = Depth(answers=2, accepted=5, rejected=3, parts=6)
_SHORT = Depth(answers=1, accepted=1, rejected=1, parts=2)
_LEAST = 0.005
"""A weight below it is shown as 0,00 and says nothing."""
_MOST_WORDS = 4
_MANY = 1_500
"""Programs beyond which a page shows `_SHORT`: a whole RPJMD with everything would be too heavy for a browser."""


class Reasons(NamedTuple):
    """One list of a program's matches, cut to the depth of the page."""

    key: str
    accepted: tuple[Match, ...]
    rejected: tuple[Match, ...]
    left_out: int


class Entry(NamedTuple):
    """One row of the matrix."""

    number: int
    program: Program
    indent: int
    answers: tuple[tuple[Match, ...], ...]
    """In the order of `View.lists`, the best that are not rejected."""
    citations: tuple[Citation, ...]
    budget: Decimal | None
    items: tuple[Item, ...]
    reasons: tuple[Reasons, ...]
    same_as: int | None
    """Number of an earlier row with the very same reasons, which are then not repeated."""
    same_name: str


class Block(NamedTuple):
    """Rows of one document that belong together: of one pillar in a smart-city draft, of one agency in other plans."""

    source: Source | None
    by_pillar: bool
    name: str | None
    """Pillar or agency; None for the rows without one."""
    entries: tuple[Entry, ...]


def is_cut(programs: int) -> bool:
    """Whether a page with so many programs shows only the best and the next of each list."""
    return programs > _MANY


def answers(ranked: tuple[Match, ...]) -> tuple[Match, ...]:
    """What is not rejected, without what another answer says more closely (a pillar beside its own sub-dimension)."""
    accepted = _accepted(ranked)
    ids = [match.entry_id for match in accepted]
    return tuple(match for match in accepted if not any(other.startswith(f"{match.entry_id}.") for other in ids))


def blocks(view: View) -> Iterator[Block]:
    """The matrix document by document and block by block, each row followed by the rows below it."""
    depth = _SHORT if is_cut(len(view.report.programs)) else _FULL
    seen: dict[Matches, int] = {}
    for document, programs in _grouped(view.rows, lambda program: program.document).items():
        source = view.sources.get(document or "")
        by_pillar = any(program.declared_pillar for program in programs) or (
            source is not None and source.kind == "master_plan"
        )
        placed = _grouped(programs, partial(_pillar if by_pillar else _agency, view=view))
        for name in sorted(placed, key=_pillar_rank) if by_pillar else placed:
            yield Block(source, by_pillar, name, tuple(_entry(p, view, depth, seen) for p in placed[name]))


def _entry(program: Program, view: View, depth: Depth, seen: dict[Matches, int]) -> Entry:
    matches = view.matches(program.id)
    number = view.program_numbers[program.id]
    first = number if matches == NOTHING else seen.setdefault(matches, number)
    ranked: tuple[tuple[str, tuple[Match, ...]], ...] = tuple((key, getattr(matches, key)) for key in view.lists)
    return Entry(
        number=number,
        program=program,
        indent=_INDENT[program.level],
        answers=tuple(answers(found)[: depth.answers] for _, found in ranked),
        citations=matches.citations[: depth.accepted],
        budget=summary.total_budget(program),
        items=view.by_program.get(program.id, ()),
        reasons=() if first != number else tuple(_reasons(key, found, depth) for key, found in ranked if found),
        same_as=first if first != number else None,
        same_name=view.rows[first - 1].name,
    )


def _reasons(key: str, ranked: tuple[Match, ...], depth: Depth) -> Reasons:
    accepted = _accepted(ranked)
    rejected = tuple(match for match in ranked if match.status == "rejected")
    shown, refused = accepted[: depth.accepted], rejected[: depth.rejected]
    return Reasons(key, _short(shown, depth), _short(refused, depth), len(ranked) - len(shown) - len(refused))


def _grouped(programs: Iterable[Program], key: Callable[[Program], str | None]) -> dict[str | None, list[Program]]:
    found: dict[str | None, list[Program]] = {}
    for program in programs:
        found.setdefault(key(program), []).append(program)
    return found


def _agency(program: Program, view: View) -> str | None:
    """That of the topmost row above that names one: what stands together is never torn apart."""
    return next((above.agency for above in reversed(view.line_up(program)) if above.agency), None)


def _pillar(program: Program, view: View) -> str | None:
    """That of the topmost row above that is no heading."""
    line = [above for above in view.line_up(program) if above.level not in summary.HEADINGS]
    return summary.pillar_of(line[-1] if line else program, view)


def _pillar_rank(pillar: str | None) -> tuple[int, str]:
    known = pillar in PILLARS
    return (PILLARS.index(pillar) if known else len(PILLARS) + (pillar is None), pillar or "")


def _accepted(ranked: tuple[Match, ...]) -> tuple[Match, ...]:
    return tuple(match for match in ranked if match.status != "rejected")


def _short(matches: tuple[Match, ...], depth: Depth) -> tuple[Match, ...]:
    return tuple(match.model_copy(update={"contributions": _heaviest(match, depth.parts)}) for match in matches)


def _heaviest(match: Match, most: int) -> tuple[Contribution, ...]:
    """The contributions that weigh most, in their own order.

    What weighs nothing tells why a rule did not speak: of an entry that was chosen nobody asks that.
    """
    least = 0.0 if match.status == "rejected" else _LEAST
    parts = tuple(_told_once(part) for part in match.contributions if abs(part.weight) >= least)
    if len(parts) <= most:
        return parts
    ranked = sorted(range(len(parts)), key=lambda n: (-abs(parts[n].weight), n))
    return tuple(parts[n] for n in sorted(ranked[:most]))


def _told_once(part: Contribution) -> Contribution:
    """The same words in capitals are the same words; after a few, more of them convince nobody."""
    words = {word.casefold(): word for word in reversed(part.words)}
    told = tuple(reversed(words.values()))
    return part.model_copy(update={"words": told[:_MOST_WORDS]}) if told[:_MOST_WORDS] != part.words else part
