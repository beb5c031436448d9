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


def _section(spec: CheckSpec, lang: Lang) -> Iterator[str]:
    grade = f"{_say(spec.severity, lang)}, {_say(f'confidence_{spec.confidence}', lang)}"
    off = "" if spec.default else f", {_say('manual_off', lang)}"
    yield from (f"### {spec.code} {spec.title.in_language(lang)}", "", f"`{spec.name}` · {grade}{off}", "")
    for head, words in (
        ("explain_check", spec.what),
        ("explain_why", spec.why),
        ("explain_ground", spec.legal_ground),
        ("manual_bad", spec.example.bad),
        ("manual_good", spec.example.good),
        ("suggestion", spec.fix),
    ):
        yield from (f"**{_say(head, lang)}.** {words.in_language(lang).strip()}", "")
    if spec.thresholds:
        told = ", ".join(f"`{name} = {value:g}`" for name, value in spec.thresholds.items())
        yield from (f"**{_say('explain_thresholds', lang)}.** {told}", "")


def _say(key: str, lang: Lang) -> str:
    return i18n.say(f"report.{key}", lang)


if __name__ == "__main__":  # python -m alignment.reporting.manual id > docs/checks.id.md
    import sys

    sys.stdout.write(manual("en" if sys.argv[1:] == ["en"] else "id"))
