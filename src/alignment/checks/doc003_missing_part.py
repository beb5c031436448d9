"""DOC003: a part that every smart-city master plan has, and this one does not."""

from __future__ import annotations

from alignment.checks.base import Reading, Review, Verdict, finding
from alignment.checks.kinds import is_smart_city_plan
from alignment.checks.spec import CheckSpec
from alignment.models import Document, Evidence, Finding, Text
from alignment.text import normal


def missing_part(review: Review, spec: CheckSpec) -> Verdict:
    """Judges smart-city master plans of some length by the words of each part; the form and an excerpt owe none.

    A page that could not be read may hold what is missing: then nothing is said to be missing.
    """
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        files = review.files(draft)
        if not _is_whole_plan(draft, files, spec):
            continue
        judged += 1
        words = " ".join(f" {normal(page.text)} " for file in files for page in file.pages)
        found.extend(
            _found(spec, draft, part)
            for part, phrases in spec.words.items()
            if not any(f" {phrase} " in words for phrase in phrases)
        )
    return Verdict(judged, tuple(found))


def _is_whole_plan(draft: Reading, files: tuple[Document, ...], spec: CheckSpec) -> bool:
    pages = sum(len(file.pages) for file in files)
    return (
        is_smart_city_plan(draft)
        and draft.document.kind == "master_plan"
        and pages >= spec.threshold("pages")
        and not any(file.unread_pages for file in files)
    )


def _found(spec: CheckSpec, draft: Reading, part: str) -> Finding:
    return finding(
        spec,
        part,
        subject=(),
        evidence=(Evidence(document=draft.document.id),),
        document=Text(id=draft.document.name, en=draft.document.name),
    )
