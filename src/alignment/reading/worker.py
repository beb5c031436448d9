"""The process that touches PDF files. Started by `supervisor`, one JSON line out for each page.

    python -P -m alignment.reading.worker FILE FIRST LAST OCR

First line: {"pages": count} or {"error": "encrypted" | "damaged"}; then {"page": n, ...} for each page of FIRST..LAST
(counted from 1; LAST 0 means the last; OCR is "off", "auto:ind" or "force:ind"). A page that raises gives
{"page": n, "error": "..."}; one that kills the process gives nothing, and the supervisor knows. Nothing else ever
reaches standard output or standard error, whatever native code prints.
"""

from __future__ import annotations

import json
import os
import sys
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


def main(path: str, first: int, last: int, ocr_mode: str = "off") -> None:
    """Read the pages of one file and send them."""
    out = _quiet_output()
    import pypdfium2 as pdfium
    from pypdfium2 import raw

    from alignment.reading.page import Ocr, read_page
    from alignment.reading.pdfium import NativePage

    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        encrypted = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower()
        _send(out, {"error": "encrypted" if encrypted else "damaged"})
        return
    _send(out, {"pages": len(document)})
    mode, _, lang = ocr_mode.partition(":")
    ocr = Ocr(lang, force=mode == "force") if lang else None
    for number in range(first, (last or len(document)) + 1):
        try:
            page = NativePage(document, number - 1)
            try:
                message = read_page(page, ocr)
            finally:
                page.close()
        except Exception as error:  # noqa: BLE001 - one bad page must not cost the others
            message = {"error": type(error).__name__}
        _send(out, {"page": number, **message})


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
