"""One function: a kind of case and a file, to figures."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from alignment import i18n
from alignment.errors import ConfigError
from alignment.evaluation import cases, citations, pairs, ranked
from alignment.evaluation.figures import Evaluation

Kind = Literal["pillar", "sdg", "citations", "overlap", "support", "variants"]
KINDS: tuple[Kind, ...] = get_args(Kind)


def evaluate(kind: str, path: str | Path) -> Evaluation:
    """Measure the tool on labelled cases (JSON lines).

    `kind` is one of KINDS. Raises ConfigError for another kind or a case without the fields it needs,
    UnreadableFileError for a file that is no JSON lines.
    """
    labelled = cases.read(Path(path))
    try:
        return _evaluate(kind, labelled)
    except KeyError as error:
        raise ConfigError(
            i18n.both("evaluation.missing_field", field=error, kind=kind), i18n.both("evaluation.check_file"), str(path)
        ) from error


def _evaluate(kind: str, labelled: list[cases.Case]) -> Evaluation:  # each kind imports its matcher alone
    match kind:
        case "pillar":
            from alignment.matching import pillars

            return ranked.pillar(labelled, pillars.rank)
        case "sdg":
            from alignment.matching import sdg

            return ranked.sdg(labelled, sdg.rank)
        case "support":
            from alignment.matching import support

            return ranked.support(labelled, support.rank)
        case "citations":
            from alignment.matching.citation import find_citations

            return citations.citations(labelled, find_citations)
        case "overlap":
            from alignment.matching.compare import compare

            return pairs.overlap(labelled, compare)
        case "variants":
            from alignment.matching.compare import compare

            return pairs.variants(labelled, compare)
    raise ConfigError(
        i18n.both("evaluation.unknown_kind", kind=kind), i18n.both("evaluation.kinds", kinds=", ".join(KINDS))
    )
