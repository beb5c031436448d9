"""How right the tool is: labelled cases in, precision, recall, confusion and the worst errors out."""

from alignment.evaluation.evaluate import KINDS, evaluate
from alignment.evaluation.figures import Evaluation
from alignment.evaluation.rulecases import Failure, run_cases

__all__ = ["KINDS", "Evaluation", "Failure", "evaluate", "run_cases"]
