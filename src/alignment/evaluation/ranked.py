"""Pillar, SDG and support cases: what the first answers are worth."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from alignment.evaluation import figures
from alignment.evaluation.cases import Case
from alignment.evaluation.figures import Evaluation, Judged, Measure
from alignment.matching.subject import Subject
from alignment.models import Match

Rank = Callable[[Subject], tuple[Match, ...]]


def pillar(cases: Sequence[Case], rank: Rank) -> Evaluation:
    """Fields `program`, `pillar` (null where abstaining is right). Any match that is not rejected is an answer."""
    judged = [_judged(case, case["program"], _pillars(case), rank, _pillar_of) for case in cases]
    return _evaluation("pillar", judged, figures.ranked_measures(judged, (2,)))


def sdg(cases: Sequence[Case], rank: Rank) -> Evaluation:
    """Fields `text`, `goals`, `targets`. Goals are scored on all cases, targets where they are given."""
    judged = [_judged(case, case["text"], tuple(map(str, case["goals"])), rank, _goal_of) for case in cases]
    with_targets = [case for case in cases if case.get("targets")]
    targets = [_judged(case, case["text"], tuple(case["targets"]), rank, _target_of) for case in with_targets]
    renamed = [
        measure.model_copy(update={"key": f"target_{measure.key}"})
        for measure in figures.ranked_measures(targets, (3,))
        if measure.key in {"coverage", "precision", "within_3"}
    ]
    top = _top(judged, (1,))
    return _evaluation("sdg", judged, (*top, *figures.ranked_measures(judged, (2, 3)), *renamed))


def support(cases: Sequence[Case], rank: Rank) -> Evaluation:
    """Fields `initiative`, `supported`, `code`, `alternates`. Answers are read as programs (`2.16.03`)."""
    judged = [_judged(case, case["initiative"], _codes(case), rank, _program_of) for case in cases]
    carried = [case for case in judged if case.expected]
    return _evaluation("support", judged, (*_top(carried, (1, 3)), *_unsupported(judged)))


def _pillars(case: Case) -> tuple[str, ...]:
    return (case["pillar"],) if case["pillar"] else ()


def _codes(case: Case) -> tuple[str, ...]:
    if not case["supported"]:
        return ()
    return (case["code"], *(other["code"] for other in case.get("alternates") or ()))


def _judged(case: Case, text: str, expected: tuple[str, ...], rank: Rank, read: Callable[[str], str | None]) -> Judged:
    matches = rank(Subject.of_text(text))
    accepted = [match for match in matches if match.status != "rejected"]
    answers = dict.fromkeys(answer for match in accepted if (answer := read(match.entry_id)))
    return Judged(
        id=str(case.get("id", "")),
        text=text,
        expected=expected,
        answers=tuple(answers),
        score=accepted[0].score if accepted else 0.0,
        ambiguous=bool(case.get("ambiguous")),
        reasons=tuple(_reason(match) for match in (accepted or matches)[:3]),
    )


def _reason(match: Match) -> str:
    said = "; ".join(f"{one.rule} {one.weight:+.2f} “{', '.join(one.words)}”" for one in match.contributions[:4])
    return f"{match.entry_id} {match.score:.2f} {match.status}: {said}"


def _pillar_of(entry_id: str) -> str:
    return entry_id.split(".", maxsplit=1)[0]


def _goal_of(entry_id: str) -> str:
    return entry_id.split(".", maxsplit=1)[0]


def _target_of(entry_id: str) -> str | None:
    parts = entry_id.split(".")
    return ".".join(parts[:2]) if len(parts) > 1 else None


def _program_of(entry_id: str) -> str:
    return ".".join(entry_id.split(".")[:3])


def _top(judged: Sequence[Judged], firsts: Sequence[int]) -> tuple[Measure, ...]:
    """Right among the first so many, of all cases, answered or not."""
    clear = [case for case in judged if not case.ambiguous]
    return tuple(
        Measure(
            key=f"top_{first}",
            all=figures.share(sum(case.within(first) for case in judged), len(judged)),
            clear=figures.share(sum(case.within(first) for case in clear), len(clear)),
        )
        for first in firsts
    )


def _unsupported(judged: Sequence[Judged]) -> tuple[Measure, ...]:
    """How well "no official program carries it" is told: an empty answer is the prediction."""

    def of(cases: Sequence[Judged]) -> dict[str, float | None]:
        said = [case for case in cases if not case.answers]
        true = [case for case in cases if not case.expected]
        both = sum(not case.expected for case in said)
        precision, recall = figures.share(both, len(said)), figures.share(both, len(true))
        return {"precision": precision, "recall": recall, "f1": figures.harmonic(precision, recall)}

    everything, clear = of(judged), of([case for case in judged if not case.ambiguous])
    return tuple(Measure(key=f"unsupported_{key}", all=everything[key], clear=clear[key]) for key in everything)


def _evaluation(kind: str, judged: Sequence[Judged], measures: tuple[Measure, ...]) -> Evaluation:
    return Evaluation(
        kind=kind,
        cases=len(judged),
        ambiguous=sum(case.ambiguous for case in judged),
        measures=measures,
        classes=figures.classes(judged),
        confusion=figures.confusion(judged),
        wrong=figures.worst(judged),
    )
