"""What click says by itself, said in the terminal's language: headings, defaults, the help option, complaints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from alignment import i18n

_HEADINGS = {"Options": "heading_options", "Commands": "heading_commands"}
_HELP_OPTION = "Show this message and exit."
_DEFAULT = "[default: "


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or f"{say('heading_usage')}: ")

    def write_heading(self, heading: str) -> None:
        known = _HEADINGS.get(heading)
        super().write_heading(say(known) if known else heading)

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(option, _spoken(help_text)) for option, help_text in rows], col_max, col_spacing)


class _Context(click.Context):
    formatter_class = _Formatter


def speaking(command: click.Command) -> click.Command:
    """The command, with its help in the terminal's language throughout."""
    command.context_class = _Context
    command.options_metavar = f"[{say('heading_options').upper()}]"
    return command


def say(key: str, **facts: object) -> str:
    """The help text `cli.<key>` in the terminal's language."""
    return i18n.say(f"cli.{key}", i18n.terminal_language(), **facts).strip()


def complaint(error: click.UsageError) -> str:
    """What was wrong about a call, and how commands like it are called."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()
    usage = f"\n{error.ctx.get_usage()}" if error.ctx else ""
    return f"{say('usage')} {_problem(error)}{usage}"


def _problem(error: click.UsageError) -> str:
    """In our words where the kind of mistake is known, else in click's."""
    if isinstance(error, click.NoSuchOption):
        return say("no_such_option", name=error.option_name) + near(error.possibilities)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return say("missing_parameter", name=error.param.make_metavar(error.ctx or click.Context(click.Command(None))))
    if isinstance(error, click.BadParameter) and error.param is not None:
        name, kind = error.param.opts[0], error.param.type
        if isinstance(kind, click.Choice):
            return say("not_a_choice", name=name, choices=", ".join(map(str, kind.choices)))
        return say("bad_value", name=name)
    if isinstance(error, click.BadOptionUsage):
        return say("bad_value", name=error.option_name)
    return error.format_message()


def near(names: Sequence[str] | None) -> str:
    """What may have been meant, led by a space; nothing where there are no such names."""
    return f" {say('did_you_mean', names=', '.join(names))}" if names else ""


def _spoken(help_text: str) -> str:
    if help_text == _HELP_OPTION:
        return say("help_option")
    return help_text.replace(_DEFAULT, f"[{say('default')}: ")
