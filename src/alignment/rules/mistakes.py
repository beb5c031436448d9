"""What pydantic finds wrong about a file that a user wrote, said in both languages."""

from __future__ import annotations

from typing import Any, NamedTuple

from pydantic import ValidationError

from alignment import i18n
from alignment.models.base import Text
from alignment.yamlfile import Keys

_KINDS = frozenset({"phrase", "code", "fuzzy", "citation"})
"""pydantic puts a rule's kind into the path; a file has no such level."""
# fmt: off
_SAID = frozenset({
    "extra_forbidden", "missing", "literal_error", "union_tag_invalid", "union_tag_not_found", "tuple_type",
    "string_type", "string_pattern_mismatch", "string_too_short", "dict_type", "model_type", "float_type",
    "float_parsing", "path_type", "empty_case", "one_sided_cases", "looks_for_nothing",
})
# fmt: on
"""What words/rules.yaml says better than pydantic, and in both languages."""


class Mistake(NamedTuple):
    """The first thing that is wrong: the way to it, and the words for it (without a full stop)."""

    keys: Keys
    problem: Text


def first(error: ValidationError) -> Mistake:
    """The first mistake that pydantic found."""
    found = error.errors(include_url=False)[0]
    keys = tuple(key for key in found["loc"] if key not in _KINDS)
    facts: dict[str, Any] = found.get("ctx", {})
    expected = str(facts.get("expected", facts.get("expected_tags", "")))
    said = i18n.both(
        f"rules.{_name(found['type'])}",
        field=".".join(map(str, keys)),
        expected=expected,
        least=facts.get("min_length", ""),
        message=found["msg"],
    )
    return Mistake(keys, Text(id=said.id.replace(expected, expected.replace(" or ", " atau ")), en=said.en))


def _name(kind: str) -> str:
    if kind.startswith("date"):
        return "date"
    return kind if kind in _SAID else "other"
