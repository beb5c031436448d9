"""What many programs of a draft lack: one finding each, or one for all where it is the rule and not the exception."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from alignment.checks.base import finding, named, quoted
from alignment.checks.scope import Item
from alignment.checks.spec import CheckSpec
from alignment.models import Finding, Text

_NAMES_SHOWN = 5


def lacking(
    spec: CheckSpec, items: Sequence[Item], without: Iterable[Item], one: str = "one", many: str = "many"
) -> tuple[Finding, ...]:
    """Findings on the items `without` something, document by document.

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
        grouped = len(those) > spec.threshold("group_above") and len(those) >= total[document] * spec.threshold(
            "group_share"
        )
        if grouped:
            found.append(together(spec, those, many, total[document]))
        else:
            found.extend(_alone(spec, item, one) for item in those)
    return tuple(found)


def together(spec: CheckSpec, those: Sequence[Item], variant: str, total: int) -> Finding:
    """One finding on several items of one document."""
    return finding(
        spec,
        variant,
        subject=(),
        evidence=[item.evidence[0] for item in those if item.evidence],
        count=len(those),
        total=total,
        names=listed([named(item.program) for item in those]),
    )


def listed(names: Sequence[str]) -> Text:
    """The first few names in quotes, and how many more there are."""
    shown = quoted(names[:_NAMES_SHOWN], "; ")
    more = len(names) - _NAMES_SHOWN
    if more <= 0:
        return shown
    return Text(id=f"{shown.id}; dan {more} lainnya", en=f"{shown.en}; and {more} more")


def _alone(spec: CheckSpec, item: Item, variant: str) -> Finding:
    return finding(
        spec, variant, subject=item.subject, evidence=item.evidence, program=item.program, name=named(item.program)
    )
