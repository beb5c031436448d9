"""Overlap and variant cases: pairs of texts and how `compare` scores them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from alignment.evaluation import figures
from alignment.evaluation.cases import Case
from alignment.evaluation.figures import Evaluation, Judged, Measure
from alignment.models import Overlap

Compare = Callable[[str, str], Overlap]
_JOINED = ("same", "overlapping")


def overlap(cases: Sequence[Case], compare: Compare) -> Evaluation:
    """Fields `a`, `b`, `overlap`. The verdicts `same` and `overlapping` say yes."""
    judged, scored = [], []
    for case in cases:
        result = compare(case["a"], case["b"])
        joined = result.verdict in _JOINED
        judged.append(
            Judged(
                id=str(case.get("id", "")),
                text=f"{case['a']} | {case['b']}",
                expected=("overlap",) if case["overlap"] else (),
                answers=("overlap",) if joined else (),
                score=result.score,
                ambiguous=bool(case.get("ambiguous")),
                reasons=tuple(f"{one.rule} {one.weight:+.2f} {one.message.en}" for one in result.reasons),
            )
        )
        scored.append((result.score, bool(case["overlap"]), bool(case.get("ambiguous"))))
    area = Measure(
        key="auc",
        all=_auc([(score, yes) for score, yes, _ in scored]),
        clear=_auc([(score, yes) for score, yes, ambiguous in scored if not ambiguous]),
    )
    measures = [one for one in figures.ranked_measures(judged, ()) if one.key != "coverage"]
    return Evaluation(
        kind="overlap",
        cases=len(judged),
        ambiguous=sum(case.ambiguous for case in judged),
        measures=(*measures, area),
        classes=figures.classes(judged),
        confusion=figures.confusion(judged),
        wrong=figures.worst(judged),
    )


def variants(cases: Sequence[Case], compare: Compare) -> Evaluation:
    """Fields `a`, `b`: each `a` is compared with every `b`; its own must score highest, alone."""
    names = list(dict.fromkeys(case["b"] for case in cases))
    judged = []
    for number, case in enumerate(cases, start=1):
        scores = {name: compare(case["a"], name).score for name in names}
        highest = max(scores.values())
        best = [name for name in names if scores[name] == highest]
        judged.append(
            Judged(
                id=str(case.get("id", number)),
                text=case["a"],
                expected=(case["b"],),
                answers=tuple(sorted(best, key=lambda name: name == case["b"])),  # a tie is no answer
                score=highest,
            )
        )
    right = figures.share(sum(case.right for case in judged), len(judged))
    return Evaluation(
        kind="variants",
        cases=len(judged),
        ambiguous=0,
        measures=(Measure(key="right_highest", all=right, clear=right),),
        wrong=figures.worst(judged),
    )


def _auc(scored: Sequence[tuple[float, bool]]) -> float | None:
    """How often a true pair scores above a false one; ties count half."""
    true = [score for score, yes in scored if yes]
    false = [score for score, yes in scored if not yes]
    if not true or not false:
        return None
    wins = sum((above > below) + 0.5 * (above == below) for above in true for below in false)
    return round(wins / (len(true) * len(false)), 4)
