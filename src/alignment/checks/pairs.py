"""Which programs are worth comparing, and what they have in common. Most pairs of a plan are neighbours, not doubles.

Comparing two texts is `matching.compare`; this room knows the plan around them: what belongs together, what the
official nomenclature keeps apart already, which words every second program of this plan uses.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from alignment.checks.base import Review
from alignment.checks.kinds import is_regional_plan
from alignment.checks.kinship import are_kin
from alignment.checks.scope import is_supporting
from alignment.matching import differences, features, lexicon, likeness, matters
from alignment.matching.compare import compare
from alignment.matching.features import Features
from alignment.matching.official_name import code_by_name
from alignment.models import Level, Overlap, Program
from alignment.text import content, normal

_COMPARED: tuple[Level, ...] = ("program", "kegiatan", "initiative")
_ROWS: tuple[Level, ...] = (*_COMPARED, "sub_kegiatan")
"""Sub kegiatan are compared in regional plans only, where another agency may stand beside them with a name of its own:
the nomenclature names every one of them."""
_COMMON = 40
"""A word that more programs than this use finds no pair by itself."""
_SAME_WORDS = 88
"""How alike (0..100) the words of two names must be, in any order, for them to be one program."""
_SAYS = 0.1
"""Weight from which a word of a name says something."""
_NEUTRAL = frozenset(["action:build", lexicon.NEUTRAL])
_ABOUT = frozenset(
    f"action:{name}" for name in ("plan", "watch", "license", "inform", "train", "record", "restore", "give")
)
"""What is done about a thing, or to one that is there, is another program than the thing itself."""
_HEADWORDS = ("program", "kegiatan")
_SAYS_ENOUGH, _STATED = 3, 3
"""Words of an output from which it is told from others, and programs of which it may be the output."""
_FEW = 5
"""Programs that two drafts may share by name and still be two plans."""
_NEAREST = 12
"""Candidates compared for each program."""


class OneOutput(NamedTuple):
    """An output that two programs state in the same words, for the same place and years."""

    output: str
    location: str
    years: tuple[int, ...]


class Pair(NamedTuple):
    """Two programs of the drafts, in reading order, and what they have in common."""

    a: Program
    b: Program
    overlap: Overlap
    only_a: tuple[str, ...]
    """What the name of `a` speaks of and that of `b` does not."""
    only_b: tuple[str, ...]
    own_a: float
    """What only `a` speaks of, as a part of what the two share, names and descriptions together."""
    own_b: float
    shared: float
    """The weight of what they share, names and descriptions together: about 1 a thing."""
    beside: float
    """How far what each says beside that is of one matter: below 0 of two, above of one, 0 where nothing is known."""
    one_doing: bool
    """Whether both open with what one program may be told by, or neither with what is done about the thing of the
    other: planning, watching, training ..."""
    speakers: int
    """How many programs of the drafts speak of all that the two share; 0 where that is words of form only."""

    one_output: OneOutput | None
    nearest_row: bool = False
    """Whether one is called by a name of its own, and the other is the official row of the same plan nearest to it."""

    @property
    def is_same(self) -> bool:
        """Whether it is one program: by its words in any order, or but for slips of the pen."""
        return (
            "".join(_words(self.a.name)) == "".join(_words(self.b.name))
            or _misspelt(self.a.name, self.b.name)
            or (self.overlap.verdict == "same" and not self.only_a and not self.only_b and _same_words(self.a, self.b))
        )

    @property
    def is_exchanged(self) -> bool:
        """Whether the names are one frame around two things: "Penataan pasar Oeba" and "Penataan pasar Kasih"."""
        one, other = normal(self.a.name).split(), normal(self.b.name).split()
        differing = sum(a != b for a, b in zip(one, other, strict=False))
        return len(one) == len(other) and differing == 1 and bool(self.only_a and self.only_b)


def pairs(review: Review) -> tuple[Pair, ...]:
    """The pairs of programs that are the same or overlap, without those that belong together."""
    return review.once("pairs", lambda: _pairs(review))


def _pairs(review: Review) -> tuple[Pair, ...]:
    regional = frozenset(draft.document.id for draft in review.drafts if is_regional_plan(draft))
    programs = [
        program
        for draft in review.drafts
        for program in draft.extraction.programs
        if program.level in (_ROWS if program.document in regional else _COMPARED) and not is_supporting(program)
    ]
    units = [features.of(program).units.keys() for program in programs]
    users: dict[str, set[int]] = defaultdict(set)
    for index, some in enumerate(units):
        for unit in some:
            users[unit].add(index)
    stating = Counter(map(_output, programs))
    never = {frozenset(pair) for pair in (*versions(review), *_of_two_regions(review))}
    found = []
    for first, second in _candidates(programs, units):
        a, b = programs[first], programs[second]
        if frozenset((a.document, b.document)) in never or not _comparable(a, b, regional):
            continue
        if are_kin(a, b, review.programs):
            continue
        overlap, one, two = max((_compared(*told) for told in _tellings(a, b)), key=lambda told: told[0].score)
        output = _one_output(a, b, stating)
        if overlap.verdict in ("same", "overlapping") or _misspelt(a.name, b.name) or output:
            found.append(_pair(a, b, overlap, one, two, users, output))
    return tuple(_with_nearest_rows(found, regional))


def _with_nearest_rows(found: list[Pair], regional: frozenset[str]) -> Iterator[Pair]:
    """Of the rows of a regional plan that a program with a name of its own is like, only the nearest: a sub kegiatan
    before the program that it stands under."""
    own = [_named_by_itself(pair, regional) for pair in found]
    nearest: dict[str, Pair] = {}
    for pair, program in zip(found, own, strict=True):
        if program is not None:
            nearest[program.id] = max(nearest.get(program.id, pair), pair, key=_nearness)
    for pair, program in zip(found, own, strict=True):
        if program is None:
            yield pair
        elif nearest[program.id] is pair:
            yield pair._replace(nearest_row=True)


def _nearness(pair: Pair) -> tuple[float, bool, float]:
    score = pair.overlap.score
    return round(score, 1), "sub_kegiatan" in (pair.a.level, pair.b.level), score


def _named_by_itself(pair: Pair, regional: frozenset[str]) -> Program | None:
    """The program of the two that has a name of its own, where the other is a row of the same regional plan and words
    alone join them."""
    if pair.a.document not in regional or pair.a.document != pair.b.document or pair.one_output:
        return None
    own = [program for program in (pair.a, pair.b) if not _is_official(program)]
    return own[0] if len(own) == 1 else None


def _one_output(a: Program, b: Program, stating: Mapping[tuple[str, ...], int]) -> OneOutput | None:
    """What both state as their output; words that many rows of the plan repeat are a formula."""
    one, years = _output(a), sorted(_years(a) & _years(b))
    if not one or one != _output(b) or stating[one] > _STATED or not a.location or not years:
        return None
    return OneOutput(a.output or "", a.location, tuple(years))


def _output(program: Program) -> tuple[str, ...]:
    """The words of an output that says enough to be told from others, and the place it is for."""
    words = content(program.output or "")
    return (*words, normal(program.location or "")) if len(words) >= _SAYS_ENOUGH else ()


def _years(program: Program) -> set[int]:
    return set(program.years or program.budget)


def _tellings(a: Program, b: Program) -> list[tuple[Program, Program]]:
    """The two as they are told, and by their names alone where only one says more: the other may mean as much."""
    one, two = (program.model_copy(update={"description": None, "output": None}) for program in (a, b))
    one_sided = (one == a) != (two == b)
    return [(a, b), (one, two)] if one_sided else [(a, b)]


def _compared(a: Program, b: Program) -> tuple[Overlap, Features, Features]:
    return compare(a, b), features.of(a), features.of(b)


def _pair(
    a: Program,
    b: Program,
    overlap: Overlap,
    one: Features,
    two: Features,
    users: Mapping[str, set[int]],
    one_output: OneOutput | None,
) -> Pair:
    both = likeness.shared(one, two)
    bare = min(both.rest_a, both.rest_b) < _SAYS
    return Pair(
        a,
        b,
        overlap,
        _own(a.name, b.name),
        _own(b.name, a.name),
        _rest(one, both.joined_a, bare) / (both.weight + 1e-9),
        _rest(two, both.joined_b, bare) / (both.weight + 1e-9),
        both.weight,
        matters.beside(one.told, two.told),
        differences.go_together(one.leads, two.leads) or not (one.leads ^ two.leads) & _ABOUT,
        _speakers(both.joined_a, one.units, users),
        one_output,
    )


def _rest(side: Features, joined: frozenset[str], bare: bool) -> float:
    """The weight of what only this side speaks of, `bare`: without words that no list knows, which only
    call it something where the other says no more than that."""
    named = side.unknown if bare else frozenset[str]()
    return sum(weight for unit, weight in side.units.items() if unit not in joined and unit not in named)


def _speakers(shared: Iterable[str], weights: Mapping[str, float], users: Mapping[str, set[int]]) -> int:
    """How many programs speak of all that two share, leaving out words that every name has."""
    using = [users[unit] for unit in shared if weights[unit] >= _SAYS and unit in users and unit not in _NEUTRAL]
    return len(set.intersection(*using)) if using else 0


def versions(review: Review) -> tuple[tuple[str, str], ...]:
    """The drafts (by `Document.id`) that are two versions of one plan: most of their programs bear the same names."""
    names = {
        draft.document.id: {normal(program.name) for program in draft.extraction.programs} for draft in review.drafts
    }
    return tuple(
        (one, other)
        for one, other in combinations(names, 2)
        if len(names[one] & names[other]) > max(_FEW, len(names[one]) / 2, len(names[other]) / 2)
    )


def _of_two_regions(review: Review) -> tuple[tuple[str, str], ...]:
    """The drafts (by `Document.id`) of two regencies or cities: what each does for itself is no double."""
    codes = {draft.document.id: draft.document.region.code for draft in review.drafts if draft.document.region}
    local = {document: code for document, code in codes.items() if code and "." in code}
    return tuple((one, other) for one, other in combinations(local, 2) if local[one] != local[other])


def _comparable(a: Program, b: Program, regional: frozenset[str]) -> bool:
    """Programs of one level, unless the nomenclature or their common parent keeps them apart already.

    RPJMD and Renstra print the nomenclature's rows over and over, one agency's by another's: there only what two
    agencies call by a name of their own can be double.
    """
    if a.code and b.code:
        return False
    if a.level != b.level and "initiative" not in (a.level, b.level):
        return False
    official = _is_official(a) and _is_official(b)
    rows = a.document in regional and b.document in regional
    if "sub_kegiatan" in (a.level, b.level) and (a.document != b.document or not (a.code or b.code)):
        return False
    if rows and (official or (a.document == b.document and not _two_agencies(a, b))):
        return False
    if normal(a.name) == normal(b.name):
        return True
    siblings = a.parent is not None and a.parent == b.parent
    return not siblings and not official


def _is_official(program: Program) -> bool:
    return bool(program.code or code_by_name(program.name))


def _two_agencies(a: Program, b: Program) -> bool:
    """Whether another agency's is what has a name of its own; rows that say none are of the plan's."""
    named = all(program.agency or _is_official(program) for program in (a, b))
    return named and normal(a.agency or "") != normal(b.agency or "")


def _own(name: str, other: str) -> tuple[str, ...]:
    """What a name says that the other does not, leaving out words that every name has and the neutral actions.

    Where both name one subject and this name closer (“industri kecil menengah” beside “industri”), that is its own too.
    """
    mine, theirs = features.of(name), features.of(other)
    own = [
        unit
        for unit, weight in mine.units.items()
        if unit not in theirs.units and weight >= _SAYS and unit not in _NEUTRAL
    ]
    for unit in mine.units.keys() & theirs.units.keys():
        closer, wider = set(content(mine.words.get(unit, ""))), set(content(theirs.words.get(unit, "")))
        if closer > wider and wider:
            own.extend(closer - wider)
    return tuple(sorted(own))


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in content(name) if word not in _HEADWORDS)


def _same_words(a: Program, b: Program) -> bool:
    from rapidfuzz import fuzz

    return fuzz.token_sort_ratio(" ".join(_words(a.name)), " ".join(_words(b.name))) >= _SAME_WORDS


def _misspelt(one: str, other: str) -> bool:
    """Whether two names are word by word the same but for slips of the pen: “sistem”, “sisten”.

    A slip makes a long word into one that no official name uses; “pertanian” and “pertanahan” are two words.
    """
    first, second = _words(one), _words(other)
    if len(first) != len(second):
        return False
    differing = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    return 0 < len(differing) < len(first) / 2 and all(likeness.is_slip(a, b) for a, b in differing)


def _candidates(programs: Sequence[Program], units: Sequence[Collection[str]]) -> Iterator[tuple[int, int]]:
    """Index pairs, each once, in order: equal names or outputs, and the nearest by rare words."""
    counts = Counter(unit for some in units for unit in some)
    using: dict[str, list[int]] = defaultdict(list)
    names: dict[str | tuple[str, ...], list[int]] = defaultdict(list)
    for index, program in enumerate(programs):
        names[normal(program.name)].append(index)
        if output := _output(program):
            names[output].append(index)
        for unit in units[index]:
            if counts[unit] <= _COMMON:
                using[unit].append(index)
    found = {pair for same in names.values() for pair in combinations(same[:_COMMON], 2)}
    for index in range(len(programs)):
        near: dict[int, float] = defaultdict(float)
        for unit in sorted(units[index]):
            for other in using.get(unit, ()):
                if other != index:
                    near[other] += math.log(len(programs) / counts[unit]) + 1
        best = sorted(near, key=lambda other: (-near[other], other))[:_NEAREST]
        found.update((min(index, other), max(index, other)) for other in best)
    return iter(sorted(found))
