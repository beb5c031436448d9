"""What a check has to say, and what it rests on."""

from __future__ import annotations

from typing import Literal

from alignment.models.base import Frozen, Text
from alignment.models.document import Evidence

Severity = Literal["error", "warning", "info"]
Confidence = Literal["high", "medium", "low"]
Outcome = Literal["fail", "unknown"]
SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")
"""From mild to grave."""


class Finding(Frozen):
    """One verdict that a reviewer can defend: rule, words, place, remedy."""

    code: str
    """Stable: "REG002"."""
    outcome: Outcome
    severity: Severity
    confidence: Confidence
    message: Text
    suggestion: Text
    program: str | None = None
    """`Program.id`, or None where the finding is about the document."""
    evidence: tuple[Evidence, ...]
    """Primary place first."""
    related: tuple[Evidence, ...] = ()
    """Other places the verdict leans on (the second program of an overlap, the plan's row)."""
    fingerprint: str
    """16 hex digits; the same for the same matter in a re-typeset draft."""
