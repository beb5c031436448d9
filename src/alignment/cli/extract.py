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

_FORMATS = ("json", "csv", "xlsx")


def extract() -> click.Command:
    """The command."""

    @click.command("extract", help=say("extract"))
    @click.argument("file", nargs=-1, required=True)
    @click.option("--format", "format_", type=click.Choice(_FORMATS), help=say("extract_format"))
    @click.option("-o", "--output", metavar="FILE", help=say("extract_output"))
    @language_of("lang_terminal")
    @reading_options
    def command(
        file: tuple[str, ...],
        format_: str | None,
        output: str | None,
        lang: Lang,
        **reading: object,
    ) -> int:
        wanted = format_ or _by_name(output)
        if wanted == "xlsx" and output is None:
            raise ConfigError(i18n.both("cli.needs_output"), i18n.both("cli.needs_output_remedy"))
        from alignment.extraction import extract_programs
        from alignment.reading import read
        from alignment.reporting import extracts

        options = Options.model_validate(reading)
        paths = inputs.files(file)
        with terminal.progress(len(paths)):
            documents = [read(path, options) for path in paths]
            extractions = [extract_programs(document) for document in documents]
        content = extracts.render(documents, extractions, wanted, lang)
        if output is None:
            click.echo(content.decode("utf-8-sig"), nl=False)  # a mark for Excel is noise in a pipe
        else:
            extracts.write(Path(output), content)
        return 0

    return command


def _by_name(output: str | None) -> str:
    """The format that a file's name asks for."""
    ending = Path(output or "").suffix.lower().lstrip(".")
    return ending if ending in _FORMATS else _FORMATS[0]
