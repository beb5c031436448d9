"""SUP007: a program whose code or name is another in the plan."""

from __future__ import annotations

from alignment.checks.base import Review, Verdict, finding, named
from alignment.checks.scope import Item, judged
from alignment.checks.spec import CheckSpec
from alignment.models import Finding, Program
from alignment.text import content, normal


def other_name_or_code(review: Review, spec: CheckSpec) -> Verdict:
    """Judges programs that print a code, against the plans' rows of the same level with that code or that name.

    A name in a slightly other wording is the same; a program that any row has with both its name and code is in order.
    """
    known = [row for plan in review.plans for row in plan.extraction.programs if row.code]
    asked, found = 0, list[Finding]()
    for item in judged(review) if known else ():
        ours = item.program
        same_level = [row for row in known if ours.code and row.level == ours.level]
        same_code = [row for row in same_level if row.code == ours.code]
        same_name = [row for row in same_level if normal(row.name) == normal(ours.name)]
        if not same_code and not same_name:
            continue
        asked += 1
        if any(_alike(ours, row, spec) for row in same_code):
            continue
        found.append(_found(spec, item, "other_code" if same_name else "other_name", (same_name or same_code)[0]))
    return Verdict(asked, tuple(found))


def _alike(ours: Program, row: Program, spec: CheckSpec) -> bool:
    from rapidfuzz import fuzz

    one, other = (" ".join(content(program.name)) for program in (ours, row))
    return fuzz.token_sort_ratio(one, other) >= spec.threshold("alike")


def _found(spec: CheckSpec, item: Item, variant: str, row: Program) -> Finding:
    return finding(
        spec,
        variant,
        subject=item.subject,
        evidence=item.evidence,
        keys=(row.code or "",),
        program=item.program,
        related=row.evidence[:1],
        name=named(item.program),
        row=named(row),
    )
