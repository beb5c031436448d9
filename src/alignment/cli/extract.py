"""`alignment extract FILE...`: the programs of documents, as they were read."""

from __future__ import annotations

from pathlib import Path

import click

from alignment import i18n
from alignment.cli import inputs, terminal
from alignment.cli.options import language_of, reading_options
from alignment.cli.speech import say
from alignment.config import Options
from alignment.errors import ConfigError
from alignment.models.base import Lang


def extract() -> click.Command:
    """The command."""

    @click.command("extract", help=say("extract"))
    @click.argument("file", nargs=-1, required=True)
    @click.option(
        "--format", "format_", type=click.Choice(["json", "csv", "xlsx"]), default="json", show_default=True,
        help=say("extract_format"),
    )  # fmt: skip
    @click.option("-o", "--output", metavar="FILE", help=say("extract_output"))
    @language_of("lang_terminal")
    @reading_options
    def command(
        file: tuple[str, ...],
        format_: str,
        output: str | None,
        lang: Lang,
        **reading: object,
    ) -> int:
        if format_ == "xlsx" and output is None:
            raise ConfigError(i18n.both("cli.needs_output"), i18n.both("cli.needs_output_remedy"))
        from alignment.extraction import extract_programs
        from alignment.reading import read
        from alignment.reporting import extracts

        options = Options.model_validate(reading)
        paths = inputs.files(file)
        with terminal.progress(len(paths)):
            documents = [read(path, options) for path in paths]
            extractions = [extract_programs(document) for document in documents]
        content = extracts.render(documents, extractions, format_, lang)
        if output is None:
            click.echo(content.decode("utf-8-sig"), nl=False)  # a mark for Excel is noise in a pipe
        else:
            extracts.write(Path(output), content)
        return 0

    return command
