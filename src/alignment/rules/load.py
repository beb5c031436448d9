"""Rule files to a RuleSet: read, validated, and refused with file:line:column where something is wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from alignment import resources, yamlfile
from alignment.rules.model import PARTS, BoundRule, PartName, RuleFile, RuleSet, Scale

_KINDS = frozenset({"phrase", "code", "fuzzy", "citation"})


def load(folder: Path | None = None) -> RuleSet:
    """The rules of `folder` (default: those that ship). Its `scale.yaml` may be absent: then the one that ships holds.

    Raises RuleError with file:line:column for unknown keys, bad weights, duplicate ids, missing cases.
    """
    root = folder or resources.rules_folder()
    files = _files(root)
    digest = hashlib.sha256()
    for _, path in files:
        digest.update(f"{path.relative_to(root).as_posix()}\0".encode() + path.read_bytes() + b"\0")
    scale = root / "scale.yaml"
    if not scale.is_file():
        scale = resources.rules_folder() / "scale.yaml"
    digest.update(scale.read_bytes())
    return _load(root, digest.hexdigest(), tuple(files), scale)


@lru_cache(maxsize=8)
def _load(_root: Path, sha256: str, files: tuple[tuple[PartName, Path], ...], scale: Path) -> RuleSet:
    rules: list[BoundRule] = []
    seen: dict[str, BoundRule] = {}
    for part, path in files:
        for rule in _rules(part, path):
            if rule.rule.id in seen:
                first = seen[rule.rule.id]
                where = f"{first.path.name}:{first.line}"
                raise yamlfile.wrong(
                    path,
                    yamlfile.Mark(rule.line, 1),
                    f"aturan «{rule.rule.id}» sudah ada di {where}",
                    f"the rule “{rule.rule.id}” stands already at {where}",
                )
            seen[rule.rule.id] = rule
            rules.append(rule)
    return RuleSet(sha256, tuple(rules), yamlfile.load_model(scale, Scale))


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
