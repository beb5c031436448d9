"""Matrices of an RPJMN: Program Prioritas, kegiatan prioritas and proyek prioritas by code."""

from __future__ import annotations

import re
from pathlib import Path

from alignment import i18n
from alignment.corpora.importing import sheet, target
from alignment.corpora.loading import load
from alignment.corpora.writing import Row
from alignment.errors import CorpusError

COLUMNS: sheet.Columns = {
    "code": ("kode", "kode kp", "kode pp", "kode prioritas", "code"),
    "name": ("nama", "uraian", "kegiatan prioritas*", "program prioritas*", "prioritas nasional*", "name"),
    "keywords": ("kata kunci", "keywords"),
}
_PERIOD = re.compile(r"(20\d\d)\D(20\d\d)")
_CODE = re.compile(r"(\d{1,2})(?:\.(\d{1,2}))?(?:\.(\d{1,2}))?")


def rpjmn(path: Path, period: str | None = None) -> Path:
    """Import a matrix of national priorities (CSV or XLSX); returns the folder written. Raises CorpusError.

    The period ("2025-2029") is read from the file name unless given. Codes are `04`, `04.11` and `04.11.02`.
    """
    years = _PERIOD.search(period or path.stem)
    if years is None:
        raise CorpusError(i18n.both("corpora.no_edition"), i18n.both("corpora.mend_period"), str(path))
    root = f"rpjmn-{years[1]}-{years[2]}"
    known = {entry.id for entry in load("rpjmn").entries}
    rows: dict[str, Row] = {}
    for one in sheet.read(path, COLUMNS, ("code", "name")):
        for record in one.records:
            row = _row(record.fields, root, known, path.name)
            if row:
                known.add(str(row["id"]))
                rows.setdefault(str(row["id"]), row)
    return target.store("rpjmn", path, f"{years[1]}-{years[2]}", list(rows.values()))


def _row(fields: dict[str, str], root: str, known: set[str], source: str) -> Row | None:
    match = _CODE.fullmatch(fields.get("code", ""))
    name = fields.get("name")
    if not match or not name:
        return None
    steps = [int(part) for part in match.groups() if part]
    levels = ("priority", "program", "activity")
    path = [
        root,
        f"pn-{steps[0]}",
        *(f"{sign}-{step:02d}" for sign, step in zip(("pp", "kp"), steps[1:], strict=False)),
    ]
    above = [".".join(path[:end]) for end in range(len(path) - 1, 0, -1)]
    return {
        "id": ".".join(path),
        "parent": next((entry for entry in above if entry in known), None),
        "level": levels[len(steps) - 1],
        "period": root.removeprefix("rpjmn-"),
        "code": f"PN {steps[0]}" if len(steps) == 1 else ".".join(f"{step:02d}" for step in steps),
        "name": name,
        "label_id": name,
        "label_en": name,
        "keywords": [word.strip() for word in fields.get("keywords", "").split(",") if word.strip()],
        "regional": "true",
        "standing": "confirmed",
        "source": source,
    }
