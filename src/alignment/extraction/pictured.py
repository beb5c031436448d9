"""What OCR read: codes and figures that lost a sign put right where that can be proven, and how sure the rest is."""

from __future__ import annotations

import re
from functools import cache

from alignment import corpora, text
from alignment.extraction.places import with_places
from alignment.extraction.wording import level_word, unwrap
from alignment.grammar import codes
from alignment.models.corpus import NomenclatureEntry
from alignment.models.document import Cell, Document, Page
from alignment.models.program import Extraction

_LEADING = re.compile(r"\s*(?P<code>\d[\d.,]{3,}\d)(?![\d])[\s\-–:.]*(?P<name>\D.*)", re.DOTALL)
_SHAPES = {5: (1, 2, 2), 8: (1, 2, 2, 1, 2), 12: (1, 2, 2, 1, 2, 4), 10: (1, 2, 2, 1, 2, 2)}
"""How many digits each part of a code has, by their sum."""
_LIKE = 80.0
"""How alike (0..100, rapidfuzz partial ratio) a name must be to the one that the nomenclature gives its code."""
_FIGURE = re.compile(r"[\dOoSsIlB][\dOoSsIlB.,]*[.,][\dOoSsIlB]{3}(?:[.,]0{1,2})?")
_LOOKS_LIKE = str.maketrans("OoSsIlB", "0055118")
_GROUPED = re.compile(r"(?P<whole>\d{1,6}(?:[.,]\d{3})+)(?P<rest>[.,]0{1,2})?")


def restored(document: Document) -> Document:
    """The document with the cells of its OCR pages put right; the same one where none of its pages is."""
    if all(page.ocr_confidence is None for page in document.pages):
        return document
    pages = tuple(page if page.ocr_confidence is None else _page(page) for page in document.pages)
    return document.model_copy(update={"pages": pages})


def _page(page: Page) -> Page:
    tables = tuple(
        table.model_copy(update={"cells": tuple(_cell(cell) for cell in table.cells)}) for table in page.tables
    )
    return page.model_copy(update={"tables": tables})


def _cell(cell: Cell) -> Cell:
    mended = mended_code(cell.text) or mended_figure(cell.text)
    return cell if mended is None else cell._replace(text=mended)


def mended_code(words: str) -> str | None:
    """A cell whose code lost or moved dots ("213.04.2.01.0003 Fasilitasi"), right again where its digits make a code
    that the nomenclature knows with that name, or one below a kegiatan that it knows; else None."""
    match = _LEADING.fullmatch(words)
    if match is None:
        return None
    digits = re.sub(r"\D", "", match["code"])
    shape = _SHAPES.get(len(digits))
    if shape is None:
        return None
    ends = [sum(shape[: n + 1]) for n in range(len(shape))]
    code = ".".join(digits[end - size : end] for size, end in zip(shape, ends, strict=True))
    if code == match["code"] or not _is_known(code, match["name"]):
        return None
    return f"{code} {match['name']}"


def _is_known(code: str, name: str) -> bool:
    from rapidfuzz import fuzz

    if codes.level(code) == "sub_kegiatan":
        return _key(codes.parent(code) or "") in _official()
    wanted = text.normal(level_word(unwrap(name))[1])
    return any(fuzz.partial_ratio(official, wanted) >= _LIKE for official in _official().get(_key(code), ()))


@cache
def _official() -> dict[str, tuple[str, ...]]:
    """The normal names that the nomenclature gives each code, now and formerly."""
    return {
        entry.id: tuple(text.normal(level_word(name)[1]) for name in (entry.label.id, *entry.former_names))
        for entry in corpora.load("nomenclature").entries
        if isinstance(entry, NomenclatureEntry)
    }


def _key(code: str) -> str:
    """A code as the nomenclature lists it: supporting programs once for all bidang, as X.XX.01."""
    return f"X.XX{code[4:]}" if codes.is_supporting(code) else code


def mended_figure(words: str) -> str | None:
    """A figure with letters for digits, or without its first separator ("40000,000", "s00,000,000"); else None."""
    squeezed = re.sub(r"\s+", "", words)
    if not _FIGURE.fullmatch(squeezed):
        return None
    match = _GROUPED.fullmatch(squeezed.translate(_LOOKS_LIKE))
    if match is None:
        return None
    mended = f"{int(re.sub(r'[.,]', '', match['whole'])):,}".replace(",", ".")
    return mended if mended != squeezed else None


def marked(extraction: Extraction, document: Document) -> Extraction:
    """The extraction with the confidence of OCR on every place that stands on a page read by it."""
    sure = {page.number: page.ocr_confidence for page in document.pages if page.ocr_confidence is not None}
    if not sure:
        return extraction
    found: Extraction = with_places(
        extraction, lambda place: place.model_copy(update={"ocr_confidence": sure.get(place.page or 0)})
    )
    return found
