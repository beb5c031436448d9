"""Makes the example: a fictional regency's master plan draft and RPJMD, typeset like real ones, with planted faults.

    python examples/make.py [FOLDER]

The same script gives the same bytes. The faults are listed in README.md and planted.yaml beside this file.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    Image,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

REGION = "Kabupaten Sagara Lestari"
PERIOD = "2025-2029"

BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=10.5, leading=15, spaceAfter=6, alignment=4)
HEAD = ParagraphStyle("head", fontName="Helvetica-Bold", fontSize=13, leading=17, spaceBefore=8, spaceAfter=8)
SUBHEAD = ParagraphStyle("subhead", parent=HEAD, fontSize=11, leading=14)
CAPTION = ParagraphStyle("caption", fontName="Helvetica", fontSize=9, leading=12, alignment=1, spaceAfter=4)
TITLE = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=22, leading=28, alignment=1)
CENTRE = ParagraphStyle("centre", fontName="Helvetica", fontSize=12, leading=18, alignment=1)
CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=7, leading=8.4)
CELL_HEAD = ParagraphStyle("cell-head", parent=CELL, fontName="Helvetica-Bold", alignment=1)
FIGURE = ParagraphStyle("figure", parent=CELL, alignment=2)

LEGAL_BASIS = [
    "Undang-Undang Nomor 25 Tahun 2004 tentang Sistem Perencanaan Pembangunan Nasional;",
    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah diubah beberapa kali, terakhir dengan Undang-Undang Nomor 6 Tahun 2023;",
    "Undang-Undang Nomor 11 Tahun 2020 tentang Cipta Kerja;",
    "Peraturan Presiden Nomor 95 Tahun 2018 tentang Sistem Pemerintahan Berbasis Elektronik;",
    "Peraturan Presiden Nomor 39 Tahun 2019 tentang Sistem Pemerintahan Berbasis Elektronik;",
    "Peraturan Presiden Nomor 12 Tahun 2025 tentang Rencana Pembangunan Jangka Menengah Nasional Tahun 2025-2029;",
    "Peraturan Presiden Nomor 987 Tahun 2022 tentang Percepatan Kabupaten Pesisir Cerdas.",
]

MASTER_HEAD = [
    "No",
    "Program",
    "Keluaran",
    "Indikator",
    "Dasar Hukum",
    "Perangkat Daerah",
    "Tahun",
    "Sumber Dana",
    "TPB",
]
MASTER_WIDTHS = [8, 50, 44, 42, 38, 32, 18, 18, 14]

SPBE = "Perpres 95/2018"
PILLARS: list[tuple[str, list[list[str]]]] = [
    (
        "3.1 Smart Governance",
        [
            [
                "Pengembangan arsitektur SPBE dan pusat data pemerintah daerah",
                "Dokumen arsitektur SPBE dan pusat data",
                "Indeks SPBE (Indeks)",
                SPBE,
                "Dinas Komunikasi dan Informatika",
                "2025-2029",
                "APBD",
                "16.6",
            ],
            [
                "Aplikasi Sagara Lapor untuk pengaduan masyarakat atas pelayanan publik",
                "Aplikasi pengaduan masyarakat",
                "Persentase pengaduan yang diselesaikan (%)",
                SPBE,
                "Dinas Komunikasi dan Informatika",
                "2025-2026",
                "APBD",
                "16.6",
            ],
            [
                "Digitalisasi pelayanan administrasi kependudukan jemput bola",
                "Layanan KTP-el dan akta di desa",
                "Persentase penduduk ber-KTP-el (%)",
                "UU 24/2013",
                "Dinas Kependudukan dan Pencatatan Sipil",
                "2025-2027",
                "APBD",
                "16.9",
            ],
        ],
    ),
    (
        "3.2 Smart Branding",
        [
            [
                "Pengembangan desa wisata bahari dan pemasaran pariwisata digital",
                "Kalender acara dan laman pariwisata",
                "Jumlah kunjungan wisatawan (Orang)",
                "UU 10/2009",
                "Dinas Pariwisata",
                "2025-2029",
                "APBD",
                "8.9",
            ],
            [
                "Penurunan stunting melalui posyandu dan makanan tambahan bagi balita",
                "Layanan gizi balita di posyandu",
                "Prevalensi stunting (%)",
                "Perpres 72/2021",
                "Dinas Kesehatan",
                "2025-2029",
                "APBD",
                "2.2",
            ],
            [
                "Selaras Sagara",
                "Terlaksananya Selaras Sagara",
                "Jumlah laporan (Laporan)",
                SPBE,
                "Sekretariat Daerah",
                "2026",
                "APBD",
                "17.18",
            ],
        ],
    ),
    (
        "3.3 Smart Economy",
        [
            [
                "Pelatihan kewirausahaan dan pemasaran daring bagi usaha mikro",
                "Pelaku usaha mikro terlatih",
                "Jumlah usaha mikro yang naik kelas (Unit)",
                "UU 20/2008",
                "Dinas Koperasi dan Usaha Mikro",
                "2025-2028",
                "APBD, CSR",
                "8.3",
            ],
            [
                "Pembayaran nontunai di pasar rakyat",
                "Pasar rakyat dengan pembayaran nontunai",
                "Jumlah pasar rakyat nontunai (Pasar)",
                "UU 7/2014",
                "Dinas Perdagangan",
                "2026-2027",
                "APBD",
                "8.10",
            ],
            [
                "Pelatihan kerja berbasis kompetensi bagi pencari kerja",
                "Pencari kerja bersertifikat",
                "Jumlah pencari kerja yang dilatih (Orang)",
                "UU 13/2003",
                "Dinas Tenaga Kerja",
                "2025-2029",
                "APBD",
                "8.15",
            ],
        ],
    ),
    (
        "3.4 Smart Living",
        [
            [
                "Pengembangan layanan kesehatan gawat darurat PSC 119",
                "Pusat layanan PSC 119",
                "Waktu tanggap kegawatdaruratan (Menit)",
                "UU 17/2023",
                "Dinas Kesehatan",
                "2025-2027",
                "APBD",
                "3.8",
            ],
            [
                "Pembangunan terminal penumpang tipe A",
                "Terminal tipe A terbangun",
                "Jumlah terminal tipe A (Unit)",
                "UU 22/2009",
                "Dinas Perhubungan",
                "2027-2029",
                "APBN",
                "11.2",
            ],
            [
                "Penataan angkutan umum perkotaan dengan bus pengumpan",
                "Trayek bus pengumpan",
                "Persentase penduduk terlayani angkutan umum (%)",
                "UU 22/2009",
                "Dinas Perhubungan",
                "2026-2029",
                "APBD",
                "11.2",
            ],
        ],
    ),
    (
        "3.5 Smart Society",
        [
            [
                "Perpustakaan digital dan peningkatan budaya baca masyarakat",
                "Perpustakaan digital",
                "Tingkat kegemaran membaca (Indeks)",
                "UU 43/2007",
                "Dinas Perpustakaan dan Kearsipan",
                "2025-2029",
                "APBD",
                "4.6",
            ],
            [
                "Pelatihan kewirausahaan dan pemasaran daring untuk usaha mikro",
                "Usaha mikro yang dilatih",
                "Jumlah usaha mikro yang dilatih (Unit)",
                "UU 20/2008",
                "Dinas Pemberdayaan Masyarakat dan Desa",
                "2025-2028",
                "APBD",
                "8.3",
            ],
            [
                "Sistem peringatan dini dan mitigasi bencana tsunami di desa pesisir",
                "Sirene dan jalur evakuasi",
                "Jumlah desa tangguh bencana (Desa)",
                "",
                "Badan Penanggulangan Bencana Daerah",
                "2025-2028",
                "APBD",
                "13.1",
            ],
            [
                "Beasiswa bagi siswa sekolah dasar dan menengah pertama dari keluarga miskin",
                "Siswa penerima beasiswa",
                "Angka putus sekolah (%)",
                "UU 20/2003",
                "Dinas Pendidikan",
                "2025-2029",
                "APBD",
                "4.1",
            ],
        ],
    ),
]

RPJMD_ROWS: list[tuple[str, str, str, str, list[int]]] = [
    # code, name, outcome or output, indicator, pagu of five years in rupiah
    ("2.16", "URUSAN PEMERINTAHAN BIDANG KOMUNIKASI DAN INFORMATIKA", "", "", [5_200, 5_350, 5_500, 5_650, 5_800]),
    ("2.16.02", "PROGRAM PENGELOLAAN INFORMASI DAN KOMUNIKASI PUBLIK", "Meningkatnya layanan informasi dan pengaduan", "Indeks keterbukaan informasi (Indeks)", [2_000, 2_050, 2_100, 2_150, 2_200]),
    ("2.16.03", "PROGRAM PENGELOLAAN APLIKASI INFORMATIKA", "Meningkatnya penerapan SPBE", "Indeks SPBE (Indeks)", [3_200, 3_300, 3_400, 3_500, 3_600]),
    ("2.12.02", "PROGRAM PENDAFTARAN PENDUDUK", "Meningkatnya kepemilikan dokumen kependudukan", "Persentase penduduk ber-KTP-el (%)", [1_400, 1_450, 1_500, 1_550, 1_600]),
    ("3.26.02", "PROGRAM PENINGKATAN DAYA TARIK DESTINASI PARIWISATA", "Berkembangnya desa wisata bahari", "Jumlah desa wisata (Desa)", [2_400, 2_500, 2_600, 2_700, 2_800]),
    ("3.26.03", "PROGRAM PEMASARAN PARIWISATA", "Meningkatnya kunjungan wisatawan", "Jumlah kunjungan wisatawan (Orang)", [900, 950, 1_000, 1_050, 1_100]),
    ("1.02.02", "PROGRAM PEMENUHAN UPAYA KESEHATAN PERORANGAN DAN UPAYA KESEHATAN MASYARAKAT", "Menurunnya stunting dan meningkatnya layanan kegawatdaruratan", "Prevalensi stunting (%)", [21_000, 21_500, 22_000, 22_500, 23_000]),
    ("2.17.07", "PROGRAM PEMBERDAYAAN USAHA MENENGAH, USAHA KECIL, DAN USAHA MIKRO (UMKM)", "Naiknya kelas usaha mikro", "Jumlah usaha mikro yang naik kelas (Unit)", [1_800, 1_850, 1_900, 1_950, 2_000]),
    ("3.30.03", "PROGRAM PENINGKATAN SARANA DISTRIBUSI PERDAGANGAN", "Meningkatnya mutu pasar rakyat", "Jumlah pasar rakyat nontunai (Pasar)", [2_600, 2_650, 2_700, 2_750, 2_800]),
    ("2.07.03", "PROGRAM PELATIHAN KERJA DAN PRODUKTIVITAS TENAGA KERJA", "Meningkatnya keterampilan pencari kerja", "Jumlah pencari kerja yang dilatih (Orang)", [1_500, 1_550, 1_600, 1_650, 1_700]),
    ("2.15.02", "PROGRAM PENYELENGGARAAN LALU LINTAS DAN ANGKUTAN JALAN (LLAJ)", "Meningkatnya layanan angkutan umum", "Persentase penduduk terlayani angkutan umum (%)", [3_100, 3_150, 3_200, 3_250, 3_300]),
    ("2.23.02", "PROGRAM PEMBINAAN PERPUSTAKAAN", "Meningkatnya budaya baca", "Tingkat kegemaran membaca (Indeks)", [1_100, 1_150, 1_200, 1_250, 1_300]),
    ("1.01.02", "PROGRAM PENGELOLAAN PENDIDIKAN", "Menurunnya angka putus sekolah", "Angka putus sekolah (%)", [32_000, 33_000, 34_000, 35_000, 36_000]),
]  # fmt: skip


def main(folder: Path) -> None:
    """Write both PDFs into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "masterplan-draft.pdf").write_bytes(_master_plan())
    (folder / "rpjmd.pdf").write_bytes(_rpjmd())


def _master_plan() -> bytes:
    story: list[object] = [
        Spacer(1, 70 * mm),
        Paragraph("RANCANGAN<br/>MASTER PLAN SMART CITY", TITLE),
        Spacer(1, 8 * mm),
        Paragraph(REGION.upper(), TITLE),
        Paragraph(f"TAHUN {PERIOD}", TITLE),
        Spacer(1, 60 * mm),
        Paragraph("Sagara, 14 Maret 2025", CENTRE),
        NextPageTemplate("portrait"),
        PageBreak(),
        Paragraph("BAB I PENDAHULUAN", HEAD),
        Paragraph("1.1 Latar Belakang", SUBHEAD),
        Paragraph(
            f"{REGION} adalah daerah rekaan yang dibuat untuk contoh ini. Wilayahnya membentang dari perbukitan sampai pesisir "
            "dengan 12 kecamatan. Rencana ini disusun bersama seluruh perangkat daerah dalam empat kali pendampingan.",
            BODY,
        ),
        Paragraph("1.2 Dasar Hukum", SUBHEAD),
        Paragraph("Penyusunan rencana ini berdasarkan:", BODY),
        *(Paragraph(f"{number}. {words}", BODY) for number, words in enumerate(LEGAL_BASIS, start=1)),
        Paragraph("BAB II VISI DAN MISI", HEAD),
        Paragraph(
            "Visi: Sagara Lestari yang maju, melayani, dan tangguh. Misi pertama adalah tata kelola yang melayani; misi kedua "
            "ekonomi bahari yang tumbuh; misi ketiga masyarakat sehat dan cerdas di lingkungan yang lestari.",
            BODY,
        ),
        NextPageTemplate("landscape"),
        PageBreak(),
        Paragraph("BAB III PROGRAM SMART CITY", HEAD),
    ]
    for number, (heading, rows) in enumerate(PILLARS, start=1):
        story.append(Paragraph(heading, SUBHEAD))
        story.append(Paragraph(f"Tabel 3.{number} Program {heading[4:]} {REGION}", CAPTION))
        story.append(_table(MASTER_HEAD, [[str(n), *row] for n, row in enumerate(rows, start=1)], MASTER_WIDTHS))
        story.append(Spacer(1, 5 * mm))
    story += [NextPageTemplate("scan"), PageBreak(), Image(io.BytesIO(_scan()), width=150 * mm, height=212 * mm)]
    return _typeset(story, f"Master Plan Smart City {REGION} {PERIOD}")


def _rpjmd() -> bytes:
    years = list(range(2026, 2031))
    head = [
        ["BIDANG URUSAN / PROGRAM / OUTCOME", "INDIKATOR OUTCOME", "BASELINE TAHUN 2024", "TARGET DAN PAGU INDIKATIF TAHUN",
         *[""] * 9, "PERANGKAT DAERAH"],
        ["", "", "", *[cell for year in years for cell in (str(year), "")], ""],
        ["", "", "", *["TARGET", "PAGU"] * 5, ""],
        [f"({n:02})" for n in range(1, 15)],
    ]  # fmt: skip
    rows: list[list[object]] = []
    for number, (code, name, outcome, indicator, amounts) in enumerate(RPJMD_ROWS):
        money = [f"{amount * 1_000_000:,}".replace(",", ".") for amount in amounts]
        rows.append([f"{code} - {name}", "", "", *[cell for m in money for cell in ("", m)], ""])
        if outcome:
            targets = [str(40 + number + step) for step in range(6)]
            figures = [cell for target, m in zip(targets[1:], money, strict=True) for cell in (target, m)]
            rows.append([outcome, indicator, targets[0], *figures, _agency(code)])
    story: list[object] = [
        Spacer(1, 60 * mm),
        Paragraph("RENCANA PEMBANGUNAN JANGKA MENENGAH DAERAH", TITLE),
        Paragraph(REGION.upper(), TITLE),
        Paragraph(f"TAHUN {PERIOD}", TITLE),
        Spacer(1, 60 * mm),
        Paragraph("Ditetapkan di Sagara pada tanggal 20 Februari 2025", CENTRE),
        NextPageTemplate("landscape"),
        PageBreak(),
        Paragraph("BAB IV PROGRAM PERANGKAT DAERAH", HEAD),
        Paragraph("Tabel 4.1 Program Perangkat Daerah dan Pagu Indikatif", CAPTION),
    ]
    widths = [46, 34, 15, *[11, 21] * 5, 22]
    cells = [[Paragraph(str(cell), CELL_HEAD) if cell else "" for cell in row] for row in head]
    cells += [
        [Paragraph(str(cell), FIGURE if 2 <= column < 13 else CELL) for column, cell in enumerate(row)] for row in rows
    ]
    table = Table(
        cells, colWidths=[width * mm for width in widths], repeatRows=0
    )  # the head stands on the first page only
    table.setStyle(
        TableStyle(
            [
                *_GRID,
                *(("SPAN", (column, 0), (column, 2)) for column in (0, 1, 2, 13)),
                ("SPAN", (3, 0), (12, 0)),
                *(("SPAN", (3 + 2 * n, 1), (4 + 2 * n, 1)) for n in range(5)),
            ]
        )
    )
    story.append(table)
    return _typeset(story, f"RPJMD {REGION} {PERIOD}")


_GRID = [
    ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 2),
    ("RIGHTPADDING", (0, 0), (-1, -1), 2),
]
_AGENCIES = {
    "2.16": "Dinas Komunikasi dan Informatika", "2.12": "Dinas Kependudukan dan Pencatatan Sipil", "3.26": "Dinas Pariwisata",
    "1.02": "Dinas Kesehatan", "2.17": "Dinas Koperasi dan Usaha Mikro", "3.30": "Dinas Perdagangan", "2.07": "Dinas Tenaga Kerja",
    "2.15": "Dinas Perhubungan", "2.23": "Dinas Perpustakaan dan Kearsipan", "1.01": "Dinas Pendidikan",
}  # fmt: skip


def _agency(code: str) -> str:
    return _AGENCIES[code[:4]]


def _table(head: list[str], rows: list[list[str]], widths: list[int]) -> Table:
    cells = [[Paragraph(words, CELL_HEAD) for words in head]]
    cells += [[Paragraph(words, CELL) for words in row] for row in rows]
    table = Table(cells, colWidths=[width * mm for width in widths])
    table.setStyle(TableStyle([*_GRID, ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#dbe7f3"))]))
    return table


def _scan() -> bytes:
    """A page of minutes as a picture, the way annexes are often pasted in: there is no text to read in it."""
    import pypdfium2

    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
    canvas.setFont("Times-Roman", 14)
    canvas.drawCentredString(A4[0] / 2, 760, "LAMPIRAN: BERITA ACARA PENDAMPINGAN KE-IV")
    canvas.setFont("Times-Roman", 11)
    for n in range(18):
        canvas.drawString(70, 720 - 24 * n, f"{n + 1}. Catatan pembahasan kelompok kerja {REGION}")
    canvas.save()
    picture = pypdfium2.PdfDocument(file.getvalue())[0].render(scale=1.3).to_pil().convert("L")
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def _typeset(story: list[object], title: str) -> bytes:
    file = io.BytesIO()
    wide = landscape(A4)

    def furniture(canvas: Canvas, document: BaseDocTemplate) -> None:
        if document.page > 1:
            canvas.setFont("Helvetica", 7)
            canvas.drawString(15 * mm, 8 * mm, title)
            canvas.drawRightString(canvas._pagesize[0] - 15 * mm, 8 * mm, str(document.page))

    def bare(canvas: Canvas, document: BaseDocTemplate) -> None:
        del canvas, document

    def frame(size: tuple[float, float], margin: float) -> Frame:
        return Frame(margin, 14 * mm, size[0] - 2 * margin, size[1] - 28 * mm)

    document = BaseDocTemplate(file, pagesize=A4, title=title, author=REGION, invariant=1)
    document.addPageTemplates(
        [
            PageTemplate("cover", [frame(A4, 25 * mm)], onPage=furniture, pagesize=A4),
            PageTemplate("portrait", [frame(A4, 25 * mm)], onPage=furniture, pagesize=A4),
            PageTemplate("landscape", [frame(wide, 12 * mm)], onPage=furniture, pagesize=wide),
            PageTemplate("scan", [frame(A4, 25 * mm)], onPage=bare, pagesize=A4),
        ]
    )
    document.build(story)
    return file.getvalue()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
