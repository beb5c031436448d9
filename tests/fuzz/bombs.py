"""Files made to take all time and memory of whoever opens them. Each is small on disk."""

from __future__ import annotations

import io
import zipfile

from seeds import HEAD, PROSE, ROWS, TITLE, repacked, seeds

_SHEET = "xl/worksheets/sheet1.xml"
_BODY = "word/document.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
_DTD = f'<!DOCTYPE x [<!ENTITY l0 "ha">{_LAUGHS}<!ENTITY f SYSTEM "file:///etc/passwd">]>'


def bombs() -> dict[str, bytes]:
    """File name to content."""
    valid = seeds()
    return _texts() | _sheets(valid["plan.xlsx"]) | _documents(valid["plan.docx"]) | _packages(valid) | _pdfs()


def _texts() -> dict[str, bytes]:
    line = ";".join(ROWS[0])
    return {
        "baris-panjang.txt": (PROSE + " kata" * 400_000).encode(),
        "kata-panjang.txt": (PROSE + "a" * 3_000_000).encode(),
        "pengganti.txt": (PROSE + "\nProgram \ud83d\u202e\0").encode("utf-8", "surrogatepass"),
        "angka.txt": ("Program " + "1" * 500_000 + "\n" + PROSE).encode(),
        "koma.txt": ("Smart Living mencakup " + "program air, " * 60_000).encode(),
        "kutip.txt": ("Visi “" * 100_000 + PROSE).encode(),
        "rentang.md": ("<table>" + "<tr>" + "<td rowspan=200 colspan=200>x</td>" * 3 + "</tr>") .encode() * 20_000,
        "tabel-terbuka.md": b"<table>" * 200_000,
        "tabel-dalam.md": (b"<table><tr><td>" * 20_000) + b"</table>",
        "tanda.md": b"*" * 1_000_000 + b"\n" + b"<br" * 200_000,
        "kolom.csv": (";".join(HEAD) + "\n" + ";" * 2_000_000).encode(),
        "baris.csv": (";".join(HEAD) + "\n" + f"{line}\n" * 200_000).encode(),
        "kutip.csv": (";".join(HEAD) + '\n"' + "a\n" * 300_000).encode(),
        "terbuka.xls": b"<html><table>" + b"<style>" * 200_000 + b"<a " * 200_000,
        "alihkan.md": f"# {TITLE}\n\n".encode() + b"<td>" * 300_000,
    }  # fmt: skip


def _sheets(package: bytes) -> dict[str, bytes]:
    def sheet(rows: str, after: str = "", head: str = "") -> bytes:
        xml = f'<?xml version="1.0"?>{head}<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'
        return repacked(package, {_SHEET: xml.encode()})

    def cell(place: str, words: str) -> str:
        return f'<c r="{place}" t="inlineStr"><is><t>{words}</t></is></c>'

    first = f'<row r="1">{cell("A1", "Nama Program")}{cell("B1", "Anggaran 2026 (Rp)")}</row>'
    named = f'<row r="2">{cell("A2", "Program air bersih")}</row>'
    merges = "".join(f'<mergeCell ref="A{n}:XFD1048576"/>' for n in range(1, 3000))
    return {
        "gabung.xlsx": sheet(first + named, f"<mergeCells>{merges}</mergeCells>"),
        "gabung-terbalik.xlsx": sheet(first + named, '<mergeCells><mergeCell ref="D4:A1"/></mergeCells>'),
        "jauh.xlsx": sheet(first + named + f'<row r="1048576">{cell("XFD1048576", "jauh")}</row>'),
        "luar.xlsx": sheet(first + f'<row r="99999999999">{cell("ZZZZZ99999999999", "luar")}</row>'),
        "nol.xlsx": sheet(first + named + f'<row r="0">{cell("A0", "nol")}</row><row r="-5">{cell("A-5", "x")}</row>'),
        "penuh.xlsx": sheet(first + "".join(f'<row>{"<c><v>1</v></c>" * 300}</row>' for _ in range(4000))),
        "galat.xlsx": sheet(first + '<row r="2"><c r="A2"><v>NaN</v></c><c r="B2"><v>1e999</v></c></row>' + named),
        "tanggal.xlsx": sheet(first + '<row><c t="d"><v>9999-99-99</v></c><c t="s"><v>77</v></c></row>'),
        "tawa.xlsx": sheet(f'<row r="1">{cell("A1", "&l11;")}</row>', head=_DTD),
        "berkas.xlsx": sheet(f'<row r="1">{cell("A1", "&f;")}</row>', head=_DTD),
        "dalam.xlsx": sheet("<row>" * 100_000),
        "lembar.xlsx": repacked(package, {"xl/workbook.xml": _many_sheets()}),
    }  # fmt: skip


def _many_sheets() -> bytes:
    sheets = "".join(f'<sheet name="L{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 20_000))
    space = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    return f'<workbook xmlns="{_MAIN}" {space}><sheets>{sheets}</sheets></workbook>'.encode()


def _documents(package: bytes) -> dict[str, bytes]:
    def document(body: str, head: str = "") -> bytes:
        xml = f'<?xml version="1.0"?>{head}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
        return repacked(package, {_BODY: xml.encode()})

    def paragraph(words: str) -> str:
        return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"

    wide = '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc>'
    deep = "<w:tbl><w:tr><w:tc>"
    return {
        "tawa.docx": document(paragraph("&l11;"), _DTD),
        "berkas.docx": document(paragraph("&f;"), _DTD),
        "dalam.docx": document(deep * 30_000),
        "tabel-dalam.docx": document(deep * 60 + paragraph(PROSE) + "</w:tc></w:tr></w:tbl>" * 60),
        "lebar.docx": document(f"<w:tbl>{f'<w:tr>{wide * 200}</w:tr>' * 500}</w:tbl>{paragraph(PROSE)}"),
        "banyak.docx": document(paragraph("Program air bersih desa") * 150_000),
        "panjang.docx": document(paragraph("kata " * 1_000_000)),
        "tanpa-badan.docx": repacked(package, {_BODY: f'<w:document xmlns:w="{_WORD}"/>'.encode()}),
        "nomor.docx": repacked(package, {"word/numbering.xml": _numbers()}),
    }


def _numbers() -> bytes:
    level = (
        '<w:lvl w:ilvl="99999"><w:start w:val="-7"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%9%0%1"/></w:lvl>'
    )
    lists = f'<w:abstractNum w:abstractNumId="0">{level * 40}</w:abstractNum>'
    numbers = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/></w:num>' for n in range(200))
    return f'<w:numbering xmlns:w="{_WORD}">{lists}{numbers}</w:numbering>'.encode()


def _packages(valid: dict[str, bytes]) -> dict[str, bytes]:
    zeros = io.BytesIO()
    with zipfile.ZipFile(zeros, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 120_000_000)
        archive.writestr("word/document.xml", b" " * 120_000_000)
    twice = valid["plan.xlsx"].replace(b"xl/workbook.xml", b"XL/workbook.xml", 1)
    return {
        "bom.xlsx": zeros.getvalue(),
        "bom.docx": zeros.getvalue(),
        "dua-nama.xlsx": twice,
        "kosong.xlsx": b"PK\x05\x06" + b"\0" * 18,
        "lama.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "Workbook".encode("utf-16-le") + b"\xff" * 5000,
        "sandi.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600,
    }


def _pdfs() -> dict[str, bytes]:
    def pdf(*objects: str) -> bytes:
        content, places = b"%PDF-1.4\n", []
        for number, words in enumerate(objects, 1):
            places.append(len(content))
            content += f"{number} 0 obj\n{words}\nendobj\n".encode("latin-1")
        table = "".join(f"{place:010d} 00000 n \n" for place in places)
        size = len(objects) + 1
        end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size}/Root 1 0 R>>\n"
        return content + f"{end}startxref\n{len(content)}\n%%EOF\n".encode("latin-1")

    def stream(words: str) -> str:
        return f"<</Length {len(words)}>>stream\n{words}\nendstream"

    def page(box: str = "0 0 595 842") -> str:
        fonts = "<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
        return f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Contents 4 0 R/Resources{fonts}>>"

    root, words = "<</Type/Catalog/Pages 2 0 R>>", stream(f"BT /F 9 Tf 40 700 Td ({PROSE}) Tj ET")
    one = "<</Type/Pages/Kids[3 0 R]/Count 1>>"
    lines = "".join(f"{n % 595} 0 m {n % 595} 842 l S 0 {n % 842} m 595 {n % 842} l S " for n in range(60_000))
    return {
        "putaran.pdf": pdf(root, "<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>", page(), words),
        "sejuta.pdf": pdf(root, "<</Type/Pages/Kids[3 0 R]/Count 1000000>>", page(), words),
        "berulang.pdf": pdf(root, f"<</Type/Pages/Kids[{'3 0 R ' * 3000}]/Count 3000>>", page(), words),
        "raksasa.pdf": pdf(root, one, page("0 0 99999999999 99999999999"), words),
        "negatif.pdf": pdf(root, one, page("500 900 -500 -900"), words),
        "titik.pdf": pdf(root, one, page("0 0 0 0"), words),
        "garis.pdf": pdf(root, one, page(), stream(lines)),
        "kata.pdf": pdf(root, one, page(), stream("BT /F 1 Tf 0 0 Td " + "(Program air) Tj " * 60_000 + "ET")),
        "diri.pdf": pdf(root, one, page(), "<</Length 4 0 R>>stream\nBT ET\nendstream"),
    }
