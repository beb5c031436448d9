"""YAML as the project reads it: strict, fast, and knowing the line and column of everything.

`no` stays a word, duplicate keys are refused, and only strings, whole numbers, decimals, true/false and null are known.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from alignment.errors import RuleError
from alignment.models.base import Text


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Knows no tags: what a scalar is, `_scalar` says. Resolving them in PyYAML takes a third of the time."""

    def resolve(self, *_: object) -> str:
        """No tag."""
        return ""

    def descend_resolver(self, *_: object) -> None:
        """No tags by place."""

    def ascend_resolver(self) -> None:
        """No tags by place."""


_INTEGER = re.compile(r"[-+]?\d+")
_DECIMAL = re.compile(r"[-+]?\d+\.\d+")
_CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}

Model = TypeVar("Model", bound=BaseModel)


class Mark(NamedTuple):
    """A place in a file, both counted from 1."""

    line: int
    column: int


Keys = tuple[str | int, ...]
"""The way to a value: ("targets", 0, "rules", 2)."""


class Loaded(NamedTuple):
    """The plain data of a file, and where everything stands in it."""

    data: Any
    path: Path
    root: yaml.Node | None

    def place(self, keys: Keys) -> Mark:
        """Where that value stands (its key, where it has one), or the nearest thing around it that exists."""
        node = self.root
        mark = node.start_mark if node is not None else None
        for key in keys:
            if isinstance(node, yaml.MappingNode):
                found = next((pair for pair in node.value if pair[0].value == str(key)), None)
            elif isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
                found = (node.value[key], node.value[key])
            else:
                found = None
            if found is None:
                break
            mark, node = found[0].start_mark, found[1]
        return _mark(mark)


def load(path: Path) -> Loaded:
    """Read one YAML file. Raises RuleError with file:line:column."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise wrong(path, Mark(1, 1), "berkas ini tidak ada", "this file does not exist") from error
    except (OSError, UnicodeDecodeError) as error:
        raise wrong(path, Mark(1, 1), f"tidak dapat dibaca ({error})", f"cannot be read ({error})") from error
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        place = _mark(getattr(error, "problem_mark", None))
        problem = getattr(error, "problem", None) or str(error)
        raise wrong(path, place, f"bukan YAML yang benar: {problem}", f"not valid YAML: {problem}") from error
    return Loaded(None if node is None else _plain(node, path), path, node)


def load_model(path: Path, model: type[Model]) -> Model:
    """Read one YAML file into a pydantic model. Raises RuleError with the place of the first wrong key or value."""
    loaded = load(path)
    try:
        return model.model_validate(loaded.data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        keys = tuple(first["loc"])
        name = ".".join(map(str, keys))
        raise wrong(path, loaded.place(keys), f"{name}: {first['msg']}", f"{name}: {first['msg']}") from error


def wrong(path: Path, place: Mark, problem_id: str, problem_en: str) -> RuleError:
    """A RuleError at a place."""
    return RuleError(
        Text(id=f"{problem_id}.", en=f"{problem_en}."),
        Text(id="Perbaiki berkas pada baris itu.", en="Correct the file at that line."),
        f"{path}:{place.line}:{place.column}",
    )


def _mark(mark: Any) -> Mark:
    """PyYAML's mark as ours; the beginning where it has none."""
    return Mark(mark.line + 1, mark.column + 1) if mark else Mark(1, 1)


def _plain(node: yaml.Node, file: Path) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in mapping:
                place = _mark(key_node.start_mark)
                raise wrong(file, place, f"kunci «{key}» ada dua kali", f"the key “{key}” stands twice")
            mapping[key] = _plain(value_node, file)
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, file) for item in node.value]
    return None


def _scalar(node: yaml.ScalarNode) -> str | int | float | bool | None:
    value = str(node.value)
    if node.style in ("'", '"', "|", ">"):
        return value
    if value in _CONSTANTS:
        return _CONSTANTS[value]
    if value[0].isalpha():  # nearly all are words
        return value
    if _INTEGER.fullmatch(value):
        return int(value)
    if _DECIMAL.fullmatch(value):
        return float(value)
    return value
