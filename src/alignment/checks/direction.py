"""Which way an indicator should go, as far as its words say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from alignment.checks.spec import CheckSpec
from alignment.text import normal, says


def direction(indicator: str, spec: CheckSpec) -> Literal[1, -1] | None:
    """1 where more is better, -1 where less is, None where the words do not say.

    By the lists of the check: what one wants less of (`less`) turns round where it is spoken of as dealt with
    (`dealt_with`: "kasus yang ditangani", "penurunan prevalensi"); else the indicator has to begin like one that should
    rise (`more`). Neither beside a word that goes either way (`either`: "kejadian", but not "kejadian kecelakaan").
    """
    rest = f" {normal(indicator)} "
    unwanted = [phrase for phrase in spec.words["less"] if f" {phrase} " in rest]
    for phrase in unwanted:
        rest = rest.replace(f" {phrase} ", " ")
    if says(rest, spec.words["either"]):
        return None
    if unwanted:
        return 1 if says(indicator, spec.words["dealt_with"]) else -1
    return 1 if _begins(indicator, spec.words["more"]) else None


def is_share(indicator: str, spec: CheckSpec) -> bool:
    """Whether it is a share of something (`shares`): its words often do not say which way is better."""
    return _begins(indicator, spec.words["shares"])


def _begins(indicator: str, phrases: Iterable[str]) -> bool:
    return f"{normal(indicator)} ".startswith(tuple(f"{phrase} " for phrase in phrases))
