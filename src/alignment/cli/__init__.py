"""The command line. One file a command; this one finds them, and turns errors into words and exit codes."""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Sequence

import click

from alignment import __version__, i18n
from alignment.cli import speech, terminal
from alignment.cli.lazy import LazyGroup
from alignment.errors import AlignmentError

_COMMANDS = {
    "check": "alignment.cli.check:check",
    "extract": "alignment.cli.extract:extract",
    "match": "alignment.cli.match:match",
    "rules": "alignment.cli.rules:rules",
    "layouts": "alignment.cli.layouts:layouts",
    "corpora": "alignment.cli.corpora:corpora",
    "template": "alignment.cli.template:template",
    "diff": "alignment.cli.diff:diff",
    "explain": "alignment.cli.explain:explain",
    "evaluate": "alignment.cli.evaluate:evaluate",
}
_WRONG = 2
_COLLECTING = (50_000, 20, 20)
"""A run loads rules and corpora that stay, and little that refers to itself: looking for that as often as Python does
takes a sixteenth of a first check."""


def app() -> click.Group:
    """The command tree, its help in the terminal's language."""
    lang = i18n.terminal_language()
    group = LazyGroup("alignment", _COMMANDS, manual=i18n.say("cli.app", lang))
    click.version_option(__version__, prog_name="alignment", help=i18n.say("cli.version", lang))(group)
    return group


def main(arguments: Sequence[str] | None = None) -> None:
    """Entry point of the `alignment` command. Exits 0, 1 (findings) or 2 (something is wrong, nothing written)."""
    gc.set_threshold(*_COLLECTING)
    atexit.register(gc.freeze)  # all of it goes with the process: to look through it once more takes a tenth of a check
    terminal.survive_narrow_encodings()
    lang = i18n.terminal_language()
    try:
        code = app().main(args=list(arguments) if arguments is not None else None, standalone_mode=False)
    except click.UsageError as error:
        terminal.complain(speech.complaint(error))
        code = _WRONG
    except click.ClickException as error:
        terminal.complain(f"{i18n.say('cli.error', lang)} {error.format_message()}")
        code = _WRONG
    except AlignmentError as error:
        terminal.complain_of(error)
        code = _WRONG
    except (KeyboardInterrupt, click.Abort):
        terminal.complain(i18n.say("cli.interrupted", lang))
        code = 130
    except BrokenPipeError:
        code = 0  # the reader of our output has had enough ("| head")
        terminal.close_quietly()
    sys.exit(code or 0)
