"""Rule files to a RuleSet: read, validated, and refused with file:line:column where something is wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from alignment import resources, yamlfile
from alignment.rules import targets
from alignment.rules.model import PARTS, BoundRule, PartName, RuleFile, RuleSet, Scale

_KINDS = frozenset({"phrase", "code", "fuzzy", "citation"})


@lru_cache(maxsize=8)
def load(folder: Path | None = None) -> RuleSet:
    """The rules of `folder` (default: those that ship). Its `scale.yaml` may be absent: then the one that ships holds.

    Read once a process; `load.cache_clear()` makes the next call read again. The same bytes give the same RuleSet,
    so what is compiled from it is kept. Raises RuleError with file:line:column for unknown keys, bad weights,
    duplicate ids, missing cases, targets that no corpus knows.
    """
    root = folder or resources.rules_folder()
    scale = root / "scale.yaml"
    if not scale.is_file():
        scale = resources.rules_folder() / "scale.yaml"
    files = _files(root)
    digest = hashlib.sha256()
    for _, path in [*files, (None, scale)]:
        digest.update(f"{path.relative_to(path.parents[1]).as_posix()}\0".encode() + path.read_bytes() + b"\0")
    rules: list[BoundRule] = []
    first: dict[str, BoundRule] = {}
    for part, path in files:
        for rule in _rules(part, path):
            if first.setdefault(rule.rule.id, rule) is not rule:
                raise _twice(rule, first[rule.rule.id])
            if error := targets.unknown(rule):
                raise error
            rules.append(rule)
    return RuleSet(digest.hexdigest(), tuple(rules), yamlfile.load_model(scale, Scale))


def _twice(rule: BoundRule, first: BoundRule) -> Exception:
    where = f"{first.path.name}:{first.line}"
    return yamlfile.wrong(
        rule.path,
        yamlfile.Mark(rule.line, 1),
        f"aturan «{rule.rule.id}» sudah ada di {where}",
        f"the rule “{rule.rule.id}” stands already at {where}",
    )


def _files(root: Path) -> list[tuple[PartName, Path]]:
    return [(part, path) for part in PARTS for path in sorted((root / part).rglob("*.yaml"))]


def _rules(part: PartName, path: Path) -> Iterator[BoundRule]:
    loaded = yamlfile.load(path)
    try:
        file = RuleFile.model_validate(loaded.data)
    except ValidationError as error:
        raise _located(error, loaded) from error
    for number, target in enumerate(file.targets):
        for index, rule in enumerate(target.rules):
            line = loaded.marks[("targets", number, "rules", index)].line
            yield BoundRule(part, target.id, rule, path, line)


def _located(error: ValidationError, loaded: yamlfile.Loaded) -> Exception:
    """The first wrong thing, at its place. pydantic puts the rule's kind into the path; the file has no such level."""
    first = error.errors(include_url=False)[0]
    keys = tuple(key for key in first["loc"] if key not in _KINDS)
    place = next(
        (loaded.marks[keys[:n]] for n in range(len(keys), -1, -1) if keys[:n] in loaded.marks), yamlfile.Mark(1, 1)
    )
    problem = f"{'.'.join(map(str, keys))}: {first['msg']}"
    return yamlfile.wrong(loaded.path, place, problem, problem)
