"""REG001: a draft, or a program of its form, that rests on no regulation."""

from __future__ import annotations

from alignment.checks.absence import lacking
from alignment.checks.base import Reading, Review, Verdict, finding, not_judged
from alignment.checks.kinds import is_smart_city_plan
from alignment.checks.law import cited
from alignment.checks.printed import is_read_whole
from alignment.checks.scope import Item, items
from alignment.checks.spec import CheckSpec
from alignment.models import Evidence, Finding, NotJudged


def no_legal_basis(review: Review, spec: CheckSpec) -> Verdict:
    """Judges each draft as a whole, and the programs of smart-city drafts, whose form asks each for its basis.

    The row of a Renstra or RPJMD names no regulation by its form; there the document alone is judged, where it is more
    than the plan's tables without its book.
    """
    judged, found, open_ = 0, list[Finding](), list[NotJudged]()
    for draft in review.drafts:
        smart = is_smart_city_plan(draft)
        if not draft.document.legal_basis and not cited(review, draft):
            if smart or is_read_whole(review.files(draft), spec.threshold("pages")):
                judged += 1
                found.append(_whole(spec, draft))
            else:
                open_.append(not_judged(spec, "excerpt", document=draft.document.name))
            continue
        judged += 1
        if smart:
            programs = items(review, draft)
            judged += len(programs)
            found.extend(_of_programs(review, spec, programs))
    return Verdict(judged, tuple(found), tuple(open_))


def _whole(spec: CheckSpec, draft: Reading) -> Finding:
    return finding(
        spec, "draft", subject=(), evidence=(Evidence(document=draft.document.id),), document=draft.document.name
    )


def _of_programs(review: Review, spec: CheckSpec, programs: tuple[Item, ...]) -> tuple[Finding, ...]:
    without = [item for item in programs if not _has_basis(review, item)]
    return lacking(spec, programs, without)


def _has_basis(review: Review, item: Item) -> bool:
    return any(line.legal_basis or review.of(line).citations for line in item.rows)
