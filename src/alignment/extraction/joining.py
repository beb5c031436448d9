"""Several files of one plan, book by book and its form: a program that two of them print is one, with both places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from alignment import resources, text, yamlfile
from alignment.models.program import Extraction, Program

_LISTS = ("declared_sdg", "funding", "links", "evidence")
_KEPT = ("id", "document", "level")


def join(extractions: Sequence[Extraction]) -> Extraction:
    """One extraction of all files, in their order; its document, and that of its programs, is the first of them.

    Programs are joined between files only: what one file prints twice stays two, for a reviewer to see.
    """
    plan = extractions[0].document
    programs: list[Program] = []
    groups: list[Program] = []
    for extraction in extractions:
        programs = _joined(programs, extraction.programs, plan)
        groups = _joined(groups, extraction.groups, plan)
    return Extraction(
        document=plan,
        programs=tuple(programs),
        groups=tuple(groups),
        unread=tuple(row for extraction in extractions for row in extraction.unread),
        mentions=tuple(place for extraction in extractions for place in extraction.mentions),
    )


def _joined(known: Sequence[Program], further: Sequence[Program], plan: str) -> list[Program]:
    """The programs of the files before, and those of one further file that are none of them."""
    result = list(known)
    by_key: dict[str, list[int]] = defaultdict(list)
    for index, program in enumerate(known):
        by_key[_key(program)].append(index)
    instead: dict[str, str] = {}
    fresh: list[Program] = []
    for program in further:
        same = next((index for index in by_key[_key(program)] if _are_same(result[index], program)), None)
        if same is None:
            fresh.append(program)
        else:
            by_key[_key(program)].remove(same)  # the next one of that name in this file is another
            instead[program.id] = result[same].id
            result[same] = _merged(result[same], program)
    for program in fresh:
        parent = instead.get(program.parent or "", program.parent)
        result.append(program.model_copy(update={"document": plan, "parent": parent}))
    return result


def _key(program: Program) -> str:
    return program.code or text.normal(program.name)


def _are_same(one: Program, other: Program) -> bool:
    """Whether two files mean one program: nothing that both of them say of it differs."""
    if one.level != other.level and "initiative" not in (one.level, other.level):
        return False
    for a, b in ((one.declared_pillar, other.declared_pillar), (one.horizon, other.horizon)):
        if a and b and a != b:
            return False
    if _differ(one.unit, other.unit) or _differ(one.location, other.location):
        return False
    common = one.budget.keys() & other.budget.keys()
    if any(one.budget[year] != other.budget[year] for year in common):
        return False
    return bool(common) or not _differ(one.agency, other.agency)


def _differ(one: str | None, other: str | None) -> bool:
    """Whether two names of an agency or place cannot mean the same: neither holds the words of the other."""
    a, b = _words(one), _words(other)
    return bool(a and b) and not (a <= b or b <= a)


def _words(name: str | None) -> frozenset[str]:
    """The content words of a name, short forms read in full: "DLH" is "Dinas Lingkungan Hidup"."""
    full = _short_forms()
    return frozenset(word for short in text.content(name or "") for word in text.content(full.get(short, short)))


@cache
def _short_forms() -> Mapping[str, str]:
    data = yamlfile.load(resources.rules_folder() / "lexicon" / "abbreviations.yaml").data
    forms: Mapping[str, str] = data["expansions"]
    return forms


def _merged(one: Program, other: Program) -> Program:
    """`one` with what `other` adds to it: its places, and what is empty in `one`."""
    update: dict[str, Any] = {
        name: getattr(other, name)
        for name in Program.model_fields
        if name not in _KEPT and getattr(one, name) in (None, (), {}) and name != "parent"
    }
    update |= {name: _all(getattr(one, name), getattr(other, name)) for name in _LISTS}
    known = {indicator.name.casefold() for indicator in one.indicators}
    added = tuple(indicator for indicator in other.indicators if indicator.name.casefold() not in known)
    update |= {
        "indicators": (*one.indicators, *added),
        "budget": dict(sorted({**other.budget, **one.budget}.items())),
        "years": tuple(sorted({*one.years, *other.years})),
        "level": other.level if one.level == "initiative" else one.level,
    }
    return one.model_copy(update=update)


def _all(one: Iterable[Any], other: Iterable[Any]) -> tuple[Any, ...]:
    """The members of both, each once. Pydantic models are frozen, hence hashable."""
    return tuple(dict.fromkeys((*one, *other)))
