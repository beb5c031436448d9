"""Which programs of the given plans carry a draft program: by code, then by name, then by what it is about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from alignment import text
from alignment.corpora import nomenclature
from alignment.grammar import codes
from alignment.matching import features, lexicon
from alignment.matching.compare import closeness
from alignment.matching.features import Features
from alignment.models import Contribution, Match, Program, Status, Text

SUPPORTED, AMBIGUOUS = 0.62, 0.45
_SHORTLIST = 12
_KEPT = 5
_REJECTED_KEPT, _WORTH_SHOWING = 2, 0.2
"""Of the rejected the best few are kept, as long as they have something to do with it."""
_NAME_DIFFERS = 0.5  # below, one code carries two different names
_SAYS_MORE = 0.95
_COMMON = 0.2  # a word of more than this share of the rows brings no row up


class _Asked(NamedTuple):
    """A draft program, ready to be looked for."""

    name: Features
    whole: Features
    says_more: bool
    """Whether it has a description or an output beside its name."""


class PlanIndex:
    """The programs of the given plans, ready to be asked. Built once, then only read: safe to share between threads."""

    def __init__(self, programs: Iterable[Program]) -> None:
        self.programs = tuple(program for program in programs if program.level not in ("urusan", "bidang"))
        self._features = [features.of(program) for program in self.programs]
        self._names = [features.of(program.name) for program in self.programs]
        self._by_code: dict[str, list[int]] = defaultdict(list)
        self._by_name: dict[str, list[int]] = defaultdict(list)
        counts: Counter[str] = Counter()
        for number, (program, own) in enumerate(zip(self.programs, self._features, strict=True)):
            if program.code:
                self._by_code[_code_key(program.code)].append(number)
            self._by_name[text.normal(program.name)].append(number)
            counts.update(own.units.keys())
        most = max(25.0, _COMMON * len(self.programs))
        self._rows: dict[str, list[int]] = defaultdict(list)
        for number, own in enumerate(self._features):
            if _is_supporting(self.programs[number]):
                continue
            for unit in own.units:
                if counts[unit] <= most:
                    self._rows[unit].append(number)

    def coded(self, code: str) -> list[int]:
        """The rows that print this code."""
        return self._by_code.get(_code_key(code), [])

    def named(self, name: str) -> list[int]:
        """The rows that print exactly this name."""
        return self._by_name.get(text.normal(name), [])

    def near(self, own: Features) -> list[int]:
        """The rows that share the weightiest words with a program, or say what they are a kind of, best first."""
        broader = lexicon.load().broader
        shared: dict[int, float] = {}
        for unit, weight in own.units.items():
            for concept in (unit, *broader.get(unit, ())):
                rows = self._rows.get(concept, ())
                for number in rows:
                    shared[number] = shared.get(number, 0.0) + weight / (1 + len(rows)) ** 0.25
        scaled = [(-value / (1 + self._features[number].total) ** 0.5, number) for number, value in shared.items()]
        return [number for _, number in sorted(scaled)[:_SHORTLIST]]

    def closeness(self, asked: _Asked, row: int) -> tuple[float, tuple[str, ...]]:
        """How near a row is to a program: by their names, and by all that both say where the program says more."""
        by_name = _covered(asked.name, self._names[row])
        if not asked.says_more:
            return by_name
        value, words = _covered(asked.whole, self._features[row])
        return max(by_name, (_SAYS_MORE * value, words))


def _covered(own: Features, row: Features) -> tuple[float, tuple[str, ...]]:
    """How near a row is to a program that may be about a kind of its object: libraries carry digital libraries."""
    broader = lexicon.load().broader
    wider: dict[str, str] = {}
    for unit in own.units:
        for parent in broader.get(unit, ())[:1]:  # what lies farther up is a whole field: health, schooling
            if unit not in row.units and parent in row.units and parent not in (*own.units, *wider.values()):
                wider[unit] = parent
    if not wider:
        return closeness(own, row)
    return closeness(_renamed(own, wider), row)


def _renamed(own: Features, names: Mapping[str, str]) -> Features:
    """The features with units under other names, their words as printed."""
    return own._replace(
        units={names.get(unit, unit): weight for unit, weight in own.units.items()},
        topics={names.get(unit, unit): programs for unit, programs in own.topics.items()},
        words=own.words | {name: own.words.get(unit, unit) for unit, name in names.items()},
    )


def carried_by(program: Program, plan: PlanIndex) -> tuple[Match, ...]:
    """The rows of the plans that carry `program`, best first, the best few rejected ones kept.

    One code on many budget lines gives many rows of one score; at most five rows are returned beside the rejected.
    """
    whole = features.of(program)
    own = _Asked(features.of(program.name), whole, bool(program.description or program.output))
    found: dict[int, tuple[float, tuple[Contribution, ...]]] = {}
    for row in plan.coded(program.code) if program.code else []:
        found[row] = _by_code(program, own, plan, row)
    for row in plan.named(program.name):
        found.setdefault(row, (1.0, (_because("carried.name", program.name, 1.0, "name"),)))
    for row in plan.near(whole):
        if row not in found:
            value, words = plan.closeness(own, row)
            found[row] = value, tuple(_because("carried.content", word, round(value, 4), "name") for word in words[:1])
    ranked = sorted(found.items(), key=lambda item: (-item[1][0], item[0]))
    matches = [_match(plan.programs[row], value, reasons) for row, (value, reasons) in ranked[: _KEPT + _SHORTLIST]]
    good = [match for match in matches if match.status != "rejected"][:_KEPT]
    return (*good, *_near_misses(matches))


def _near_misses(matches: list[Match]) -> list[Match]:
    near = [match for match in matches if match.status == "rejected" and match.score >= _WORTH_SHOWING]
    return near[:_REJECTED_KEPT]


def _by_code(program: Program, own: _Asked, plan: PlanIndex, row: int) -> tuple[float, tuple[Contribution, ...]]:
    reasons = [_because("carried.code", program.code or "", 1.0, "code")]
    if plan.closeness(own, row)[0] < _NAME_DIFFERS:
        reasons.append(_because("carried.other_name", plan.programs[row].name, 0.0, "name"))
    return 1.0, tuple(reasons)


def _is_supporting(program: Program) -> bool:
    """Penunjang rows (`X.XX.01`) carry nothing but themselves: every agency has them."""
    shaped = nomenclature.canonical(program.code) if program.code else None
    return shaped is not None and codes.is_supporting(shaped)


def _because(rule: str, words: str, weight: float, field: str) -> Contribution:
    return Contribution(rule=rule, words=(words,), weight=weight, field=field)


def _match(row: Program, value: float, reasons: tuple[Contribution, ...]) -> Match:
    return Match(
        entry_id=row.id,
        label=Text(id=row.name, en=row.name),
        score=round(value, 4),
        status=_status(value),
        contributions=reasons,
        evidence=row.evidence,
    )


def _status(value: float) -> Status:
    if value >= SUPPORTED:
        return "supported"
    return "ambiguous" if value >= AMBIGUOUS else "rejected"


def _code_key(code: str) -> str:
    return nomenclature.canonical(code) or text.normal(code)
