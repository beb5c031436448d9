"""The names of checks, from rules/checks/<CODE>.yaml."""

from __future__ import annotations

import re
from functools import cache

from alignment import resources, yamlfile
from alignment.models import Text

_CODE = re.compile(r"[A-Z]{2,8}\d{3}")


@cache
def title(code: str) -> Text | None:
    """The title of a check in both languages; None where no rule file has one.

    A report may come from elsewhere: only a code that looks like one becomes part of a path.
    """
    path = resources.rules_folder() / "checks" / f"{code}.yaml"
    if not _CODE.fullmatch(code) or not path.is_file():
        return None
    data = yamlfile.load(path).data
    words = data.get("title") if isinstance(data, dict) else None
    return Text.model_validate(words) if words else None
