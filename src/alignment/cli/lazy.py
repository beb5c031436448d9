"""Commands that are imported when called: help and lists load nothing heavy."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

import click

from alignment.cli.speech import speaking


class LazyGroup(click.Group):
    """A group whose commands are named as "module:attribute" and imported on use."""

    def __init__(self, name: str, places: Mapping[str, str], *, manual: str) -> None:
        super().__init__(name, help=manual, context_settings={"help_option_names": ["-h", "--help"]})
        self._places = dict(places)
        speaking(self)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order given."""
        del ctx
        return list(self._places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        del ctx
        place = self._places.get(cmd_name)
        if place is None:
            return None
        module, _, attribute = place.partition(":")
        command: click.Command = getattr(import_module(module), attribute)()
        return speaking(command)
