"""The Report of a review: what was judged, what was not, what was found, and what made it. No clock time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import alignment
from alignment import checks, corpora, rules
from alignment.checks import Outcome, Reading, Review
from alignment.checks.dates import report_date
from alignment.config import Options
from alignment.models import Coverage, Edition, Extraction, Report, Source, Unopened

_TOOL = "alignment-checker"


def report(
    review: Review, outcome: Outcome, unopened: Iterable[Unopened] = (), options: Options | None = None
) -> Report:
    """Everything a reader needs to trust and repeat the review."""
    return Report(
        tool=f"{_TOOL} {alignment.__version__}",
        as_of=report_date(review),
        sources=(*_sources(_files(review), "draft"), *_sources(review.plans, "plan")),
        unopened=tuple(unopened),
        findings=outcome.findings,
        not_judged=outcome.not_judged,
        coverage=_coverage(review, outcome),
        programs=tuple(program for draft in review.drafts for program in draft.extraction.programs),
        matches=dict(review.matches),
        unread=tuple(row for draft in review.drafts for row in draft.extraction.unread),
        editions=_editions(options or Options()),
    )


def _files(review: Review) -> tuple[Reading, ...]:
    """The drafts file by file. Of a plan in several files each is named with the programs it prints."""
    if not review.parts:
        return review.drafts
    (whole,) = review.drafts
    return tuple(Reading(file, _printed_in(file.id, whole.extraction)) for file in review.parts)


def _printed_in(file: str, whole: Extraction) -> Extraction:
    programs = [one for one in whole.programs if any(place.document == file for place in one.evidence)]
    return Extraction(document=file, programs=tuple(programs))


def _sources(readings: tuple[Reading, ...], role: Literal["draft", "plan"]) -> tuple[Source, ...]:
    return tuple(
        Source(
            id=document.id,
            name=document.name,
            sha256=document.sha256,
            role=role,
            kind=document.kind,
            title=document.title,
            region=document.region,
            period=document.period,
            date=document.date,
            engine=document.engine,
            pages=len(document.pages),
            unread_pages=document.unread_pages,
            issues=document.issues,
            programs=len(extraction.programs),
        )
        for document, extraction in readings
    )


def _coverage(review: Review, outcome: Outcome) -> Coverage:
    files = [file for draft in review.drafts for file in review.files(draft)]
    pages = sum(len(file.pages) for file in files)
    return Coverage(
        pages=pages,
        pages_read=pages - sum(len(file.unread_pages) for file in files),
        programs=sum(len(draft.extraction.programs) for draft in review.drafts),
        rows_unread=sum(len(draft.extraction.unread) for draft in review.drafts),
        judged=outcome.judged,
        off=outcome.off,
    )


def _editions(options: Options) -> tuple[Edition, ...]:
    """Rules, checks and corpora. Rules ship with the tool and carry its version, unless a folder was given."""
    edition = "custom" if options.rules else alignment.__version__
    held = [corpora.edition(name) for name in corpora.names()]
    return (
        Edition(name="rules", edition=edition, sha256=rules.load(options.rules).sha256),
        Edition(name="checks", edition=edition, sha256=checks.load(options.rules).sha256),
        *(one.model_copy(update={"name": f"corpora/{one.name}"}) for one in held),
    )
