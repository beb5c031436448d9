"""How right the tool is on labelled cases, what rule files leave in doubt, what a change of them gains and loses."""

from alignment.evaluation.evaluate import KINDS, evaluate
from alignment.evaluation.figures import Evaluation
from alignment.evaluation.gains import Gains, compare_rules
from alignment.evaluation.lint import Doubt, lint
from alignment.evaluation.rulecases import Failure, Proof, prove, run_cases
from alignment.evaluation.texts import texts_of

__all__ = [
    "KINDS",
    "Doubt",
    "Evaluation",
    "Failure",
    "Gains",
    "Proof",
    "compare_rules",
    "evaluate",
    "lint",
    "prove",
    "run_cases",
    "texts_of",
]
