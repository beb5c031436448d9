"""What many programs of a draft lack: one finding each, or one for all where it is the rule and not the exception."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from alignment import i18n
from alignment.checks.base import Review, Verdict, finding, named, quoted
from alignment.checks.kinds import smart_city_plans
from alignment.checks.scope import Item, first_places, items
from alignment.checks.spec import CheckSpec
from alignment.models import Finding, Program, Text

_NAMES_SHOWN = 5
_NONE = "none"
"""The variant for a draft in which every program lacks it."""


def lacking(
    spec: CheckSpec,
    items: Sequence[Item],
    without: Iterable[Item],
    one: str = "one",
    many: str = "many",
    known: int = 0,
) -> tuple[Finding, ...]:
    """Findings on the items `without` something, document by document; `known`: how many rows were looked through.

    More than `group_above` of them, and at least `group_share` of the items judged, become one finding: a reviewer
    wants to read once that no program of a plan names its target.
    """
    total: dict[str, int] = defaultdict(int)
    for item in items:
        total[item.program.document] += 1
    missing: dict[str, list[Item]] = defaultdict(list)
    for item in without:
        missing[item.program.document].append(item)
    found: list[Finding] = []
    for document, those in missing.items():
        if len(those) == total[document] > 1 and _NONE in spec.messages:
            found.append(together(spec, those, _NONE, total[document], known=known))
        elif _is_rule(spec, len(those), total[document]):
            found.append(together(spec, those, many, total[document], known=known))
        else:
            found.extend(_alone(spec, item, one, known) for item in those)
    return tuple(found)


def missing_from_form(review: Review, spec: CheckSpec, has: Callable[[Program], object]) -> Verdict:
    """Judges the programs of smart-city drafts by something their form asks for; a row below may hold it."""
    judged, found = 0, list[Finding]()
    for draft in smart_city_plans(review):
        programs = items(review, draft)
        judged += len(programs)
        without = [item for item in programs if not any(has(row) for row in item.rows)]
        found.extend(lacking(spec, programs, without))
    return Verdict(judged, tuple(found))


def _is_rule(spec: CheckSpec, without: int, total: int) -> bool:
    return without > spec.threshold("group_above") and without >= total * spec.threshold("group_share")


def together(
    spec: CheckSpec,
    those: Sequence[Item],
    variant: str,
    total: int,
    names: Sequence[str] | None = None,
    known: int = 0,
) -> Finding:
    """One finding on several items of one document, under their own names or those given. `known` as in `lacking`."""
    return finding(
        spec,
        variant,
        subject=(),
        evidence=first_places(those),
        count=len(those),
        total=total,
        names=listed(names or [named(item.program) for item in those]),
        known=known,
    )


def listed(names: Sequence[str]) -> Text:
    """The first few names in quotes, and how many more there are."""
    shown = quoted(names[:_NAMES_SHOWN], "; ")
    more = len(names) - _NAMES_SHOWN
    if more <= 0:
        return shown
    return i18n.both("checks.and_more", shown=shown, more=more)


def _alone(spec: CheckSpec, item: Item, variant: str, known: int) -> Finding:
    return finding(
        spec,
        variant,
        subject=item.subject,
        evidence=item.evidence,
        program=item.program,
        name=named(item.program),
        known=known,
    )


def can_be_asked(spec: CheckSpec, left: int, asked: int, programs: int) -> bool:
    """Whether a plan of so many programs owes what it leaves out: one of fewer programs than things asked cannot serve
    them all, and is told only where what is left is the smaller part (`share`)."""
    return programs >= asked or left <= asked * spec.threshold("share")
