"""What is said about a check, as data: `rules/checks/<CODE>.yaml`. Manual, `explain` and tests are made from it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, NamedTuple

from pydantic import Field, StringConstraints

from alignment import resources, yamlfile
from alignment.models import Confidence, DocumentKind, Frozen, Outcome, Period, Region, Severity, Text

CODE = re.compile(r"(PIL|REG|SDG|SUP|OVL|CMP|FIG|DOC|RDG)\d{3}")


class Variant(Frozen):
    """One thing the check can say, and how grave and how sure it is where that differs from the check."""

    id: str
    en: str
    suggestion: Text | None = None
    severity: Severity | None = None
    confidence: Confidence | None = None
    outcome: Outcome = "fail"


class SketchedProgram(Frozen):
    """A program of an example: the fields of `Program` that matter, in short."""

    name: str
    level: str = "initiative"
    key: str | None = None
    """Names the row, so that another can call it its parent."""
    parent: str | None = None
    page: int = 1
    fields: dict[str, Any] = Field(default_factory=dict)
    budget: dict[int, Decimal] = Field(default_factory=dict)


class Sketch(Frozen):
    """A small draft (and the plans it is held against) on which the check must, or must not, speak."""

    note: str = ""
    kind: DocumentKind = "master_plan"
    as_of: str = "2024-06-01"
    period: Period | None = None
    region: Region | None = None
    pages: int = 1
    """How many pages it has; its text stands on the first."""
    text: str = ""
    missions: tuple[str, ...] = ()
    legal_basis: tuple[str, ...] = ()
    programs: tuple[SketchedProgram, ...] = ()
    second_draft: tuple[SketchedProgram, ...] = ()
    against: tuple[SketchedProgram, ...] = ()
    against_text: str = ""
    issues: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    finds: tuple[str, ...] = ()
    """The variants that must come out, in order; empty: the check is silent."""


class Example(Frozen):
    """What it looks like, for people, and the cases that hold the check to it."""

    bad: Text
    good: Text
    cases: tuple[Sketch, ...] = ()


class CheckSpec(Frozen):
    """One check: its name, how grave and how sure, its numbers, its manual and its messages."""

    code: Annotated[str, StringConstraints(pattern=rf"^{CODE.pattern}$")]
    name: Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$")]
    """After the bad pattern: "no-pillar"."""
    severity: Severity
    confidence: Confidence
    default: bool = True
    thresholds: dict[str, float] = Field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Word lists the check decides by."""
    title: Text
    what: Text
    why: Text
    legal_ground: Text
    example: Example
    fix: Text
    messages: dict[str, Variant] = Field(min_length=1)
    suggestion: Text | None = None
    """What a finding advises where that is more to the point than `fix`."""

    def threshold(self, name: str) -> float:
        """A number the check decides by."""
        return self.thresholds[name]


class SpecSet(NamedTuple):
    """All checks by code, and the hash of the files they were read from."""

    by_code: Mapping[str, CheckSpec]
    sha256: str


def load(folder: Path | None = None) -> SpecSet:
    """The checks that ship with the package, by code; those of `folder` (its `checks/`) stand in for them.

    Raises RuleError with file:line:column for a file that does not keep the schema or is not named after its code.
    """
    places = (resources.rules_folder(), *([folder] if folder else []))
    paths = tuple(path for place in places for path in sorted((place / "checks").glob("*.yaml")))
    digest = hashlib.sha256(b"\0".join(path.read_bytes().replace(b"\r\n", b"\n") for path in paths))
    return _load(paths, digest.hexdigest())


@lru_cache(maxsize=8)
def _load(paths: tuple[Path, ...], sha256: str) -> SpecSet:
    by_code: dict[str, CheckSpec] = {}
    for path in paths:
        spec = yamlfile.load_model(path, CheckSpec)
        if path.stem != spec.code:
            problem_id, problem_en = f"berkas ini harus bernama {spec.code}.yaml", f"call this file {spec.code}.yaml"
            raise yamlfile.wrong(path, yamlfile.Mark(1, 1), problem_id, problem_en)
        by_code[spec.code] = spec
    return SpecSet(MappingProxyType(by_code), sha256)
