"""What a text points to, and why."""

from __future__ import annotations

from typing import Literal

from alignment.models.base import Frozen, Text
from alignment.models.document import Evidence

Status = Literal["supported", "ambiguous", "rejected"]
Verdict = Literal["same", "overlapping", "related", "different"]


class Contribution(Frozen):
    """One reason for or against: the rule, the words it saw, and how much they weigh."""

    rule: str
    """Rule id, such as "sdg.2.2.stunting"."""
    words: tuple[str, ...]
    """As they stand in the text."""
    weight: float
    """0..1 for, negative against."""
    field: str | None = None
    """Which part of the program spoke: "name", "indicator", "agency", "code", "heading"."""


class Match(Frozen):
    """One corpus entry (or given-plan program) that a text points to."""

    entry_id: str
    """"governance.public-service", "4.7.1", "2.16.03", or a `Program.id` for `carried_by`."""
    label: Text
    score: float
    """0..1."""
    status: Status
    contributions: tuple[Contribution, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    """For `carried_by`: where the carrying program stands in its plan."""


class Citation(Frozen):
    """A regulation named in a text. `number` and `year` as written, else None."""

    kind: str
    """Short form in use: "Perpres", "Permendagri", "Perda"."""
    number: str | None = None
    year: int | None = None
    region: str | None = None
    title: str | None = None
    """The words after "tentang", where given."""
    start: int
    end: int
    """Character span in the text given, end excluded."""
    text: str
    """The words of that span."""
    resolved: str | None = None
    """Id in the regulation corpus ("perpres-95-2018"), or None."""


class Matches(Frozen):
    """Everything one text or program points to, each list ranked best first, with the best few rejected ones kept."""

    pillars: tuple[Match, ...] = ()
    sdg: tuple[Match, ...] = ()
    support: tuple[Match, ...] = ()
    rpjmn: tuple[Match, ...] = ()
    carried_by: tuple[Match, ...] = ()
    citations: tuple[Citation, ...] = ()


class Reason(Frozen):
    """One reason why two programs are the same thing or not."""

    rule: str
    message: Text
    weight: float
    """Positive joins, negative separates."""


class Overlap(Frozen):
    """What two texts or programs have in common. Symmetric."""

    score: float
    """0..1."""
    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
