"""What changed between two reviews: findings fixed, new and still open; programs added, gone and changed.

Findings are one matter where their fingerprints agree. A program that was reworded gives its findings new fingerprints;
those are joined where the check is the same and the two programs are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from alignment.models import Finding, Program, Report
from alignment.text import content, normal

_ONE_PROGRAM = 85
"""How alike (0..100) two names must be for a reworded program to be the same."""
_ONE_PLACE = 70
"""The same where agency and pillar have stayed."""
_FIELDS = (
    "name", "code", "agency", "unit", "declared_pillar", "declared_subdimension", "declared_sdg", "goal", "objective",
    "description", "outcome", "output", "indicators", "budget", "funding", "location", "beneficiaries", "years",
    "horizon", "quick_win", "legal_basis", "staffing", "facilities_owned", "facilities_needed", "benefit",
    "application", "coordination", "links",
)  # fmt: skip
"""Those a planner fills in; what is not among them follows from the place in the plan."""


class Changed(NamedTuple):
    """A program before and after, and the fields that differ."""

    before: Program
    after: Program
    fields: tuple[str, ...]


class Diff(NamedTuple):
    """Two reviews compared, each list in the order of its report."""

    fixed: tuple[Finding, ...]
    new: tuple[Finding, ...]
    still_open: tuple[Finding, ...]
    """As the newer report says them."""
    added: tuple[Program, ...]
    gone: tuple[Program, ...]
    changed: tuple[Changed, ...]


def diff(old: Report, new: Report) -> Diff:
    """What happened from `old` to `new`. Order of pages, boxes and document hashes play no part."""
    pairs = _paired(old.programs, new.programs)
    partner = {before.id: after.id for before, after in pairs}
    open_ = _still_open(old.findings, new.findings, partner)
    settled, standing = {id(before) for before, _ in open_}, {id(after) for _, after in open_}
    kept_before, kept_after = {before.id for before, _ in pairs}, {after.id for _, after in pairs}
    return Diff(
        fixed=tuple(finding for finding in old.findings if id(finding) not in settled),
        new=tuple(finding for finding in new.findings if id(finding) not in standing),
        still_open=tuple(finding for finding in new.findings if id(finding) in standing),
        added=tuple(program for program in new.programs if program.id not in kept_after),
        gone=tuple(program for program in old.programs if program.id not in kept_before),
        changed=tuple(
            Changed(before, after, fields) for before, after in pairs if (fields := _differing(before, after))
        ),
    )


def _still_open(
    old: Iterable[Finding], new: Iterable[Finding], partner: Mapping[str, str]
) -> list[tuple[Finding, Finding]]:
    """Each finding with its newer self: by fingerprint, and what is left by its program."""
    waiting = {finding.fingerprint: finding for finding in new}
    joined: list[tuple[Finding, Finding]] = []
    rest: list[Finding] = []
    for before in old:
        after = waiting.pop(before.fingerprint, None)
        if after is None:
            rest.append(before)
        else:
            joined.append((before, after))
    for before in rest:
        after = next((one for one in waiting.values() if _one_matter(before, one, partner)), None)
        if after is not None:
            joined.append((before, waiting.pop(after.fingerprint)))
    return joined


def _one_matter(before: Finding, after: Finding, partner: Mapping[str, str]) -> bool:
    """The same check on the two prints of one program."""
    if before.code != after.code or before.program is None or after.program is None:
        return False
    return partner.get(before.program) == after.program


def _paired(old: Iterable[Program], new: Iterable[Program]) -> list[tuple[Program, Program]]:
    """Each program with its print in the newer draft: by code, unit and place in the row of equals, then by name."""
    waiting: dict[tuple[str, ...], list[Program]] = defaultdict(list)
    for program in new:
        waiting[_key(program)].append(program)
    pairs: list[tuple[Program, Program]] = []
    rest: list[Program] = []
    for program in old:
        same = waiting[_key(program)]
        if same:
            pairs.append((program, same.pop(0)))
        else:
            rest.append(program)
    left = [program for programs in waiting.values() for program in programs]
    for program in rest:
        nearest = _nearest(program, left)
        if nearest is not None:
            left.remove(nearest)
            pairs.append((program, nearest))
    return pairs


def _key(program: Program) -> tuple[str, ...]:
    if program.code:
        return (program.level, program.code, normal(program.unit or ""))
    return (program.level, "".join(content(program.name)), program.declared_pillar or "", normal(program.unit or ""))


def _nearest(program: Program, others: Iterable[Program]) -> Program | None:
    from rapidfuzz import fuzz

    name = " ".join(content(program.name))
    scored = [
        (fuzz.token_sort_ratio(name, " ".join(content(other.name))), index, other)
        for index, other in enumerate(others)
        if other.level == program.level and (program.code is None) == (other.code is None)
    ]
    best = max(scored, key=lambda one: (one[0], -one[1]), default=None)
    if best is None:
        return None
    least = _ONE_PLACE if _place(best[2]) == _place(program) else _ONE_PROGRAM
    return best[2] if best[0] >= least else None


def _place(program: Program) -> tuple[str, str] | str:
    """Who has it under which pillar; its id where no agency is said."""
    agency = normal(program.agency or "")
    return (agency, program.declared_pillar or "") if agency else program.id


def _differing(before: Program, after: Program) -> tuple[str, ...]:
    return tuple(field for field in _FIELDS if _comparable(before, field) != _comparable(after, field))


def _comparable(program: Program, field: str) -> object:
    """A field without its place on the page, and words without their line breaks."""
    value = getattr(program, field)
    if field == "indicators":
        return tuple(
            (normal(one.name), one.unit, one.baseline, tuple(sorted(one.targets.items())), one.end_target)
            for one in value
        )
    return "".join(content(value)) if isinstance(value, str) else value
