"""Several files of one plan, book by book and its form: a program that two of them print is one, with both places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Literal

from alignment import resources, text, yamlfile
from alignment.models.program import Conflict, Extraction, Program

_LISTS = ("declared_sdg", "funding", "links", "evidence")
_KEPT = ("id", "document", "level")
_DIVISIONS = ("bidang", "bagian", "seksi", "subbagian", "sub", "upt", "uptd")
_Fact = Literal["agency", "pillar", "horizon", "budget"]


def join(extractions: Sequence[Extraction]) -> Extraction:
    """One extraction of all files, in their order; its document, and that of its programs, is the first of them.

    Programs are joined between files only: what one file prints twice stays two, for a reviewer to see. What the files
    say differently of one program is listed as conflicts; the program keeps what the first of them says.
    """
    plan = extractions[0].document
    programs, groups = _Joined(plan), _Joined(plan)
    for extraction in extractions:
        programs.add(extraction.programs)
        groups.add(extraction.groups)
    return Extraction(
        document=plan,
        programs=tuple(programs.programs),
        groups=tuple(groups.programs),
        unread=tuple(row for extraction in extractions for row in extraction.unread),
        mentions=tuple(place for extraction in extractions for place in extraction.mentions),
        conflicts=tuple(programs.conflicts),
    )


class _Joined:
    """The programs of the files so far."""

    def __init__(self, plan: str) -> None:
        self.plan = plan
        self.programs: list[Program] = []
        self.conflicts: list[Conflict] = []
        self._prints: list[list[Program]] = []
        """Of each program, what the files say of it one by one."""

    def add(self, further: Sequence[Program]) -> None:
        """The programs of one further file, each beside what it is or after all others."""
        by_key: dict[str, list[int]] = defaultdict(list)
        for index, program in enumerate(self.programs):
            for key in _keys(program):
                by_key[key].append(index)
        times = Counter(key for program in further for key in _keys(program))
        instead: dict[str, str] = {}
        fresh: list[Program] = []
        taken: set[int] = set()  # the next one of that name in this file is another
        for program in further:
            named = ((n, times[key] == len(by_key[key]) == 1) for key in _keys(program) for n in by_key[key])
            likely = ((n, once) for n, once in named if n not in taken)
            same = next((n for n, once in likely if _are_same(self.programs[n], program, once=once)), None)
            if same is None:
                fresh.append(program)
            else:
                taken.add(same)
                instead[program.id] = self.programs[same].id
                self._merge(same, program)
        for program in fresh:
            parent = instead.get(program.parent or "", program.parent)
            self.programs.append(program.model_copy(update={"document": self.plan, "parent": parent}))
            self._prints.append([program])

    def _merge(self, index: int, program: Program) -> None:
        whole = self.programs[index]
        told = {(known.fact, known.year) for known in self.conflicts if known.program == whole.id}
        for printed in self._prints[index]:
            for conflict in _conflicts(whole.id, printed, program):
                if (conflict.fact, conflict.year) not in told:
                    told.add((conflict.fact, conflict.year))
                    self.conflicts.append(conflict)
        self.programs[index] = _merged(whole, program)
        self._prints[index].append(program)


def _keys(program: Program) -> tuple[str, ...]:
    """By what a program is known again: its code, and its name with or without the word "Program"."""
    name = text.normal(program.name).removeprefix("program ")
    return (program.code, name) if program.code else (name,)


def _are_same(one: Program, other: Program, *, once: bool) -> bool:
    """Whether two files mean one program: nothing that tells programs of one name apart differs. Where each file prints
    the name `once`, they do not agree on a program; where it stands for several, what else they say tells which."""
    if one.level != other.level and "initiative" not in (one.level, other.level):
        return False
    if one.code and other.code and one.code != other.code:
        return False
    if _differ(one.unit, other.unit) or _differ(one.location, other.location):
        return False
    common = one.budget.keys() & other.budget.keys()
    by_one_agency = bool(common) or not _differ(one.agency, other.agency)
    if once and (not (one.code and other.code) or by_one_agency):  # every agency has programs of the same codes
        return True
    return by_one_agency and all(fact == "agency" for fact, *_ in _differences(one, other))


def _conflicts(program: str, one: Program, other: Program) -> Iterator[Conflict]:
    for fact, year, *said in _differences(one, other):
        yield Conflict(
            fact=fact, said=(said[0], said[1]), places=(one.evidence[0], other.evidence[0]), program=program, year=year
        )


def _differences(one: Program, other: Program) -> Iterator[tuple[_Fact, int | None, str, str]]:
    """Each fact that both state differently, with its year and what they say."""
    if _differ(one.agency, other.agency) and not any(map(_is_division, (one.agency, other.agency))):
        yield "agency", None, one.agency or "", other.agency or ""
    if one.declared_pillar and other.declared_pillar and one.declared_pillar != other.declared_pillar:
        yield "pillar", None, one.declared_pillar, other.declared_pillar
    if one.horizon and other.horizon and one.horizon != other.horizon:
        yield "horizon", None, one.horizon, other.horizon
    for year in sorted(one.budget.keys() & other.budget.keys()):
        if one.budget[year] != other.budget[year]:
            yield "budget", year, str(one.budget[year]), str(other.budget[year])


def _is_division(agency: str | None) -> bool:
    """A part of an agency does not contradict the name of the whole."""
    return text.normal(agency or "").partition(" ")[0] in _DIVISIONS


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
