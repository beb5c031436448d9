"""Where an import goes, and the manifest it gets."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from alignment import i18n, resources
from alignment.corpora import userdata
from alignment.corpora.loading import forget, load
from alignment.corpora.manifest import Column, Licence, Manifest, Origin, read_manifest
from alignment.corpora.writing import Row, write
from alignment.errors import CorpusError

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SLUG = re.compile(r"[^a-z0-9.]+")


def edition_of(path: Path, given: str | None) -> str:
    """The edition as given, else the last year in the file name. Raises CorpusError where there is none."""
    years = _YEAR.findall(path.stem)
    if given or years:
        return given or str(years[-1])
    raise CorpusError(i18n.both("corpora.no_edition"), i18n.both("corpora.mend_edition"), str(path))


def slug(words: str) -> str:
    """Lower-case letters, digits and dots joined by hyphens."""
    return _SLUG.sub("-", words.casefold()).strip("-.")


def store(corpus: str, path: Path, edition: str, rows: list[Row], more: tuple[Column, ...] = ()) -> Path:
    """Write the rows as an addition to a corpus into the user's data folder; returns the addition's folder."""
    if not rows:
        raise CorpusError(i18n.both("corpora.no_rows"), i18n.both("corpora.mend_import"), str(path))
    shipped = read_manifest(resources.corpora_folder() / corpus)
    resource = shipped.resources[0]
    columns = (*shipped.columns, *(column for column in more if column.name not in {c.name for c in shipped.columns}))
    manifest = shipped.model_copy(
        update={
            "edition": edition,
            "edition_date": dt.date.fromtimestamp(path.stat().st_mtime),
            "sources": (Origin(title=path.name),),
            "licenses": (Licence(name="other", title="imported by the user"),),
            "resources": (
                resource.model_copy(update={"table": resource.table.model_copy(update={"fields": columns})}),
            ),
        }
    )
    folder = userdata.folder() / "corpora" / corpus / slug(edition)
    write(folder, Manifest.model_validate(manifest), rows, load(corpus))
    forget()
    return folder
