"""Citation cases: kind, number, year and region must all be right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from alignment.evaluation import figures
from alignment.evaluation.cases import Case
from alignment.evaluation.figures import Evaluation, Judged, Measure
from alignment.grammar import regions
from alignment.models import Citation

Find = Callable[[str], Sequence[Citation]]


def citations(cases: Sequence[Case], find: Find) -> Evaluation:
    """Fields `text`, `citations` (`type` or `kind`, `number`, `year`, `region`), counted one by one over all texts."""
    judged: list[Judged] = []
    counts: list[tuple[int, int, int, bool]] = []
    for case in cases:
        expected = Counter(
            _named(one.get("type") or one["kind"], one["number"], one["year"], one["region"])
            for one in case["citations"]
        )
        found = Counter(_named(one.kind, one.number, one.year, one.region) for one in find(case["text"]))
        ambiguous = bool(case.get("ambiguous"))
        counts.append(((expected & found).total(), found.total(), expected.total(), ambiguous))
        if expected != found:
            judged.append(
                Judged(
                    id=str(case.get("id", "")),
                    text=case["text"],
                    expected=tuple((expected - found).elements()) or (figures.NOTHING,),
                    answers=tuple((found - expected).elements()),
                    ambiguous=ambiguous,
                )
            )
    clear = [row for row in counts if not row[3]]
    both = _measures(counts), _measures(clear)
    return Evaluation(
        kind="citations",
        cases=len(counts),
        ambiguous=len(counts) - len(clear),
        measures=tuple(Measure(key=key, all=both[0][key], clear=both[1][key]) for key in both[0]),
        wrong=figures.worst(judged),
    )


def _named(kind: str, number: str | None, year: int | None, region: str | None) -> str:
    return f"{kind} {number or '?'}/{year or '?'}" + (f" {_spelt(region)}" if region else "")


def _spelt(region: str) -> str:
    """However the label writes it: "Provinsi Daerah Istimewa Yogyakarta" is "Prov. DI Yogyakarta"."""
    known = regions.at_head(region, "any")
    return known.name if known else region


def _measures(counts: Sequence[tuple[int, int, int, bool]]) -> dict[str, float | None]:
    right = sum(row[0] for row in counts)
    precision = figures.share(right, sum(row[1] for row in counts))
    recall = figures.share(right, sum(row[2] for row in counts))
    return {"precision": precision, "recall": recall, "f1": figures.harmonic(precision, recall)}
