"""DOC001: a document that contradicts itself about what it is, whose it is or when it holds."""

from __future__ import annotations

from alignment.checks.base import Review, Verdict, finding
from alignment.checks.spec import CheckSpec
from alignment.models import Evidence, Finding, Text


def conflicting_facts(review: Review, spec: CheckSpec) -> Verdict:
    """Says what the reader noticed: a cover of 2022-2026 over a body of 2025-2029."""
    files = [file for draft in review.drafts for file in review.files(draft)]
    found: list[Finding] = []
    for file in files:
        for issue in file.issues:
            if issue.code != "conflict":
                continue
            page = Evidence(document=file.id, page=issue.page)
            found.append(
                finding(
                    spec,
                    "conflict",
                    subject=(issue.message.id,),
                    evidence=(page,),
                    document=file.name,
                    conflict=Text(id=issue.message.id.rstrip("."), en=issue.message.en.rstrip(".")),
                )
            )
    return Verdict(len(files), tuple(found))
