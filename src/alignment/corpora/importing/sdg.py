"""Lists of TPB/SDG indicators with the wording of another edition or of a region."""

from __future__ import annotations

import re
from pathlib import Path

from alignment.corpora.importing import sheet, target
from alignment.corpora.loading import load
from alignment.corpora.writing import Row

COLUMNS: sheet.Columns = {
    "code": ("kode", "kode indikator", "nomor indikator", "no indikator", "code"),
    "name": ("indikator", "nama indikator", "indicator", "name"),
    "name_en": ("indicator en", "indikator inggris"),
    "unit": ("satuan", "unit"),
}
_CODE = re.compile(r"(\d{1,2}\.(?:\d{1,2}|[a-d])\.\d{1,2})\.?\s*(\([a-z]\))?\.?\*?")


def sdg(path: Path, edition: str | None = None) -> Path:
    """Import a list of indicators (CSV or XLSX); returns the folder written. Raises CorpusError.

    Codes may carry `*` and lose the dot before a letter; indicators of unknown targets are left out.
    """
    targets = {entry.id for entry in load("sdg").entries if entry.level == "target"}
    rows: dict[str, Row] = {}
    for one in sheet.read(path, COLUMNS, ("code", "name")):
        for record in one.records:
            row = _row(record.fields, targets, edition or path.stem, path.name)
            if row:
                rows.setdefault(str(row["id"]), row)
    return target.store("sdg", path, edition or target.slug(path.stem), list(rows.values()))


def _row(fields: dict[str, str], targets: set[str], edition: str, source: str) -> Row | None:
    match = _CODE.fullmatch(fields.get("code", "").replace(" ", ""))
    name = fields.get("name")
    if not match or not name or match[1].rpartition(".")[0] not in targets:
        return None
    code = f"{match[1]}.{match[2]}" if match[2] else match[1]
    return {
        "id": code,
        "parent": match[1].rpartition(".")[0],
        "level": "indicator",
        "kind": "national" if match[2] else "global",
        "code": f"{code}*" if fields["code"].endswith("*") else code,
        "label_id": name,
        "label_en": fields.get("name_en", name),
        "official_id": name,
        "unit": fields.get("unit"),
        "editions": [edition],
        "source": [source],
    }
