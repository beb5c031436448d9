"""The judgement: what a reviewer would find, from programs, matches and dates."""

from alignment.checks.base import Outcome, Reading, Review, Verdict, registry, run
from alignment.checks.spec import CheckSpec, SpecSet, load

__all__ = ["CheckSpec", "Outcome", "Reading", "Review", "SpecSet", "Verdict", "load", "registry", "run"]
