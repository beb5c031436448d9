"""What an evaluation says: figures with and without the ambiguous cases, per class, confusion, and the worst errors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from alignment import i18n
from alignment.models.base import Frozen, Lang

NOTHING = "-"
"""Stands for no answer, and for the class of cases where no answer is right."""


class Judged(Frozen):
    """One case and what the tool said."""

    id: str
    text: str
    expected: tuple[str, ...]
    """Any of these is right; empty where abstaining is right."""
    answers: tuple[str, ...]
    """Best first, without the rejected."""
    score: float = 0.0
    """Of the first answer."""
    ambiguous: bool = False
    reasons: tuple[str, ...] = ()
    """Why the first answer was given, or what was rejected."""

    @property
    def right(self) -> bool:
        """Whether the first answer is right, or nothing was said where nothing is right."""
        return self.within(1)

    def within(self, first: int) -> bool:
        """Whether a right answer is among the first so many."""
        if not self.expected:
            return not self.answers
        return any(answer in self.expected for answer in self.answers[:first])


class Measure(Frozen):
    """One figure: `key` names it in words/evaluation.yaml."""

    key: str
    all: float | None
    clear: float | None
    """Without the ambiguous cases. None where there is nothing to divide by."""


class ClassFigures(Frozen):
    """How one class fared by first answers."""

    name: str
    cases: int
    precision: float | None
    recall: float | None
    f1: float | None


class Confusion(Frozen):
    """How often cases of one class were given another."""

    expected: str
    got: str
    cases: int


class Evaluation(Frozen):
    """The result of `evaluate`."""

    kind: str
    cases: int
    ambiguous: int
    measures: tuple[Measure, ...]
    classes: tuple[ClassFigures, ...] = ()
    confusion: tuple[Confusion, ...] = ()
    wrong: tuple[Judged, ...] = ()
    """Confident errors first, then what was left unanswered."""

    def figure(self, key: str, *, clear: bool = False) -> float | None:
        """One figure by its key, over all cases or without the ambiguous ones."""
        measure = next(measure for measure in self.measures if measure.key == key)
        return measure.clear if clear else measure.all

    def as_text(self, lang: Lang = "id", *, errors: int = 20) -> str:
        """For a terminal: figures, classes, confusion, the worst errors with their reasons."""
        lines = [i18n.say("evaluation.head", lang, kind=self.kind, cases=self.cases, ambiguous=self.ambiguous), ""]
        lines.append(f"{'':44} {i18n.say('evaluation.all', lang):>10} {i18n.say('evaluation.clear', lang):>10}")
        for measure in self.measures:
            name = i18n.say(f"evaluation.{measure.key}", lang)
            lines.append(f"{name:44} {_shown(measure.all):>10} {_shown(measure.clear):>10}")
        if self.classes:
            lines += ["", i18n.say("evaluation.classes", lang)]
            lines += [
                f"  {one.name:24} {one.cases:5} {_shown(one.precision):>8} {_shown(one.recall):>8} {_shown(one.f1):>8}"
                for one in self.classes
            ]
        if self.confusion:
            lines += ["", i18n.say("evaluation.confusion", lang)]
            lines += [f"  {one.expected} -> {one.got}: {one.cases}" for one in self.confusion]
        if self.wrong:
            lines += ["", i18n.say("evaluation.wrong", lang)]
        for case in self.wrong[:errors]:
            said = ", ".join(case.answers[:3]) or NOTHING
            mark = " (?)" if case.ambiguous else ""
            lines.append(f"  {case.id}{mark} {case.text[:110]}")
            lines.append(f"      {'/'.join(case.expected) or NOTHING} <- {said} ({case.score:.2f})")
            lines += [f"        {reason}" for reason in case.reasons[:4]]
        return "\n".join(lines)


def share(part: int, whole: int) -> float | None:
    """`part` of `whole`, rounded to four places; None of nothing."""
    return round(part / whole, 4) if whole else None


def harmonic(precision: float | None, recall: float | None) -> float | None:
    """F1."""
    if precision is None or recall is None:
        return None
    return round(2 * precision * recall / (precision + recall), 4) if precision + recall else 0.0


def ranked_measures(judged: Sequence[Judged], within: Sequence[int]) -> tuple[Measure, ...]:
    """Coverage, precision, recall, F1, and how often a right answer is among the first so many of the answered."""
    clear = [case for case in judged if not case.ambiguous]
    both = [_ranked(judged, within), _ranked(clear, within)]
    return tuple(Measure(key=key, all=both[0][key], clear=both[1][key]) for key in both[0])


def _ranked(judged: Sequence[Judged], within: Sequence[int]) -> dict[str, float | None]:
    answered = [case for case in judged if case.answers]
    right = sum(case.right for case in answered)
    precision, recall = share(right, len(answered)), share(right, sum(bool(case.expected) for case in judged))
    return {
        "coverage": share(len(answered), len(judged)),
        "precision": precision,
        "recall": recall,
        "f1": harmonic(precision, recall),
        **{f"within_{first}": share(sum(case.within(first) for case in answered), len(answered)) for first in within},
    }


def classes(judged: Sequence[Judged]) -> tuple[ClassFigures, ...]:
    """Precision and recall of each class by first answers; a case with several right classes counts for its first."""
    cases, given, right = Counter[str](), Counter[str](), Counter[str]()
    for case in judged:
        cases[expected_class(case)] += 1
        given[got_class(case)] += 1
        right[expected_class(case)] += expected_class(case) == got_class(case)
    figures = []
    for name in sorted(set(cases) | set(given)):
        precision, recall = share(right[name], given[name]), share(right[name], cases[name])
        f1 = harmonic(precision, recall)
        figures.append(ClassFigures(name=name, cases=cases[name], precision=precision, recall=recall, f1=f1))
    return tuple(figures)


def confusion(judged: Sequence[Judged]) -> tuple[Confusion, ...]:
    """Which class was taken for which, most often first."""
    pairs = Counter((expected_class(case), got_class(case)) for case in judged if not case.right)
    ordered = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Confusion(expected=expected, got=got, cases=count) for (expected, got), count in ordered)


def expected_class(case: Judged) -> str:
    """The right class: the one that was answered where it is among the right ones, else the first."""
    if case.answers and case.answers[0] in case.expected:
        return case.answers[0]
    return case.expected[0] if case.expected else NOTHING


def got_class(case: Judged) -> str:
    """The first answer."""
    return case.answers[0] if case.answers else NOTHING


def worst(judged: Sequence[Judged]) -> tuple[Judged, ...]:
    """The wrong ones: confident errors first, then the unanswered, clear cases before ambiguous ones."""
    wrong = [case for case in judged if not case.right]
    return tuple(sorted(wrong, key=lambda case: (not case.answers, case.ambiguous, -case.score, case.id)))


def _shown(figure: float | None) -> str:
    return NOTHING if figure is None else f"{figure:.3f}"
