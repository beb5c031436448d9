"""SUP006: programs of the given plans that no program of the draft serves."""

from __future__ import annotations

from alignment.checks.absence import listed
from alignment.checks.base import Review, Verdict, finding, named
from alignment.checks.scope import is_supporting, items
from alignment.checks.spec import CheckSpec
from alignment.models import Finding, Program
from alignment.text import normal


def unserved_program(review: Review, spec: CheckSpec) -> Verdict:
    """Judges the programs (not their kegiatan) of each given plan; all that are left are one remark a plan."""
    served = _served(review)
    judged, found = 0, list[Finding]()
    for plan in review.plans:
        rows: dict[str, Program] = {}
        for program in plan.extraction.programs:
            if program.level == "program" and not is_supporting(program):
                rows.setdefault(program.code or normal(program.name), program)
        judged += len(rows)
        left = [row for key, row in rows.items() if key not in served and row.id not in served]
        if left:
            found.append(
                finding(
                    spec,
                    "left",
                    subject=(),
                    evidence=[row.evidence[0] for row in left if row.evidence][: int(spec.threshold("places"))],
                    count=len(left),
                    total=len(rows),
                    plan=plan.document.name,
                    names=listed([named(row) for row in left]),
                )
            )
    return Verdict(judged, tuple(found))


def _served(review: Review) -> set[str]:
    """Ids and codes of what the drafts' programs are carried by or would be housed under."""
    served: set[str] = set()
    for draft in review.drafts:
        for item in items(review, draft):
            for line in item.lines:
                of = review.of(line)
                good = [match.entry_id for match in (*of.carried_by, *of.support) if match.status != "rejected"]
                served.update(good)
                for entry in good:
                    row = review.programs.get(entry)
                    while row is not None:  # what carries it, and the program above that
                        served.update({row.id, row.code or normal(row.name)})
                        row = review.programs.get(row.parent or "")
    return served
