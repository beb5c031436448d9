"""Rule files to a RuleSet: read, validated, and refused with file:line:column where something is wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from alignment import i18n, resources, yamlfile
from alignment.errors import RuleError
from alignment.rules import mistakes, store, targets
from alignment.rules.model import PARTS, BoundRule, PartName, RuleFile, RuleSet, Scale

_SCALE = "scale.yaml"
_folder: ContextVar[Path | None] = ContextVar("rules folder", default=None)


def load(folder: Path | None = None) -> RuleSet:
    """The rules of `folder`, else of the folder in use (`using`), else those that ship.

    A folder without `scale.yaml` takes the one that ships. Read once a process (`forget` undoes that); the same bytes
    give equal RuleSets, so what is compiled from them is kept. Raises RuleError with file:line:column for unknown keys,
    bad weights, duplicate ids, missing cases, targets that no corpus knows.
    """
    return _load(folder or _folder.get())


@contextmanager
def using(folder: Path | None) -> Iterator[None]:
    """Within this block, and in this thread alone, `load()` reads `folder` (None: the rules that ship)."""
    token = _folder.set(folder)
    try:
        yield
    finally:
        _folder.reset(token)


def forget() -> None:
    """Read the files again at the next `load`: they were edited."""
    _load.cache_clear()


@lru_cache(maxsize=8)
def _load(folder: Path | None) -> RuleSet:
    root = folder or resources.rules_folder()
    if not root.is_dir():
        raise RuleError(i18n.both("rules.no_folder"), i18n.both("rules.no_folder_remedy"), str(root))
    files = [(part, path) for part in PARTS for path in sorted((root / part).rglob("*.yaml"))]
    scale = root / _SCALE if (root / _SCALE).is_file() else resources.rules_folder() / _SCALE
    digest = hashlib.sha256()
    for path in (*(path for _, path in files), scale):
        digest.update(f"{path.relative_to(path.parents[1]).as_posix()}\0".encode() + path.read_bytes() + b"\0")
    sha256 = digest.hexdigest()
    rules = store.read(sha256, root)
    if rules is None:
        rules = tuple(_checked(rule for part, path in files for rule in _rules(part, path)))
        store.write(sha256, root, rules)
    return RuleSet(sha256, rules, yamlfile.load_model(scale, Scale))


def _rules(part: PartName, path: Path) -> Iterator[BoundRule]:
    loaded = yamlfile.load(path)
    try:
        file = RuleFile.model_validate(loaded.data)
    except ValidationError as error:
        raise _located(error, loaded) from error
    for number, target in enumerate(file.targets):
        for index, rule in enumerate(target.rules):
            line = loaded.place(("targets", number, "rules", index)).line
            yield BoundRule(part, target.id, rule, path, line)


def _checked(rules: Iterator[BoundRule]) -> Iterator[BoundRule]:
    """The rules, as long as each id stands once and each target exists."""
    first: dict[str, BoundRule] = {}
    for rule in rules:
        if first.setdefault(rule.rule.id, rule) is not rule:
            raise _twice(rule, first[rule.rule.id])
        if error := targets.unknown(rule):
            raise error
        yield rule


def _twice(rule: BoundRule, first: BoundRule) -> RuleError:
    problem = i18n.both("rules.twice", rule=rule.rule.id, where=f"{first.path.name}:{first.line}")
    return yamlfile.wrong(rule.path, yamlfile.Mark(rule.line, 1), problem.id, problem.en)


def _located(error: ValidationError, loaded: yamlfile.Loaded) -> RuleError:
    """The first wrong thing, at its place."""
    keys, problem = mistakes.first(error)
    return yamlfile.wrong(loaded.path, loaded.place(keys), problem.id, problem.en)
