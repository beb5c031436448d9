"""`alignment corpora list | show | import`."""

from __future__ import annotations

import difflib
from dataclasses import fields

import click

from alignment import i18n
from alignment.cli import inputs, terminal
from alignment.cli.lazy import LazyGroup
from alignment.cli.options import language
from alignment.cli.speech import say
from alignment.errors import ConfigError
from alignment.models.base import Lang

_IMPORTS = ("nomenclature", "regulations", "sdg", "rpjmn")


def corpora() -> click.Command:
    """The group."""
    return LazyGroup(
        "corpora",
        {name: f"{__name__}:{name}_command" for name in ("list", "show", "import")},
        manual=say("corpora"),
    )


def list_command() -> click.Command:
    """`corpora list`."""

    @click.command("list", help=say("corpora_list"))
    @language()
    def command(lang: Lang) -> int:
        from alignment import corpora as shelf

        held = [shelf.load(name) for name in shelf.names()]
        widest = max(len(corpus.edition) for corpus in held)
        for corpus in held:
            title = corpus.title.in_language(lang)
            terminal.out(f"{corpus.name:<14} {corpus.edition:<{widest}} {len(corpus.entries):>6}  {title}")
        return 0

    return command


def show_command() -> click.Command:
    """`corpora show CORPUS ID`."""

    @click.command("show", help=say("corpora_show"))
    @click.argument("corpus")
    @click.argument("entry", metavar="ID")
    @language()
    def command(corpus: str, entry: str, lang: Lang) -> int:
        from alignment import corpora as shelf

        if corpus not in shelf.names():
            known = ", ".join(shelf.names())
            raise ConfigError(
                i18n.both("cli.unknown_corpus", name=corpus), i18n.both("cli.unknown_corpus_remedy", known=known)
            )
        loaded = shelf.load(corpus)
        found = loaded.get(entry)
        if found is None:
            near = difflib.get_close_matches(entry, [one.id for one in loaded.entries]) or [loaded.entries[0].id]
            raise ConfigError(
                i18n.both("cli.unknown_entry", name=corpus, entry=entry),
                i18n.both("cli.unknown_entry_remedy", near=", ".join(near)),
            )
        terminal.out(f"{found.id}  {found.label.in_language(lang)}")
        for field in fields(found):
            value = getattr(found, field.name)
            if field.name not in ("id", "label") and value not in (None, (), ""):
                shown = "; ".join(map(str, value)) if isinstance(value, tuple) else value
                terminal.out(f"  {field.name}: {getattr(shown, lang, shown)}")
        return 0

    return command


def import_command() -> click.Command:
    """`corpora import CORPUS FILE`."""

    @click.command("import", help=say("corpora_import", corpora=", ".join(_IMPORTS)))
    @click.argument("corpus", type=click.Choice(_IMPORTS), metavar="CORPUS")
    @click.argument("file")
    @click.option("--edition", metavar="EDITION", help=say("corpora_edition"))
    def command(corpus: str, file: str, edition: str | None) -> int:
        from alignment.corpora import importing

        stored = getattr(importing, corpus)(inputs.existing(file), edition)
        terminal.out(str(stored))
        return 0

    return command
