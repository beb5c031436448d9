"""The process that touches PDF files. Started by `supervisor`, one JSON line out for each page.

    python -P -m alignment.reading.worker FILE FIRST LAST STEP OCR ENGINE

First line: {"pages": count} or {"error": "encrypted" | "damaged"}; then {"page": n, ...} for every STEP-th page of
FIRST..LAST (counted from 1; LAST 0 means the last; OCR is "off", "auto:ind" or "force:ind"; ENGINE is "fast" or
"reference", which knows no OCR). A page that raises gives {"page": n, "error": "..."}; one that kills the process gives
nothing, and the supervisor knows. Nothing else ever reaches standard output or standard error, whatever native code
prints.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from typing import Any, BinaryIO


def _quiet_output() -> BinaryIO:
    """Our own way out; file descriptors 1 and 2 lead nowhere from now on."""
    out = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return out


def _send(out: BinaryIO, message: dict[str, Any]) -> None:
    out.write(json.dumps(message, separators=(",", ":")).encode("ascii") + b"\n")
    out.flush()


def main(path: str, first: int, last: int, step: int = 1, ocr_mode: str = "off", engine: str = "fast") -> None:
    """Read pages of one file and send them."""
    out = _quiet_output()
    import pypdfium2 as pdfium
    from pypdfium2 import raw

    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        encrypted = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower()
        _send(out, {"error": "encrypted" if encrypted else "damaged"})
        return
    _send(out, {"pages": len(document)})
    last = last or len(document)
    if last < first:
        return
    read = _reference(path, first, last) if engine == "reference" else _fast(document, ocr_mode)
    for number in range(first, last + 1, step):
        try:
            message = read(number)
        except Exception as error:  # noqa: BLE001 - one bad page must not cost the others
            message = {"error": type(error).__name__}
        _send(out, {"page": number, **message})


def _fast(document: Any, ocr_mode: str) -> Callable[[int], dict[str, Any]]:
    from alignment.reading.page import Ocr, read_page
    from alignment.reading.pdfium import NativePage

    mode, _, lang = ocr_mode.partition(":")
    ocr = Ocr(lang, force=mode == "force") if lang else None

    def read(number: int) -> dict[str, Any]:
        page = NativePage(document, number - 1)
        try:
            return read_page(page, ocr)
        finally:
            page.close()

    return read


def _reference(path: str, first: int, last: int) -> Callable[[int], dict[str, Any]]:
    from alignment.reading.reference import Reference  # loads pdfplumber, which hardly any file needs

    return Reference(path, first, last).read


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), sys.argv[5], sys.argv[6])
