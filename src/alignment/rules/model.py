"""A rule file as planners write it: models that refuse unknown keys, and the same rules bound to their place."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from alignment.models.base import Frozen

PartName = Literal["pillars", "sdg", "support", "rpjmn", "regulations"]
FieldName = Literal["name", "description", "outcome", "output", "indicators", "agency", "heading", "code"]
WeightName = Literal["decisive", "strong", "medium", "weak", "against"]

PARTS: tuple[PartName, ...] = ("pillars", "sdg", "support", "rpjmn", "regulations")
CONTENT_FIELDS: tuple[FieldName, ...] = ("name", "description", "outcome", "output", "indicators", "heading")
"""Where a rule without `fields` looks. An agency's name says who does it, not what is done: rules must ask for it."""


class Case(Frozen):
    """A small text that the rule alone must fire on, or must not."""

    text: str | None = None
    indicator: str | None = None
    agency: str | None = None
    heading: str | None = None
    code: str | None = None
    expect: Literal["match", "no_match"]

    @model_validator(mode="after")
    def _says_something(self) -> Case:
        if not any((self.text, self.indicator, self.agency, self.heading, self.code)):
            raise PydanticCustomError("empty_case", "a case says nothing")
        return self


class _Rule(Frozen):
    id: str = Field(pattern=r"^[a-z]+(\.[a-z0-9()_-]+)+$")
    weight: WeightName
    cases: tuple[Case, ...]

    @model_validator(mode="after")
    def _hits_and_misses(self) -> _Rule:
        if {case.expect for case in self.cases} != {"match", "no_match"}:
            raise PydanticCustomError("one_sided_cases", "cases of one kind only")
        return self


class PhraseRule(_Rule):
    """At least one phrase of `any_of` and all of `all_of` occur; none of `none_of` does."""

    kind: Literal["phrase"]
    any_of: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    fields: tuple[FieldName, ...] = CONTENT_FIELDS
    exact: bool = False
    """True where only the words as written count, not their stems."""

    @model_validator(mode="after")
    def _looks_for_something(self) -> PhraseRule:
        if not (self.any_of or self.all_of):
            raise PydanticCustomError("looks_for_nothing", "no phrase")
        return self


CodePattern = Annotated[str, Field(pattern=r"^([0-9]|X)(\.([0-9]+|XX))*(\.?\*)?$")]
"""A nomenclature code; `*` stands for any rest, `X.XX` for any bidang: "2.16.03*", "X.XX.01*"."""


class CodeRule(_Rule):
    """The program's nomenclature code stands under one of `codes` and under none of `none_of`."""

    kind: Literal["code"]
    codes: tuple[CodePattern, ...] = Field(min_length=1)
    none_of: tuple[CodePattern, ...] = ()


class FuzzyRule(_Rule):
    """A field's words are close to one of the wordings `like` (rapidfuzz ratio on content words, 0..100)."""

    kind: Literal["fuzzy"]
    like: tuple[str, ...] = Field(min_length=1)
    at_least: int = Field(default=85, ge=50, le=100)
    fields: tuple[FieldName, ...] = CONTENT_FIELDS


class CitationRule(_Rule):
    """The text cites one of these regulations (ids of the regulation corpus)."""

    kind: Literal["citation"]
    cites: tuple[str, ...] = Field(min_length=1)


Rule = Annotated[PhraseRule | CodeRule | FuzzyRule | CitationRule, Field(discriminator="kind")]


class Target(Frozen):
    """One corpus entry and the rules that point to it."""

    id: str
    rules: tuple[Rule, ...]


class RuleFile(Frozen):
    """One YAML file: the rules of one reference group (a pillar, a goal, a bidang)."""

    group: str
    targets: tuple[Target, ...]


class Levels(Frozen):
    """From which score a match is supported, or at least ambiguous; below, it is rejected."""

    supported: float = Field(gt=0, le=1)
    ambiguous: float = Field(gt=0, le=1)


class Scale(Frozen):
    """What the words of rule files are worth: `rules/scale.yaml`."""

    weights: dict[WeightName, float]
    stems: float
    """Share of the weight that a phrase keeps when it matches by stems only."""
    adjuncts: float
    """Share of the weight that words keep right after "di", "bagi", "at" and "for" (where, for whom)."""
    fields: dict[str, float]
    """Share of the weight a rule keeps by where its words stand; fields not named keep all."""
    levels: dict[PartName, Levels]
    rejected_kept: int
    """How many rejected entries are kept, so that a reader sees why not."""


@dataclass(frozen=True)
class BoundRule:
    """A rule, the corpus entry it points to, and where it stands."""

    part: PartName
    target: str
    rule: PhraseRule | CodeRule | FuzzyRule | CitationRule
    path: Path
    line: int


@dataclass(frozen=True)
class RuleSet:
    """All rules of a folder. Equal where the files' bytes are equal."""

    sha256: str
    rules: tuple[BoundRule, ...] = field(compare=False)
    scale: Scale = field(compare=False)

    def part(self, name: PartName) -> tuple[BoundRule, ...]:
        """The rules of one reference list, in file order."""
        return tuple(rule for rule in self.rules if rule.part == name)
