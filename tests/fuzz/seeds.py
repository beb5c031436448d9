"""Small valid files of every format, to be spoilt."""

from __future__ import annotations

import io
import zipfile

HEAD = ("Nama Program", "Perangkat Daerah", "Sumber Dana", "Anggaran 2026 (Rp)")
ROWS = (
    ("Program bank sampah digital", "Dinas Lingkungan Hidup", "APBD", "1.250.000.000"),
    ("Program satu data desa", "Dinas Kominfo", "APBN", "500.000.000"),
)
TITLE = "Master Plan Smart City Kabupaten Banyuwangi Tahun 2025-2029"
PROSE = "Smart Governance mencakup program mal pelayanan publik digital, program satu data desa."


def seeds() -> dict[str, bytes]:
    """File name to content."""
    return {
        "plan.txt": f"{TITLE}\n\n{PROSE}\n".encode(),
        "plan.md": f"# {TITLE}\n\n{_html()}\n".encode(),
        "plan.csv": "\n".join(";".join(row) for row in (HEAD, *ROWS)).encode("cp1252"),
        "ekspor.xls": f"<html><body>{_html()}</body></html>".encode(),
        "plan.xlsx": _xlsx(),
        "plan.docx": _docx(),
        "plan.pdf": _pdf(),
    }


def repacked(package: bytes, parts: dict[str, bytes | None]) -> bytes:
    """An office package with some parts replaced, or taken out where the new content is None."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys((*old.namelist(), *parts)):
            content = parts[name] if name in parts else old.read(name)
            if content is not None:
                new.writestr(name, content)
    return file.getvalue()


def _html() -> str:
    rows = ("".join(f"<td>{cell}</td>" for cell in row) for row in (HEAD, *ROWS))
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def _xlsx() -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append([TITLE])
    book.active.merge_cells("A1:D1")
    for row in (HEAD, *ROWS):
        book.active.append(row)
    book.active["D5"] = "=SUM(D3:D4)"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _docx() -> bytes:
    from docx import Document

    document = Document()
    document.add_heading(TITLE, level=1)
    document.add_paragraph(PROSE, style="List Number")
    table = document.add_table(rows=0, cols=len(HEAD))
    for row in (HEAD, *ROWS):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _pdf() -> bytes:
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    file = io.BytesIO()
    style = getSampleStyleSheet()["Normal"]
    grid = [("GRID", (0, 0), (-1, -1), 0.5, "black")]
    story = [Paragraph(TITLE, style), Paragraph(PROSE, style), Table([HEAD, *ROWS], style=grid)]
    SimpleDocTemplate(file, pagesize=landscape(A4), invariant=1).build(story)
    return file.getvalue()
