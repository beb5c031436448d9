"""Only what is new: findings that an earlier report held already are put aside, and counted."""

from __future__ import annotations

from typing import NamedTuple

from alignment.models import Finding, Report


class AgainstBaseline(NamedTuple):
    """The report with its new findings alone, and those that the baseline knew."""

    report: Report
    known: tuple[Finding, ...]


def only_new(report: Report, baseline: Report) -> AgainstBaseline:
    """The findings of `report` that `baseline` does not hold, by fingerprint. What the baseline waived is known too."""
    seen = {finding.fingerprint for finding in (*baseline.findings, *baseline.waived)}
    new = tuple(finding for finding in report.findings if finding.fingerprint not in seen)
    known = tuple(finding for finding in report.findings if finding.fingerprint in seen)
    return AgainstBaseline(report.model_copy(update={"findings": new}), known)
