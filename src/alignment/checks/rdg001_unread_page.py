"""RDG001: pages that could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from alignment.checks.base import Review, Verdict, finding
from alignment.checks.spec import CheckSpec
from alignment.models import Document, Evidence, Finding, Issue
from alignment.models.document import UNREAD_ISSUES, IssueCode
from alignment.text import normal

_COVER = 5
"""Words of a cover that say what plan it is, at least."""


def unread_page(review: Review, spec: CheckSpec) -> Verdict:
    """Judges every page of drafts and plans; one finding a document and reason."""
    judged, found = 0, list[Finding]()
    drafts = {file.id for draft in review.drafts for file in review.files(draft)}
    for document in review.documents.values():
        judged += len(document.pages)
        for code in UNREAD_ISSUES:
            issues = [issue for issue in document.issues if issue.code == code and not _is_told_cover(issue, document)]
            if issues:
                found.append(_found(spec, document, code, issues, document.id in drafts))
    return Verdict(judged, tuple(found))


def _is_told_cover(issue: Issue, document: Document) -> bool:
    """Whether it is about pictures on a cover whose words were read: they print the plan's region or period."""
    if issue.code != "no_text" or issue.page != 1:
        return False
    words = next((normal(page.text) for page in document.pages if page.number == 1), "")
    region, period = document.region, document.period
    said = [normal(region.name)] if region else []
    said += [f"{period.start} {period.end}"] if period else []
    return len(words.split()) >= _COVER and any(one in words for one in said)


def _found(spec: CheckSpec, document: Document, code: IssueCode, issues: Sequence[Issue], is_draft: bool) -> Finding:
    pages = sorted({issue.page for issue in issues if issue.page is not None})
    return finding(
        spec,
        code if is_draft else "in_plan",
        subject=(document.title or "",),
        evidence=[Evidence(document=document.id, page=page) for page in pages] or [Evidence(document=document.id)],
        keys=(code,),
        document=document.name,
        pages=ranges(pages) or "-",
        count=len(pages),
        reason=issues[0].message,
    )


def ranges(pages: list[int]) -> str:
    """Sorted page numbers as people write them: "3, 71-78"."""
    runs = []
    for _, run in groupby(enumerate(pages), key=lambda pair: pair[1] - pair[0]):
        members = [page for _, page in run]
        runs.append(str(members[0]) if len(members) == 1 else f"{members[0]}-{members[-1]}")
    return ", ".join(runs)
