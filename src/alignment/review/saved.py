"""A saved report read back."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from alignment import i18n
from alignment.errors import UnreadableFileError
from alignment.models import Report


def read_report(path: Path) -> Report:
    """The Report of a `report.json`. Raises UnreadableFileError for a file that is none."""
    try:
        return Report.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise UnreadableFileError(i18n.both("review.no_report"), i18n.both("review.mend_report"), str(path)) from error
