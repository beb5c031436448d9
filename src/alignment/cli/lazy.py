"""Commands that are imported when called: help and lists load nothing heavy."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from importlib import import_module

import click

from alignment.cli.speech import near, say, speaking


class LazyGroup(click.Group):
    """A group whose commands are named as "module:attribute" and imported on use."""

    def __init__(self, name: str, places: Mapping[str, str], *, manual: str) -> None:
        super().__init__(
            name,
            help=manual,
            subcommand_metavar=f"{say('metavar_command')} ...",
            context_settings={"help_option_names": ["-h", "--help"]},
        )
        self._places = dict(places)
        speaking(self)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order given."""
        del ctx
        return list(self._places)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As every group does; a name that no command has is told in our words."""
        if args[0] not in self._places:
            meant = near(difflib.get_close_matches(args[0], self._places))
            raise click.UsageError(say("no_such_command", name=args[0]) + meant, ctx)
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        del ctx
        place = self._places.get(cmd_name)
        if place is None:
            return None
        module, _, attribute = place.partition(":")
        command: click.Command = getattr(import_module(module), attribute)()
        return speaking(command)
