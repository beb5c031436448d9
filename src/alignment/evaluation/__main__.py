"""`python -m alignment.evaluation KIND FILE`: the figures of a case file on standard output."""

from __future__ import annotations

import sys

from alignment.evaluation import evaluate

if __name__ == "__main__":
    sys.stdout.write(evaluate(sys.argv[1], sys.argv[2]).as_text("en", errors=40) + "\n")
