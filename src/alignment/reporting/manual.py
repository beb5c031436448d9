"""The manual of the checks as Markdown, made from rules/checks/<CODE>.yaml so that the two cannot part."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from alignment import checks, i18n
from alignment.checks import CheckSpec
from alignment.models import Lang
from alignment.reporting.labels import family, family_label, family_rank


def manual(lang: Lang) -> str:
    """Every check of the package, family by family. Published as docs/checks.id.md and docs/checks.en.md."""
    specs = sorted(checks.load().by_code.values(), key=lambda spec: (family_rank(spec.code), spec.code))
    lines = [f"# {_say('manual_title', lang)}", "", _say("manual_lead", lang), ""]
    for name, group in groupby(specs, key=lambda spec: family(spec.code)):
        lines += [f"## {family_label(name, lang)}", ""]
        for spec in group:
            lines += _section(spec, lang)
    return "\n".join(lines).rstrip() + "\n"


def parts(spec: CheckSpec, lang: Lang) -> Iterator[tuple[str, str]]:
    """What is told about a check, head by head."""
    for head, words in (
        ("explain_check", spec.what),
        ("explain_why", spec.why),
        ("explain_ground", spec.legal_ground),
        ("manual_bad", spec.example.bad),
        ("manual_good", spec.example.good),
        ("explain_fix", spec.fix),
    ):
        yield _say(head, lang), words.in_language(lang).strip()
    if spec.thresholds:
        yield (
            _say("explain_thresholds", lang),
            ", ".join(f"`{name} = {value:g}`" for name, value in spec.thresholds.items()),
        )


def grade(spec: CheckSpec, lang: Lang) -> str:
    """How grave and how sure the findings of a check are, and whether it has to be asked for."""
    off = "" if spec.default else f", {_say('manual_off', lang)}"
    return f"{_say(spec.severity, lang)}, {_say(f'confidence_{spec.confidence}', lang)}{off}"


def _section(spec: CheckSpec, lang: Lang) -> Iterator[str]:
    title = f"### {spec.code} {spec.title.in_language(lang)}"
    yield from (title, "", f"`{spec.name}` · {grade(spec, lang)}", "")
    for head, words in parts(spec, lang):
        yield from (f"**{head}.** {words}", "")


def _say(key: str, lang: Lang) -> str:
    return i18n.say(f"report.{key}", lang)


if __name__ == "__main__":  # python -m alignment.reporting.manual id > docs/checks.id.md
    import sys

    sys.stdout.write(manual("en" if sys.argv[1:] == ["en"] else "id"))
