"""What each kind of evidence weighs in `matching.compare`, fitted anew on the blind rounds beside what is shipped:

    python tests/benchmarks/overlap_weights.py

Logistic regression over the pairs of `tests/gold/overlap-blind*.jsonl`, with the points of shared words and the border
as shipped. Below stand F1 and AUC, each round by weights fitted on all others. The words of the lexicon have learnt
from these rounds: the figures say which weights are better, not how well unseen pairs are compared.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from alignment.matching import compare, differences, features, likeness, matters

ROUNDS = sorted((Path(__file__).parents[1] / "gold").glob("overlap-blind*.jsonl"))
EVIDENCE = {
    "in other words": compare._IN_OTHER_WORDS,
    "beside": compare._BESIDE,
    "contrast": differences._CONTRAST,
    "contrast beside": differences._CONTRAST_BESIDE,
    "kinds": differences._CONTRAST,
    "exchanged": differences._EXCHANGED,
    "place": differences._PLACE,
    "official": differences._OFFICIAL,
    "action": differences._ACTION,
}
"""Kinds of evidence and the weights shipped for them."""
RIDGE, STEPS = 0.2, 12


class Case(NamedTuple):
    """A labelled pair: the points of its shared words, what else speaks for and against it, and the label."""

    shared: float
    evidence: tuple[float, ...]
    overlap: bool


def case(labelled: dict[str, object]) -> Case:
    """The evidence on one labelled pair."""
    a, b = (features.of(str(labelled[side])) for side in "ab")
    both = likeness.shared(a, b)
    apart = {_kind(one): 1.0 for one in differences.between(a, b, both)}
    said = {"in other words": float(matters.in_other_words(a.told, b.told)), "beside": matters.beside(a.told, b.told)}
    evidence = tuple((said | apart).get(kind, 0.0) for kind in EVIDENCE)
    return Case(likeness.value(a, b, both), evidence, bool(labelled["overlap"]))


def _kind(one: differences.Difference) -> str:
    kind = one.rule.partition(".")[0]
    return f"{kind} beside" if kind == "contrast" and not one.alone else kind


def score(one: Case, weights: Sequence[float]) -> float:
    """The chance that a pair overlaps."""
    points = one.shared + sum(weight * value for weight, value in zip(weights, one.evidence, strict=True))
    return 1 / (1 + math.exp(compare._STEEP * (compare._HALF - points)))


def fitted(cases: Sequence[Case]) -> list[float]:
    """The weights that make the labels likeliest, small ones preferred (Newton's method)."""
    weights = [0.0] * len(EVIDENCE)
    for _ in range(STEPS):
        slope = [-RIDGE * weight for weight in weights]
        bend = [[RIDGE * (row == column) for column in range(len(weights))] for row in range(len(weights))]
        for one in cases:
            chance = score(one, weights)
            spread = compare._STEEP**2 * chance * (1 - chance)
            told = [(index, value) for index, value in enumerate(one.evidence) if value]
            for row, value in told:
                slope[row] += compare._STEEP * value * (one.overlap - chance)
                for column, other in told:
                    bend[row][column] += spread * value * other
        weights = [weight + step for weight, step in zip(weights, _solved(bend, slope), strict=True)]
    return weights


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """x of `matrix` x = `right`, by elimination; the matrix is positive definite."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for index, row in enumerate(rows):
        row[:] = [value / row[index] for value in row]
        for other in (one for one in rows if one is not row):
            other[:] = [value - other[index] * own for value, own in zip(other, row, strict=True)]
    return [row[-1] for row in rows]


def measured(scored: Sequence[tuple[float, bool]]) -> str:
    """F1 at the border and AUC."""
    right = sum(overlap for chance, overlap in scored if chance >= compare.OVERLAPPING)
    answered = sum(chance >= compare.OVERLAPPING for chance, _ in scored)
    joined = [chance for chance, overlap in scored if overlap]
    apart = [chance for chance, overlap in scored if not overlap]
    above = sum((one > other) + (one == other) / 2 for one in joined for other in apart)
    return f"F1 {2 * right / (answered + len(joined)):.3f}  AUC {above / (len(joined) * len(apart)):.3f}"


def main() -> None:
    """Print the table."""
    rounds = [[case(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()] for path in ROUNDS]
    everything = list(chain.from_iterable(rounds))
    for kind, shipped, found in zip(EVIDENCE, EVIDENCE.values(), fitted(everything), strict=True):
        print(f"{kind:16} shipped {shipped:6.2f}  fitted {found:6.2f}")
    shipped = [(score(one, list(EVIDENCE.values())), one.overlap) for one in everything]
    unseen = []
    for held in rounds:
        weights = fitted(list(chain.from_iterable(some for some in rounds if some is not held)))
        unseen += [(score(one, weights), one.overlap) for one in held]
    print(f"{len(everything)} pairs by what is shipped  {measured(shipped)}")
    print(f"each round by the others      {measured(unseen)}")


if __name__ == "__main__":
    main()
