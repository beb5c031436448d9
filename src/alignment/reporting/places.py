"""Where pieces of evidence stand, in words."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath
from typing import NamedTuple

from alignment import i18n
from alignment.models import Box, Evidence, Lang
from alignment.reporting.safety import visible


class Saying(NamedTuple):
    """Words of a document and all the places where they stand."""

    document: str
    quote: str
    places: tuple[Evidence, ...]


def place(evidence: Evidence, lang: Lang, box: bool = True) -> str:
    """Page, place and box: "hlm. 72 · kotak 34, 120, 560, 140 pt". Empty where the document has neither."""
    parts = []
    if evidence.page is not None:
        parts.append(i18n.say("report.page", lang, page=evidence.page))
    if evidence.place:
        parts.append(visible(evidence.place))
    if box and evidence.box is not None:
        parts.append(i18n.say("report.box", lang, box=corners(evidence.box)))
    parts.append(by_ocr(evidence, lang))
    return " · ".join(filter(None, parts))


def file_name(path: str) -> str:
    """A file's name without its folders: where it lay on one computer tells the readers of a report nothing."""
    return PurePath(path).name or path


def by_ocr(evidence: Evidence, lang: Lang) -> str:
    """ "OCR 87%" where the words were read by OCR, else empty."""
    if evidence.ocr_confidence is None:
        return ""
    return i18n.say("report.ocr", lang, percent=round(100 * evidence.ocr_confidence))


def corners(box: Box) -> str:
    """The four edges in whole points: left, top, right, bottom."""
    return ", ".join(f"{edge:.0f}" for edge in box)


def sayings(places: Iterable[Evidence]) -> tuple[Saying, ...]:
    """Evidence without repetition: the same words of a document once, with their places."""
    found: dict[tuple[str, str], dict[Evidence, None]] = {}
    for one in places:
        found.setdefault((one.document, one.quote), {})[one] = None
    return tuple(Saying(document, quote, tuple(told)) for (document, quote), told in found.items())
