"""What an `alignment.toml` chooses: which checks run, how grave they are, where they draw the line.

rules = "aturan-kami"                 # a folder of rules; it and the waivers are sought beside the file
waivers = "waivers.yaml"
select = ["PIL", "REG", "OVL001"]     # codes or their beginnings; default: every check that is on
ignore = ["SUP002"]
[severity]                            # of a check, or of all whose codes begin so
OVL001 = "error"
[thresholds.OVL002]
score = 0.6
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from pydantic import Field, ValidationError

from alignment import i18n
from alignment.checks import CheckSpec, SpecSet
from alignment.config import Options
from alignment.errors import ConfigError
from alignment.models import Frozen, Severity, Text
from alignment.rules import mistakes

_PLACE = re.compile(r"line (\d+), column (\d+)")


class Settings(Frozen):
    """The choices of one file; unknown keys are errors."""

    rules: Path | None = None
    waivers: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = Field(default_factory=dict)
    thresholds: dict[str, dict[str, float]] = Field(default_factory=dict)


def load(path: Path | None) -> Settings:
    """The settings of a file, or those of none. Raises ConfigError naming the file and the key."""
    if path is None:
        return Settings()
    try:
        return Settings.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        raise _wrong(path, mistakes.first(error).problem) from error
    except FileNotFoundError as error:
        raise _wrong(path, i18n.both("review.no_settings")) from error
    except tomllib.TOMLDecodeError as error:
        raise _wrong(path, _not_toml(error)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise _wrong(path, Text(id=str(error), en=str(error))) from error


def _not_toml(error: tomllib.TOMLDecodeError) -> Text:
    """Where TOML stopped making sense; tomllib tells it within its sentence."""
    place = _PLACE.search(str(error))
    if place is None:
        return i18n.both("review.not_toml_end")
    return i18n.both("review.not_toml", line=place[1], column=place[2])


def chosen(options: Options) -> tuple[Options, Settings]:
    """The options with what their `config` says where they say nothing themselves, and those settings.

    A `select` or `ignore` among the options replaces the file's.
    """
    settings = load(options.config)
    folder = options.config.parent if options.config else Path()
    filled = {
        "rules": options.rules or (settings.rules and folder / settings.rules),
        "waivers": options.waivers or (settings.waivers and folder / settings.waivers),
        "select": options.select or settings.select,
        "ignore": options.ignore or settings.ignore,
    }
    kept = {name: filled[name] for name in ("select", "ignore")}
    return options.model_copy(update=filled), settings.model_copy(update=kept)


def applied(specs: SpecSet, settings: Settings, path: Path | None = None) -> SpecSet:
    """The checks as the settings want them. A severity given for a check, or for the beginning of codes, holds for
    everything it says; of two that fit, the longer.

    Raises ConfigError for a code, or a beginning of one, that no check has, for a threshold it does not know, and where
    no check is left: a report that judges nothing looks like a pass.
    """
    beginnings = (*settings.select, *settings.ignore, *settings.severity)
    unknown = [one for one in beginnings if not any(code.startswith(one) for code in specs.by_code)]
    unknown += [code for code in settings.thresholds if code not in specs.by_code]
    if unknown:
        raise _wrong(path, i18n.both("review.no_check", code=unknown[0]))
    made = {code: _set(spec, settings, path) for code, spec in specs.by_code.items()}
    if not any(spec.default for spec in made.values()):
        raise _wrong(path, i18n.both("review.no_check_left"))
    return SpecSet(MappingProxyType(made), specs.sha256)


def _set(spec: CheckSpec, settings: Settings, path: Path | None) -> CheckSpec:
    changed: dict[str, object] = {"default": _is_on(spec, settings)}
    fitting = [beginning for beginning in settings.severity if spec.code.startswith(beginning)]
    if fitting:
        changed["severity"] = settings.severity[max(fitting, key=len)]
        changed["messages"] = {key: words.model_copy(update={"severity": None}) for key, words in spec.messages.items()}
    thresholds: Mapping[str, float] = settings.thresholds.get(spec.code, {})
    unknown = sorted(thresholds.keys() - spec.thresholds.keys())
    if unknown:
        known = ", ".join(sorted(spec.thresholds)) or "-"
        raise _wrong(path, i18n.both("review.no_threshold", code=spec.code, name=unknown[0], known=known))
    changed["thresholds"] = {**spec.thresholds, **thresholds}
    return spec.model_copy(update=changed)


def _is_on(spec: CheckSpec, settings: Settings) -> bool:
    """An ignored check is off; a selected one is on, even where it is off by default."""
    if _begins(spec.code, settings.ignore):
        return False
    return _begins(spec.code, settings.select) if settings.select else spec.default


def _begins(code: str, named: Iterable[str]) -> bool:
    return any(code.startswith(one) for one in named)


def _wrong(path: Path | None, problem: Text) -> ConfigError:
    return ConfigError(
        i18n.both("review.bad_settings", problem=problem), i18n.both("review.mend_settings"), str(path or "")
    )
