"""Lists of regulations: kind, number, year and title, and what is known of their status."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from alignment.corpora.importing import sheet, target
from alignment.corpora.writing import Row
from alignment.grammar import citations

COLUMNS: sheet.Columns = {
    "kind": ("jenis", "bentuk", "kind"),
    "number": ("nomor", "no", "number"),
    "year": ("tahun", "year"),
    "title": ("judul", "tentang", "title"),
    "region": ("daerah", "wilayah", "region"),
    "status": ("status",),
    "valid_from": ("berlaku sejak", "tanggal berlaku", "valid from"),
    "valid_to": ("berlaku sampai", "valid to"),
    "amended_by": ("diubah oleh", "amended by"),
    "revoked_by": ("dicabut oleh", "revoked by"),
}
_STATUS = {
    "berlaku": "in_force",
    "in force": "in_force",
    "in_force": "in_force",
    "diubah": "amended",
    "amended": "amended",
    "dicabut": "revoked",
    "tidak berlaku": "revoked",
    "revoked": "revoked",
}
_YEAR = re.compile(r"(?:18|19|20)\d\d")


def regulations(path: Path, edition: str | None = None) -> Path:
    """Import a list of regulations (CSV or XLSX); returns the folder written. Raises CorpusError.

    Statuses are taken as the user's confirmed facts where the list states them, else they stay unknown.
    """
    rows: dict[str, Row] = {}
    for one in sheet.read(path, COLUMNS, ("kind", "number", "year", "title")):
        for record in one.records:
            row = _row(record.fields, path.name)
            if row:
                rows.setdefault(str(row["id"]), row)
    return target.store("regulations", path, edition or target.slug(path.stem), list(rows.values()))


def _row(fields: dict[str, str], source: str) -> Row | None:
    if not {"kind", "number", "year", "title"} <= fields.keys() or not _YEAR.fullmatch(fields["year"]):
        return None
    kind, region = _kind(fields["kind"]), fields.get("region")
    status = _STATUS.get(fields.get("status", "").casefold())
    place = f"-{region}" if region else ""
    return {
        "id": target.slug(f"{kind}-{fields['number']}-{fields['year']}{place}"),
        "kind": kind,
        "number": fields["number"],
        "year": fields["year"],
        "title": fields["title"],
        "label_id": f"{kind} {fields['number']}/{fields['year']}",
        "label_en": f"{kind} {fields['number']}/{fields['year']}",
        "region": region,
        "status": status or "unknown",
        "valid_from": fields.get("valid_from"),
        "valid_to": fields.get("valid_to"),
        "amended_by": _ids(fields.get("amended_by", "")),
        "revoked_by": _ids(fields.get("revoked_by", "")),
        "standing": "confirmed" if status else "unconfirmed",
        "source": source,
    }


def _ids(words: str) -> list[str]:
    return [target.slug(f"{c.kind}-{c.number}-{c.year}") for c in citations.find(words) if c.number and c.year]


@lru_cache(maxsize=256)
def _kind(words: str) -> str:
    """The short form of a kind as the grammar of citations knows it: "PERATURAN PRESIDEN" is Perpres."""
    found = citations.find(f"{words} Nomor 1 Tahun 2020")
    return found[0].kind if found else words
