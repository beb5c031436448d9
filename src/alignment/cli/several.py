"""An option that takes all the words after it: `--on a.pdf b.pdf`, as a shell's `*` gives them."""

from __future__ import annotations

from typing import Any

import click


class Several(click.Option):
    """With `multiple=True`: takes every word up to the next option, and may be repeated."""

    def add_to_parser(self, parser: Any, ctx: click.Context) -> None:
        """Let the parser's own option take one word after the other: click knows no such option."""
        super().add_to_parser(parser, ctx)
        option = parser._long_opt[self.opts[0]]
        take_one = option.process

        def take_all(value: Any, state: Any) -> None:
            take_one(value, state)
            while state.rargs and not state.rargs[0].startswith("-"):
                take_one(state.rargs.pop(0), state)

        option.process = take_all
