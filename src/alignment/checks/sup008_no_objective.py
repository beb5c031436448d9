"""SUP008: programs that no mission or objective stands behind, in a plan that states them."""

from __future__ import annotations

from alignment.checks.absence import lacking, together
from alignment.checks.base import Reading, Review, Verdict, not_judged
from alignment.checks.kinds import is_smart_city_plan
from alignment.checks.printed import holds
from alignment.checks.scope import Item, items
from alignment.checks.spec import CheckSpec
from alignment.models import Finding, NotJudged, Program, Table
from alignment.text import normal, says

_HEAD_ROWS = 3
_LONGEST_HEAD = 8
"""Words of a table's head: what is longer is a cell of content."""


def no_objective(review: Review, spec: CheckSpec) -> Verdict:
    """Judges smart-city plans that tie most of their programs to goals and objectives, and those that state missions
    and tie none.

    Anything between ties programs in a way that was not read. A program that a given plan carries is tied through it.
    """
    judged, found, open_ = 0, list[Finding](), list[NotJudged]()
    for draft in review.drafts:
        programs = items(review, draft) if is_smart_city_plan(draft) else ()
        telling = sum(_says(item, spec) for item in programs)
        without = [item for item in programs if not _says(item, spec) and not _is_carried(review, item)]
        if not telling and (len(without) < spec.threshold("programs") or not draft.document.missions):
            continue
        if not telling and _ties_elsewhere(review, draft, spec):
            open_.append(not_judged(spec, "elsewhere", document=draft.document.name))
        elif not telling or telling >= len(programs) * spec.threshold("share"):
            judged += len(programs)
            untied = without and not telling and len(without) < len(programs)
            those = (together(spec, without, "untied", len(programs)),) if untied else lacking(spec, programs, without)
            found.extend(those)
    return Verdict(judged, tuple(found), tuple(open_))


def _says(item: Item, spec: CheckSpec) -> bool:
    """Whether a row names a goal, an objective or the policy that leads from them, or a mission in its words."""
    return any(row.goal or row.objective or row.policy or _names_mission(row, spec) for row in item.rows)


def _names_mission(row: Program, spec: CheckSpec) -> bool:
    return says(" ".join((row.description or "", row.benefit or "")), spec.words["tie"])


def _is_carried(review: Review, item: Item) -> bool:
    return any(match.status == "supported" for line in item.lines for match in review.of(line).carried_by)


def _ties_elsewhere(review: Review, draft: Reading, spec: CheckSpec) -> bool:
    """Whether the books tie programs in words, or in a table whose columns were not read as such."""
    if holds(review, draft, spec.words["tie"]):
        return True
    tables = (table for file in review.files(draft) for page in file.pages for table in page.tables)
    return any(_heads(table, spec.words["tied"]) and _heads(table, spec.words["to"]) for table in tables)


def _heads(table: Table, words: tuple[str, ...]) -> bool:
    """Whether a column is headed by one of the words."""
    heads = (normal(cell.text).split() for cell in table.cells if cell.row < _HEAD_ROWS)
    return any(set(words) & set(head) for head in heads if len(head) <= _LONGEST_HEAD)
