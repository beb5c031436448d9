"""Where a piece of evidence stands, in words."""

from __future__ import annotations

from pathlib import PurePath

from alignment import i18n
from alignment.models import Box, Evidence, Lang
from alignment.reporting.safety import visible


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
