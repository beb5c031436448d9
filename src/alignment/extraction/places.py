"""Where a row stands in a document without pages: sheet and row, or heading, table and row."""

from __future__ import annotations

from alignment.models.document import Page, Table


def place_of(page: Page, table: Table, row: int) -> str | None:
    """ "Belanja!12" as the spreadsheet counts, "Program Unggulan, tabel 2, baris 3" elsewhere; None where pages are
    known. `row` counts from 0."""
    if page.height:
        return None
    if page.name:
        return f"{page.name}!{row + 1}"
    return f"{table.place}, baris {row + 1}" if table.place else f"baris {row + 1}"
