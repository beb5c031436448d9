"""A name for a matter that stays when the draft is typeset anew: no page, no box, no document hash goes into it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from alignment.models import Finding
from alignment.text import content


def of(code: str, subject: Iterable[str], facts: Iterable[str] = ()) -> str:
    """16 hex digits from the check, what it is about and the facts that tell two findings about it apart.

    `subject` are words of the document: compared without case, punctuation, function words and spaces, so that other
    line breaks and run-together words leave the name as it is. `facts` are ids and keys, taken as they are.
    """
    words = ["".join(content(part)) for part in subject]
    parts = "\x1f".join([code, *words, "", *facts])
    return hashlib.sha256(parts.encode()).hexdigest()[:16]


def numbered(findings: Iterable[Finding]) -> list[Finding]:
    """The findings with an ordinal worked into each fingerprint that came up before, in the order given."""
    seen: Counter[str] = Counter()
    result = []
    for finding in findings:
        nth = seen[finding.fingerprint]
        seen[finding.fingerprint] += 1
        if nth:
            again = hashlib.sha256(f"{finding.fingerprint}\x1f{nth}".encode()).hexdigest()[:16]
            finding = finding.model_copy(update={"fingerprint": again})  # noqa: PLW2901
        result.append(finding)
    return result
