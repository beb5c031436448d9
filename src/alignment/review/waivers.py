"""Findings that somebody has looked at and accepts, with a reason, a name and a day on which the waiver ends.

waivers:
  - fingerprint: 0123456789abcdef
    reason: Disepakati dalam rapat penyelarasan
    owner: Bappeda
    expires: "2026-12-31"
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Container
from pathlib import Path
from typing import Annotated, Literal

from pydantic import StringConstraints, ValidationError

from alignment import yamlfile
from alignment.models import Frozen, Report, WaiverUse
from alignment.rules import mistakes

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


def read(path: Path) -> tuple[Waiver, ...]:
    """The waivers of a file. Raises RuleError with file:line:column."""
    loaded = yamlfile.load(path)
    try:
        return WaiverFile.model_validate(loaded.data or {}).waivers
    except ValidationError as error:
        keys, problem = mistakes.first(error)
        raise yamlfile.wrong(path, loaded.place(keys), problem.id, problem.en) from error


def applied(report: Report, waivers: tuple[Waiver, ...], day: dt.date) -> Report:
    """The report with what is waived on `day` moved from its findings to the waived ones. Nothing is dropped."""
    present = {finding.fingerprint for finding in report.findings}
    uses = tuple(WaiverUse(**dict(waiver), state=_state(waiver, present, day)) for waiver in waivers)
    holding = {use.fingerprint for use in uses if use.state == "used"}
    return report.model_copy(
        update={
            "findings": tuple(finding for finding in report.findings if finding.fingerprint not in holding),
            "waived": (
                *report.waived,
                *(finding for finding in report.findings if finding.fingerprint in holding),
            ),
            "waivers": (*report.waivers, *uses),
        }
    )


def _state(waiver: Waiver, present: Container[str], day: dt.date) -> Literal["used", "unused", "expired"]:
    if waiver.expires < day:
        return "expired"
    return "used" if waiver.fingerprint in present else "unused"
