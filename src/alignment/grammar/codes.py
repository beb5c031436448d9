"""Codes of the nomenclature (Permendagri 90/2019 and its updates) as plans print them.

`2.16.03.2.02.0038`: urusan 2, bidang 16, program 03, kegiatan 2.02 (2 regency/city, 1 province), sub kegiatan 0038.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from alignment.models.program import Level

_GAP = r"[ \t\u00a0]*\n?[ \t\u00a0]*"  # a code may wrap once in a narrow cell, at a dot or inside its last digits
_DOT = rf"{_GAP}\.{_GAP}"
_CODE = re.compile(
    rf"(?P<urusan>[0-9Xx]){_DOT}(?P<bidang>[0-9Xx]{_GAP}[0-9Xx])"
    rf"(?:{_DOT}(?P<program>\d{_GAP}\d)"
    rf"(?:{_DOT}(?P<scope>[0-9]){_DOT}(?P<kegiatan>\d{_GAP}\d)"
    rf"(?:{_DOT}(?P<sub>\d{_GAP}\d(?:{_GAP}\d{_GAP}\d)?))?)?)?"
    r"(?![\d])(?!\s*\.\s*\d)"
)
_UNIT = re.compile(r"[0-9X]\.\d\d\.\d\.\d\d\.\d\.\d\d\.\d\d(?:\.\d{2,4})?")
_SIGNS = re.compile(r"[\s.]+")
"""Between the parts of a code in a column of its own: "1 01 02"."""
_AFTER = re.compile(r"[\s\-–—:.]*")
_AFTER_BIDANG = re.compile(r"\s*[-–—]\s*\D|\s+[A-Z]{3}|\s*$")
PLANNED: tuple[Level, ...] = ("program", "kegiatan", "sub_kegiatan")
"""The levels that a plan spends on, from above; what stands over them are affairs."""
_LEVELS: dict[int, Level] = {1: "urusan", 2: "bidang", 3: "program", 5: "kegiatan", 6: "sub_kegiatan"}


class Coded(NamedTuple):
    """A code at the head of a text, and the words after it."""

    code: str
    rest: str


def leading(text: str) -> Coded | None:
    """The code a cell starts with, put together where it was wrapped, and what follows it; None where there is none.

    "2.16.01.2.01.00\\n01 - Nama" gives ("2.16.01.2.01.0001", "Nama"). Unit codes (`1.02.0.00.0.00.01.0007`) are none.
    """
    stripped = text.lstrip()
    match = _CODE.match(stripped)
    if match is None or is_unit(stripped):
        return None
    rest = stripped[match.end() :]
    if match["program"] is None and not _AFTER_BIDANG.match(rest):
        return None  # "5.25 persen" and "1.10 ..." are numbers, "2.16 - URUSAN" is a bidang
    return Coded(_squeezed(match.group()).upper(), _AFTER.sub("", rest, count=1))


def is_unit(text: str) -> bool:
    """Whether a text starts with the code of a spending unit."""
    return _UNIT.match(_squeezed(text[:60])) is not None


def _squeezed(text: str) -> str:
    return "".join(text.split())


def after_unit(text: str) -> str | None:
    """The name after a unit's code: "7.01.0.00.0.00.01.0000 KECAMATAN X" gives "KECAMATAN X"; None without one."""
    squeezed = " ".join(text.split())
    match = re.match(r"[\d.X ]+", squeezed)
    return _AFTER.sub("", squeezed[match.end() :], count=1) or None if match and is_unit(squeezed) else None


def level(code: str) -> Level | None:
    """What a code names: "2" urusan, "2.16" bidang, "2.16.03" program, six parts sub kegiatan; else None."""
    return _LEVELS.get(code.count(".") + 1)


def parent(code: str) -> str | None:
    """The code one level up: of `2.16.03.2.02` it is `2.16.03`; of an urusan None."""
    parts = code.split(".")
    if len(parts) == 5:
        return ".".join(parts[:3])
    return ".".join(parts[:-1]) if len(parts) > 1 else None


def is_supporting(code: str) -> bool:
    """Whether the code is program 01 of a bidang (penunjang), found in every agency, or stands below it."""
    parts = code.split(".")
    return len(parts) >= 3 and parts[2] == "01" and parts[0] in "12345678X"


def joined(parts: list[str], *, padded: bool = False) -> str | None:
    """One code from the cells of a split Kode column: ["1", "05", "01", "2.01", "01"] is `1.05.01.2.01.01`.

    An urusan is one digit: ["01", "05", "02"] is read as a short code (see `short`) unless `padded` says otherwise.
    """
    dotted = [piece for part in parts for piece in _squeezed(part).split(".") if piece]
    spaced = [piece for part in parts for piece in _SIGNS.split(part) if piece]
    digits = next((pieces for pieces in (dotted, spaced) if _are_parts(pieces)), [])
    if len(digits) not in _LEVELS or (len(digits) < 5 and len(digits[0]) != 1 and not padded):
        return None
    shaped = [piece if index in (0, 3) else piece.zfill(2) for index, piece in enumerate(digits)]
    shaped[0], shaped[3:4] = shaped[0].lstrip("0") or shaped[0], [piece.lstrip("0") or "0" for piece in shaped[3:4]]
    return ".".join(shaped).upper()


def _are_parts(pieces: list[str]) -> bool:
    return all(
        re.fullmatch(r"\d{1,4}" if index == 5 else r"\d{1,2}|X{1,2}", piece, re.IGNORECASE)
        for index, piece in enumerate(pieces)
    )


def short(parts: list[str]) -> tuple[str, Level] | None:
    """A code that leaves out urusan and bidang, as old tables print it: ["01.", "02.", "05."] is `01.02.05`, a sub
    kegiatan; one part is a program, two a kegiatan."""
    digits = [piece for part in parts for piece in _squeezed(part).split(".") if piece]
    if not 1 <= len(digits) <= 3 or not all(re.fullmatch(r"\d{2,4}", piece) for piece in digits):
        return None
    return ".".join(digits), PLANNED[len(digits) - 1]
