"""Findings that somebody has looked at and accepts, with a reason, a name and a day on which the waiver ends.

waivers:
  - fingerprint: 0123456789abcdef
    reason: Disepakati dalam rapat penyelarasan
    owner: Bappeda
    expires: "2026-12-31"
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import StringConstraints

from alignment import yamlfile
from alignment.models import Frozen, Report

_Words = Annotated[str, StringConstraints(min_length=3, strip_whitespace=True)]


class Waiver(Frozen):
    """One accepted finding."""

    fingerprint: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
    reason: _Words
    owner: _Words
    expires: dt.date
    """The last day it holds."""


class WaiverFile(Frozen):
    """A file of waivers."""

    waivers: tuple[Waiver, ...] = ()


class Waived(NamedTuple):
    """A report with its waived findings put aside, and what became of each waiver."""

    report: Report
    used: tuple[Waiver, ...]
    unused: tuple[Waiver, ...]
    """No finding bears the fingerprint any more: the matter is settled, the waiver can go."""
    expired: tuple[Waiver, ...]
    """Their findings stand again."""


def read(path: Path) -> tuple[Waiver, ...]:
    """The waivers of a file. Raises RuleError with file:line:column."""
    return yamlfile.load_model(path, WaiverFile).waivers


def apply(report: Report, waivers: tuple[Waiver, ...], day: dt.date) -> Waived:
    """Move what is waived on `day` from the findings to the waived ones. Nothing is dropped."""
    expired = tuple(waiver for waiver in waivers if waiver.expires < day)
    holding = {waiver.fingerprint: waiver for waiver in waivers if waiver.expires >= day}
    present = {finding.fingerprint for finding in report.findings}
    stands = tuple(finding for finding in report.findings if finding.fingerprint not in holding)
    put_aside = tuple(finding for finding in report.findings if finding.fingerprint in holding)
    return Waived(
        report.model_copy(update={"findings": stands, "waived": (*report.waived, *put_aside)}),
        tuple(waiver for key, waiver in holding.items() if key in present),
        tuple(waiver for key, waiver in holding.items() if key not in present),
        expired,
    )
