"""`alignment rules list | explain | test | lint | compare`."""

from __future__ import annotations

import click

from alignment import i18n
from alignment.cli import inputs, terminal
from alignment.cli.lazy import LazyGroup
from alignment.cli.options import language
from alignment.cli.several import Several
from alignment.cli.speech import say
from alignment.errors import ConfigError
from alignment.models.base import Lang


def rules() -> click.Command:
    """The group."""
    return LazyGroup(
        "rules",
        {name: f"{__name__}:{name}_command" for name in ("list", "explain", "test", "lint", "compare")},
        manual=say("rules"),
    )


def list_command() -> click.Command:
    """`rules list`."""

    @click.command("list", help=say("rules_list"))
    @language()
    def command(lang: Lang) -> int:
        from alignment.checks import spec

        for one in spec.load().by_code.values():
            off = "" if one.default else f" ({i18n.say('report.manual_off', lang)})"
            terminal.out(
                f"{one.code}  {i18n.say(f'report.{one.severity}', lang):<11} {one.title.in_language(lang)}{off}"
            )
        return 0

    return command


def explain_command() -> click.Command:
    """`rules explain CODE`."""

    @click.command("explain", help=say("rules_explain"))
    @click.argument("code")
    @language()
    def command(code: str, lang: Lang) -> int:
        from alignment.checks import spec
        from alignment.reporting import manual

        found = spec.load().by_code.get(code.upper())
        if found is None:
            raise ConfigError(i18n.both("cli.unknown_code", code=code), i18n.both("cli.unknown_code_remedy"))
        terminal.out(f"{found.code} {found.title.in_language(lang)} · {manual.grade(found, lang)}")
        for head, words in manual.parts(found, lang):
            terminal.out(f"\n{head}\n  {words}")
        return 0

    return command


def test_command() -> click.Command:
    """`rules test [PATH]`."""

    @click.command("test", help=say("rules_test"))
    @click.argument("path", required=False)
    @language()
    def command(path: str | None, lang: Lang) -> int:
        from alignment.evaluation import prove

        proof = prove(inputs.rules(path))
        for failure in proof.failures:
            seen = ", ".join(failure.words)
            terminal.out(f"{failure.where}: {failure.rule}: “{failure.case}” != {failure.expected} [{seen}]")
        if proof.failures:
            terminal.out(i18n.say("cli.rules_failed", lang, failed=len(proof.failures), cases=proof.cases))
            return 1
        terminal.out(i18n.say("cli.rules_passed", lang, rules=proof.rules, cases=proof.cases))
        return 0

    return command


def lint_command() -> click.Command:
    """`rules lint [PATH] [--on FILES]`."""

    @click.command("lint", help=say("rules_lint"))
    @click.argument("path", required=False)
    @click.option("--on", "on", cls=Several, multiple=True, metavar="FILES", help=say("rules_lint_on"))
    @language()
    def command(path: str | None, on: tuple[str, ...], lang: Lang) -> int:
        from alignment.evaluation import lint, texts_of

        doubts = lint(inputs.rules(path), texts_of(inputs.files(on)))
        for doubt in doubts:
            rule = f"{doubt.rule}: " if doubt.rule else ""
            terminal.out(f"{doubt.where}: {rule}{doubt.message.in_language(lang)} [{doubt.kind}]")
        terminal.out(i18n.say("cli.rules_linted", lang, doubts=len(doubts)))
        return 1 if doubts else 0

    return command


def compare_command() -> click.Command:
    """`rules compare OLD NEW --on FILES`."""

    @click.command("compare", help=say("rules_compare"))
    @click.argument("old")
    @click.argument("new")
    @click.option(
        "--on", "on", cls=Several, multiple=True, metavar="FILES", required=True, help=say("rules_compare_on")
    )
    @language()
    def command(old: str, new: str, on: tuple[str, ...], lang: Lang) -> int:
        from alignment.evaluation import compare_rules, texts_of

        gains = compare_rules(inputs.rules(old), inputs.rules(new), texts_of(inputs.files(on)))
        terminal.out(gains.as_text(lang))
        return 0

    return command
