"""report.html: one file that needs no network and no script, first says what was not judged, and prints well."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections.abc import Iterable
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from alignment import i18n, resources
from alignment.models import PILLARS, Lang, Report, Text
from alignment.reporting import figures, highlight, matrix, summary
from alignment.reporting.labels import entry_label, family, family_label, field_label, pillar_label, weight_label
from alignment.reporting.places import file_name, place, sayings
from alignment.reporting.safety import clip, visible
from alignment.reporting.view import View

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"
_LONGEST = 2_000
"""Characters of any one text; a name longer than that is no name, and stands whole in report.json."""
_COMMAND = re.compile("`([^`]+)`")
_OPEN_CARDS = 20
"""Findings of one check that stand open; the rest of them wait behind one line."""
_GRAVEST = 5
"""Findings named in the summary."""
_OPEN_PLACES = 6
"""Places of one finding that stand open."""
_OPEN_ROWS = 120
"""Rows of the matrix up to which it stands open, agency by agency."""
_FULL_CARDS = 600
"""Findings up to which every one is a full card; in a longer report the rest of each check is a table."""


def render(report: Report, lang: Lang) -> bytes:
    """The page. Document words are escaped by the template engine and made showable before that, every one of them."""
    view = View(report, lang)
    page = _environment(_compiled_templates()).get_template("report.html.j2").render(_context(view))
    lines = (line.strip() for line in page.split("\n"))
    return ("\n".join(line for line in lines if line) + "\n").encode()


def _compiled_templates() -> Path | None:
    """Where Jinja keeps compiled templates, by their content: compiling takes longer than filling a short report."""
    folder = resources.kept_folder("templates")
    if folder is None:
        return None
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK) else None


@cache
def _environment(compiled: Path | None) -> Environment:
    import jinja2

    return jinja2.Environment(
        bytecode_cache=jinja2.FileSystemBytecodeCache(str(compiled)) if compiled else None,
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        finalize=_showable,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _showable(value: Any) -> Any:
    if type(value) is not str:  # Markup, which is the template's own, stays
        return value
    return visible(clip(value, _LONGEST))


def _context(view: View) -> dict[str, Any]:
    lang, report = view.lang, view.report
    style, script = _asset("style.css"), _asset("filter.js")
    return {
        "view": view,
        "report": report,
        "lang": lang,
        "say": partial(_say, lang),
        "words": partial(_words, lang),
        "date": partial(figures.date, lang=lang),
        "count": partial(figures.count, lang=lang),
        "decimal": partial(figures.decimal, lang=lang),
        "weight": partial(weight_label, lang=lang),
        "rupiah": figures.rupiah,
        "pages": figures.pages,
        "place": partial(place, lang=lang),
        "pieces": highlight.pieces,
        "family": family,
        "family_label": partial(family_label, lang=lang),
        "pillar_label": partial(pillar_label, lang=lang),
        "field_label": partial(field_label, lang=lang),
        "entry_label": partial(entry_label, lang=lang),
        "tally": summary.tally(report.findings),
        "checks": summary.checks(report),
        "coverage": summary.coverage(view),
        "gravest": [item for item in view.items[:_GRAVEST] if item.finding.severity != "info"],
        "families": summary.families(view),
        "pillars": summary.pillar_rows(view),
        "blocks": matrix.blocks(view),
        "lists": view.lists,
        "agencies": _numbered(program.agency for program in report.programs if program.agency),
        "clip": clip,
        "sayings_of": sayings,
        "file_name": file_name,
        "pillar_names": PILLARS,
        "cut": matrix.is_cut(len(report.programs)),
        "named": len(report.programs) <= _OPEN_ROWS,
        "open_rows": _OPEN_ROWS,
        "open_cards": _OPEN_CARDS,
        "open_places": _OPEN_PLACES,
        "full_cards": len(report.findings) <= _FULL_CARDS,
        "style": style,
        "style_hash": _hash(style),
        "script": script,
        "script_hash": _hash(script),
    }


@lru_cache(maxsize=4096)
def _say(lang: Lang, key: str, **facts: str | int) -> str:
    return i18n.say(f"report.{key}", lang, **facts)


def _words(lang: Lang, text: Text, longest: int = _LONGEST) -> Any:
    """Our own words, which name commands between backticks; a document's words among them are escaped first."""
    from markupsafe import Markup, escape

    safe = str(escape(visible(clip(text.in_language(lang), longest))))
    return Markup(_COMMAND.sub(r"<code>\1</code>", safe))  # noqa: S704  only our own tag is added to what was escaped


def _numbered(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(dict.fromkeys(names), 1)}


def _asset(name: str) -> Any:
    """Our own style or script, in the form it has in the page: the page may run nothing whose hash it does not name."""
    from markupsafe import Markup

    text = (_TEMPLATES / name).read_text(encoding="utf-8")
    return Markup("\n".join(line for line in map(str.strip, text.split("\n")) if line))  # noqa: S704  no document speaks here


def _hash(asset: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(asset.encode()).digest()).decode()
