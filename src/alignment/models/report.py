"""A review, complete: what was judged, what was not, what was found, and what made it."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from alignment.models.base import Frozen, Text
from alignment.models.document import DocumentKind, Issue, Period, Region
from alignment.models.finding import Finding
from alignment.models.match import Matches
from alignment.models.program import Program, Unread


class Source(Frozen):
    """A document of the review, without its pages."""

    id: str
    name: str
    sha256: str
    role: Literal["draft", "plan"]
    kind: DocumentKind
    title: str | None = None
    region: Region | None = None
    period: Period | None = None
    date: dt.date | None = None
    engine: str
    pages: int
    unread_pages: tuple[int, ...] = ()
    issues: tuple[Issue, ...] = ()
    programs: int


class Unopened(Frozen):
    """A draft that could not be judged at all."""

    name: str
    message: Text
    remedy: Text


class NotJudged(Frozen):
    """A question the review leaves open, and why. Never looks like "passed"."""

    code: str
    """Check code."""
    reason: Text
    programs: tuple[str, ...] = ()
    """Ids of the programs it was not judged for; empty where it is the whole draft."""


class WaiverUse(Frozen):
    """A waiver and what became of it in this review."""

    fingerprint: str
    reason: str
    owner: str
    expires: dt.date
    """The last day it holds."""
    state: Literal["used", "unused", "expired"]
    """Unused: no finding bears the fingerprint, the waiver can go. Expired: its finding, if any, stands again."""


class Coverage(Frozen):
    """How much of the drafts was read and judged."""

    pages: int
    pages_read: int
    programs: int
    rows_unread: int
    judged: dict[str, int] = {}
    """Check code to how many programs (or documents) it judged."""
    off: tuple[str, ...] = ()
    """Codes of the checks that did not run, by default or by choice."""


class Edition(Frozen):
    """A corpus or rule set the review rests on."""

    name: str
    edition: str
    sha256: str


class Report(Frozen):
    """What `alignment.check` returns. Carries no clock time: the same input gives the same bytes."""

    tool: str
    """"alignment-checker 0.1.0"."""
    schema_version: int = 1
    as_of: dt.date
    sources: tuple[Source, ...]
    unopened: tuple[Unopened, ...] = ()
    findings: tuple[Finding, ...]
    waived: tuple[Finding, ...] = ()
    waivers: tuple[WaiverUse, ...] = ()
    not_judged: tuple[NotJudged, ...] = ()
    coverage: Coverage
    programs: tuple[Program, ...]
    """Of the drafts."""
    matches: dict[str, Matches] = {}
    """`Program.id` to what it points to."""
    unread: tuple[Unread, ...] = ()
    editions: tuple[Edition, ...] = ()
